//! A session begins.

use super::deeds;
use crate::groups::{self, SessionState};
use crate::hub::Change;
use crate::id::SessionId;
use crate::limits::SESSION_OPENS_EARLY;
use crate::work::Work;
use crate::{Error, Result};

/// Opens a planned session on its day. Somebody must lead it who may, in every place where a member is today.
pub async fn open(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_hold(work, &session).await?;
    match session.state {
        SessionState::Planned => {}
        SessionState::Cancelled => return Err(Error::Conflict("sessions-conflict-called-off")),
        SessionState::Open | SessionState::Held => return Err(Error::Conflict("sessions-conflict-begun")),
    }
    if work.now() < session.starts_at - SESSION_OPENS_EARLY {
        return Err(Error::Conflict("sessions-conflict-early"));
    }
    if !groups::state_of(work, session.group).await?.meets() {
        return Err(Error::Conflict("sessions-conflict-not-running"));
    }
    let missing = groups::missing_to_lead_today(work, &grant, session.group).await?;
    if !missing.is_empty() {
        return Err(Error::Blocked(missing));
    }
    groups::set_session_state(work, &grant, id, SessionState::Open).await?;
    work.announce(Change::Group(session.group));
    Ok(())
}
