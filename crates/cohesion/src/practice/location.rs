//! Where a person is when they take part, as they said it: the law that counts is the law of that place.

use super::{Jurisdiction, store};
use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::work::{Cell, Scope, Work};

/// Keeps where a person says they are. The grant must be about this person.
pub async fn state_location(work: &mut Work<'_>, grant: &Grant, person: PersonId, place: &Jurisdiction) -> Result<()> {
    let version = store::find_location(work, grant, person).await?.map_or(1, |(_, version)| version + 1);
    let sealed = work.seal(Scope::Person(person), cell(person, version), place).await?;
    store::save_location(work, grant, person, sealed, version).await
}

/// Where a person last said they are. The grant must be about this person.
pub async fn location_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Option<Jurisdiction>> {
    let Some((sealed, version)) = store::find_location(work, grant, person).await? else { return Ok(None) };
    work.open(grant, Scope::Person(person), cell(person, version), &sealed).await.map(Some)
}

const fn cell(person: PersonId, version: u32) -> Cell {
    Cell::of("locations", "place", person.0).version(version)
}
