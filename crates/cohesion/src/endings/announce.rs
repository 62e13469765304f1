//! The end of one membership is announced some sessions ahead, in a group that goes on.

use super::{deeds, store};
use crate::clock::Timestamp;
use crate::groups::{self, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

/// An ending that was announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Whose.
    pub person: PersonId,
    /// The last session that they come to.
    pub last_session: SessionId,
    /// Who announced it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// Announces that this session is a member's last. Three or four sessions ahead is good (domain.md A10); announcing it again
/// moves it.
pub async fn announce(work: &mut Work<'_>, group: GroupId, person: PersonId, last: SessionId) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let seat = groups::seat_of(work, group, person).await?.filter(|seat| seat.until.is_none());
    let seat = seat.ok_or_else(|| Error::invalid("member", "fault-choose"))?;
    let sessions = groups::sessions(work, group).await?;
    let is_ahead = sessions.iter().any(|session| session.id == last && session.state == SessionState::Planned);
    if !is_ahead {
        return Err(Error::invalid("session", "fault-choose"));
    }
    let about = work.about(&grant, person);
    store::save_announced(work, &about, seat.id, group, person, last).await?;
    work.announce(Change::Group(group));
    Ok(())
}
