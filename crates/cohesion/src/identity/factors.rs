//! A person changes how they prove who they are. Each change asks for a fresh proof and ends their other logins (ATK-34).

use super::account::{Account, AccountKind};
use super::hashing::{self, Verdict};
use super::login::ask_for_own;
use super::passphrase::{Beside, Passphrase};
use super::store::{accounts as store, logins};
use super::totp::{self, NewSecret};
use super::{Profile, profile, recovery};
use crate::access::{Actor, Deed, Grant, SignedIn};
use crate::app::App;
use crate::hub::Change;
use crate::id::Bytes;
use crate::web::shell::Scheme;
use crate::work::Work;
use crate::{Error, Result};

/// What a person sees of their own account.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    /// Names and ways to reach them.
    pub profile: Profile,
    /// Whether they work here.
    pub kind: AccountKind,
    /// Whether there is a second factor.
    pub beside: Beside,
    /// Recovery codes that have not been used.
    pub codes_left: u32,
    /// Light or dark.
    pub scheme: Scheme,
}

/// The actor's own account.
pub async fn own_account(work: &mut Work<'_>) -> Result<OwnAccount> {
    let (person, grant) = ask_for_own(work, Deed::SeeOwnSettings)?;
    let account = store::find_account(work, person).await?.ok_or(Error::NotFound)?;
    Ok(OwnAccount {
        profile: profile(work, &grant, person).await?,
        kind: account.kind,
        beside: account.beside(),
        codes_left: store::count_codes(work, &grant, person).await?,
        scheme: account.scheme,
    })
}

/// Chooses light, dark or what the device says.
pub async fn choose_scheme(work: &mut Work<'_>, scheme: Scheme) -> Result<()> {
    let (person, grant) = ask_for_own(work, Deed::ChangeOwnLook)?;
    store::save_scheme(work, &grant, person, scheme).await
}

/// May the actor change their own factors now? A page asks this before it shows the form, so that no typing is lost.
pub async fn may_change_factors(work: &mut Work<'_>) -> Result<()> {
    ask_for_own(work, Deed::ChangeOwnFactors).map(|_| ())
}

/// Sets another passphrase.
pub async fn change_passphrase(app: &App, actor: Actor, passphrase: Passphrase) -> Result<()> {
    let hash = hashing::hash(app, &passphrase).await?;
    let change = async move |work: &mut Work<'_>| {
        let (account, grant) = ask_to_change(work).await?;
        store::save_passphrase(work, &grant, account.person, &hash).await?;
        end_others(work, &grant).await
    };
    app.write(actor, change).await
}

/// Takes the app that shows a right code as the second factor, and gives ten recovery codes to keep.
pub async fn set_second_factor(work: &mut Work<'_>, seed: Bytes, code: &str) -> Result<Vec<String>> {
    let (account, grant) = ask_to_change(work).await?;
    let secret = NewSecret::of(work.vault(), seed);
    let step = secret.step_of(code, work.now())?.ok_or_else(|| Error::invalid("code", "identity-fault-code"))?;
    totp::keep(work, &grant, &account, &secret, step).await?;
    end_others(work, &grant).await?;
    recovery::renew(work, &grant, account.person).await
}

/// Gives ten new recovery codes; the old ones are worth nothing any more.
pub async fn renew_recovery_codes(work: &mut Work<'_>) -> Result<Vec<String>> {
    let (account, grant) = ask_to_change(work).await?;
    if account.totp.is_none() {
        return Err(Error::NotFound);
    }
    recovery::renew(work, &grant, account.person).await
}

/// Goes without a second factor. The passphrase, typed once more, must be long enough to stand alone; who works here keeps
/// their second factor.
pub async fn remove_second_factor(app: &App, actor: Actor, passphrase: Passphrase) -> Result<()> {
    let account = app.read(actor, async |work| Ok(ask_to_change(work).await?.0)).await?;
    if account.kind == AccountKind::Staff {
        return Err(Error::Forbidden("identity-forbidden-without-second-factor"));
    }
    if hashing::verify(app, &passphrase, Some(account.passphrase)).await? == Verdict::Wrong {
        return Err(Error::invalid("passphrase", "identity-fault-passphrase"));
    }
    if passphrase.chars() < Beside::Nothing.chars_min() {
        return Err(Error::invalid("passphrase", "identity-fault-too-short-alone"));
    }
    let remove = async |work: &mut Work<'_>| {
        let (account, grant) = ask_to_change(work).await?;
        store::clear_totp(work, &grant, account.person).await?;
        store::forget_codes(work, &grant, account.person).await?;
        end_others(work, &grant).await
    };
    app.write(actor, remove).await
}

async fn ask_to_change(work: &mut Work<'_>) -> Result<(Account, Grant)> {
    let (person, grant) = ask_for_own(work, Deed::ChangeOwnFactors)?;
    Ok((store::find_account(work, person).await?.ok_or(Error::NotFound)?, grant))
}

async fn end_others(work: &mut Work<'_>, grant: &Grant) -> Result<()> {
    let Actor::Person(SignedIn { person, login, .. }) = work.actor() else { return Err(Error::SignInNeeded) };
    logins::end_logins_but(work, grant, person, login).await?;
    work.announce(Change::LoginEnded(person));
    Ok(())
}
