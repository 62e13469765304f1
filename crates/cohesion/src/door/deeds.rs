//! What may be asked about the front door. Reading what it shows is nobody's to refuse while it is open.

use crate::Result;
use crate::access::{About, Deed, Grant};
use crate::groups;
use crate::id::GroupId;
use crate::practice;
use crate::work::Work;

/// May the actor open and close the door?
pub(super) async fn may_open(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::OpenDoor, standing, About::NOTHING)
}

/// May the actor say what the group is in public?
pub(super) async fn may_show(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::ShowGroup, standing, About::thing(group.0))
}
