//! Two alerts of the past, each taken, decided and closed by a clinician with a level and words. The one that is open today
//! comes from the answers themselves.

use jiff::civil::time;

use super::past::Past;
use super::plan::Plan;
use super::plans::sam_writes_on;
use super::staff::Staff;
use crate::clock::Span;
use crate::id::PersonId;
use crate::safety::{
    Action, AlertId, Level, Mark, Outcomes, Written, close, decide, mark, need_help, open_alerts, review, see_help,
    take,
};
use crate::work::Work;
use crate::{Error, Result, id};

/// Before the first session Sam answers item 9 of the PHQ-9 with "several days".
pub(super) async fn sam_at_the_start(past: &Past, staff: &Staff, low_mood: &Plan) -> Result<()> {
    let first = past.at(low_mood.day(1), low_mood.time)?;
    past.until(first - Span::hours(29) + Span::minutes(9)).await;
    let alert = open_about(past, staff.mara, "Sam").await?;
    past.act(past.signed_in(staff.mara), async move |work| take(work, alert).await).await?;
    past.until(first - Span::hours(28)).await;
    let outcomes = Outcomes { first: true, ..Outcomes::default() };
    let rationale = "Rang him within the hour. On two mornings last week he thought that it would be easier not to wake \
                     up. No method, no intent, no plan, never an attempt. He lives with his sister and wants to be there \
                     for his nephew.";
    decided(past, staff.mara, alert, (Level::Low, Some(outcomes)), rationale).await?;
    past.until(past.at(sam_writes_on(past, low_mood)?, time(15, 50, 0, 0))?).await;
    let marks = [
        (Action::BriefAssessment, Mark::Done),
        (Action::SafetyPlan, Mark::Done),
        (Action::InformTherapist, Mark::NotNeeded),
    ];
    marked(past, staff.mara, alert, &marks).await?;
    past.until(past.at_work(low_mood.day(2) - 1, time(11, 0, 0, 0))?).await;
    let again = "Rang him before the second session and asked again. No such thoughts this week; he sleeps a little better. \
                 The plan hangs on his fridge.";
    let words = written(again)?;
    past.act(past.signed_in(staff.mara), async move |work| review(work, alert, words.clone()).await).await?;
    past.until(past.at(low_mood.day(2), time(19, 50, 0, 0))?).await;
    let end =
        "Item 9 is back at 0, and asked in person he says the same. His sister has a copy of the plan, as he wished.";
    closed(past, staff.mara, alert, end).await
}

/// Late one evening Nadia asks for help. Mara does not see it in time, so Ben is told, and answers.
pub(super) async fn nadia_calls(past: &Past, staff: &Staff, skills: &Plan) -> Result<()> {
    let evening = past.at(skills.day(4) - 2, time(21, 10, 0, 0))?;
    past.until(evening).await;
    let nadia = past.known("Nadia")?.person;
    let call = id::random()?;
    let said = written("I had a row with my mother and cannot calm down.")?;
    let calling = async move |work: &mut Work<'_>| need_help(work, call, Some(said.clone())).await;
    let alert = past.act(past.signed_in(nadia), calling).await?;
    past.act(past.signed_in(nadia), async move |work| see_help(work, alert).await).await?;
    past.until(evening + Span::minutes(41)).await;
    past.act(past.signed_in(staff.ben), async move |work| take(work, alert).await).await?;
    past.until(evening + Span::minutes(75)).await;
    let rationale = "Spoke with her for half an hour. She shook with anger and had thrown a cup. Asked about suicide and \
                     self-harm: neither now nor in these weeks. She used cold water and walking, and was calm at the end.";
    decided(past, staff.ben, alert, (Level::Noted, Some(Outcomes::default())), rationale).await?;
    past.until(past.at(skills.day(4), time(19, 15, 0, 0))?).await;
    let marks = [(Action::Document, Mark::Done), (Action::AskAgain, Mark::Done), (Action::CrisisCard, Mark::Done)];
    marked(past, staff.ben, alert, &marks).await?;
    let end =
        "Noah asked her again after the session: well, no danger. She told the group of it as her skill of the week.";
    closed(past, staff.ben, alert, end).await
}

async fn open_about(past: &Past, reader: PersonId, called: &str) -> Result<AlertId> {
    let person = past.known(called)?.person;
    let open = past.look(past.signed_in(reader), async |work| open_alerts(work).await).await?;
    let about = open.opened.iter().find(|alert| alert.cause.person == person);
    about.map(|alert| alert.id).ok_or_else(|| Error::bug(format!("{called} has no open alert")))
}

async fn decided(
    past: &Past,
    by: PersonId,
    alert: AlertId,
    (level, outcomes): (Level, Option<Outcomes>),
    rationale: &str,
) -> Result<()> {
    let words = written(rationale)?;
    let deciding = async move |work: &mut Work<'_>| decide(work, alert, level, outcomes, words.clone()).await;
    past.act(past.signed_in(by), deciding).await
}

async fn marked(past: &Past, by: PersonId, alert: AlertId, marks: &[(Action, Mark)]) -> Result<()> {
    let marks = marks.to_vec();
    let marking = async move |work: &mut Work<'_>| {
        for (action, made) in &marks {
            mark(work, alert, *action, *made).await?;
        }
        Ok(())
    };
    past.act(past.signed_in(by), marking).await
}

async fn closed(past: &Past, by: PersonId, alert: AlertId, words: &str) -> Result<()> {
    let words = written(words)?;
    past.act(past.signed_in(by), async move |work| close(work, alert, words.clone()).await).await
}

fn written(text: &str) -> Result<Written> {
    Written::new("words", text)
}
