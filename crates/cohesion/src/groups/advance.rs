//! A group moves on in its life.

use super::licensed::missing_to_lead_today;
use super::schedule::call_off_the_rest;
use super::{GroupState, deeds, store};
use crate::id::GroupId;
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that follows when a group has met for the last time, about the group: `endings` says what is asked afterwards.
pub(crate) const ENDED: &str = "groups.ended";

/// Moves the group to its next state. Before it opens to members, somebody must lead it who may, wherever they are. When it has
/// ended, nothing is planned any more.
pub async fn advance(work: &mut Work<'_>, group: GroupId, next: GroupState) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let kept = store::find_group(work, group).await?;
    if !kept.state.may_become(next) {
        return Err(Error::Conflict("groups-conflict-state"));
    }
    if next.takes_members() {
        let missing = missing_to_lead_today(work, &grant, group).await?;
        if !missing.is_empty() {
            return Err(Error::Blocked(missing));
        }
    }
    store::save_state(work, &grant, group, next).await?;
    if next == GroupState::Ended {
        call_off_the_rest(work, &grant, group).await?;
        work.enqueue(Job::anew(ENDED, group.0, work.now())?);
    }
    Ok(())
}
