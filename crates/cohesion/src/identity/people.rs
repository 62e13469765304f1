//! A person enters the practice's books, and their sealed profile is read and changed.

use super::Profile;
use super::store::people as store;
use crate::access::Grant;
use crate::id::PersonId;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// Enters a person. The grant is the caller's: admitting staff, taking an enquiry, or set-up.
pub async fn add_person(work: &mut Work<'_>, grant: &Grant, profile: &Profile) -> Result<PersonId> {
    let person = PersonId::random()?;
    let sealed = work.seal(Scope::Person(person), cell(person, 1), profile).await?;
    store::insert_person(work, grant, person, sealed).await?;
    Ok(person)
}

/// The person's profile. The grant must be about this person.
pub async fn profile(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Profile> {
    let (sealed, version) = store::find_profile(work, grant, person).await?;
    work.open(grant, Scope::Person(person), cell(person, version), &sealed).await
}

/// What the person wants to be called.
pub async fn called(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<String> {
    Ok(profile(work, grant, person).await?.called)
}

/// The same for lists, where a name that was erased, or is damaged, takes nobody else away.
pub async fn still_called(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Option<String>> {
    match called(work, grant, person).await {
        Err(Error::NotFound) => Ok(None),
        read => unless_damaged(read, "people", person.0),
    }
}

/// Replaces the profile; an older one put back into the database does not open any more.
pub async fn change_profile(work: &mut Work<'_>, grant: &Grant, person: PersonId, profile: &Profile) -> Result<()> {
    let (_, version) = store::find_profile(work, grant, person).await?;
    let sealed = work.seal(Scope::Person(person), cell(person, version + 1), profile).await?;
    store::save_profile(work, grant, person, sealed, version).await
}

const fn cell(person: PersonId, version: u32) -> Cell {
    Cell::of("people", "profile", person.0).version(version)
}
