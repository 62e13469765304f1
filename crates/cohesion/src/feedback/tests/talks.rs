//! The closed loop: answered, looked at, talked about by both accounts, and the next score beside it.

use super::*;
use crate::assessments::courses_of;
use crate::feedback::{Confirming, Counted, Occasion, Stage, confirm, discuss, loop_of, loops_in, own_occasions};
use crate::practice::Role;

async fn occasions(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Occasion>> {
    let (leader, group, person) = (clinic.signed_in(who(circle.leader)), circle.group, circle.person());
    let mut all = clinic.read(leader, async move |work| loop_of(work, group, person).await).await?;
    Ok(all.pop().map(|(_, occasions)| occasions).unwrap_or_default())
}

async fn stage(clinic: &TestClinic, circle: &Circle) -> Result<Stage> {
    Ok(occasions(clinic, circle).await?.last().expect("it was answered").stage())
}

async fn discussed(clinic: &TestClinic, by: Actor, circle: &Circle, id: AssignmentId, note: &str) -> Result<()> {
    let (person, note) = (circle.person(), note.to_owned());
    clinic.write(by, async move |work| discuss(work, person, id, &note).await).await
}

async fn confirmed(clinic: &TestClinic, by: Actor, id: AssignmentId, talked: bool, words: &str) -> Result<()> {
    let confirming = Confirming { talked, words: words.to_owned() };
    clinic.write(by, async move |work| confirm(work, id, &confirming).await).await
}

async fn counted(clinic: &TestClinic, circle: &Circle) -> Result<Counted> {
    let (leader, group) = (clinic.signed_in(who(circle.leader)), circle.group);
    Ok(clinic.read(leader, async move |work| loops_in(work, group, None).await).await?.counted)
}

scenarios! {
    async fn an_answer_goes_from_stage_to_stage_and_the_next_score_closes_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let id = measured(&clinic, &circle, circle.member, "gad-7", 2).await?;
        assert_eq!(stage(&clinic, &circle).await?, Stage::Measured);
        clinic.pass(Span::hours(1));
        clinic.read(circle.member, async move |work| courses_of(work, group, person).await.map(drop)).await?;
        assert_eq!(stage(&clinic, &circle).await?, Stage::Shown);
        discussed(&clinic, circle.leader, &circle, id, " Sleep came first. ").await?;
        assert_eq!(stage(&clinic, &circle).await?, Stage::Discussed);
        confirmed(&clinic, circle.member, id, true, "It helped to see it").await?;
        assert_eq!(stage(&clinic, &circle).await?, Stage::Confirmed);
        clinic.pass(Span::days(7));
        measured(&clinic, &circle, clinic.signed_in(person), "gad-7", 1).await?;
        let all = occasions(&clinic, &circle).await?;
        let (first, latest) = (&all[1], &all[0]);
        assert_eq!((first.stage(), latest.stage()), (Stage::Closed, Stage::Measured));
        assert_eq!((first.total, first.next.map(|(total, _)| total)), (14.0, Some(7.0)));
        assert_eq!((first.note.as_str(), first.words.as_str()), ("Sleep came first.", "It helped to see it"));
        assert_eq!(counted(&clinic, &circle).await?, Counted { all: 2, by_leaders: 1, by_members: 1 });
        Ok(())
    }

    async fn each_side_says_it_once_and_for_itself(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = measured(&clinic, &circle, circle.member, "gad-7", 2).await?;
        assert_eq!(discussed(&clinic, circle.leader, &circle, id, &"a".repeat(100_000)).await, Err(Error::invalid("note", "fault-long")));
        assert_eq!(confirmed(&clinic, circle.member, id, true, &"a".repeat(100_000)).await, Err(Error::invalid("words", "fault-long")));
        discussed(&clinic, circle.leader, &circle, id, "").await?;
        let again = discussed(&clinic, circle.leader, &circle, id, "More").await;
        assert_eq!(again, Err(Error::Conflict("feedback-conflict-discussed")));
        confirmed(&clinic, circle.member, id, false, "").await?;
        let again = confirmed(&clinic, circle.member, id, true, "").await;
        assert_eq!(again, Err(Error::Conflict("feedback-conflict-confirmed")));
        assert_eq!(counted(&clinic, &circle).await?, Counted { all: 1, by_leaders: 1, by_members: 0 });
        Ok(())
    }

    async fn a_member_is_asked_after_a_session_and_being_asked_is_no_look(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        measured(&clinic, &circle, circle.member, "gad-7", 2).await?;
        let asked = async |clinic: &TestClinic| {
            let member = clinic.signed_in(circle.person());
            let own = clinic.read(member, async |work| own_occasions(work).await).await?;
            Ok::<_, Error>(own.into_iter().map(|own| own.is_asked).collect::<Vec<_>>())
        };
        assert_eq!(asked(&clinic).await?, [false]);
        clinic.pass(session.ends_at - clinic.app.clock().now());
        assert_eq!(asked(&clinic).await?, [true]);
        assert_eq!(stage(&clinic, &circle).await?, Stage::Measured);
        clinic.pass(Span::days(30));
        assert_eq!(asked(&clinic).await?, [false], "it is long ago");
        Ok(())
    }

    async fn nobody_else_says_or_sees_whether_it_was_talked_about(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let id = measured(&clinic, &circle, circle.member, "gad-7", 2).await?;
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        for other in [jo, ben] {
            assert_eq!(discussed(&clinic, other, &circle, id, "").await, Err(Error::NotFound));
            assert_eq!(confirmed(&clinic, other, id, true, "").await, Err(Error::NotFound));
            assert_eq!(clinic.read(other, async move |work| loop_of(work, group, person).await.map(drop)).await, Err(Error::NotFound));
            assert_eq!(clinic.read(other, async move |work| loops_in(work, group, None).await.map(drop)).await, Err(Error::NotFound));
        }
        assert_eq!(discussed(&clinic, circle.member, &circle, id, "").await, Err(Error::NotFound), "that account is the therapist's");
        assert_eq!(confirmed(&clinic, circle.leader, id, true, "").await, Err(Error::NotFound), "this one is the member's");
        let of_jo = clinic.write(circle.leader, async move |work| discuss(work, who(jo), id, "").await).await;
        assert_eq!(of_jo, Err(Error::NotFound), "it is not Jo's");
        left(&clinic, &circle).await?;
        assert_eq!(confirmed(&clinic, circle.member, id, true, "").await, Err(Error::NotFound), "they sit there no more");
        Ok(())
    }

    async fn what_was_not_answered_was_not_talked_about(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let asking = async move |work: &mut Work<'_>| {
            let (opens_at, due_at) = (work.now(), work.now() + Span::days(2));
            assign(work, &Request { group, person, session: None, instrument: "gad-7", opens_at, due_at }).await
        };
        let id = clinic.write(circle.leader, asking).await?.expect("a new assignment");
        let open = Err(Error::Conflict("feedback-conflict-not-answered"));
        assert_eq!(discussed(&clinic, circle.leader, &circle, id, "").await, open);
        assert_eq!(confirmed(&clinic, circle.member, id, true, "").await, open);
        Ok(())
    }

    async fn a_support_group_has_no_loop(clinic: TestClinic) {
        let circle = support(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        for actor in [circle.leader, circle.member] {
            assert_eq!(clinic.read(actor, async move |work| loop_of(work, group, person).await.map(drop)).await, Err(Error::NotFound));
        }
        assert!(clinic.read(circle.member, async |work| own_occasions(work).await).await?.is_empty());
        Ok(())
    }
}
