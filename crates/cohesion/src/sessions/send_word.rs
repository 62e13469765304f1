//! A member says that they cannot come, or that they can after all.

use super::attend::keep;
use super::{Mark, Presence, deeds, store};
use crate::access::Grant;
use crate::groups::{self, Capability, Session, SessionState};
use crate::hub::Change;
use crate::id::{PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

/// A member says that they cannot come, up to the start of the session.
pub async fn send_word(work: &mut Work<'_>, id: SessionId, words: Option<String>) -> Result<()> {
    let (session, person, grant) = before_it_begins(work, id).await?;
    let mark = Mark { person, presence: Presence::AbsentTold, minutes: 0, words };
    keep(work, &grant, &session, &mark).await?;
    work.announce(Change::Group(session.group));
    Ok(())
}

/// A member can come after all, up to the start of the session. Nothing is left of what they had said.
pub async fn take_back(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let (session, person, grant) = before_it_begins(work, id).await?;
    store::delete_word(work, &grant, id, person).await?;
    work.announce(Change::Group(session.group));
    work.announce(Change::Person(person));
    Ok(())
}

async fn before_it_begins(work: &mut Work<'_>, id: SessionId) -> Result<(Session, PersonId, Grant)> {
    let session = groups::session(work, id).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_send_word(work, &session, person).await?;
    if !groups::is_seated(work, session.group, person).await? {
        return Err(Error::NotFound);
    }
    groups::charter_of(work, session.group).await?.allow(Capability::MemberAttendance)?;
    match session.state {
        SessionState::Planned if work.now() < session.starts_at => Ok((session, person, grant)),
        SessionState::Cancelled => Err(Error::Conflict("sessions-conflict-called-off")),
        _ => Err(Error::Conflict("sessions-conflict-begun")),
    }
}
