//! A place: one chair of a group, kept for one person from the promise of a seat to the departure.
//!
//! Each place is a row whose key is its number, so the database itself refuses to give one twice, on both engines.

use super::store;
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// Whether a place could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// One is kept, now or since before.
    Kept,
    /// All are taken.
    Full,
}

/// Keeps a place in the group for a person, the free one with the lowest number.
pub async fn keep_place(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<Keeping> {
    let taken = store::places_in(work, group).await?;
    if taken.iter().any(|place| place.person == person) {
        return Ok(Keeping::Kept);
    }
    let capacity = store::find_group(work, group).await?.capacity;
    let is_free = |number: &u32| !taken.iter().any(|place| place.number == *number);
    let free = (1..=capacity).find(is_free).filter(|_| taken.len() < capacity as usize);
    let Some(number) = free else { return Ok(Keeping::Full) };
    store::insert_place(work, grant, group, number, person).await?;
    Ok(Keeping::Kept)
}

/// Gives the person's place back; nothing happens where none is kept.
pub async fn free_place(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    store::delete_place(work, grant, group, person).await
}

/// How many places are kept for nobody.
pub async fn places_left(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<u32> {
    let capacity = store::find_group(work, group).await?.capacity;
    Ok(capacity.saturating_sub(store::count_places(work, grant, group).await?))
}

/// Everyone for whom a place is kept.
pub async fn place_holders(work: &mut Work<'_>, group: GroupId) -> Result<Vec<PersonId>> {
    Ok(store::places_in(work, group).await?.into_iter().map(|place| place.person).collect())
}
