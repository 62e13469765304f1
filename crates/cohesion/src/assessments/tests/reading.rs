//! Answers read again: by whoever gave them and by those who lead, and by nobody else.

use super::super::{Aside, Asides, Cursor, Record, Response, ResponseId, answered, answered_by, my_answers};
use super::*;
use crate::groups::{LeaderRole, appoint};
use crate::scenarios;

const LEADER_ALONE: &str = "for_the_leader";

/// A check-out with a word for everybody who leads and one for the leader alone.
fn check_out() -> Sheet {
    let written = [("one_change", "Shorter rounds"), (LEADER_ALONE, "I am afraid of Lee")];
    let asides = written.map(|(id, words)| (id.to_owned(), Aside::Written(words.to_owned())));
    Sheet { asides: asides.into(), ..sheet(1, &[9, 8, 9, 9, 9]) }
}

async fn seen_by(clinic: &TestClinic, actor: Actor, id: AssignmentId) -> Result<Record> {
    let read = clinic.read(actor, async move |work| answered(work, id).await).await?;
    Ok(read.latest().expect("a version").record.clone())
}

fn ids(list: &[Response]) -> Vec<ResponseId> {
    list.iter().map(|given| given.id).collect()
}

async fn with_part(clinic: &TestClinic, circle: &Circle, role: LeaderRole) -> Result<Actor> {
    let (group, other) = (circle.group, clinic.clinician().await?);
    let person = who(other);
    clinic.write(circle.leader, async move |work| appoint(work, group, person, role).await).await?;
    Ok(other)
}

scenarios! {
    async fn a_member_reads_what_they_answered_the_newest_first_and_page_by_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.send(&clinic, "gad-7", sheet(1, &[2; 7])).await?;
        let (same_moment, _) = circle.send(&clinic, "audit-c", sheet(1, &[1, 1, 1])).await?;
        clinic.pass(Span::days(1));
        let (newest, _) = circle.send(&clinic, "gad-7", sheet(1, &[1; 7])).await?;
        clinic.pass(Span::days(1));
        clinic.write(circle.member, async move |work| correct(work, same_moment, &sheet(2, &[1, 1, 2])).await).await?;
        let list = clinic.read(circle.member, async |work| my_answers(work, None).await).await?;
        assert_eq!(list.iter().map(|given| given.version).max(), Some(2), "the version that counts");
        assert_eq!((list.len(), list[0].assignment), (3, newest), "a correction keeps its place in time");
        let mut behind = list.clone();
        for given in &list {
            behind.remove(0);
            let after = Some(Cursor { at: given.answered_at, assignment: given.assignment });
            let rest = clinic.read(circle.member, async move |work| my_answers(work, after).await).await?;
            assert_eq!(ids(&rest), ids(&behind));
        }
        Ok(())
    }

    async fn only_the_leader_reads_what_was_written_for_the_leader_alone(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (id, _) = circle.send(&clinic, "session-check-out", check_out()).await?;
        for actor in [circle.member, circle.leader] {
            assert_eq!(seen_by(&clinic, actor, id).await?.asides, check_out().asides);
        }
        for role in [LeaderRole::CoLeader, LeaderRole::Supervisor] {
            let other = with_part(&clinic, &circle, role).await?;
            let seen: Asides = seen_by(&clinic, other, id).await?.asides;
            assert_eq!(seen.keys().collect::<Vec<_>>(), ["one_change"], "{role:?}");
        }
        Ok(())
    }

    async fn nobody_else_reads_answers(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let (id, _) = circle.send(&clinic, "gad-7", sheet(1, &[2; 7])).await?;
        let (ada, other) = (clinic.administrator().await?, clinic.clinician().await?);
        for actor in [jo, ada, other, clinic.signed_in(PersonId::random()?)] {
            let tried = clinic.read(actor, async move |work| answered(work, id).await.map(|_| ())).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        let jo = who(jo);
        let wrong = clinic.read(circle.leader, async move |work| answered_by(work, jo, id).await.map(|_| ())).await;
        assert_eq!(wrong, Err(Error::NotFound), "they are another person's");
        Ok(())
    }

    async fn what_is_not_answered_cannot_be_read(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        for actor in [circle.member, circle.leader] {
            let tried = clinic.read(actor, async move |work| answered(work, id).await.map(|_| ())).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn whoever_has_left_keeps_their_answers_and_corrects_them_no_more(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (id, _) = circle.send(&clinic, "gad-7", sheet(1, &[2; 7])).await?;
        let before = clinic.read(circle.member, async move |work| answered(work, id).await).await?;
        assert!(before.can_correct);
        circle.stands_up(&clinic, circle.member).await?;
        let after = clinic.read(circle.member, async move |work| answered(work, id).await).await?;
        assert!(!after.can_correct);
        let late = clinic.write(circle.member, async move |work| correct(work, id, &sheet(2, &[1; 7])).await).await;
        assert_eq!(late, Err(Error::NotFound));
        Ok(())
    }

    async fn words_that_the_form_does_not_ask_for_are_refused(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        let foreign = Sheet { asides: check_out().asides, ..sheet(1, &[1; 7]) };
        let tried = clinic.write(circle.member, async move |work| submit(work, id, &foreign).await).await;
        assert_eq!(tried, Err(Error::invalid("answers", "assessments-fault-answers")));
        Ok(())
    }
}
