//! Scenarios of letters, of what records show, and of what was talked about, on both engines.

mod letters;
mod pages;
mod patterns;
mod talks;

use super::{Fits, Letter, LetterId, Part, Released, Reply, Spoken, Typed, answer, begin, keep, letter, release};
use crate::access::Actor;
use crate::assessments::{AssignmentId, Request, Sheet, assign, submit};
use crate::clock::Span;
use crate::groups::{Charter, Format, give_up_seat, may_run, seats};
use crate::testing::{Circle, TestClinic, who};
use crate::web::words::Words;
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// What the therapist noticed.
const NOTICED: &str = "In session 1 you asked for time before the others had finished.";

/// A draft with this under "what I noticed".
fn typed(seen: u32, noticed: &str) -> Typed {
    let mut parts = vec![String::new(); Part::ALL.len()];
    parts[Part::Noticed.place()] = noticed.to_owned();
    Typed { seen, parts, plain: Vec::new(), until: None, chart: None }
}

async fn begun(clinic: &TestClinic, circle: &Circle) -> Result<LetterId> {
    let (group, person) = (circle.group, circle.person());
    clinic.write(circle.leader, async move |work| begin(work, Words::english(), group, person).await).await
}

async fn kept(clinic: &TestClinic, by: Actor, id: LetterId, typed: Typed) -> Result<()> {
    clinic.write(by, async move |work| keep(work, id, &typed).await).await
}

async fn read(clinic: &TestClinic, by: Actor, id: LetterId) -> Result<Letter> {
    clinic.read(by, async move |work| letter(work, id).await).await
}

async fn given(clinic: &TestClinic, by: Actor, id: LetterId, spoken: Spoken) -> Result<Released> {
    clinic
        .write(by, async move |work| {
            let seen = letter(work, id).await?.version;
            release(work, id, seen, spoken).await
        })
        .await
}

/// A letter that the member has.
async fn a_letter(clinic: &TestClinic, circle: &Circle) -> Result<LetterId> {
    let id = begun(clinic, circle).await?;
    kept(clinic, circle.leader, id, typed(1, NOTICED)).await?;
    assert_eq!(given(clinic, circle.leader, id, Spoken::NotYet).await?, Released::Done);
    Ok(id)
}

async fn answered(clinic: &TestClinic, by: Actor, id: LetterId, fits: Fits, words: &str) -> Result<()> {
    let reply = Reply { fits, words: words.to_owned() };
    clinic.write(by, async move |work| answer(work, id, &reply).await).await
}

/// Asks and answers at once, every question with the same option.
async fn measured(
    clinic: &TestClinic,
    circle: &Circle,
    by: Actor,
    instrument: &'static str,
    position: usize,
) -> Result<AssignmentId> {
    let (group, person) = (circle.group, who(by));
    let asking = async move |work: &mut Work<'_>| {
        let (opens_at, due_at) = (work.now(), work.now() + Span::days(2));
        assign(work, &Request { group, person, session: None, instrument, opens_at, due_at }).await
    };
    let id = clinic.write(circle.leader, asking).await?.expect("a new assignment");
    let items = measures::Catalogue::built_in().get(instrument).expect("it is built in").items.len();
    let sheet = Sheet { key: id.0, positions: vec![Some(position); items], ..Sheet::default() };
    clinic.write(by, async move |work| submit(work, id, &sheet).await.map(|_| ())).await?;
    Ok(id)
}

/// The member leaves.
async fn left(clinic: &TestClinic, circle: &Circle) -> Result<()> {
    let (group, person) = (circle.group, circle.person());
    let leaving = async move |work: &mut Work<'_>| {
        let seat = seats(work, group).await?.into_iter().find(|seat| seat.person == person).expect("a seat");
        let grant = may_run(work, group).await?;
        give_up_seat(work, &grant, seat.id, group).await
    };
    clinic.write(circle.leader, leaving).await
}

/// A support group that a clinician founded, with one participant.
async fn support(clinic: &TestClinic) -> Result<Circle> {
    let leader = clinic.clinician().await?;
    let group = clinic.group(leader, Charter::support(), Format::Open, 8).await?;
    let circle = Circle { leader, member: clinic.somebody("Pat").await?, group };
    circle.seat(clinic, circle.member, "Pat").await?;
    Ok(circle)
}
