//! What is said of a group changes, or how many seats it has.

use super::found::{capacity_fault, name_fault};
use super::group::words_cell;
use super::{GroupWords, deeds, store};
use crate::hub::Change;
use crate::id::GroupId;
use crate::work::{Scope, Work};
use crate::{Error, Fault, Result};

/// What may change while a group lives; its charter, format and zone stay.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The version that was looked at.
    pub version: u32,
    /// How many seats there are.
    pub capacity: u32,
    /// What is said of it.
    pub words: GroupWords,
}

/// Changes a group. A change that somebody else made in between is a conflict, and no kept place is taken from anybody.
pub async fn change(work: &mut Work<'_>, group: GroupId, changes: &Changes) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let taken = store::count_places(work, &grant, group).await?;
    let too_few = (changes.capacity < taken).then(|| Fault::new("capacity", "groups-fault-capacity-taken"));
    let faults: Vec<_> =
        [capacity_fault(changes.capacity), name_fault(&changes.words.name), too_few].into_iter().flatten().collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let words = work.seal(Scope::Group(group), words_cell(group, changes.version + 1), &changes.words).await?;
    store::save_words(work, &grant, group, changes.capacity, words, changes.version).await?;
    work.announce(Change::Group(group));
    Ok(())
}
