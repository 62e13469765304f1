//! Homework from setting it to the answer.

use super::super::{
    Assigning, Due, Gate, Material, Replies, Report, Standing, TaskDue, TaskState, answer_sheet, assign, begin_task,
    end_homework, gates, homework_in, my_tasks, report, tasks_due,
};
use super::*;

fn assigning(form: &str, gate: Gate) -> Assigning {
    Assigning {
        material: Material::Form(form.to_owned()),
        instruction: "One record this week.".to_owned(),
        obstacle: "What could keep you from it?".to_owned(),
        person: None,
        due: Due::NextSession,
        gate,
    }
}

::store::statements! {
    DAMAGE_HOMEWORK = "update homework set content = $1 where practice_id = $2 and id = $3";
}

scenarios! {
    async fn homework_for_all_is_done_read_and_answered(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let sessions = circle.plan(&clinic, 2).await?;
        let (group, person) = (circle.group, circle.person());
        let set = assigning("thought-record", Gate::Asked);
        clinic.write(circle.leader, async move |work| assign(work, group, &set).await).await?;
        let mine = clinic.read(circle.member, async |work| my_tasks(work).await).await?.readable;
        assert_eq!((mine.len(), mine[0].state), (1, TaskState::NotBegun));
        assert_eq!((mine[0].homework.session, mine[0].homework.due_at), (Some(sessions[0].id), sessions[0].starts_at));
        let task = mine[0].id;
        let sheet = clinic.write(circle.member, async move |work| begin_task(work, task).await).await?;
        assert_eq!(clinic.write(circle.member, async move |work| begin_task(work, task).await).await?, sheet);
        circle.keep(&clinic, sheet, part(&[("situation", "At home")])).await?;
        let look = async move |work: &mut Work<'_>| homework_in(work, group).await;
        let begun = clinic.read(circle.leader, look).await?.readable;
        let line = |standing: &Standing| standing.lines.iter().find(|line| line.person == person).cloned().expect("a line");
        assert_eq!((line(&begun[0]).state, line(&begun[0]).sheet), (TaskState::Begun, None), "a draft is nobody else's");
        let first = sessions[0];
        let due = async move |work: &mut Work<'_>| tasks_due(work, &first).await;
        let task_of = |all: Vec<TaskDue>| all.into_iter().find(|task| task.person == person).expect("a task");
        let before = task_of(clinic.read(circle.leader, due).await?);
        assert_eq!((before.state, before.shows_sheet), (TaskState::Begun, false));
        circle.finish(&clinic, sheet).await?;
        let after = task_of(clinic.read(circle.leader, due).await?);
        assert_eq!((after.state, after.shows_sheet), (TaskState::Done, true));
        let done = clinic.read(circle.leader, look).await?.readable;
        assert_eq!((line(&done[0]).state, line(&done[0]).sheet), (TaskState::Done, Some(sheet)));
        assert_eq!(clinic.read(circle.leader, async move |work| gates(work, group).await).await?[0].waiting(), 1);
        let kind = Replies { to_all: "Well seen.".to_owned(), ..Replies::default() };
        clinic.write(circle.leader, async move |work| answer_sheet(work, person, sheet, &kind).await).await?;
        assert!(clinic.read(circle.leader, async move |work| gates(work, group).await).await?.is_empty());
        let of_jo = clinic.read(jo, async |work| my_tasks(work).await).await?.readable;
        assert_eq!(of_jo[0].state, TaskState::NotBegun);
        Ok(())
    }

    async fn nothing_is_due_from_whoever_left_before_the_session_nor_of_what_was_taken_off(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let session = circle.plan(&clinic, 2).await?[0];
        let (group, set) = (circle.group, assigning("thought-record", Gate::None));
        let homework = clinic.write(circle.leader, async move |work| assign(work, group, &set).await).await?;
        let due = async || {
            let read = clinic.read(circle.leader, async move |work| tasks_due(work, &session).await).await?;
            Ok::<_, Error>(read.into_iter().map(|task| task.person).collect::<Vec<_>>())
        };
        assert_eq!(due().await?.len(), 2);
        circle.stands_up(&clinic, jo).await?;
        assert_eq!(due().await?, [circle.person()]);
        clinic.pass(session.ends_at - clinic.app.clock().now());
        circle.stands_up(&clinic, circle.member).await?;
        assert_eq!(due().await?, [circle.person()], "it was due when they left");
        clinic.write(circle.leader, async move |work| end_homework(work, group, homework).await).await?;
        assert!(due().await?.is_empty());
        Ok(())
    }

    async fn whoever_has_left_counts_if_they_had_handed_something_in(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let (group, set) = (circle.group, assigning("thought-record", Gate::None));
        clinic.write(circle.leader, async move |work| assign(work, group, &set).await).await?;
        let counted = async || {
            let read = clinic.read(circle.leader, async move |work| homework_in(work, group).await).await?;
            Ok::<_, Error>(read.readable[0].counted().map(|line| line.person).collect::<Vec<_>>())
        };
        assert_eq!(counted().await?.len(), 2);
        let task = clinic.read(circle.member, async |work| my_tasks(work).await).await?.readable[0].id;
        circle.stands_up(&clinic, jo).await?;
        assert_eq!(counted().await?, [circle.person()]);
        let said = Report { state: TaskState::Partly, words: "Half of it.".to_owned() };
        clinic.write(circle.member, async move |work| report(work, task, &said).await).await?;
        circle.stands_up(&clinic, circle.member).await?;
        assert_eq!(counted().await?, [circle.person()], "what was said stays");
        Ok(())
    }

    async fn what_got_in_the_way_reaches_the_leader_and_nobody_else(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let (group, person) = (circle.group, circle.person());
        let set = Assigning { person: Some(person), ..assigning("thought-record", Gate::None) };
        clinic.write(circle.leader, async move |work| assign(work, group, &set).await).await?;
        assert!(clinic.read(jo, async |work| my_tasks(work).await).await?.readable.is_empty(), "it was set for one");
        let task = clinic.read(circle.member, async |work| my_tasks(work).await).await?.readable[0].id;
        let said = Report { state: TaskState::NotDone, words: "The evenings were too full.".to_owned() };
        let by_jo = said.clone();
        let refused = clinic.write(jo, async move |work| report(work, task, &by_jo).await).await;
        assert_eq!(refused, Err(Error::NotFound));
        clinic.write(circle.member, async move |work| report(work, task, &said).await).await?;
        let read = clinic.read(circle.leader, async move |work| homework_in(work, group).await).await?.readable;
        assert_eq!(read[0].lines[0].words.as_deref(), Some("The evenings were too full."));
        let long = Report { state: TaskState::Partly, words: "a".repeat(100_000) };
        let fault = clinic.write(circle.member, async move |work| report(work, task, &long).await).await;
        assert_eq!(fault, Err(Error::invalid("words", "fault-long")));
        assert_eq!(clinic.read(jo, async move |work| homework_in(work, group).await).await.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn a_damaged_piece_of_homework_leaves_the_others_standing(clinic: TestClinic) {
        let (circle, practice) = (Circle::of(&clinic).await?, clinic.practice);
        let group = circle.group;
        for form in ["thought-record", "activity-schedule"] {
            let set = assigning(form, Gate::None);
            clinic.write(circle.leader, async move |work| assign(work, group, &set).await.map(drop)).await?;
        }
        let look = async move |work: &mut Work<'_>| homework_in(work, group).await;
        let id = clinic.read(circle.leader, look).await?.readable[0].homework.id;
        let damaging = async move |tx: &mut dyn ::store::Tx| {
            tx.run(&DAMAGE_HOMEWORK, ::store::params![vec![7_u8; 64], practice, id]).await
        };
        assert_eq!(clinic.app.db().write(damaging).await?, 1);
        let left = clinic.read(circle.leader, look).await?;
        assert_eq!((left.readable.len(), left.damaged), (1, 1));
        assert_ne!(left.readable[0].homework.id, id);
        let mine = clinic.read(circle.member, async |work| my_tasks(work).await).await?;
        assert_eq!((mine.readable.len(), mine.damaged), (1, 1));
        Ok(())
    }

    async fn homework_that_was_taken_off_is_asked_of_nobody(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let set = assigning("thought-record", Gate::None);
        let id = clinic.write(circle.leader, async move |work| assign(work, group, &set).await).await?;
        clinic.write(circle.leader, async move |work| end_homework(work, group, id).await).await?;
        assert!(clinic.read(circle.member, async |work| my_tasks(work).await).await?.readable.is_empty());
        Ok(())
    }

    async fn nothing_unknown_is_set_and_nothing_at_all_in_a_support_group(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let unknown = assigning("no-such-form", Gate::None);
        let set = clinic.write(circle.leader, async move |work| assign(work, group, &unknown).await).await;
        assert_eq!(set.err(), Some(Error::invalid("material", "fault-choose")));
        let by_member = assigning("thought-record", Gate::None);
        let set = clinic.write(circle.member, async move |work| assign(work, group, &by_member).await).await;
        assert_eq!(set.err(), Some(Error::NotFound));
        let circle = support(&clinic).await?;
        let group = circle.group;
        let open = assigning("support-card", Gate::None);
        let set = clinic.write(circle.leader, async move |work| assign(work, group, &open).await).await;
        assert_eq!(set.err(), Some(Error::NotFound));
        Ok(())
    }
}
