//! Scenarios of the way into a group and out of it, on both engines.

mod apart;
mod contacts;
mod ending;
mod joining;
mod leading;
mod offered;
mod offers;
mod pages;
mod person;
mod places;
mod screening;
mod waiting;

use super::{
    AmongOthers, Clinical, Countersign, Decision, Enquirer, Enquiry, Enrolment, Expectations, Fit, Focus, Joining,
    Judgement, OthersSafety, Outcome, Practical, Risk, Screening, Source, Stage, Structured, Topic, choose_name,
    decide, enquire, own_enrolment, prepare, say_where, screen, sign, store,
};
use crate::Result;
use crate::access::Actor;
use crate::groups::{Charter, Format};
use crate::id::{EnrolmentId, GroupId};
use crate::practice::Jurisdiction;
use crate::testing::TestClinic;
use crate::testing::staff::profile;
use crate::work::Work;

/// A therapy group with so many places, and its leader.
pub(crate) async fn led_group(clinic: &TestClinic, capacity: u32) -> Result<(Actor, GroupId)> {
    let mara = clinic.clinician().await?;
    Ok((mara, clinic.group(mara, Charter::therapy(), Format::SlowOpen, capacity).await?))
}

fn asking() -> Enquiry {
    let (topic, access, times) = ("Low mood since spring".to_owned(), String::new(), "Tuesdays".to_owned());
    Enquiry { source: Source::Doctor, topic, access, times, told: String::new(), clinical: Some(Clinical::default()) }
}

fn talk(risk: Risk) -> Screening {
    Screening::Structured(Box::new(Structured {
        focus: Focus { problem: "Low mood".to_owned(), ..Focus::default() },
        expectations: Expectations { help: 8, ..Expectations::default() },
        among_others: AmongOthers { listens: 9, ..AmongOthers::default() },
        risk,
        practical: Practical { has_private_room: true, ..Practical::default() },
        others: OthersSafety::default(),
    }))
}

fn decided(outcome: Outcome) -> Decision {
    let fit = if outcome.leads_in() { Fit::Yes } else { Fit::NotNow };
    let judged = |fit| Judgement { fit, reason: "as we talked".to_owned() };
    let (next, conflict) = ("a second talk".to_owned(), String::new());
    Decision { group_for_person: judged(Fit::Yes), person_for_group: judged(fit), outcome, next, conflict }
}

/// Where somebody is now, past all rights.
async fn now(clinic: &TestClinic, id: EnrolmentId) -> Result<Enrolment> {
    clinic.read(clinic.system(), async move |work| store::find(work, id).await).await
}

async fn enquired(clinic: &TestClinic, leader: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let enquirer = Enquirer::New(profile(called));
    clinic.write(leader, async move |work| enquire(work, group, &enquirer, &asking()).await).await
}

async fn screened(clinic: &TestClinic, leader: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let id = enquired(clinic, leader, group, called).await?;
    clinic.write(leader, async move |work| screen(work, id, &talk(Risk::default())).await).await?;
    Ok(id)
}

async fn outcome(clinic: &TestClinic, leader: Actor, id: EnrolmentId, outcome: Outcome) -> Result<()> {
    let act = async move |work: &mut Work<'_>| decide(work, id, &decided(outcome), Countersign::NotAsked).await;
    clinic.write(leader, act).await
}

async fn accepted(clinic: &TestClinic, leader: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let id = screened(clinic, leader, group, called).await?;
    outcome(clinic, leader, id, Outcome::Accept).await?;
    Ok(id)
}

async fn waiting(clinic: &TestClinic, leader: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let id = screened(clinic, leader, group, called).await?;
    outcome(clinic, leader, id, Outcome::Waitlist).await?;
    Ok(id)
}

async fn prepared(clinic: &TestClinic, leader: Actor, id: EnrolmentId) -> Result<()> {
    clinic.write(leader, async move |work| prepare(work, id, Topic::ALL).await).await
}

pub(crate) async fn member_of(clinic: &TestClinic, id: EnrolmentId) -> Result<Actor> {
    Ok(clinic.signed_in(now(clinic, id).await?.person))
}

async fn joining(clinic: &TestClinic, id: EnrolmentId) -> Result<Joining> {
    clinic.read(member_of(clinic, id).await?, async move |work| own_enrolment(work, id).await).await
}

/// All steps that are a member's own.
async fn own_steps(clinic: &TestClinic, id: EnrolmentId, called: &str) -> Result<()> {
    let member = member_of(clinic, id).await?;
    let name = called.to_owned();
    clinic.write(member, async move |work| choose_name(work, id, &name).await).await?;
    let place: Jurisdiction = "IE".parse()?;
    clinic.write(member, async move |work| say_where(work, id, &place).await).await?;
    signed_all(clinic, id).await
}

async fn signed_all(clinic: &TestClinic, id: EnrolmentId) -> Result<()> {
    let member = member_of(clinic, id).await?;
    for due in joining(clinic, id).await?.due {
        let (agreement, edition) = (due.edition.agreement, due.edition.number);
        clinic.write(member, async move |work| sign(work, id, agreement, edition, "Sam Legal").await).await?;
    }
    Ok(())
}

/// Somebody who has come all the way.
pub(crate) async fn seated(clinic: &TestClinic, leader: Actor, group: GroupId, called: &str) -> Result<EnrolmentId> {
    let id = accepted(clinic, leader, group, called).await?;
    prepared(clinic, leader, id).await?;
    own_steps(clinic, id, called).await?;
    assert_eq!(now(clinic, id).await?.stage, Stage::Seated);
    Ok(id)
}

::store::statements! {
    COUNT_ALERTS = "select count(*)
        from alerts
        where practice_id = $1";
}

async fn count_alerts(clinic: &TestClinic) -> Result<i64> {
    clinic
        .read(clinic.system(), async |work| {
            Ok(work.one(&COUNT_ALERTS, ::store::params![work.practice()]).await?.take()?)
        })
        .await
}
