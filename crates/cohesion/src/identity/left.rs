//! An address that mail no longer goes to: kept until its owner has been told there, then forgotten.

use super::KeptProfile;
use super::store::left as store;
use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::id::{Bytes, PersonId};
use crate::work::{Cell, Job, Scope, Work};

/// The job that tells the old address, about the person; its round is the version of the profile that held it.
pub const ADDRESS_LEFT: &str = "identity.address-left";

/// An address that was a person's, and who they are.
#[derive(Clone, PartialEq, Eq)]
pub struct LeftAddress {
    /// Whose it was.
    pub person: PersonId,
    /// The address.
    pub email: String,
}

impl std::fmt::Debug for LeftAddress {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("LeftAddress([sealed])")
    }
}

/// Keeps the address that the profile held, and has its owner told there.
pub(super) async fn leave_address(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    kept: &KeptProfile,
) -> Result<()> {
    let cell = cell(person, kept.version);
    let sealed = work.seal(Scope::Person(person), cell, kept.profile.email.as_str()).await?;
    store::insert_left(work, grant, person, kept.version, sealed).await?;
    work.enqueue(Job::once(ADDRESS_LEFT, person.0, work.now()).in_round(i64::from(kept.version)));
    Ok(())
}

/// Takes the address out, for the one letter that tells its owner. Nothing where that was done before.
pub async fn take_left_address(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<Option<LeftAddress>> {
    let (person, version) = (PersonId(about), u32::try_from(round).unwrap_or(0));
    let Some(sealed) = store::find_left(work, person, version).await? else { return Ok(None) };
    let grant = work.ask(Deed::SendMail, Standing::NONE, About::person(person))?;
    let email: String = work.open(&grant, Scope::Person(person), cell(person, version), &sealed).await?;
    store::delete_left(work, &grant, person, version).await?;
    Ok(Some(LeftAddress { person, email }))
}

const fn cell(person: PersonId, version: u32) -> Cell {
    Cell::of("left_addresses", "address", person.0).version(version)
}
