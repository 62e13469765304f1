//! From the enquiry to the decision.

use super::super::{
    Countersign, Decision, Enquirer, Enquiry, Fit, Judgement, Outcome, Risk, Screening, Stage, Step, Suitability, When,
    book_screening, countersign, decide, decision, enquire, enquiry, screen, steps_of,
};
use super::{asking, decided, enquired, led_group, now, outcome, screened, talk};
use crate::clock::Span;
use crate::groups::{Charter, Format, LeaderRole, appoint};
use crate::testing::staff::profile;
use crate::testing::{TestClinic, who};
use crate::{Error, scenarios};

fn talk_of_danger(words: &str) -> Screening {
    talk(Risk { suicidal: When::Lately, words: words.to_owned(), ..Risk::default() })
}

scenarios! {
    async fn an_enquiry_is_written_down_and_read_by_the_leader_alone(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let other = clinic.clinician().await?;
        let id = enquired(&clinic, mara, group, "Sam").await?;
        let read = clinic.read(mara, async move |work| enquiry(work, id).await).await?;
        assert_eq!(read.topic, "Low mood since spring");
        assert_eq!(clinic.read(other, async move |work| enquiry(work, id).await).await, Err(Error::NotFound));
        let stranger = Enquirer::New(profile("Eve"));
        let refused = clinic.write(other, async move |work| enquire(work, group, &stranger, &asking()).await).await;
        assert_eq!(refused, Err(Error::NotFound));
        Ok(())
    }

    async fn a_person_is_on_one_way_into_a_group_at_a_time(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = enquired(&clinic, mara, group, "Sam").await?;
        let sam = now(&clinic, id).await?.person;
        let known = Enquirer::Known(sam);
        let twice = clinic.write(mara, async move |work| enquire(work, group, &known, &asking()).await).await;
        assert_eq!(twice, Err(Error::Conflict("enrolment-conflict-enrolled")));
        let other = clinic.group(mara, Charter::therapy(), Format::Closed, 8).await?;
        let elsewhere = clinic.write(mara, async move |work| enquire(work, other, &Enquirer::Known(sam), &asking()).await).await?;
        assert_eq!(now(&clinic, elsewhere).await?.person, sam);
        Ok(())
    }

    async fn a_leader_cannot_enrol_somebody_they_do_not_work_with(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let (ben, other) = led_group(&clinic, 8).await?;
        let id = enquired(&clinic, mara, group, "Sam").await?;
        let known = Enquirer::Known(now(&clinic, id).await?.person);
        let refused = clinic.write(ben, async move |work| enquire(work, other, &known, &asking()).await).await;
        assert_eq!(refused, Err(Error::NotFound));
        Ok(())
    }

    async fn a_support_group_asks_nothing_clinical(clinic: TestClinic) {
        let ines = clinic.clinician().await?;
        let group = clinic.group(ines, Charter::support(), Format::Open, 12).await?;
        let enquirer = Enquirer::New(profile("Sam"));
        let clinical = clinic.write(ines, async move |work| enquire(work, group, &enquirer, &asking()).await).await;
        assert_eq!(clinical, Err(Error::NotFound));
        let enquirer = Enquirer::New(profile("Sam"));
        let light = Enquiry { clinical: None, ..asking() };
        let id = clinic.write(ines, async move |work| enquire(work, group, &enquirer, &light).await).await?;
        let structured = clinic.write(ines, async move |work| screen(work, id, &talk(Risk::default())).await).await;
        assert_eq!(structured, Err(Error::NotFound));
        let suits = Suitability { knows_it_is_not_treatment: true, ..Suitability::default() };
        clinic.write(ines, async move |work| screen(work, id, &Screening::Suitability(suits.clone())).await).await?;
        outcome(&clinic, ines, id, Outcome::Accept).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Prepared, "no preparation is asked for");
        Ok(())
    }

    async fn a_first_talk_is_booked_moved_and_never_in_the_past(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = enquired(&clinic, mara, group, "Sam").await?;
        let start = clinic.app.clock().now();
        let past = clinic.write(mara, async move |work| book_screening(work, id, start - Span(1)).await).await;
        assert_eq!(past, Err(Error::invalid("date", "enrolment-fault-past")));
        for days in [2, 5] {
            clinic.write(mara, async move |work| book_screening(work, id, start + Span::days(days)).await).await?;
        }
        let booked = now(&clinic, id).await?;
        assert_eq!((booked.stage, booked.screening_at), (Stage::ScreeningBooked, Some(start + Span::days(5))));
        Ok(())
    }

    async fn two_decisions_are_made_with_their_reasons(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = screened(&clinic, mara, group, "Sam").await?;
        let silent = clinic.write(mara, async move |work| {
            let judged = Judgement { fit: Fit::Yes, reason: String::new() };
            let decision = Decision { person_for_group: judged, ..decided(Outcome::Accept) };
            decide(work, id, &decision, Countersign::NotAsked).await
        });
        assert_eq!(silent.await, Err(Error::invalid("person_for_group_reason", "enrolment-fault-reason")));
        outcome(&clinic, mara, id, Outcome::Accept).await?;
        let read = clinic.read(mara, async move |work| decision(work, id).await).await?.expect("decided");
        assert_eq!((read.by, read.decision.outcome, read.waits), (mara.person(), Outcome::Accept, false));
        assert_eq!(outcome(&clinic, mara, id, Outcome::Accept).await, Err(Error::Conflict("enrolment-conflict-stage")));
        Ok(())
    }

    async fn every_outcome_leads_to_its_own_stage(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let table = [
            (Outcome::Accept, Stage::Accepted),
            (Outcome::AcceptAfterPreparation, Stage::Accepted),
            (Outcome::Waitlist, Stage::Waitlisted),
            (Outcome::Redirect, Stage::Redirected),
            (Outcome::Decline, Stage::Declined),
        ];
        for (number, (chosen, stage)) in table.into_iter().enumerate() {
            let id = screened(&clinic, mara, group, &format!("Sam{number}")).await?;
            outcome(&clinic, mara, id, chosen).await?;
            assert_eq!(now(&clinic, id).await?.stage, stage, "{chosen:?}");
        }
        Ok(())
    }

    async fn a_decision_that_waits_counts_when_the_co_leader_agrees(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let ben = clinic.clinician().await?;
        clinic.write(mara, async move |work| appoint(work, group, who(ben), LeaderRole::CoLeader).await).await?;
        let id = screened(&clinic, mara, group, "Sam").await?;
        clinic.write(mara, async move |work| decide(work, id, &decided(Outcome::Accept), Countersign::Asked).await).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Screened);
        let own = clinic.write(mara, async move |work| countersign(work, id).await).await;
        assert_eq!(own, Err(Error::Conflict("enrolment-conflict-own-decision")));
        clinic.write(ben, async move |work| countersign(work, id).await).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Accepted);
        let again = clinic.write(ben, async move |work| countersign(work, id).await).await;
        assert_eq!(again, Err(Error::Conflict("enrolment-conflict-nothing-waits")));
        Ok(())
    }

    async fn a_danger_in_the_first_talk_reaches_the_leader_in_the_same_moment(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = enquired(&clinic, mara, group, "Sam").await?;
        let wordless = clinic.write(mara, async move |work| screen(work, id, &talk_of_danger(" ")).await).await;
        assert_eq!(wordless, Err(Error::invalid("risk_words", "enrolment-fault-risk-words")));
        assert_eq!(alerts(&clinic).await?, 0);
        clinic.write(mara, async move |work| screen(work, id, &talk_of_danger("Thoughts in the evenings")).await).await?;
        assert_eq!(alerts(&clinic).await?, 1);
        clinic.write(mara, async move |work| screen(work, id, &talk_of_danger("Thoughts, no plan")).await).await?;
        assert_eq!(alerts(&clinic).await?, 1, "a correction that says the same is the same danger");
        clinic.write(mara, async move |work| {
            let risk = Risk { suicidal: When::Lately, violence: When::Now, words: "And anger".to_owned(), ..Risk::default() };
            screen(work, id, &talk(risk)).await
        }).await?;
        assert_eq!(alerts(&clinic).await?, 2, "something new is another");
        Ok(())
    }

    async fn every_step_is_written_down_with_whoever_took_it(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = screened(&clinic, mara, group, "Sam").await?;
        outcome(&clinic, mara, id, Outcome::Accept).await?;
        let taken = clinic.read(mara, async move |work| steps_of(work, id).await).await?;
        assert_eq!(taken.iter().map(|taken| taken.step).collect::<Vec<_>>(), [Step::Screen, Step::Accept]);
        assert!(taken.iter().all(|taken| taken.by == mara.person()));
        Ok(())
    }
}

async fn alerts(clinic: &TestClinic) -> crate::Result<i64> {
    super::count_alerts(clinic).await
}
