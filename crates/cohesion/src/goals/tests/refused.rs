//! What is refused: faulty terms and ratings, people without a part in it, and what the world has moved on from.

use super::*;
use crate::goals::{goals_in, goals_of, my_goals};
use crate::groups::{Charter, Format, LeaderRole, appoint, may_run, take_seat};
use crate::limits::GOALS_OPEN_MAX;
use crate::practice::Role;
use crate::testing::who;

fn fields(refused: Result<GoalId>) -> Vec<String> {
    let Err(Error::Invalid(faults)) = refused else { panic!("it was taken: {refused:?}") };
    faults.into_iter().map(|fault| fault.field).collect()
}

scenarios! {
    async fn faulty_terms_say_every_field_to_mend(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let mut faulty = levels("  ", 4);
        faulty.why = "a".repeat(100_000);
        faulty.review_on = date(2026, 11, 23);
        faulty.instrument = Some("urn:nowhere".to_owned());
        faulty.technique = Some("magic".to_owned());
        if let Scale::Attainment { levels, start, .. } = &mut faulty.scale {
            levels[1] = String::new();
            levels[4] = "b".repeat(100_000);
            *start = 3;
        }
        let found = fields(circle.propose(&clinic, circle.leader, faulty).await);
        let wanted = ["words", "why", "level-1", "level-4", "weight", "start_level", "review_on", "instrument", "technique"];
        assert_eq!(found, wanted);
        let high = Terms { scale: Scale::Outcome { start: 11 }, ..number("Swim") };
        assert_eq!(fields(circle.propose(&clinic, circle.member, high).await), ["start_rating"]);
        let today = Terms { review_on: date(2026, 11, 24), ..number("Swim") };
        circle.propose(&clinic, circle.member, today).await?;
        Ok(())
    }

    async fn a_rating_keeps_to_its_scale_and_to_sessions_of_the_group_that_have_begun(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        let (id, other) = (circle.agreed(&clinic, number("Swim")).await?, circle.agreed(&clinic, levels("Go out", 1)).await?);
        for (goal, wrong) in [(id, 11), (id, -1), (other, 3), (other, -3)] {
            assert_eq!(circle.rate(&clinic, circle.member, goal, value(wrong)).await, Err(Error::invalid("value", "fault-range")));
        }
        let ahead = NewRating { session: Some(session.id), ..value(1) };
        assert_eq!(circle.rate(&clinic, circle.member, id, ahead).await, Err(Error::invalid("session", "fault-choose")));
        let long = NewRating { words: "a".repeat(100_000), ..value(1) };
        assert_eq!(circle.rate(&clinic, circle.member, id, long).await, Err(Error::invalid("said", "fault-long")));
        assert!(circle.look(&clinic, id).await?.ratings.is_empty());
        Ok(())
    }

    async fn a_goal_of_somebody_who_left_is_read_and_not_rated(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, Terms { rater: Rater::Leader, ..number("Swim") }).await?;
        circle.stands_up(&clinic, circle.member).await?;
        let left = Err(Error::Conflict("goals-conflict-left"));
        assert_eq!(circle.rate(&clinic, circle.leader, id, value(5)).await, left);
        let ending = Ending { how: How::Carried, words: String::new() };
        let by_leader = ending.clone();
        assert_eq!(clinic.write(circle.member, async move |work| end(work, id, &ending).await).await, left);
        clinic.write(circle.leader, async move |work| end(work, id, &by_leader).await).await?;
        let mine = clinic.read(circle.member, async |work| my_goals(work).await).await?;
        assert_eq!((mine.len(), mine[0].1.readable.len()), (1, 1), "what was theirs stays readable");
        assert_eq!(circle.propose(&clinic, circle.leader, number("More")).await, Err(Error::NotFound));
        assert_eq!(circle.propose(&clinic, circle.member, number("More")).await, Err(Error::NotFound));
        Ok(())
    }

    async fn nobody_else_sees_or_touches_a_goal(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let id = circle.agreed(&clinic, number("Swim")).await?;
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let admin = clinic.colleague("Ada", &[Role::Administrator]).await?;
        for other in [jo, ben, admin] {
            assert_eq!(clinic.read(other, async move |work| goal(work, id).await).await, Err(Error::NotFound));
            assert_eq!(clinic.read(other, async move |work| goals_of(work, group, person).await).await, Err(Error::NotFound));
            assert!(clinic.read(other, async move |work| goals_in(work, group).await.map(|_| ())).await.is_err());
            assert_eq!(circle.rate(&clinic, other, id, value(1)).await, Err(Error::NotFound));
            assert_eq!(circle.propose(&clinic, other, number("Run")).await, Err(Error::NotFound));
        }
        let vera = clinic.colleague("Vera", &[Role::Clinician]).await?;
        clinic.write(circle.leader, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        assert!(clinic.read(vera, async move |work| goal(work, id).await).await.is_ok());
        assert_eq!(circle.rate(&clinic, vera, id, value(1)).await, Err(Error::NotFound), "a supervisor reads");
        Ok(())
    }

    async fn so_many_goals_are_open_at_once_and_no_more(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for _ in 0..GOALS_OPEN_MAX {
            circle.propose(&clinic, circle.member, number("Swim")).await?;
        }
        let more = circle.propose(&clinic, circle.member, number("Swim")).await;
        assert_eq!(more, Err(Error::Conflict("goals-conflict-many")));
        Ok(())
    }

    async fn a_support_group_has_no_goals_of_treatment(clinic: TestClinic) {
        let finn = clinic.facilitator().await?;
        let mara = clinic.clinician().await?;
        let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
        clinic.write(mara, async move |work| appoint(work, group, who(finn), LeaderRole::Facilitator).await).await?;
        let pat = clinic.somebody("Pat").await?;
        let seating = async move |work: &mut crate::work::Work<'_>| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, who(pat));
            take_seat(work, &about, group, who(pat), "Pat").await.map(|_| ())
        };
        clinic.write(finn, seating).await?;
        for actor in [finn, mara, pat] {
            let proposed = clinic.write(actor, async move |work| propose(work, group, who(pat), &number("Swim")).await);
            assert_eq!(proposed.await, Err(Error::NotFound));
        }
        assert_eq!(clinic.read(pat, async |work| my_goals(work).await).await?.len(), 0);
        Ok(())
    }
}
