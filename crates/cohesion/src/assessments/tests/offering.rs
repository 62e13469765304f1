//! A question about danger is asked where somebody reads the answer, and an answer to it is never lost.

use super::super::{Begun, begin};
use super::*;
use crate::scenarios;

async fn opened(clinic: &TestClinic, circle: &Circle, id: AssignmentId) -> Result<Begun> {
    clinic.read(circle.member, async move |work| begin(work, id).await).await
}

async fn keep(clinic: &TestClinic, circle: &Circle, id: AssignmentId, part: Part) -> Result<Begun> {
    clinic.write(circle.member, async move |work| keep_draft(work, id, &part).await).await
}

async fn send(clinic: &TestClinic, circle: &Circle, id: AssignmentId) -> Result<Submitted> {
    let sending = async move |work: &mut Work<'_>| {
        let Draft { positions, asides } = draft(work, id).await?;
        submit(work, id, &Sheet { key: [1; 16], positions, asides }).await
    };
    clinic.write(circle.member, sending).await
}

/// A PHQ-9 that was asked while somebody was on duty who is gone now.
async fn asked_in_vain(clinic: &TestClinic) -> Result<(Circle, AssignmentId)> {
    let circle = Circle::of(clinic).await?;
    let backup = with_reader_on_duty(clinic, &circle).await?;
    let id = circle.ask(clinic, "phq-9").await?.expect("a new assignment");
    gone(clinic, backup).await?;
    Ok((circle, id))
}

scenarios! {
    async fn nothing_that_asks_about_danger_is_asked_without_a_reader(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let alone = circle.ask(&clinic, "asq").await;
        assert_eq!(alone, Err(Error::invalid("instrument", "assessments-fault-no-reader")));
        let (group, battery) = (circle.group, Template::LowMood.battery());
        clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await?;
        let session = circle.plan(&clinic, 3).await?[0].id;
        clinic.write(clinic.system(), async move |work| distribute(work, session.0, 0).await).await?;
        assert_eq!(asked(&clinic, &circle).await?, ["audit-c", "gad-7", "phq-8"]);
        Ok(())
    }

    async fn what_was_not_begun_is_offered_without_the_question_once_nobody_reads(clinic: TestClinic) {
        let (circle, id) = asked_in_vain(&clinic).await?;
        let begun = opened(&clinic, &circle, id).await?;
        assert_eq!((begun.assignment.instrument.id.as_str(), begun.waits), ("phq-8", false));
        assert_eq!(asked(&clinic, &circle).await?, ["phq-9"], "looking changes nothing");
        keep(&clinic, &circle, id, part("phq-8", &[1; 8])).await?;
        assert_eq!(asked(&clinic, &circle).await?, ["phq-8"]);
        assert_eq!(send(&clinic, &circle, id).await?.alert, None);
        Ok(())
    }

    async fn what_was_begun_can_be_finished_and_its_sign_is_told(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let backup = with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.ask(&clinic, "phq-9").await?.expect("a new assignment");
        keep(&clinic, &circle, id, part("phq-9", &[1, 1])).await?;
        gone(&clinic, backup).await?;
        assert_eq!(opened(&clinic, &circle, id).await?.assignment.instrument.id, "phq-9");
        keep(&clinic, &circle, id, part("phq-9", &DANGER)).await?;
        assert!(send(&clinic, &circle, id).await?.alert.is_some());
        Ok(())
    }

    async fn an_answer_on_a_page_that_was_drawn_before_is_taken_whole(clinic: TestClinic) {
        let (circle, id) = asked_in_vain(&clinic).await?;
        keep(&clinic, &circle, id, part("phq-8", &[1; 8])).await?;
        let kept = keep(&clinic, &circle, id, part("phq-9", &DANGER)).await?;
        assert_eq!(kept.assignment.instrument.id, "phq-9");
        let later = keep(&clinic, &circle, id, part("phq-8", &[1])).await?;
        assert_eq!((later.assignment.instrument.id.as_str(), later.draft.positions[8]), ("phq-9", Some(1)));
        assert!(send(&clinic, &circle, id).await?.alert.is_some());
        Ok(())
    }

    async fn what_nothing_can_take_the_place_of_waits_until_somebody_reads(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let backup = with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.ask(&clinic, "asq").await?.expect("a new assignment");
        assert!(!opened(&clinic, &circle, id).await?.waits);
        gone(&clinic, backup).await?;
        assert!(opened(&clinic, &circle, id).await?.waits);
        keep(&clinic, &circle, id, part("asq", &[0, 0, 0, 1, 0])).await?;
        assert!(!opened(&clinic, &circle, id).await?.waits, "it is begun");
        assert!(send(&clinic, &circle, id).await?.alert.is_some());
        with_reader_on_duty(&clinic, &circle).await?;
        let other = circle.ask(&clinic, "asq").await?.expect("a new assignment");
        assert!(!opened(&clinic, &circle, other).await?.waits);
        Ok(())
    }

    async fn nobody_is_asked_the_same_for_one_session_in_two_forms(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let backup = with_reader_on_duty(&clinic, &circle).await?;
        let (group, person, session) = (circle.group, circle.person(), circle.plan(&clinic, 1).await?[0].id);
        let mut ids = Vec::new();
        for instrument in ["phq-8", "phq-9"] {
            let asking = async move |work: &mut Work<'_>| {
                let (opens_at, due_at) = (work.now(), work.now() + Span::days(2));
                assign(work, &Request { group, person, session: Some(session), instrument, opens_at, due_at }).await
            };
            ids.extend(clinic.write(circle.leader, asking).await?);
        }
        gone(&clinic, backup).await?;
        let twice = keep(&clinic, &circle, ids[1], part("phq-8", &[1])).await;
        assert_eq!(twice.map(|_| ()), Err(Error::Conflict("assessments-conflict-asked-twice")));
        Ok(())
    }

    async fn a_page_of_another_questionnaire_is_not_taken(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        let tried = keep(&clinic, &circle, id, part("phq-8", &[1])).await;
        assert_eq!(tried.map(|_| ()), Err(Error::NotFound));
        Ok(())
    }
}
