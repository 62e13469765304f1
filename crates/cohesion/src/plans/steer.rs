//! The agenda of an open session goes a step on, or back.

use super::prepare::{kept, save};
use super::{Step, deeds};
use crate::groups::{self, SessionState};
use crate::hub::Change;
use crate::id::SessionId;
use crate::work::Work;
use crate::{Error, Result};

/// Goes a step from the version that was looked at. Where somebody else pressed a button meanwhile, nothing moves: two who
/// press at once do not leave a block out.
pub async fn steer(work: &mut Work<'_>, id: SessionId, seen: u32, step: Step) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_prepare(work, &session).await?;
    if session.state != SessionState::Open {
        return Err(Error::Conflict("plans-conflict-not-open"));
    }
    let group = groups::group(work, &grant, session.group).await?;
    let now = kept(work, &grant, &group, &session).await?;
    if now.version != seen {
        return Err(Error::Conflict("plans-conflict-steered"));
    }
    let mut agenda = now.agenda.ok_or(Error::Conflict("plans-conflict-not-open"))?;
    agenda.step(step, work.now());
    save(work, &grant, &session, seen, &agenda).await?;
    work.announce(Change::Group(session.group));
    Ok(())
}
