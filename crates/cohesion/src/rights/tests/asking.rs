//! Corrections and holds: who may ask, answer and place, and what is refused.

use super::super::{On, answer_correction, ask_to_correct, corrections_of, holds, kept_of, own_corrections, place};
use super::House;
use crate::groups::{LeaderRole, appoint};
use crate::limits::TEXT_CHARS_MAX;
use crate::practice::Role;
use crate::testing::who;
use crate::{Error, scenarios};

scenarios! {
    async fn what_somebody_asks_to_be_put_right_is_answered_by_a_person(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let group = house.therapy;
        let id = clinic.write(sam, async move |work| ask_to_correct(work, group, " I never moved out. ").await).await?;
        let person = who(sam);
        let asked = clinic.read(house.mara, async move |work| corrections_of(work, person).await).await?;
        assert_eq!(asked.readable[0].words, "I never moved out.");
        let answer = async move |work: &mut crate::work::Work<'_>| answer_correction(work, id, "You are right.").await;
        clinic.write(house.mara, answer).await?;
        let again = clinic.write(house.mara, answer).await;
        assert_eq!(again, Err(Error::Conflict("rights-conflict-answered")));
        let own = clinic.read(sam, async |work| own_corrections(work).await).await?;
        assert!(own.readable[0].answer.as_ref().is_some_and(|(answer, _)| answer == "You are right."));
        Ok(())
    }

    async fn a_correction_needs_words_and_a_group_of_ones_own(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let long = "a".repeat(TEXT_CHARS_MAX + 1);
        for (group, words, fault) in [
            (house.therapy, "  ", Error::invalid("words", "fault-empty")),
            (house.therapy, long.as_str(), Error::invalid("words", "fault-long")),
            (house.support, "Not mine", Error::invalid("group", "fault-choose")),
        ] {
            let words = words.to_owned();
            let asked = clinic.write(sam, async move |work| ask_to_correct(work, group, &words).await).await;
            assert_eq!(asked, Err(fault));
        }
        Ok(())
    }

    async fn nobody_else_sees_or_answers_it(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let jo = house.member(&clinic, "Jo", &[house.therapy]).await?;
        let (group, person) = (house.therapy, who(sam));
        let id = clinic.write(sam, async move |work| ask_to_correct(work, group, "It was May.").await).await?;
        let noor = clinic.colleague("Noor", &[Role::Clinician]).await?;
        for actor in [jo, noor, clinic.administrator().await?, sam] {
            let answered = clinic.write(actor, async move |work| answer_correction(work, id, "No.").await).await;
            assert_eq!(answered, Err(Error::NotFound));
            let seen = clinic.read(actor, async move |work| kept_of(work, person).await.map(|_| ())).await;
            assert_eq!(seen, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_hold_is_placed_once_with_words_by_whoever_leads_a_therapy(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        let (group, on) = (house.therapy, On::Person(who(sam)));
        clinic.write(house.mara, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        let placed = async move |work: &mut crate::work::Work<'_>| place(work, on, "A letter").await;
        for actor in [sam, pat, vera] {
            assert_eq!(clinic.write(actor, placed).await, Err(Error::NotFound));
        }
        assert_eq!(clinic.write(house.mara, async move |work| place(work, on, " ").await).await, Err(Error::invalid("words", "fault-empty")));
        clinic.write(house.mara, placed).await?;
        assert_eq!(clinic.write(house.mara, placed).await, Err(Error::Conflict("rights-conflict-holds-already")));
        let seen = clinic.read(house.mara, async move |work| holds(work, on).await).await?;
        assert_eq!(seen[0].words, "A letter");
        for nowhere in [On::Person(who(pat)), On::Group(house.support)] {
            let refused = clinic.write(house.mara, async move |work| place(work, nowhere, "A letter").await).await;
            assert_eq!(refused, Err(Error::NotFound), "a support group knows no hold");
        }
        Ok(())
    }
}
