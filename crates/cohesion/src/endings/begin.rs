//! The ending of a closed group begins by itself.

use super::deeds;
use super::phase::{held_of, is_time_to_name};
use crate::groups::{self, Capability, GroupState, advance};
use crate::hub::Change;
use crate::id::{Bytes, SessionId};
use crate::work::Work;
use crate::{Result, groups::Group};

/// Looks where the group is after a session that was closed, and names its end when it is time. Running it again changes
/// nothing.
pub(crate) async fn after_session(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let group = groups::session(work, SessionId(about)).await?.group;
    if groups::charter_of(work, group).await?.allow(Capability::PlannedEnding).is_err() {
        return Ok(());
    }
    let grant = deeds::may_run(work, group).await?;
    let Group { format, state, .. } = groups::group(work, &grant, group).await?;
    let sessions = groups::sessions(work, group).await?;
    if state == GroupState::Running && is_time_to_name(format, held_of(&sessions)) {
        advance(work, group, GroupState::Closing).await?;
        work.announce(Change::Group(group));
    }
    Ok(())
}
