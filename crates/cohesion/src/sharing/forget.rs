//! Somebody is taken off the books of a group's threads.

use super::store;
use crate::access::Grant;
use crate::groups;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// Deletes all that is kept of one person in one group's threads. The grant must be about that person. What others wrote
/// stays: a thread that was theirs loses its title, and is in the hands of whoever leads.
pub(crate) async fn forget_member(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    store::forget_member(work, grant, group, person).await?;
    let leaders = groups::leaders(work, group).await?;
    let keeper = leaders.first().ok_or_else(|| Error::bug("a group that nobody leads"))?.person;
    store::pass_threads_on(work, grant, group, (person, keeper)).await
}
