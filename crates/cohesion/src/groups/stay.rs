//! From when until when somebody belonged to a group, without names: what the clock of retention counts from.

use super::store;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// One person's time in one group, or on the way into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The group.
    pub group: GroupId,
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub since: Timestamp,
    /// Until when, once it has ended.
    pub until: Option<Timestamp>,
}

/// Every seat that a person has or had. The grant must be about this person.
pub async fn stays_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Stay>> {
    let kept = store::seats_of(work, grant, person).await?;
    Ok(kept.into_iter().map(|seat| Stay { group: seat.group, person, since: seat.since, until: seat.until }).collect())
}

/// Every seat that anybody has or had, for whoever looks after how long things are kept.
pub async fn stays(work: &mut Work<'_>, grant: &Grant) -> Result<Vec<Stay>> {
    store::all_stays(work, grant).await
}
