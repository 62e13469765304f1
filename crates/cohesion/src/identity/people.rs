//! A person enters the practice's books, and their sealed profile is read and corrected.

use super::account::{index_of, is_taken};
use super::left::leave_address;
use super::store::{accounts, invitations, people as store};
use super::{KeptProfile, Profile};
use crate::access::Grant;
use crate::hub::Change;
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
    Ok(kept_profile(work, grant, person).await?.profile)
}

/// The person's profile with its version, for whoever is about to correct it. The grant must be about this person.
pub async fn kept_profile(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<KeptProfile> {
    let (sealed, version) = store::find_profile(work, grant, person).await?;
    let profile = work.open(grant, Scope::Person(person), cell(person, version), &sealed).await?;
    Ok(KeptProfile { profile, version })
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

/// What a profile becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The version that was looked at.
    pub version: u32,
    /// What is right.
    pub profile: Profile,
}

/// Corrects the profile; an older one put back into the database does not open any more. Where the address changes, the
/// person signs in with the new one from now on, no open invitation holds, and the old address is told. The grant must be
/// about this person.
pub async fn change_profile(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    correction: &Correction,
) -> Result<()> {
    let Correction { version, profile } = correction;
    let kept = kept_profile(work, grant, person).await?;
    if kept.version != *version {
        return Err(Error::Conflict("identity-conflict-changed"));
    }
    if profile.called.trim().is_empty() {
        return Err(Error::invalid("called", "fault-empty"));
    }
    move_address(work, grant, person, &kept, &profile.email).await?;
    let sealed = work.seal(Scope::Person(person), cell(person, version + 1), profile).await?;
    store::save_profile(work, grant, person, sealed, *version).await?;
    work.announce(Change::Person(person));
    Ok(())
}

async fn move_address(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    kept: &KeptProfile,
    to: &str,
) -> Result<()> {
    let (old, new) = (index_of(work, &kept.profile.email), index_of(work, to));
    let account = accounts::find_account(work, person).await?;
    match new {
        None if account.is_some() || !to.is_empty() => return Err(Error::invalid("email", "fault-email")),
        Some(index) if is_taken(work, index, person).await? => {
            return Err(Error::invalid("email", "identity-fault-address-taken"));
        }
        _ => {}
    }
    if old == new {
        return Ok(());
    }
    invitations::withdraw_invitations(work, grant, person).await?;
    if let (Some(account), Some(index)) = (account, new) {
        accounts::save_address(work, grant, person, index).await?;
        if account.closed_at.is_none() && old.is_some() {
            leave_address(work, grant, person, kept).await?;
        }
    }
    Ok(())
}

const fn cell(person: PersonId, version: u32) -> Cell {
    Cell::of("people", "profile", person.0).version(version)
}
