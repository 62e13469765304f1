//! A closed session's plan comes to rest, by a job: what still ran is over, and what was not reached waits for the next one.

use super::deeds;
use super::prepare::{save, stored};
use crate::Result;
use crate::groups::{self, SessionState};
use crate::hub::Change;
use crate::id::{Bytes, SessionId};
use crate::work::Work;

/// Ends what still runs on the agenda of a session that is held. Done before, it changes nothing.
pub(crate) async fn settle(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    if session.state != SessionState::Held {
        return Ok(());
    }
    let grant = deeds::may_prepare(work, &session).await?;
    let Some((mut agenda, row)) = stored(work, &grant, &session).await? else { return Ok(()) };
    if agenda.current().is_none() {
        return Ok(());
    }
    agenda.stop(work.now());
    save(work, &grant, &session, row.version, &agenda).await?;
    work.announce(Change::Group(session.group));
    Ok(())
}
