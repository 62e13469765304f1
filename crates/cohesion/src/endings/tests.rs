//! Scenarios of endings, on both engines.

mod access;
mod afterwards;
mod leaving;
mod looking;
mod naming;
mod pages;
mod summaries;
mod trainees;

use super::{Written, write};
use crate::Result;
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{SeatState, Session, living_seats};
use crate::safety::{Days, Duty, Hours, arrange_duty};
use crate::sessions::{Mark, Presence, close, mark_all, open};
use crate::testing::{Circle, TestClinic, who};

/// Whoever leads, having proved who they are.
fn leader(clinic: &TestClinic, circle: &Circle) -> Actor {
    clinic.signed_in(who(circle.leader))
}

/// Holds a session to which everybody comes, and does what follows.
async fn hold(clinic: &TestClinic, circle: &Circle, session: &Session) -> Result<()> {
    clinic.pass(session.starts_at - clinic.app.clock().now());
    let (id, group) = (session.id, circle.group);
    let holding = async move |work: &mut crate::work::Work<'_>| {
        open(work, id).await?;
        let here = living_seats(work, group).await?.into_iter().filter(|(_, state)| *state == SeatState::Active);
        let here: Vec<Mark> =
            here.map(|(person, _)| Mark { person, presence: Presence::Present, minutes: 90, words: None }).collect();
        mark_all(work, id, &here).await?;
        close(work, id).await
    };
    clinic.write(leader(clinic, circle), holding).await?;
    clinic.run_jobs().await.map(|_| ())
}

/// Somebody is on duty who reads at once.
async fn on_duty(clinic: &TestClinic, circle: &Circle, backup: Actor) -> Result<()> {
    let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
    let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
    let duty = Duty { reader: who(circle.leader), backup: who(backup), hours, acknowledge_within, decide_within };
    clinic.write(clinic.system(), async move |work| arrange_duty(work, None, &duty).await).await
}

/// What stands in a summary that can be signed.
fn parts() -> Vec<String> {
    [
        "Twelve evenings of CBT.",
        "More days outside, and fewer alone.",
        "Asked on the last evening; no thoughts of death.",
        "Back to Dr Byrne; the plan lies in the kitchen.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Keeps a first draft of Sam's summary.
async fn begin(clinic: &TestClinic, circle: &Circle, parts: Vec<String>) -> Result<u32> {
    let (group, person) = (circle.group, circle.person());
    let writing = async move |work: &mut crate::work::Work<'_>| {
        write(work, group, person, &Written { parts: parts.clone(), ..Written::default() }).await
    };
    clinic.write(leader(clinic, circle), writing).await
}
