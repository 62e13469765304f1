//! A practice of invented people: so many desks, each a clinician with three groups and weeks behind them. Two more people
//! read signs of danger. Everything is made by the product's own acts.

use super::Result;
use super::desk::Desk;
use super::house::{House, PASSPHRASE};
use ::store::Db;
use cohesion::access::{About, Actor, Deed, Standing, Tie};
use cohesion::app::App;
use cohesion::clock::{Clock, Span};
use cohesion::id::{PersonId, PracticeId};
use cohesion::identity::{AccountKind, Passphrase, PassphraseHash, Profile, hash, open_account};
use cohesion::practice::{Admission, Role, Settings, change_settings, enter};
use cohesion::safety::{Days, Duty, Hours, arrange_duty};
use cohesion::set_up::found_practice;
use tokio::task::JoinSet;

/// The zone of its clock.
pub const ZONE: &str = "Europe/Dublin";

/// Desks that are built side by side: their acts share commits.
const SIDE_BY_SIDE: usize = 8;

/// A practice and who is in it.
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// Its desks.
    pub desks: Vec<Desk>,
}

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// What they type.
    pub email: String,
}

impl Practice {
    /// Founds it in a house. `say` is told how many desks are built.
    pub async fn found(house: &House, desks: usize, say: impl Fn(usize)) -> Result<Self> {
        let db = house.db().await?;
        let app = house.app(&db, Clock::standing_at(Clock::machine().now() - Span::days(70))).await?;
        let id = PracticeId::random()?;
        let passphrase = hash(&app, &Passphrase::typed(PASSPHRASE)).await?;
        begin(&app, id, &passphrase).await?;
        let mut practice = Self { id, desks: Vec::new() };
        for first in (0..desks).step_by(SIDE_BY_SIDE) {
            let few = first..desks.min(first + SIDE_BY_SIDE);
            practice.desks.extend(build(house, &db, id, few, &passphrase).await?);
            say(practice.desks.len());
        }
        db.close().await;
        Ok(practice)
    }
}

async fn build(
    house: &House,
    db: &Db,
    practice: PracticeId,
    few: std::ops::Range<usize>,
    passphrase: &PassphraseHash,
) -> Result<Vec<Desk>> {
    let mut building = JoinSet::new();
    for number in few {
        let (now, passphrase) = (Clock::machine().now(), passphrase.clone());
        let app = house.app(db, Clock::standing_at(now - Span::days(70))).await?;
        building.spawn(async move { Desk::build(&app, practice, number, now, &passphrase).await });
    }
    let mut desks: Vec<Desk> = building.join_all().await.into_iter().collect::<Result<_>>()?;
    desks.sort_by_key(|desk| desk.number);
    Ok(desks)
}

async fn begin(app: &App, practice: PracticeId, passphrase: &PassphraseHash) -> Result<()> {
    let system = Actor::System(practice);
    app.write(system, async |work| found_practice(work).await).await?;
    let settings = Settings { home: Some("IE".parse()?), zone: ZONE.to_owned(), ..Settings::default() };
    app.write(system, async move |work| change_settings(work, &settings).await).await?;
    let reader = admit(app, practice, "Reader", passphrase).await?.id;
    let backup = admit(app, practice, "Backup", passphrase).await?.id;
    let hours = Hours { days: Days::from_bits(u8::MAX), from_minute: 0, until_minute: 24 * 60, zone: ZONE.to_owned() };
    let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
    let duty = Duty { reader, backup, hours, acknowledge_within, decide_within };
    Ok(app.write(system, async move |work| arrange_duty(work, None, &duty).await).await?)
}

/// Lets a clinician in, with a passphrase.
pub async fn admit(app: &App, practice: PracticeId, called: &str, passphrase: &PassphraseHash) -> Result<Person> {
    let profile = profile(called);
    let (email, passphrase) = (profile.email.clone(), passphrase.clone());
    let admission = Admission { profile, roles: vec![Role::Clinician] };
    let admitting = app.write(Actor::System(practice), async move |work| {
        let person = enter(work, &admission).await?;
        let grant = work.ask(Deed::InviteStaff, Standing::NONE.with(Tie::Administrator), About::person(person))?;
        open_account(work, &grant, person, AccountKind::Staff, Some(&passphrase)).await?;
        Ok(person)
    });
    Ok(Person { id: admitting.await?, email })
}

/// An invented person's profile.
pub fn profile(called: &str) -> Profile {
    let email = format!("{}@commons.example", called.to_lowercase());
    Profile { called: called.to_owned(), legal: format!("{called} Example"), email, phone: None }
}
