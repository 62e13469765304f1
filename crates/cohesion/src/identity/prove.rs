//! A person proves once more who they are: to unlock a login that lay idle, or before something sensitive.

use super::hashing::{self, Verdict};
use super::login::{Login, LoginState};
use super::passphrase::Passphrase;
use super::sign_in::second_factor_is_right;
use super::store::{accounts, logins};
use super::throttle::{Count, admit, give_back};
use super::token::Token;
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::PracticeId;
use crate::work::Work;
use crate::{Error, Result};

/// What has to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The passphrase: the login is locked.
    Passphrase,
    /// The passphrase and, where there is one, the second factor: something sensitive comes next.
    Everything,
}

/// Proves it. The login's token is another one afterwards (ATK-33); nothing where passphrase or code is wrong.
pub async fn prove_again(
    app: &App,
    practice: PracticeId,
    login: Login,
    passphrase: Passphrase,
    code: String,
) -> Result<Option<Token>> {
    let (nobody, counts) = (Actor::Nobody(practice), [Count::Login(login.id.0)]);
    let asked = app.write(nobody, async move |work| {
        Ok((admit(work, &counts).await?, accounts::find_account(work, login.person).await?))
    });
    let (admission, account) = asked.await?;
    admission.checked()?;
    let verdict = hashing::verify(app, &passphrase, account.map(|account| account.passphrase)).await?;
    if verdict == Verdict::Wrong {
        let refuse = async move |work: &mut Work<'_>| {
            work.ask(Deed::RefuseSignIn, Standing::NONE, About::person(login.person)).map(|_| None)
        };
        return app.write(nobody, refuse).await;
    }
    let actor = Actor::Person(login.signed_in(practice));
    app.write(actor, async move |work| {
        let proven = finish(work, &login, &code).await?;
        if proven.is_some() {
            give_back(work, &counts).await?;
        }
        Ok(proven)
    })
    .await
}

/// What a proof must show, as the login stands at `now`.
pub fn wanted(login: &Login, now: Timestamp) -> Wanted {
    if login.state(now) == LoginState::Locked { Wanted::Passphrase } else { Wanted::Everything }
}

async fn finish(work: &mut Work<'_>, login: &Login, code: &str) -> Result<Option<Token>> {
    let grant = work.ask(Deed::ProveAgain, Standing::NONE, About::person(login.person))?;
    let now = work.now();
    let account = accounts::find_account(work, login.person).await?.ok_or(Error::SignInNeeded)?;
    let proven_at = match (account.totp.is_some(), wanted(login, now)) {
        (true, Wanted::Passphrase) => login.proven_at,
        (true, Wanted::Everything) if !second_factor_is_right(work, &account, code).await? => return Ok(None),
        _ => now,
    };
    let token = Token::random()?;
    let hash = work.vault().token_hash(token.bytes());
    match logins::save_proof(work, &grant, login.id, hash, proven_at).await? {
        1 => Ok(Some(token)),
        _ => Err(Error::SignInNeeded),
    }
}
