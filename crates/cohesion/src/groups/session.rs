//! One planned meeting of a group, as it stands in the calendar.

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

/// Where a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// To come.
    Planned,
    /// Begun.
    Open,
    /// Held; its attendance is final.
    Held,
    /// It will not take place.
    Cancelled,
}

impl SessionState {
    /// The Fluent key of the state's name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Planned => "groups-session-planned",
            Self::Open => "groups-session-open",
            Self::Held => "groups-session-held",
            Self::Cancelled => "groups-session-cancelled",
        }
    }

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Planned => 1,
            Self::Open => 2,
            Self::Held => 3,
            Self::Cancelled => 4,
        }
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Planned),
            2 => Ok(Self::Open),
            3 => Ok(Self::Held),
            4 => Ok(Self::Cancelled),
            other => Err(Error::bug(format!("no session state has the number {other}"))),
        }
    }
}

/// One meeting of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id, which attendance and answers keep when it is moved.
    pub id: SessionId,
    /// The group.
    pub group: GroupId,
    /// Its place in the series, from 1.
    pub number: u32,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Where it is.
    pub state: SessionState,
}

impl Session {
    /// How long it lasts, in whole minutes.
    pub fn minutes(&self) -> u32 {
        u32::try_from((self.ends_at - self.starts_at).0 / 60_000).unwrap_or(0)
    }
}

/// One session, for whoever may see its group.
pub async fn session(work: &mut Work<'_>, id: SessionId) -> Result<Session> {
    let session = store::find_session(work, id).await?;
    deeds::may_see(work, session.group).await?;
    Ok(session)
}

/// The same without a question to the decision table: for what looks again and again how somebody stands to it, and shows
/// nothing of it to anybody.
pub(crate) async fn session_unshown(work: &mut Work<'_>, id: SessionId) -> Result<Session> {
    store::find_session(work, id).await
}

/// Moves a session on. The grant is the caller's: whoever may hold it.
pub async fn set_session_state(work: &mut Work<'_>, grant: &Grant, id: SessionId, state: SessionState) -> Result<()> {
    store::save_session_state(work, grant, id, state).await
}

/// All sessions of a group in the order of their numbers, for whoever may see the group.
pub async fn sessions(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Session>> {
    let grant = deeds::may_see(work, group).await?;
    calendar(work, &grant, group).await
}

/// Those of them that end after one moment and begin before another.
pub async fn sessions_between(
    work: &mut Work<'_>,
    group: GroupId,
    moments: (Timestamp, Timestamp),
) -> Result<Vec<Session>> {
    deeds::may_see(work, group).await?;
    store::sessions_between(work, group, moments).await
}

/// All of them, under a grant that was given for another reason, such as one's own entry into the group.
pub async fn calendar(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Session>> {
    store::sessions_of(work, group).await
}
