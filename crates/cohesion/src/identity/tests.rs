//! Scenarios of accounts and logins, on both engines.

mod coming_in;
mod contacts;
mod factors;
mod logins;
mod rates;
mod signing_in;

use super::{
    AccountKind, Invitation, NewSecret, PassphraseHash, Token, hash, invitation, invitation_mail, invite, open_account,
    passphrase::Passphrase,
};
use super::{Profile, add_person};
use crate::Result;
use crate::access::{About, Actor, Deed, Grant, Standing};
use crate::id::PersonId;
use crate::testing::{Tab, TestClinic};
use crate::work::Work;

/// Long enough to stand alone, and nobody's first guess.
const PASSPHRASE: &str = "four purple herons wait";

/// Somebody with an account.
struct Somebody {
    id: PersonId,
    email: String,
}

impl Somebody {
    /// The actor, who has just proved who they are.
    fn actor(&self, clinic: &TestClinic) -> Actor {
        clinic.signed_in(self.id)
    }
}

/// A yes about the person, as the program itself gets it.
fn yes(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SetUp, Standing::NONE, About::person(person))
}

/// A person without an account.
async fn known(clinic: &TestClinic, called: &str) -> Result<Somebody> {
    let email = format!("{called}@example.org").to_lowercase();
    let profile =
        Profile { called: called.to_owned(), legal: format!("{called} Quill"), email: email.clone(), phone: None };
    let adding = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::NOTHING)?;
        add_person(work, &grant, &profile).await
    };
    Ok(Somebody { id: clinic.write(clinic.system(), adding).await?, email })
}

/// A person with an account, whose passphrase is [`PASSPHRASE`].
async fn somebody(clinic: &TestClinic, called: &str, kind: AccountKind) -> Result<Somebody> {
    let somebody = known(clinic, called).await?;
    let person = somebody.id;
    let hash = hash(&clinic.app, &Passphrase::typed(PASSPHRASE)).await?;
    open(clinic, person, kind, Some(hash)).await?;
    Ok(somebody)
}

async fn open(clinic: &TestClinic, person: PersonId, kind: AccountKind, hash: Option<PassphraseHash>) -> Result<()> {
    let opening = async move |work: &mut Work<'_>| {
        let grant = yes(work, person)?;
        open_account(work, &grant, person, kind, hash.as_ref()).await
    };
    clinic.write(clinic.system(), opening).await
}

/// Invites, and gives the link that stands in the letter.
async fn invited(clinic: &TestClinic, person: PersonId, kind: AccountKind) -> Result<String> {
    let inviting = async move |work: &mut Work<'_>| {
        let grant = yes(work, person)?;
        invite(work, &grant, person, kind).await
    };
    let id = clinic.write(clinic.system(), inviting).await?;
    let mail = clinic.write(clinic.system(), async move |work| invitation_mail(work, id.0).await).await?;
    Ok(mail.expect("the letter of a fresh invitation").path)
}

/// The invitation behind a link and the secret that its page offers.
async fn behind(clinic: &TestClinic, link: &str) -> Result<(Invitation, NewSecret)> {
    let token = Token::read(link.trim_start_matches("/join/")).expect("a link holds a token");
    let reading = async move |work: &mut Work<'_>| {
        let invitation = invitation(work, &token).await?;
        let secret = invitation.secret(work);
        Ok((invitation, secret))
    };
    clinic.read(Actor::Nobody(clinic.practice), reading).await
}

/// Somebody of the staff who has joined, with their app, their recovery codes and the tab they joined in.
struct Colleague {
    id: PersonId,
    email: String,
    app: NewSecret,
    codes: Vec<String>,
    tab: Tab,
}

async fn colleague(clinic: &TestClinic, called: &str) -> Result<Colleague> {
    let Somebody { id, email } = known(clinic, called).await?;
    let link = invited(clinic, id, AccountKind::Staff).await?;
    let (_, app) = behind(clinic, &link).await?;
    let code = app.code_at(clinic.app.clock().now());
    let mut tab = clinic.tab();
    let fields =
        [("email", email.as_str()), ("passphrase", PASSPHRASE), ("again", PASSPHRASE), ("code", &code), ("own", "yes")];
    let page = tab.post(&link, &fields).await;
    assert_eq!(page.status, 200, "{}", page.body);
    Ok(Colleague { id, email, app, codes: codes_on(&page.body), tab })
}

fn codes_on(page: &str) -> Vec<String> {
    page.split("<li><code>").skip(1).filter_map(|rest| Some(rest.split_once('<')?.0.to_owned())).collect()
}
