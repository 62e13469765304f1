//! Scenarios around what is written after a session, on both engines.

mod access;
mod apart;
mod drafts;
mod incidents;
mod logs;
mod pages;
mod signing;
mod trainees;

use super::store::{self, NoteRow};
use super::{Desk, Format, Note, NoteId, Outcome, Section, Sheet, Signing, Typed, desk, keep, sign};
use crate::Result;
use crate::access::Actor;
use crate::groups::{LeaderRole, Session, appoint};
use crate::id::PersonId;
use crate::practice::Role;
use crate::sessions::{Mark, Presence, mark_all, open};
use crate::testing::{Circle, TestClinic, who};

/// What Mara writes of Sam.
const OF_SAM: &str = "Came back to the thought about the neighbours and found two facts against it.";
/// What Mara writes of Jo.
const OF_JO: &str = "Was quiet at first, then asked for time and spoke of the garden.";

/// A session that has begun, with two members who came.
struct Evening {
    circle: Circle,
    session: Session,
    /// The leader, signed in at the hour.
    mara: Actor,
    jo: PersonId,
}

impl Evening {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let circle = Circle::of(clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(clinic, jo, "Jo").await?;
        let session = circle.plan(clinic, 2).await?[0];
        clinic.pass(session.starts_at - clinic.app.clock().now());
        let evening = Self { mara: clinic.signed_in(who(circle.leader)), session, jo: who(jo), circle };
        let (id, people) = (session.id, [evening.sam(), evening.jo]);
        clinic
            .write(evening.mara, async move |work| {
                open(work, id).await?;
                let came = |person| Mark { person, presence: Presence::Present, minutes: 90, words: None };
                mark_all(work, id, &people.map(came)).await
            })
            .await?;
        Ok(evening)
    }

    fn sam(&self) -> PersonId {
        self.circle.person()
    }

    /// Somebody of the staff with a part in the group.
    async fn with(&self, clinic: &TestClinic, called: &str, role: Role, part: LeaderRole) -> Result<Actor> {
        let (colleague, group) = (clinic.colleague(called, &[role]).await?, self.circle.group);
        clinic.write(self.mara, async move |work| appoint(work, group, who(colleague), part).await).await?;
        Ok(colleague)
    }

    async fn desk(&self, clinic: &TestClinic, actor: Actor) -> Result<Desk> {
        let id = self.session.id;
        clinic.read(actor, async move |work| desk(work, id).await).await
    }

    async fn section(&self, clinic: &TestClinic, person: PersonId) -> Result<Section> {
        let sections = self.desk(clinic, self.mara).await?.sections;
        Ok(sections.into_iter().find(|section| section.person == person).expect("they came"))
    }

    async fn note(&self, clinic: &TestClinic, person: PersonId) -> Result<Note> {
        Ok(self.section(clinic, person).await?.note.expect("it is begun"))
    }

    async fn keep(&self, clinic: &TestClinic, actor: Actor, sheet: Sheet) -> Result<super::Kept> {
        let id = self.session.id;
        clinic.write(actor, async move |work| keep(work, id, &sheet).await).await
    }

    /// The record, and a note of each.
    async fn write(&self, clinic: &TestClinic) -> Result<()> {
        let sheet = Sheet {
            shared: Some(shared("Worry and the facts")),
            notes: vec![note(self.sam(), OF_SAM), note(self.jo, OF_JO)],
        };
        assert!(self.keep(clinic, self.mara, sheet).await?.stale.is_empty());
        Ok(())
    }

    async fn sign(&self, clinic: &TestClinic, actor: Actor, signing: Signing) -> Result<Vec<(PersonId, Outcome)>> {
        let id = self.session.id;
        clinic.write(actor, async move |work| sign(work, id, &signing).await).await
    }

    async fn sign_of(&self, clinic: &TestClinic, actor: Actor, person: PersonId) -> Result<Outcome> {
        let signing = Signing { people: vec![person], ..Signing::default() };
        Ok(self.sign(clinic, actor, signing).await?.remove(0).1)
    }

    /// The note's row as it lies in the database.
    async fn row(&self, clinic: &TestClinic, id: NoteId) -> Result<NoteRow> {
        clinic.read(self.mara, async move |work| store::find_note(work, id).await).await
    }
}

fn shared(topic: &str) -> Typed {
    Typed {
        seen: 0,
        parts: vec![topic.to_owned(), "Checking the facts".to_owned(), String::new(), String::new()],
        ..Typed::default()
    }
}

fn note(person: PersonId, data: &str) -> (PersonId, Format, Typed) {
    again(person, data, 0)
}

fn again(person: PersonId, data: &str, seen: u32) -> (PersonId, Format, Typed) {
    (
        person,
        Format::Dap,
        Typed { seen, parts: vec![data.to_owned(), String::new(), String::new()], ..Typed::default() },
    )
}

fn only(note: (PersonId, Format, Typed)) -> Sheet {
    Sheet { shared: None, notes: vec![note] }
}
