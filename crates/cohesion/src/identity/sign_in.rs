//! Signing in: a passphrase, then the second factor where there is one. An address that nobody here has answers in the same
//! bytes and the same time as a wrong passphrase: one hash is computed either way (ATK-23).

use super::account::{Account, end_every_login};
use super::client::ClientAddress;
use super::device::{Browser, Device};
use super::hashing::{self, PassphraseHash, Verdict};
use super::login::open_login;
use super::passphrase::Passphrase;
use super::store::{accounts, logins, second_steps, throttles};
use super::throttle::{Admission, Count, admit, give_back};
use super::token::Token;
use super::{recovery, totp};
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::id::PracticeId;
use crate::work::Work;
use crate::{Error, Result};

/// A try to sign in, as the form and the connection tell it.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The address as typed.
    pub email: String,
    /// The passphrase as typed.
    pub passphrase: Passphrase,
    /// Whose device this is.
    pub device: Device,
    /// What the browser says it is.
    pub browser: Browser,
    /// Where the request comes from.
    pub client: ClientAddress,
    /// What this browser was given when somebody signed in with it before.
    pub known: Option<Token>,
}

/// What became of a try.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The person is in: the login's token, and the mark of a known browser on a device of their own.
    In {
        /// For the login's cookie.
        token: Token,
        /// For the cookie of a known browser.
        known: Option<Token>,
        /// Whose device it is.
        device: Device,
    },
    /// The passphrase is right; the second factor is asked for next.
    SecondStep(Token),
    /// Address, passphrase or code is wrong; which of them is not said.
    Refused,
}

/// Tries a passphrase.
pub async fn sign_in(app: &App, practice: PracticeId, attempt: Attempt) -> Result<Outcome> {
    let nobody = Actor::Nobody(practice);
    let index = app.vault().email_index(&attempt.email).unwrap_or_default();
    let by_account = match &attempt.known {
        Some(token) if is_known(app, token, index) => Count::KnownBrowser(mark_of(token)),
        _ => Count::Account(index),
    };
    let counts = [Count::Address(attempt.client), by_account];
    let asked = app.write(nobody, async move |work| {
        Ok((admit(work, &counts).await?, accounts::find_account_by_address(work, index).await?))
    });
    let (admission, account) = asked.await?;
    admission.checked()?;
    let account = account.filter(|account| account.closed_at.is_none());
    let kept = account.as_ref().map(|account| account.passphrase.clone());
    let verdict = hashing::verify(app, &attempt.passphrase, kept).await?;
    let stronger = match verdict {
        Verdict::RightButWeak => Some(hashing::hash(app, &attempt.passphrase).await?),
        Verdict::Right | Verdict::Wrong => None,
    };
    let right = account.as_ref().filter(|_| verdict != Verdict::Wrong).map(|account| account.person);
    let about = account.map_or(About::NOTHING, |account| About::person(account.person));
    let Attempt { device, browser, .. } = attempt;
    app.write(nobody, async move |work| {
        if let Some(person) = right {
            give_back(work, &counts).await?;
            return admit_person(work, person, device, browser, stronger.as_ref()).await;
        }
        work.ask(Deed::RefuseSignIn, Standing::NONE, about)?;
        Ok(Outcome::Refused)
    })
    .await
}

/// Whether a second step may be shown: the passphrase was right, a few minutes ago, in this browser.
pub async fn awaits_second_step(work: &mut Work<'_>, step: &Token) -> Result<bool> {
    let hash = work.vault().token_hash(step.bytes());
    Ok(second_steps::find_second_step(work, hash).await?.is_some())
}

/// Tries a code of the app or a recovery code. [`Error::SignInNeeded`] where no second step is open.
pub async fn take_second_step(
    app: &App,
    practice: PracticeId,
    step: Token,
    code: String,
    browser: Browser,
) -> Result<Outcome> {
    let tried = app.write(Actor::Nobody(practice), async move |work| {
        let hash = work.vault().token_hash(step.bytes());
        let Some((person, device)) = second_steps::find_second_step(work, hash).await? else {
            return Err(Error::SignInNeeded);
        };
        let admission = admit(work, &[Count::SecondStep(person.0)]).await?;
        if admission != Admission::Go {
            return Ok((admission, Outcome::Refused));
        }
        second_steps::count_try(work, hash).await?;
        let account = accounts::find_account(work, person).await?.filter(|account| account.closed_at.is_none());
        let account = account.ok_or(Error::SignInNeeded)?;
        if !second_factor_is_right(work, &account, &code).await? {
            work.ask(Deed::RefuseSignIn, Standing::NONE, About::person(person))?;
            return Ok((admission, Outcome::Refused));
        }
        give_back(work, &[Count::SecondStep(person.0)]).await?;
        second_steps::end_second_step(work, hash).await?;
        Ok((admission, enter(work, &account, device, browser).await?))
    });
    let (admission, outcome) = tried.await?;
    admission.checked()?;
    Ok(outcome)
}

/// Whether the code is a right one of the app, or an unused recovery code, whose use ends every other login.
pub(super) async fn second_factor_is_right(work: &mut Work<'_>, account: &Account, code: &str) -> Result<bool> {
    let grant = work.ask(Deed::ShowSecondFactor, Standing::NONE, About::person(account.person))?;
    if totp::take_code(work, &grant, account, code).await? {
        return Ok(true);
    }
    let is_recovery_code = recovery::use_code(work, &grant, account.person, code).await?;
    if is_recovery_code {
        end_every_login(work, &grant, account.person).await?;
    }
    Ok(is_recovery_code)
}

/// After a right passphrase: in, or on to the second factor.
async fn admit_person(
    work: &mut Work<'_>,
    person: crate::id::PersonId,
    device: Device,
    browser: Browser,
    stronger: Option<&PassphraseHash>,
) -> Result<Outcome> {
    let grant = work.ask(Deed::SignIn, Standing::NONE, About::person(person))?;
    if let Some(hash) = stronger {
        accounts::save_passphrase(work, &grant, person, hash).await?;
    }
    let account = accounts::find_account(work, person).await?.ok_or(Error::NotFound)?;
    if account.totp.is_none() {
        return enter(work, &account, device, browser).await;
    }
    let token = Token::random()?;
    let hash = work.vault().token_hash(token.bytes());
    second_steps::insert_second_step(work, &grant, person, hash, device).await?;
    Ok(Outcome::SecondStep(token))
}

/// Opens the login and forgets what is old.
async fn enter(work: &mut Work<'_>, account: &Account, device: Device, browser: Browser) -> Result<Outcome> {
    throttles::forget_old_tries(work).await?;
    second_steps::forget_old_second_steps(work).await?;
    logins::forget_old_logins(work).await?;
    let token = open_login(work, account.person, device, browser).await?;
    let known = match device {
        Device::Own => Some(known_browser(work.vault(), account.email_index)?),
        Device::Shared => None,
    };
    Ok(Outcome::In { token, known, device })
}

/// The mark of a browser that an account's person has used: 16 random bytes, and 16 that only this server can make of them.
fn known_browser(vault: &crate::work::Vault, index: [u8; 32]) -> Result<Token> {
    let mark: [u8; 16] = crate::id::random()?;
    Ok(Token::from_bytes(signed(vault, mark, index)))
}

fn is_known(app: &App, token: &Token, index: [u8; 32]) -> bool {
    keyring::equal(&signed(app.vault(), mark_of(token), index), token.bytes())
}

fn mark_of(token: &Token) -> [u8; 16] {
    let mut mark = [0; 16];
    mark.copy_from_slice(&token.bytes()[..16]);
    mark
}

fn signed(vault: &crate::work::Vault, mark: [u8; 16], index: [u8; 32]) -> [u8; 32] {
    let mut token = vault.count_key("known browser's mark", &[&mark[..], &index].concat());
    token.copy_within(..16, 16);
    token[..16].copy_from_slice(&mark);
    token
}
