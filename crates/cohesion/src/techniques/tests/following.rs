//! What a group follows, and copies that a practice changes.

use super::super::{
    SessionEdit, Source, change_session, copy_curriculum, follow, next_step, own_curricula, own_curriculum, plan_of,
};
use super::*;
use crate::groups::{SessionState, set_session_state};

/// The first session of CBT for depression with another name, its minutes as given.
async fn edit(clinic: &TestClinic, actor: Actor, id: super::super::CurriculumId, more: u32) -> Result<SessionEdit> {
    let own = clinic.read(actor, async move |work| own_curriculum(work, id).await).await?;
    let session = own.curriculum.session(1).expect("there is a first one");
    let blocks =
        session.blocks.iter().enumerate().map(|(at, block)| {
            (block.minutes + if at == 0 { more } else { 0 }, block.title.clone(), block.notes.clone())
        });
    Ok(SessionEdit {
        title: "How we begin".to_owned(),
        aim: session.aim.clone(),
        practice: session.practice.clone(),
        blocks: blocks.collect(),
    })
}

scenarios! {
    async fn a_group_takes_one_step_with_each_session_that_is_held(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let sessions = circle.plan(&clinic, 3).await?;
        let group = circle.group;
        let look = async move |work: &mut Work<'_>| next_step(work, group).await;
        assert!(clinic.read(circle.leader, look).await?.is_none());
        let source = Source::Library("cbt-depression".to_owned());
        clinic.write(circle.leader, async move |work| follow(work, group, &source, 4).await).await?;
        let next = clinic.read(circle.leader, look).await?.expect("a step");
        assert_eq!((next.session.number, next.of, next.minutes), (4, 12, 120));
        let agenda: u32 = next.session.blocks.iter().map(|block| block.minutes).sum();
        assert_eq!(agenda, 120);
        let first = sessions[0].id;
        clinic.write(circle.leader, async move |work| {
            let grant = may_run(work, group).await?;
            set_session_state(work, &grant, first, SessionState::Held).await
        }).await?;
        assert_eq!(clinic.read(circle.leader, look).await?.expect("a step").session.number, 5);
        let refused = clinic.read(circle.member, look).await;
        assert_eq!(refused.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn a_programme_for_the_other_kind_of_group_or_an_unknown_one_is_not_followed(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        for (id, first, fault) in [
            ("peer-support", 1, Error::invalid("curriculum", "fault-choose")),
            ("no-such-programme", 1, Error::invalid("curriculum", "fault-choose")),
            ("cbt-depression", 13, Error::invalid("first", "techniques-fault-first")),
        ] {
            let source = Source::Library(id.to_owned());
            let followed = clinic.write(circle.leader, async move |work| follow(work, group, &source, first).await).await;
            assert_eq!(followed.err(), Some(fault), "{id}");
        }
        Ok(())
    }

    async fn a_copy_is_changed_in_versions_and_a_group_keeps_the_one_it_chose(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let id = clinic.write(circle.leader, async |work| copy_curriculum(work, "cbt-depression").await).await?;
        let first = edit(&clinic, circle.leader, id, 0).await?;
        let again = first.clone();
        clinic.write(circle.leader, async move |work| change_session(work, id, 1, 1, &first).await).await?;
        let stale = clinic.write(circle.leader, async move |work| change_session(work, id, 1, 1, &again).await).await;
        assert_eq!(stale, Err(Error::Conflict("techniques-conflict-curriculum")));
        clinic.write(circle.leader, async move |work| follow(work, group, &Source::Own(id), 1).await).await?;
        let mut second = edit(&clinic, circle.leader, id, 0).await?;
        second.title = "Another beginning".to_owned();
        clinic.write(circle.leader, async move |work| change_session(work, id, 1, 2, &second).await).await?;
        let plan = clinic.read(circle.leader, async move |work| plan_of(work, group).await).await?.expect("a plan");
        assert_eq!((plan.own_version, plan.curriculum.session(1).map(|one| one.title.as_str())), (Some(2), Some("How we begin")));
        let own = clinic.read(circle.leader, async |work| own_curricula(work).await).await?;
        assert_eq!((own.len(), own[0].version), (1, 3));
        Ok(())
    }

    async fn an_agenda_that_does_not_fill_its_time_is_told_and_not_kept(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = clinic.write(circle.leader, async |work| copy_curriculum(work, "cbt-depression").await).await?;
        let long = edit(&clinic, circle.leader, id, 5).await?;
        let kept = clinic.write(circle.leader, async move |work| change_session(work, id, 1, 1, &long).await).await;
        assert_eq!(kept, Err(Error::invalid("minutes-1", "techniques-fault-minutes")));
        let by_member = clinic.write(circle.member, async |work| copy_curriculum(work, "cbt-depression").await).await;
        assert_eq!(by_member.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn a_plan_is_chosen_and_a_copy_changed_on_their_pages(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let mut desk = clinic.desk(circle.leader).await?;
        let plan = format!("/care/groups/{}/plan", circle.group);
        assert!(desk.get(&plan).await.body.contains("This group follows no programme yet."));
        assert_eq!(desk.post(&plan, &[("curriculum", ""), ("first", "x")]).await.status, 422);
        let chosen = desk.post(&plan, &[("curriculum", "library:cbt-depression"), ("first", "2")]).await;
        assert_eq!(chosen.location(), plan, "{}", chosen.body);
        assert!(desk.get(&plan).await.body.contains("Next: session 2 of 12"));
        let own = desk.post("/care/library/programmes/cbt-depression", &[]).await.location().to_owned();
        assert!(desk.get(&own).await.body.contains("Version 1 of your practice"));
        let session = format!("{own}/sessions/1");
        let form = desk.get(&session).await;
        assert!(form.body.contains("name=\"minutes-1\""), "{}", form.body);
        let short = desk.post(&session, &[("version", "1"), ("title", ""), ("aim", "Kept words")]).await;
        assert_eq!(short.status, 422);
        assert!(short.body.contains("Kept words"));
        assert!(desk.get("/care/library").await.body.contains(&own));
        Ok(())
    }
}
