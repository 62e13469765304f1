//! Somebody takes up their invitation: they show that they know the invited address, choose their proofs, and are in.

use super::device::{Browser, Device};
use super::hashing;
use super::invitation::{Invitation, Proofs, invitation, take_up};
use super::login::open_login;
use super::passphrase::Passphrase;
use super::profile;
use super::token::Token;
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::id::PracticeId;
use crate::work::Work;
use crate::{Error, Fault, Result};

/// What the form behind the link says.
#[derive(Clone, Debug)]
pub struct Joining {
    /// The address that was invited: whoever has the link alone does not know it.
    pub email: String,
    /// The passphrase as typed.
    pub passphrase: String,
    /// The code that the app shows, where a second factor is wanted.
    pub code: String,
    /// Whose device this is.
    pub device: Device,
    /// What the browser says it is.
    pub browser: Browser,
    /// The site's name, which no passphrase may be made of.
    pub site: String,
}

/// Somebody who has joined.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The token of their first login.
    pub token: Token,
    /// Whose device it is.
    pub device: Device,
    /// Recovery codes to keep, where there is a second factor.
    pub codes: Vec<String>,
}

/// Takes up the invitation behind a link.
pub async fn join(app: &App, practice: PracticeId, link: Token, joining: Joining) -> Result<Joined> {
    let nobody = Actor::Nobody(practice);
    let typed = joining.clone();
    let checked = app.read(nobody, async move |work| {
        let invitation = invitation(work, &link).await?;
        let passphrase = check(work, &invitation, &typed).await?;
        Ok((invitation, passphrase))
    });
    let (invitation, passphrase) = checked.await?;
    let passphrase = hashing::hash(app, &passphrase).await?;
    let Joining { code, device, browser, .. } = joining;
    app.write(nobody, async move |work| {
        let proofs = Proofs { passphrase: passphrase.clone(), code: Some(code.clone()) };
        let codes = take_up(work, &invitation, &proofs).await?;
        let token = open_login(work, invitation.person, device, browser).await?;
        Ok(Joined { token, device, codes })
    })
    .await
}

/// Everything that needs mending, at once.
async fn check(work: &mut Work<'_>, invitation: &Invitation, joining: &Joining) -> Result<Passphrase> {
    if !invitation.is_for(work, &joining.email) {
        return Err(Error::invalid("email", "identity-fault-invited-address"));
    }
    let grant = work.ask(Deed::TakeUpInvitation, Standing::NONE, About::of(invitation.person, invitation.id.0))?;
    let known = profile(work, &grant, invitation.person).await?;
    let words = [joining.site.as_str(), &known.called, &known.legal, &known.email];
    let mut faults = Vec::new();
    let passphrase = Passphrase::choose(&joining.passphrase, invitation.beside(), &words);
    if let Err(fault) = &passphrase {
        faults.push(fault.clone());
    }
    let wants_code = invitation.beside() == super::passphrase::Beside::SecondFactor;
    if wants_code && invitation.secret(work).step_of(&joining.code, work.now())?.is_none() {
        faults.push(Fault::new("code", "identity-fault-code"));
    }
    if faults.is_empty() {
        return passphrase.map_err(|fault| Error::Invalid(vec![fault]));
    }
    Err(Error::Invalid(faults))
}
