//! A login: one browser of one person, from sign-in to sign-out. It locks when idle, and it does not outlive the day.

use super::account::{AccountKind, end_every_login};
use super::device::{Browser, Device};
use super::passphrase::Beside;
use super::store::logins as store;
use super::token::Token;
use crate::access::{About, Actor, Deed, SignedIn};
use crate::clock::{Span, Timestamp};
use crate::hub::Change;
use crate::id::{LoginId, PersonId};
use crate::web::shell::Scheme;
use crate::work::Work;
use crate::{Error, Result};

/// How stale the moment of the last sight may be, so that reading pages is not writing.
const SEEN_STEP: Span = Span::minutes(1);

/// A login that has not ended, with what the account says about it.
#[derive(Clone, Copy, Debug)]
pub struct Login {
    /// Its id.
    pub id: LoginId,
    /// Whose it is.
    pub person: PersonId,
    /// Whether that person works here.
    pub kind: AccountKind,
    /// Light or dark, as the person chose.
    pub scheme: Scheme,
    /// What stands beside that person's passphrase.
    pub beside: Beside,
    /// Whose device it is.
    pub device: Device,
    /// The coarse label.
    pub browser: Browser,
    /// When the person signed in.
    pub opened_at: Timestamp,
    /// When they last proved who they are.
    pub proven_at: Timestamp,
    /// When they were last seen, to the minute.
    pub seen_at: Timestamp,
    /// Since when it is locked by hand.
    pub locked_at: Option<Timestamp>,
}

/// How a login stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginState {
    /// Good.
    Living,
    /// Good again after a proof.
    Locked,
    /// Its time is over.
    Over,
}

impl Login {
    /// How it stands at `now`. After a clock has jumped, what seems to come from the future keeps nothing open.
    pub fn state(&self, now: Timestamp) -> LoginState {
        let idle = self.device.idle(self.kind.idle());
        if !self.opened_at.is_within(self.kind.life(), now) {
            LoginState::Over
        } else if self.locked_at.is_some() || !self.seen_at.is_within(idle, now) {
            LoginState::Locked
        } else {
            LoginState::Living
        }
    }

    /// Whether the moment of the last sight is worth writing again.
    pub(super) fn wants_to_be_seen(&self, now: Timestamp) -> bool {
        now - self.seen_at >= SEEN_STEP
    }

    /// The actor that this login makes of its person.
    pub(super) const fn signed_in(&self, practice: crate::id::PracticeId) -> SignedIn {
        SignedIn { practice, person: self.person, login: self.id, proven_at: self.proven_at }
    }
}

/// Opens a login for a person who has proved who they are (or, in the demo, was chosen from the list).
pub async fn open_login(work: &mut Work<'_>, person: PersonId, device: Device, browser: Browser) -> Result<Token> {
    let grant = work.ask(Deed::SignIn, crate::access::Standing::NONE, About::person(person))?;
    let token = Token::random()?;
    let hash = work.vault().token_hash(token.bytes());
    store::insert_login(work, &grant, person, hash, device, browser).await?;
    Ok(token)
}

/// The actor's own logins, the newest first.
pub async fn logins(work: &mut Work<'_>) -> Result<Vec<Login>> {
    let (person, _) = ask_for_own(work, Deed::SeeOwnSettings)?;
    let now = work.now();
    let mut logins = store::logins_of(work, person).await?;
    logins.retain(|login| login.state(now) != LoginState::Over);
    Ok(logins)
}

/// Ends one of the actor's own logins: what it holds open closes too. One that is not theirs reads as absent.
pub async fn end_login(work: &mut Work<'_>, login: LoginId) -> Result<()> {
    let (person, grant) = ask_for_own(work, Deed::EndLogin)?;
    work.announce(Change::LoginEnded(person));
    match store::end_login(work, &grant, person, login).await? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}

/// Ends all of the actor's own logins, this one too.
pub async fn end_all_logins(work: &mut Work<'_>) -> Result<()> {
    let (person, grant) = ask_for_own(work, Deed::EndLogin)?;
    end_every_login(work, &grant, person).await
}

/// Locks the actor's login until they prove who they are: *Leave this page* does it.
pub async fn lock(work: &mut Work<'_>) -> Result<()> {
    let Actor::Person(who) = work.actor() else { return Ok(()) };
    let (person, grant) = ask_for_own(work, Deed::EndLogin)?;
    work.announce(Change::LoginEnded(person));
    store::lock_login(work, &grant, who.login).await
}

/// Whether the login still stands: what is held open for long asks again before each thing it shows.
pub async fn is_living(work: &mut Work<'_>, who: &SignedIn) -> Result<bool> {
    Ok(living(work, who.person, who.login).await?.is_some())
}

/// The actor that a login makes of a person, while it stands.
pub async fn living(work: &mut Work<'_>, person: PersonId, login: LoginId) -> Result<Option<SignedIn>> {
    let (now, practice) = (work.now(), work.practice());
    let mut logins = store::logins_of(work, person).await?.into_iter();
    let found = logins.find(|other| other.id == login && other.state(now) == LoginState::Living);
    Ok(found.map(|login| login.signed_in(practice)))
}

/// Somebody who sits in a live room is there, whether or not they press anything: their login does not lock meanwhile.
pub async fn keep_seen(work: &mut Work<'_>, who: &SignedIn) -> Result<()> {
    store::save_seen(work, who.login).await
}

/// The actor and a yes to a deed about themself.
pub(super) fn ask_for_own(work: &mut Work<'_>, deed: Deed) -> Result<(PersonId, crate::access::Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = work.ask(deed, crate::access::Standing::NONE, About::person(person))?;
    Ok((person, grant))
}
