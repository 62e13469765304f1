//! Those on the way in today: one who waits, one with an offer, one with a date for a talk, one who has only asked, one whose
//! entry waits for the co-leader, and one for whom something else fits better. And two who must not meet.

use futures_util::try_join;
use jiff::civil::time;

use super::group::Circle;
use super::past::Past;
use super::people::{DECLAN, GWEN, HANNA, MAEVE, Member, ORLA, PAVEL};
use super::plan::{Plan, Which};
use super::staff::Staff;
use super::way_in::{ask, book, decide_on, talk, welcoming};
use crate::enrolment::{Countersign, Decision, Fit, Judgement, Offering, Outcome, invite, keep_apart, offer_next};
use crate::id::EnrolmentId;
use crate::work::Work;
use crate::{Error, Result};

/// Tells of all of them.
pub(super) async fn tell(past: &Past, staff: &Staff, plans: &[Plan]) -> Result<()> {
    let circle = |which| async move {
        let plan = plans.iter().find(|plan| plan.which == which).ok_or_else(|| Error::bug("no such group is told"))?;
        // A day after its founding the group is known.
        past.until(past.at(plan.day(1) - 29, time(10, 0, 0, 0))?).await;
        Ok::<_, Error>(Circle { past, staff, plan, group: past.group(which)? })
    };
    let low_mood = async { redirected(&circle(Which::LowMood).await?).await };
    let anxiety = async {
        let circle = circle(Which::Anxiety).await?;
        waits_for_the_co_leader(&circle).await?;
        asks(&circle).await
    };
    let skills = async {
        let circle = circle(Which::Skills).await?;
        try_join!(wait_for_a_place(&circle), is_invited_to_a_talk(&circle)).map(|_| ())
    };
    try_join!(low_mood, anxiety, skills).map(|_| ())
}

/// Gwen's first talk showed that something else comes first.
async fn redirected(circle: &Circle<'_>) -> Result<()> {
    let first = circle.plan.day(1);
    let id = asked_and_talked(circle, &GWEN, 0, first - 20, first - 16).await?;
    circle.past.until(circle.past.at_work(first - 12, time(12, 40, 0, 0))?).await;
    let judged = |fit, reason: &str| Judgement { fit, reason: reason.to_owned() };
    let decision = Decision {
        group_for_person: judged(
            Fit::NotNow,
            "The nights after the attack come first; a group would stir up too much now.",
        ),
        person_for_group: judged(Fit::NotNow, "She would have to hear of other people's losses before she is steady."),
        outcome: Outcome::Redirect,
        next: "Trauma therapy alone, with Ines, from next week. The group can follow in summer.".to_owned(),
        conflict: String::new(),
    };
    decide_on(circle, id, decision, Countersign::NotAsked).await
}

/// Hanna is to come into the anxiety group; Mara asked Ben to agree.
async fn waits_for_the_co_leader(circle: &Circle<'_>) -> Result<()> {
    let id = asked_and_talked(circle, &HANNA, 3, -9, -5).await?;
    circle.past.until(circle.past.at_work(-1, time(12, 10, 0, 0))?).await;
    decide_on(circle, id, welcoming(&HANNA, Outcome::Accept), Countersign::Asked).await
}

/// Orla has asked, on the last day of work.
async fn asks(circle: &Circle<'_>) -> Result<()> {
    circle.past.until(circle.past.at_work(-1, time(16, 20, 0, 0))?).await;
    ask(circle, 5, &ORLA).await.map(|_| ())
}

/// Maeve and Declan wait; when Rory leaves, his place is offered to Maeve, who has waited longer.
async fn wait_for_a_place(circle: &Circle<'_>) -> Result<()> {
    for (member, place, asked, talked) in [(&MAEVE, 7, -24, -20), (&DECLAN, 8, -18, -14)] {
        let id = asked_and_talked(circle, member, place, asked, talked).await?;
        circle.past.until(circle.past.at_work(talked + 1, time(12, 20, 0, 0))?).await;
        decide_on(circle, id, welcoming(member, Outcome::Waitlist), Countersign::NotAsked).await?;
    }
    circle.past.until(circle.past.at(-1, time(20, 0, 0, 0))?).await;
    let group = circle.group;
    let offering = async move |work: &mut Work<'_>| match offer_next(work, group).await? {
        Offering::Offered(id, _) => invite(work, id).await.map(|_| ()),
        Offering::NobodyWaits | Offering::NoPlace => Err(Error::bug("the free place found nobody")),
    };
    circle.past.act(circle.leader(), offering).await
}

/// Pavel comes for a first talk on the next day of work. Mara learned that he and Dara must not meet, and wrote it down.
async fn is_invited_to_a_talk(circle: &Circle<'_>) -> Result<()> {
    let (past, group) = (circle.past, circle.group);
    past.until(past.at_work(-3, time(11, 0, 0, 0))?).await;
    let id = ask(circle, 2, &PAVEL).await?;
    book(circle, id, past.work_day_from(1)?, time(11, 0, 0, 0)).await?;
    past.until(past.at_work(-1, time(15, 0, 0, 0))?).await;
    let pair = (past.known("Pavel")?.person, past.known("Dara")?.person);
    let reason = "They were a couple until May. Dara asked me, alone, never to have to sit in a room with him.";
    past.act(circle.leader(), async move |work| keep_apart(work, group, pair, reason).await.map(|_| ())).await
}

async fn asked_and_talked(
    circle: &Circle<'_>,
    member: &'static Member,
    place: usize,
    asked: i64,
    talked: i64,
) -> Result<EnrolmentId> {
    let past = circle.past;
    past.until(past.at_work(asked, time(11, 20, 0, 0))?).await;
    let id = ask(circle, place, member).await?;
    book(circle, id, talked, time(14, 0, 0, 0)).await?;
    past.until(past.at_work(talked, time(14, 0, 0, 0))?).await;
    talk(circle, id, place, member, &[]).await?;
    Ok(id)
}
