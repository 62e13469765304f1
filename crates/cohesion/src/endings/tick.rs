//! Something that an ending asks for is ticked off, or open again.

use super::{Item, Subject, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups;
use crate::hub::Change;
use crate::id::{Bytes, GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// One item that is ticked off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The member, or the group itself.
    pub subject: Bytes,
    /// What.
    pub item: Item,
    /// Who did it.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// Ticks an item off, or opens it again where it is. What is done by an act of its own is not done by saying so.
pub async fn tick(work: &mut Work<'_>, group: GroupId, subject: Subject, item: Item) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    if item.is_an_act() {
        return Err(Error::invalid("item", "fault-choose"));
    }
    belongs(work, group, subject).await?;
    if !store::delete_tick(work, &grant, group, subject.id(group), item).await? {
        store::insert_tick(work, &grant, group, subject.id(group), item).await?;
    }
    work.announce(Change::Group(group));
    Ok(())
}

/// Goes on where the subject belongs to the group, now or before.
pub(super) async fn belongs(work: &mut Work<'_>, group: GroupId, subject: Subject) -> Result<()> {
    match subject {
        Subject::Group => Ok(()),
        Subject::Member(person) => match groups::seat_of(work, group, person).await? {
            Some(_) => Ok(()),
            None => Err(Error::invalid("member", "fault-choose")),
        },
    }
}

/// Ticks off what an act has done. Whether it was open.
pub(super) async fn done(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    subject: Subject,
    item: Item,
) -> Result<bool> {
    store::insert_tick(work, grant, group, subject.id(group), item).await
}
