//! An account: what a person signs in with, and how their pages look. Not everybody known here has one.

use super::hashing::PassphraseHash;
use super::passphrase::Beside;
use super::profile;
use super::store::accounts as store;
use crate::access::{About, Deed, Grant, Standing};
use crate::clock::{Span, Timestamp};
use crate::hub::Change;
use crate::id::{LoginId, PersonId};
use crate::limits;
use crate::web::shell::Scheme;
use crate::work::Work;
use crate::{Error, Result};

/// Whether a person works here or comes for themselves. Locks, proofs and lengths follow from it; rights never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountKind {
    /// Works here: a second factor is required, and an idle page locks early.
    Staff,
    /// Comes for themselves.
    Member,
}

impl AccountKind {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Staff => 1,
            Self::Member => 2,
        }
    }

    /// The kind that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Staff),
            2 => Ok(Self::Member),
            other => Err(Error::bug(format!("no kind of account has the number {other}"))),
        }
    }

    /// Idle time before a login on the person's own device locks.
    pub(super) const fn idle(self) -> Span {
        match self {
            Self::Staff => limits::IDLE_STAFF,
            Self::Member => limits::IDLE_MEMBER,
        }
    }

    /// A login's whole life.
    pub(super) const fn life(self) -> Span {
        match self {
            Self::Staff => limits::LOGIN_STAFF,
            Self::Member => limits::LOGIN_MEMBER,
        }
    }
}

/// An account as it is kept.
pub(super) struct Account {
    pub person: PersonId,
    pub kind: AccountKind,
    /// By what its address is found.
    pub email_index: [u8; 32],
    /// Argon2id over the peppered passphrase, as a PHC string.
    pub passphrase: String,
    /// The sealed secret of the second factor, where there is one.
    pub totp: Option<Vec<u8>>,
    /// Counts the secrets this account has had.
    pub totp_version: u32,
    pub scheme: Scheme,
    pub closed_at: Option<Timestamp>,
}

impl Account {
    /// What stands beside the passphrase.
    pub const fn beside(&self) -> Beside {
        if self.totp.is_some() { Beside::SecondFactor } else { Beside::Nothing }
    }
}

/// Opens an account with a passphrase; without one, as in the demo, nobody can sign in to it. The address is the profile's,
/// and the grant must be about this person.
pub async fn open_account(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    kind: AccountKind,
    passphrase: Option<&PassphraseHash>,
) -> Result<()> {
    let email = profile(work, grant, person).await?.email;
    let index = index_for(work, &email, person).await?;
    let none = PassphraseHash::of_none();
    store::insert_account(work, grant, person, kind, index, passphrase.unwrap_or(&none)).await
}

/// Whether the person can sign in, or could with a new proof. The grant must be about this person.
pub async fn has_account(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<bool> {
    if grant.about().subject != Some(person) {
        return Err(Error::bug("an account was looked up under a grant about somebody else"));
    }
    Ok(store::find_account(work, person).await?.is_some_and(|account| account.closed_at.is_none()))
}

/// Whose account this address has, open or closed: for the demo, which finds its people by their invented addresses, and for
/// finding somebody again who comes back by another way.
pub(crate) async fn person_at(work: &mut Work<'_>, email: &str) -> Result<Option<PersonId>> {
    let Some(index) = work.vault().email_index(email) else { return Ok(None) };
    Ok(store::find_account_by_address(work, index).await?.map(|account| account.person))
}

/// By what the account of this address is found; an address that is somebody else's here is a conflict.
pub(super) async fn index_for(work: &mut Work<'_>, email: &str, person: PersonId) -> Result<[u8; 32]> {
    let index = index_of(work, email).ok_or_else(|| Error::invalid("email", "fault-email"))?;
    if is_taken(work, index, person).await? {
        return Err(Error::Conflict("identity-conflict-address"));
    }
    Ok(index)
}

/// By what an address is found; nothing where it is no address.
pub(super) fn index_of(work: &Work<'_>, email: &str) -> Option<[u8; 32]> {
    work.vault().email_index(email)
}

/// Whether the account that is found by this is somebody else's.
pub(super) async fn is_taken(work: &mut Work<'_>, index: [u8; 32], person: PersonId) -> Result<bool> {
    Ok(store::find_account_by_address(work, index).await?.is_some_and(|account| account.person != person))
}

/// Closes the account of somebody who has left: their logins and invitations are dead from this moment (SR-10).
pub async fn close_account(work: &mut Work<'_>, standing: Standing, person: PersonId) -> Result<()> {
    let grant = work.ask(Deed::CloseAccount, standing, About::person(person))?;
    store::close_account(work, &grant, person).await?;
    super::store::invitations::withdraw_invitations(work, &grant, person).await?;
    end_every_login(work, &grant, person).await
}

/// Ends every login of the person.
pub(super) async fn end_every_login(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<()> {
    let none = LoginId([0; 16]);
    super::store::logins::end_logins_but(work, grant, person, none).await?;
    work.announce(Change::LoginEnded(person));
    Ok(())
}

pub(super) const fn scheme_code(scheme: Scheme) -> i64 {
    match scheme {
        Scheme::Device => 0,
        Scheme::Light => 1,
        Scheme::Dark => 2,
    }
}

pub(super) fn scheme_from_code(code: i64) -> Result<Scheme> {
    match code {
        0 => Ok(Scheme::Device),
        1 => Ok(Scheme::Light),
        2 => Ok(Scheme::Dark),
        other => Err(Error::bug(format!("no colour scheme has the number {other}"))),
    }
}
