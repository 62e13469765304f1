//! Attendance: one mark for each member and session, with minutes.

use super::{Presence, deeds, store};
use crate::access::Grant;
use crate::groups::{self, Capability, Session, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// What is marked of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Who.
    pub person: PersonId,
    /// How they were there, or not.
    pub presence: Presence,
    /// Minutes in the session; none where they were not there.
    pub minutes: u32,
    /// A reason or remark, in a line.
    pub words: Option<String>,
}

/// One mark as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The session.
    pub session: SessionId,
    /// The mark.
    pub mark: Mark,
}

/// Marks a member, until the session is closed. Marking again replaces the mark.
pub async fn mark(work: &mut Work<'_>, id: SessionId, mark: &Mark) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_hold(work, &session).await?;
    groups::charter_of(work, session.group).await?.allow(Capability::MemberAttendance)?;
    if session.state == SessionState::Held {
        return Err(Error::Conflict("sessions-conflict-closed"));
    }
    keep(work, &grant, &session, mark).await
}

/// A member says that they cannot come, up to the start of the session.
pub async fn send_word(work: &mut Work<'_>, id: SessionId, words: Option<String>) -> Result<()> {
    let session = groups::session(work, id).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_send_word(work, &session, person).await?;
    if session.state != SessionState::Planned {
        return Err(Error::Conflict("sessions-conflict-begun"));
    }
    keep(work, &grant, &session, &Mark { person, presence: Presence::AbsentTold, minutes: 0, words }).await
}

async fn keep(work: &mut Work<'_>, grant: &Grant, session: &Session, mark: &Mark) -> Result<()> {
    let length = u32::try_from((session.ends_at - session.starts_at).0 / 60_000).unwrap_or(0);
    if mark.minutes > length || (mark.minutes > 0 && !mark.presence.was_there()) {
        return Err(Error::invalid("minutes", "sessions-fault-minutes"));
    }
    if !groups::is_seated(work, session.group, mark.person).await? {
        return Err(Error::NotFound);
    }
    let about = work.about(grant, mark.person);
    let version = store::version_of(work, &about, session.id, mark.person).await? + 1;
    let scope = Scope::Membership(session.group, mark.person);
    let words = match &mark.words {
        Some(words) => Some(work.seal(scope, cell(session.id, version), words).await?),
        None => None,
    };
    store::save_mark(work, &about, session, mark, words, version).await?;
    work.announce(Change::Group(session.group));
    work.announce(Change::Person(mark.person));
    Ok(())
}

/// Every mark of a group's sessions, for those who lead it.
pub async fn attendance_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Attendance>> {
    let grant = deeds::may_see_attendance(work, group).await?;
    let kept = store::marks_in(work, &grant, group).await?;
    open_all(work, &grant, group, kept).await
}

/// One member's marks in a group.
pub async fn attendance_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<Attendance>> {
    let grant = deeds::may_see_own(work, group, person).await?;
    let kept = store::marks_of(work, &grant, group, person).await?;
    open_all(work, &grant, group, kept).await
}

async fn open_all(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    kept: Vec<store::KeptMark>,
) -> Result<Vec<Attendance>> {
    let mut marks = Vec::new();
    for kept in kept {
        let about = work.about(grant, kept.person);
        let words = match kept.words {
            Some(sealed) => {
                let scope = Scope::Membership(group, kept.person);
                Some(work.open(&about, scope, cell(kept.session, kept.version), &sealed).await?)
            }
            None => None,
        };
        let store::KeptMark { session, person, presence, minutes, .. } = kept;
        marks.push(Attendance { session, mark: Mark { person, presence, minutes, words } });
    }
    Ok(marks)
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("attendance", "words", session.0).version(version)
}
