//! What is asked some months after the end.

use super::super::{Booster, ending};
use super::{hold, leader, on_duty};
use crate::access::{About, Deed, Standing};
use crate::assessments::{Assignment, Readers, Sheet, Template, asked_of, set_battery, submit};
use crate::clock::Span;
use crate::groups::{GroupState, advance};
use crate::practice::Role;
use crate::safety::open_alerts;
use crate::testing::{Circle, TestClinic};
use crate::{Result, scenarios};

/// A group that has met twice and ended.
async fn ended(clinic: &TestClinic) -> Result<Circle> {
    let circle = Circle::of(clinic).await?;
    let (group, battery) = (circle.group, Template::LowMood.battery());
    let backup = clinic.colleague("Omar", &[Role::Clinician]).await?;
    on_duty(clinic, &circle, backup).await?;
    clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
    for session in circle.plan(clinic, 2).await? {
        hold(clinic, &circle, &session).await?;
    }
    clinic.write(leader(clinic, &circle), async move |work| advance(work, group, GroupState::Ended).await).await?;
    clinic.run_jobs().await?;
    Ok(circle)
}

async fn boosters(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Booster>> {
    let group = circle.group;
    Ok(clinic.read(leader(clinic, circle), async move |work| ending(work, group).await).await?.boosters)
}

/// What Sam is asked outside of a session.
async fn asked(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Assignment>> {
    let person = circle.person();
    let reading = clinic.read(circle.member, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        asked_of(work, &grant, person).await
    });
    Ok(reading.await?.into_iter().filter(|asked| asked.session.is_none()).collect())
}

scenarios! {
    async fn everybody_is_asked_again_after_one_three_and_six_months(clinic: TestClinic) {
        let circle = ended(&clinic).await?;
        let end = clinic.app.clock().now();
        let planned = boosters(&clinic, &circle).await?;
        let due: Vec<(u32, Span)> = planned.iter().map(|booster| (booster.months, booster.due_at - end)).collect();
        assert_eq!(due, [(1, Span::days(30)), (3, Span::days(91)), (6, Span::days(182))]);
        assert!(asked(&clinic, &circle).await?.is_empty());
        clinic.pass(Span::days(30));
        clinic.run_jobs().await?;
        let out = boosters(&clinic, &circle).await?;
        assert_eq!(out.iter().map(|booster| (booster.sent_at.is_some(), booster.asked)).collect::<Vec<_>>(), [(true, 4), (false, 0), (false, 0)]);
        assert_eq!(asked(&clinic, &circle).await?.len(), 4);
        clinic.pass(Span::days(61));
        clinic.run_jobs().await?;
        assert_eq!(boosters(&clinic, &circle).await?.iter().filter(|booster| booster.sent_at.is_some()).count(), 2);
        Ok(())
    }

    async fn a_dangerous_answer_months_later_reaches_a_person_and_its_readers_are_named(clinic: TestClinic) {
        let circle = ended(&clinic).await?;
        clinic.pass(Span::days(30));
        clinic.run_jobs().await?;
        let phq = asked(&clinic, &circle).await?.into_iter().find(|asked| asked.instrument.id == "phq-9").expect("it is asked");
        let (group, person) = (circle.group, circle.person());
        let readers = clinic.read(circle.member, async move |work| Readers::for_member(work, group, person).await).await?;
        assert_eq!(readers.names, ["Mara"]);
        let sheet = Sheet { key: [7; 16], positions: vec![Some(1); 9], ..Sheet::default() };
        let sent = clinic.write(circle.member, async move |work| submit(work, phq.id, &sheet).await).await?;
        assert!(sent.alert.is_some());
        assert_eq!(clinic.read(leader(&clinic, &circle), async |work| open_alerts(work).await).await?.opened.len(), 1);
        Ok(())
    }

    async fn nothing_is_planned_after_a_group_that_never_met(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        clinic.write(circle.leader, async move |work| advance(work, group, GroupState::Ended).await).await?;
        clinic.run_jobs().await?;
        assert_eq!(boosters(&clinic, &circle).await?, []);
        Ok(())
    }

    async fn nothing_goes_out_of_the_archive(clinic: TestClinic) {
        let circle = ended(&clinic).await?;
        let group = circle.group;
        clinic.write(leader(&clinic, &circle), async move |work| advance(work, group, GroupState::Archived).await).await?;
        clinic.pass(Span::days(30));
        clinic.run_jobs().await?;
        assert!(boosters(&clinic, &circle).await?.iter().all(|booster| booster.sent_at.is_none()));
        assert!(asked(&clinic, &circle).await?.is_empty());
        Ok(())
    }
}
