//! The practice is founded, and its first administrator is in.

use super::{opens, store};
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::id::{Bytes, PersonId, PracticeId};
use crate::identity::{
    self, AccountKind, Beside, Browser, Device, Joined, NewSecret, Passphrase, PassphraseHash, Profile, Token,
};
use crate::practice::{self, Admission, Role};
use crate::work::Work;
use crate::{Error, Result};

/// What the form behind the link says of the first administrator.
#[derive(Clone, Debug)]
pub struct First {
    /// Names and address.
    pub profile: Profile,
    /// The passphrase as typed.
    pub passphrase: String,
    /// The code that the app shows.
    pub code: String,
    /// Whose device this is.
    pub device: Device,
    /// What the browser says it is.
    pub browser: Browser,
}

/// Founds the practice and lets its first administrator in. Of many at once, one wins; all others read as absent.
pub async fn begin(app: &App, link: &Token, first: First) -> Result<Joined> {
    if !opens(app, link).await? {
        return Err(Error::NotFound);
    }
    let passphrase = identity::hash(app, &first.check()?).await?;
    let (practice, seed) = (PracticeId::random()?, seed_of(link));
    let founding = async move |work: &mut Work<'_>| {
        found_practice(work).await?;
        let person = admit(work, &first, &passphrase).await?;
        let codes = give_second_factor(work, person, seed, &first.code).await?;
        let token = identity::open_login(work, person, first.device, first.browser).await?;
        Ok(Joined { token, device: first.device, codes })
    };
    let joined = app.write(Actor::System(practice), founding).await?;
    app.settle(practice);
    Ok(joined)
}

/// Enters the practice in whose name the actor works, if there is none on this server yet.
pub async fn found_practice(work: &mut Work<'_>) -> Result<()> {
    let grant = work.ask(Deed::SetUp, Standing::NONE, About::NOTHING)?;
    if store::is_founded(work).await? {
        return Err(Error::NotFound);
    }
    store::insert_practice(work, &grant).await
}

/// The seed of the second factor that the link's page offers.
pub(super) fn seed_of(link: &Token) -> Bytes {
    let mut seed = [0; 16];
    seed.copy_from_slice(&keyring::digest(link.bytes())[..16]);
    seed
}

impl First {
    fn check(&self) -> Result<Passphrase> {
        let known = &self.profile;
        let words = [known.called.as_str(), &known.legal, &known.email];
        Passphrase::choose(&self.passphrase, Beside::SecondFactor, &words).map_err(|fault| Error::Invalid(vec![fault]))
    }
}

async fn admit(work: &mut Work<'_>, first: &First, passphrase: &PassphraseHash) -> Result<PersonId> {
    let admission = Admission { profile: first.profile.clone(), roles: vec![Role::Administrator] };
    let person = practice::enter(work, &admission).await?;
    let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
    identity::open_account(work, &grant, person, AccountKind::Staff, Some(passphrase)).await?;
    Ok(person)
}

async fn give_second_factor(work: &mut Work<'_>, person: PersonId, seed: Bytes, code: &str) -> Result<Vec<String>> {
    let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
    let secret = NewSecret::of(work.vault(), seed);
    identity::begin_second_factor(work, &grant, person, &secret, code).await
}
