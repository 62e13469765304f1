//! What members answer before each session, each at an hour of their own.

use futures_util::future::try_join_all;

use super::course::answers;
use super::group::Circle;
use super::people::Member;
use super::plan::Which;
use crate::access::{About, Deed, Standing};
use crate::assessments::{Sheet, asked_of, submit};
use crate::clock::{Span, Timestamp};
use crate::groups::Session;
use crate::id::PersonId;
use crate::work::Work;
use crate::{Result, id};

/// How long before a session questionnaires are answered.
const BEFORE: [Span; 3] = [Span::hours(29), Span::hours(22), Span::hours(5)];

/// Lets everybody answer who has been asked. Before the next session, only some have answered yet.
pub(super) async fn before(circle: &Circle<'_>, session: &Session) -> Result<()> {
    if circle.plan.which == Which::Loss {
        return Ok(());
    }
    let everybody = circle.plan.members.iter().enumerate();
    let answering = everybody.filter_map(|(place, member)| {
        let moment = moment(circle, session, place)?;
        Some(answer(circle, session.number, place, member, moment))
    });
    try_join_all(answering).await.map(|_| ())
}

/// Lets everybody say how a session was, once it has been held.
pub(super) async fn after(circle: &Circle<'_>, session: &Session) -> Result<()> {
    if circle.plan.which == Which::Loss || session.number > circle.plan.held {
        return Ok(());
    }
    let everybody = circle.plan.members.iter().enumerate();
    let moment = session.ends_at + Span::minutes(30);
    let answering = everybody.map(|(place, member)| answer(circle, session.number, place, member, moment));
    try_join_all(answering).await.map(|_| ())
}

/// When somebody answers. Every third one does so well before the next session, which leaves Sam with his still to come.
fn moment(circle: &Circle<'_>, session: &Session, place: usize) -> Option<Timestamp> {
    if session.number <= circle.plan.held {
        return Some(session.starts_at - BEFORE[place % BEFORE.len()]);
    }
    let minutes = 10 + 15 * i64::try_from(place / 3).unwrap_or(0);
    let earlier = circle.past.now - Span::minutes(minutes);
    (place % 3 == 1 && earlier > session.starts_at - Span::hours(47)).then_some(earlier)
}

async fn answer(
    circle: &Circle<'_>,
    number: u32,
    place: usize,
    member: &'static Member,
    moment: Timestamp,
) -> Result<()> {
    circle.past.until(moment).await;
    let person = circle.past.known(member.called)?.person;
    if !circle.is_here(member) {
        return Ok(());
    }
    let answering = async move |work: &mut Work<'_>| answer_all(work, person, member, number, place).await;
    circle.past.act(circle.past.signed_in(person), answering).await
}

async fn answer_all(work: &mut Work<'_>, person: PersonId, member: &Member, number: u32, place: usize) -> Result<()> {
    let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
    for asked in asked_of(work, &grant, person).await? {
        let positions = answers(asked.instrument, member, number, place);
        submit(work, asked.id, &Sheet { key: id::random()?, positions, ..Sheet::default() }).await?;
    }
    Ok(())
}
