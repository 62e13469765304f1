//! Whoever leads arranges a group's threads: whether members open them, when they are read, how fast they go, when it is quiet.

use super::{Side, Space, deeds, store};
use crate::Result;
use crate::groups::Capability;
use crate::hub::Change;
use crate::id::GroupId;
use crate::work::Work;

/// Arranges them from now on, where the group has a space that is looked after.
pub async fn settle(work: &mut Work<'_>, group: GroupId, space: &Space) -> Result<()> {
    let grant = deeds::may_lead(work, group, Capability::ThreadSpace).await?;
    space.check()?;
    store::save_space(work, &grant, group, space).await?;
    work.announce(Change::Thread(group));
    work.announce(Change::Group(group));
    Ok(())
}

/// How they are arranged, for whoever comes to them.
pub async fn space_of(work: &mut Work<'_>, group: GroupId, side: Side) -> Result<Space> {
    deeds::may_list(work, group, side).await?;
    store::find_space(work, group).await
}
