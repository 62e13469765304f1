//! Questionnaires that wait to be sent: asked of members and filled in beforehand, so that sending one is all that is measured.

use super::Result;
use super::browser::{Browser, Login};
use super::house::{PASSPHRASE, signed_in};
use super::load::{Client, Turn};
use super::practice::Person;
use cohesion::access::Actor;
use cohesion::app::App;
use cohesion::assessments::{AssignmentId, Part, Request, Sheet, assign, draft, keep_draft, submit};
use cohesion::clock::Span;
use cohesion::id::{self, GroupId, PracticeId};
use http::StatusCode;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::task::JoinSet;

/// What is sent.
const INSTRUMENT: &str = "phq-9";
/// Nine answers whose last one, item 9, suggests no danger; and the same with one that does.
const CALM: [usize; 9] = [1, 2, 1, 0, 2, 1, 1, 0, 0];
const IN_DANGER: [usize; 9] = [1, 2, 1, 0, 2, 1, 1, 0, 1];

/// A member who answers.
#[derive(Clone)]
pub struct Writer {
    /// Who.
    pub person: Person,
    /// The group that asks.
    pub group: GroupId,
}

/// What an answer suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// No danger.
    Calm,
    /// Danger: it must never stand without an alert.
    InDanger,
}

/// A filled-in questionnaire, to be sent by the writer at this place.
#[derive(Clone, Copy, Debug)]
pub struct Errand {
    /// The place among the writers.
    pub writer: usize,
    /// What is answered.
    pub assignment: AssignmentId,
    /// What the answer suggests.
    pub mood: Mood,
}

/// Asks each writer so many times and keeps the answers as drafts. Every `dangerous`th one suggests danger; 0 is none.
/// The errands come in turn: one of each writer, then the next of each.
pub async fn fill(
    app: &App,
    practice: PracticeId,
    writers: &[Writer],
    each: usize,
    dangerous: usize,
) -> Result<Vec<Errand>> {
    let mut filling = JoinSet::new();
    for (place, writer) in writers.iter().cloned().enumerate() {
        let app = app.clone();
        filling.spawn(async move { fill_one(&app, practice, place, &writer, each, dangerous).await });
    }
    let filled: Vec<Vec<Errand>> = filling.join_all().await.into_iter().collect::<Result<_>>()?;
    let mut errands: Vec<(usize, Errand)> = filled.into_iter().flat_map(|one| one.into_iter().enumerate()).collect();
    errands.sort_by_key(|(round, errand)| (*round, errand.writer));
    Ok(errands.into_iter().map(|(_, errand)| errand).collect())
}

async fn fill_one(
    app: &App,
    practice: PracticeId,
    place: usize,
    writer: &Writer,
    each: usize,
    dangerous: usize,
) -> Result<Vec<Errand>> {
    let (person, group) = (writer.person.id, writer.group);
    let asking = app.write(Actor::System(practice), async move |work| {
        let (opens_at, due_at) = (work.now(), work.now() + Span::days(1));
        let mut asked = Vec::new();
        for _ in 0..each {
            let request = Request { group, person, session: None, instrument: INSTRUMENT, opens_at, due_at };
            asked.extend(assign(work, &request).await?);
        }
        Ok(asked)
    });
    let mood =
        |number: usize| if dangerous > 0 && number.is_multiple_of(dangerous) { Mood::InDanger } else { Mood::Calm };
    let asked = asking.await?.into_iter().enumerate();
    let errands: Vec<Errand> =
        asked.map(|(number, assignment)| Errand { writer: place, assignment, mood: mood(number + place) }).collect();
    let kept = errands.clone();
    let keeping = app.write(signed_in(app, practice, person), async move |work| {
        for errand in &kept {
            keep_draft(work, errand.assignment, &errand.answers()).await?;
        }
        Ok(())
    });
    keeping.await?;
    Ok(errands)
}

impl Errand {
    fn answers(&self) -> Part {
        let answers = if self.mood == Mood::InDanger { IN_DANGER } else { CALM };
        let positions = answers.iter().map(|position| Some(*position)).enumerate().collect();
        Part { form: INSTRUMENT.to_owned(), positions, ..Part::default() }
    }

    /// Where the browser is sent when the answer is stored.
    fn is_thanked_at(&self, location: &str) -> bool {
        match self.mood {
            Mood::Calm => location == format!("/me/check-in/{}/done", self.assignment),
            Mood::InDanger => location.starts_with("/me/alerts/"),
        }
    }
}

/// A login of each writer, by the product's own form.
pub async fn sign_in_all(address: SocketAddr, writers: &[Writer]) -> Result<Arc<[Login]>> {
    let mut browser = Browser::open(address).await?;
    let mut logins = Vec::new();
    for writer in writers {
        logins.push(browser.sign_in(&writer.person.email, PASSPHRASE).await?);
    }
    Ok(logins.into())
}

/// One connection that sends errands, each as the writer whose it is.
pub struct Sender {
    browser: Browser,
    logins: Arc<[Login]>,
    errands: std::vec::IntoIter<Errand>,
}

impl Sender {
    /// Deals the errands out to so many connections.
    pub async fn deal(
        address: SocketAddr,
        logins: &Arc<[Login]>,
        errands: &[Errand],
        among: usize,
    ) -> Result<Vec<Self>> {
        let mut senders = Vec::new();
        for first in 0..among {
            let errands: Vec<Errand> = errands.iter().skip(first).step_by(among).copied().collect();
            let browser = Browser::open(address).await?;
            senders.push(Self { browser, logins: Arc::clone(logins), errands: errands.into_iter() });
        }
        Ok(senders)
    }

    /// Sends the next one; the errand once the server has said that it is stored, or nothing where none is left.
    pub async fn send(&mut self) -> Result<Option<Errand>> {
        let Some(errand) = self.errands.next() else { return Ok(None) };
        let form = format!("once={}", id::to_text(id::random()?));
        let path = format!("/me/check-in/{}/review", errand.assignment);
        let login = self.logins.get(errand.writer);
        let answer = self.browser.post(&path, login, form).await?.expecting(StatusCode::SEE_OTHER, &path)?;
        match answer.location() {
            Some(location) if errand.is_thanked_at(location) => Ok(Some(errand)),
            elsewhere => Err(format!("{path} was sent to {elsewhere:?}").into()),
        }
    }
}

impl Client for Sender {
    async fn act(&mut self) -> Result<Turn> {
        Ok(if self.send().await?.is_some() { Turn::Done } else { Turn::NothingLeft })
    }
}

/// Somebody in this process who does what the page does with an errand, with no HTTP before it and no login to read.
pub struct Caller {
    app: App,
    practice: PracticeId,
    writers: Arc<[Writer]>,
    errands: std::vec::IntoIter<Errand>,
}

impl Caller {
    /// Deals the errands out to so many callers.
    pub fn deal(app: &App, practice: PracticeId, writers: &[Writer], errands: &[Errand], among: usize) -> Vec<Self> {
        let writers: Arc<[Writer]> = writers.into();
        let dealt = (0..among).map(|first| errands.iter().skip(first).step_by(among).copied().collect::<Vec<_>>());
        let caller = |errands: Vec<Errand>| {
            let (app, writers, errands) = (app.clone(), Arc::clone(&writers), errands.into_iter());
            Self { app, practice, writers, errands }
        };
        dealt.map(caller).collect()
    }
}

impl Client for Caller {
    async fn act(&mut self) -> Result<Turn> {
        let Some(Errand { writer, assignment, .. }) = self.errands.next() else { return Ok(Turn::NothingLeft) };
        let person = self.writers.get(writer).ok_or("nobody has this errand")?.person.id;
        let key = id::random()?;
        let sending = self.app.write(signed_in(&self.app, self.practice, person), async move |work| {
            let draft = draft(work, assignment).await?;
            submit(work, assignment, &Sheet { key, positions: draft.positions, asides: draft.asides }).await
        });
        sending.await?;
        Ok(Turn::Done)
    }
}
