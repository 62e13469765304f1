//! When an ending begins, and what is done about it.

use super::super::{Item, Phase, Subject, announce, assign_relapse_plan, ending, repeat_measures, tick};
use super::{hold, leader, on_duty};
use crate::access::{About, Deed, Standing};
use crate::assessments::{Template, asked_of, set_battery};
use crate::groups::{Charter, Format, GroupState, advance, state_of};
use crate::practice::Role;
use crate::techniques::my_tasks;
use crate::testing::{Circle, TestClinic, who};
use crate::{Error, Result, scenarios};

async fn asked(clinic: &TestClinic, circle: &Circle) -> Result<Vec<String>> {
    let person = circle.person();
    let reading = clinic.read(circle.member, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        Ok(asked_of(work, &grant, person).await?.into_iter().map(|asked| asked.instrument.id.clone()).collect())
    });
    let mut asked: Vec<String> = reading.await?;
    asked.sort();
    Ok(asked)
}

scenarios! {
    async fn the_ending_of_a_closed_group_begins_after_three_quarters_of_its_sessions(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (sessions, group) = (circle.plan(&clinic, 4).await?, circle.group);
        for (session, state) in sessions.iter().zip([GroupState::Running, GroupState::Running, GroupState::Closing, GroupState::Closing]) {
            hold(&clinic, &circle, session).await?;
            assert_eq!(clinic.read(circle.leader, async move |work| state_of(work, group).await).await?, state, "session {}", session.number);
        }
        let seen = clinic.read(circle.leader, async move |work| ending(work, group).await).await?;
        assert_eq!((seen.phase, seen.sessions), (Phase::Ending, (4, 4)));
        Ok(())
    }

    async fn whoever_leads_can_take_the_ending_back_until_the_next_session(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (sessions, group) = (circle.plan(&clinic, 4).await?, circle.group);
        for session in &sessions[..3] {
            hold(&clinic, &circle, session).await?;
        }
        clinic.write(leader(&clinic, &circle), async move |work| advance(work, group, GroupState::Running).await).await?;
        clinic.run_jobs().await?;
        assert_eq!(clinic.read(circle.leader, async move |work| state_of(work, group).await).await?, GroupState::Running);
        Ok(())
    }

    async fn what_is_done_is_ticked_off_and_can_be_opened_again(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, sam) = (circle.group, circle.person());
        let ticking = async |subject, item| clinic.write(circle.leader, async move |work| tick(work, group, subject, item).await).await;
        let ticked = async || Ok::<_, Error>(clinic.read(circle.leader, async move |work| ending(work, group).await).await?.ticks.len());
        ticking(Subject::Group, Item::Named).await?;
        ticking(Subject::Member(sam), Item::Goals).await?;
        assert_eq!(ticked().await?, 2);
        ticking(Subject::Group, Item::Named).await?;
        assert_eq!(ticked().await?, 1);
        let by_saying_so = ticking(Subject::Group, Item::Measures).await;
        assert_eq!(by_saying_so, Err(Error::invalid("item", "fault-choose")));
        let stranger = who(clinic.somebody("Kim").await?);
        assert_eq!(ticking(Subject::Member(stranger), Item::Goals).await, Err(Error::invalid("member", "fault-choose")));
        Ok(())
    }

    async fn what_was_asked_at_the_start_is_asked_again_once(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, battery) = (circle.group, Template::LowMood.battery());
        let repeating = async || clinic.write(circle.leader, async move |work| repeat_measures(work, group, Subject::Group).await).await;
        assert_eq!(repeating().await, Err(Error::Conflict("endings-conflict-no-measures")), "and nothing is ticked off");
        clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
        assert_eq!(repeating().await?, 3, "nobody is on duty, so nothing about danger is asked");
        assert_eq!(asked(&clinic, &circle).await?, ["audit-c", "gad-7", "phq-8"]);
        assert_eq!(repeating().await, Err(Error::Conflict("endings-conflict-asked")));
        Ok(())
    }

    async fn with_somebody_on_duty_all_of_the_start_is_asked_again(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, battery) = (circle.group, Template::LowMood.battery());
        let backup = clinic.colleague("Omar", &[Role::Clinician]).await?;
        on_duty(&clinic, &circle, backup).await?;
        clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
        let sam = Subject::Member(circle.person());
        clinic.write(circle.leader, async move |work| repeat_measures(work, group, sam).await).await?;
        assert_eq!(asked(&clinic, &circle).await?, ["asq", "audit-c", "gad-7", "phq-9"]);
        Ok(())
    }

    async fn the_plan_for_hard_times_goes_out_as_homework_once(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let setting = async || clinic.write(circle.leader, async move |work| assign_relapse_plan(work, group, Subject::Group).await).await;
        setting().await?;
        let tasks = clinic.read(circle.member, async |work| my_tasks(work).await).await?.readable;
        assert_eq!(tasks.len(), 1);
        assert_eq!(setting().await, Err(Error::Conflict("endings-conflict-set")));
        Ok(())
    }

    async fn in_a_group_that_goes_on_one_ending_is_announced_ahead(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (sessions, group, sam) = (circle.plan(&clinic, 4).await?, circle.group, circle.person());
        let announcing = async |person, last| clinic.write(circle.leader, async move |work| announce(work, group, person, last).await).await;
        announcing(sam, sessions[2].id).await?;
        announcing(sam, sessions[3].id).await?;
        let seen = clinic.read(circle.leader, async move |work| ending(work, group).await).await?;
        let one = &seen.members[0];
        assert_eq!(one.announced.map(|announced| announced.last_session), Some(sessions[3].id), "it was moved");
        assert!(one.is_ending(seen.phase) && one.items() == Item::OF_ONE.as_slice());
        let stranger = who(clinic.somebody("Kim").await?);
        assert_eq!(announcing(stranger, sessions[3].id).await, Err(Error::invalid("member", "fault-choose")));
        hold(&clinic, &circle, &sessions[0]).await?;
        assert_eq!(announcing(sam, sessions[0].id).await, Err(Error::invalid("session", "fault-choose")), "it lies behind");
        Ok(())
    }

    async fn a_support_group_has_no_such_ending(clinic: TestClinic) {
        let founder = clinic.clinician().await?;
        let group = clinic.group(founder, Charter::support(), Format::Closed, 8).await?;
        let seen = clinic.read(founder, async move |work| ending(work, group).await.map(|_| ())).await;
        assert_eq!(seen, Err(Error::NotFound));
        let ticked = clinic.write(founder, async move |work| tick(work, group, Subject::Group, Item::Named).await).await;
        assert_eq!(ticked, Err(Error::NotFound));
        Ok(())
    }
}
