//! The time of a turn runs out, and whoever watches is told. Nobody is cut off.

use super::deeds;
use super::keep::{Whose, kept, save};
use crate::Result;
use crate::groups::{self, SessionState};
use crate::id::{Bytes, SessionId};
use crate::work::Work;

/// The job that looks when the time of a turn is up, about the session.
pub(crate) const TIME_UP: &str = "room.time-up";

/// Looks. Where the turn has passed on, or more time was given, there is nothing to tell.
pub(crate) async fn time_up(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    if session.state != SessionState::Open {
        return Ok(());
    }
    let grant = deeds::may_lead(work, &session).await?;
    let (mut now, whose) = kept(work, &grant, &session).await?;
    if whose == Whose::Rooms || now.table.poll(work.now()).is_empty() {
        return Ok(());
    }
    save(work, &grant, &session, &now).await
}
