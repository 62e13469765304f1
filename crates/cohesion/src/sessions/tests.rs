//! Scenarios around a session's hour, on both engines.

mod absences;
mod after;
mod ahead;
mod hour;
mod pages;

use super::{FollowUp, Mark, Presence, close, follow_ups, mark, open};
use crate::Result;
use crate::access::Actor;
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::id::PersonId;
use crate::testing::{Circle, TestClinic};

/// Moves the clock on to a moment.
fn pass_until(clinic: &TestClinic, moment: Timestamp) {
    clinic.pass(moment - clinic.app.clock().now());
}

/// The leader at the hour of a session, having proved who they are.
fn leader_at(clinic: &TestClinic, circle: &Circle, session: &Session) -> Actor {
    pass_until(clinic, session.starts_at);
    clinic.signed_in(circle.leader.person().expect("the leader is a person"))
}

async fn begin(clinic: &TestClinic, circle: &Circle, session: &Session) -> Result<Actor> {
    let (leader, id) = (leader_at(clinic, circle, session), session.id);
    clinic.write(leader, async move |work| open(work, id).await).await?;
    Ok(leader)
}

/// Holds a session to which one member came, or did not.
async fn hold(clinic: &TestClinic, circle: &Circle, session: &Session, presence: Presence) -> Result<()> {
    let (leader, id) = (begin(clinic, circle, session).await?, session.id);
    attend(clinic, leader, session, circle.person(), presence).await?;
    clinic.write(leader, async move |work| close(work, id).await).await
}

async fn attend(
    clinic: &TestClinic,
    actor: Actor,
    session: &Session,
    person: PersonId,
    presence: Presence,
) -> Result<()> {
    let minutes = if presence.was_there() { 90 } else { 0 };
    let (id, marking) = (session.id, Mark { person, presence, minutes, words: None });
    clinic.write(actor, async move |work| mark(work, id, &marking).await).await
}

async fn to_follow(clinic: &TestClinic, circle: &Circle) -> Result<Vec<FollowUp>> {
    let group = circle.group;
    clinic.read(circle.leader, async move |work| follow_ups(work, group).await).await
}
