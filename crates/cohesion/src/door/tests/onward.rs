//! Crossing between the two kinds of group: the member alone does it, and nothing of one is told to the other.

use axum::http::StatusCode;

use super::{circle, therapy};
use crate::enrolment::{
    DecidedBy, Departure, Ending, Goodbye, Stage, Suitability, WhoJoins, ask_for_oneself, begin_alone, choose_name,
    depart, enquiry, enrolment, enrolments_in, join_oneself, led_group, member_of, open_joining, open_to_me,
    own_enrolments, person, seated,
};
use crate::identity::AccountKind;
use crate::testing::who;
use crate::{Error, scenarios};

fn parting(ending: Ending) -> Departure {
    let (decided_by, goodbye) = (DecidedBy::Together, Goodbye::Said);
    Departure { ending, decided_by, goodbye, reason: "What she came for is done".to_owned() }
}

scenarios! {
    async fn a_member_who_has_finished_goes_on_to_company_under_a_new_name(clinic: TestClinic) {
        let (finn, support) = circle(&clinic, 8).await?;
        clinic.write(finn, async move |work| open_joining(work, support, WhoJoins::Finished).await).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let way = seated(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, way).await?;
        let early = clinic.read(sam, async |work| open_to_me(work).await).await?;
        assert_eq!(early, [], "while the therapy goes on, nothing is offered");
        assert_eq!(clinic.write(sam, async move |work| join_oneself(work, support).await).await, Err(Error::NotFound));
        clinic.write(mara, async move |work| depart(work, way, &parting(Ending::Planned)).await).await?;
        assert_eq!(clinic.read(sam, async |work| open_to_me(work).await).await?, [support]);
        let mut phone = clinic.tab_for(sam, AccountKind::Member).await?;
        let offer = phone.get("/me/onward").await;
        assert!(offer.body.contains("An evening for those who grieve"), "{}", offer.body);
        assert_eq!(phone.get(&format!("/me/onward/{support}")).await.status, StatusCode::OK);
        let joined = phone.post(&format!("/me/onward/{support}/join"), &[]).await;
        let id = joined.location().rsplit('/').next().unwrap_or_default().parse()?;
        let fits = Suitability { knows_it_is_not_treatment: true, ..Suitability::default() };
        clinic.write(sam, async move |work| begin_alone(work, id, &fits).await).await?;
        clinic.write(sam, async move |work| choose_name(work, id, "Heron").await).await?;
        let listed = clinic.read(finn, async move |work| enrolments_in(work, support).await).await?;
        assert_eq!(listed.iter().map(|one| one.called.as_str()).collect::<Vec<_>>(), ["Heron"]);
        let asked = clinic.read(finn, async move |work| enquiry(work, id).await).await?;
        assert_eq!((asked.topic.as_str(), asked.told.as_str(), asked.clinical.is_some()), ("", "", false));
        let (known, profile) = clinic.read(finn, async move |work| person(work, who(sam)).await).await?;
        assert_eq!(known.ways.len(), 1, "the other group is not among them");
        assert_eq!((profile.called.as_str(), profile.legal.as_str(), profile.email.as_str()), ("Heron", "", ""));
        let mut desk = clinic.desk(finn).await?;
        for page in [format!("/care/groups/{support}/people"), format!("/care/enrolments/{id}"), format!("/care/people/{}", who(sam)), "/care/people".to_owned(), "/lead".to_owned()] {
            let body = desk.get(&page).await.body;
            for trace in [">Sam<", "sam@example.org", "Sam Example"] {
                assert!(!body.contains(trace), "{trace} at {page}: {body}");
            }
        }
        Ok(())
    }

    async fn whoever_left_early_or_was_taken_out_is_offered_no_step_down(clinic: TestClinic) {
        let (finn, support) = circle(&clinic, 8).await?;
        clinic.write(finn, async move |work| open_joining(work, support, WhoJoins::Finished).await).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        for (called, ending) in [("Sam", Ending::Unplanned), ("Jo", Ending::Removed)] {
            let way = seated(&clinic, mara, group, called).await?;
            let member = member_of(&clinic, way).await?;
            clinic.write(mara, async move |work| depart(work, way, &parting(ending)).await).await?;
            assert_eq!(clinic.read(member, async |work| open_to_me(work).await).await?, [], "{ending:?}");
        }
        Ok(())
    }

    async fn a_participant_asks_for_a_talk_in_words_of_their_own_and_nothing_else_goes_along(clinic: TestClinic) {
        let (_, support) = circle(&clinic, 8).await?;
        let (mara, low_mood) = therapy(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        let own = clinic.write(jo, async move |work| join_oneself(work, support).await).await?;
        let mut phone = clinic.tab_for(jo, AccountKind::Member).await?;
        let at = format!("/me/onward/{low_mood}/ask");
        assert_eq!(phone.get(&at).await.status, StatusCode::OK);
        assert_eq!(phone.post(&at, &[("words", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let sent = phone.post(&at, &[("words", "I would like to talk with somebody.")]).await;
        assert_eq!(sent.location(), "/welcome/thanks", "{}", sent.body);
        let again = phone.post(&at, &[("words", "Once more")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        let listed = clinic.read(mara, async move |work| enrolments_in(work, low_mood).await).await?;
        assert_eq!(listed.iter().map(|one| one.enrolment.stage).collect::<Vec<_>>(), [Stage::Enquiry]);
        let id = listed[0].enrolment.id;
        let asked = clinic.read(mara, async move |work| enquiry(work, id).await).await?;
        assert_eq!(asked.topic, "I would like to talk with somebody.");
        assert_eq!(clinic.read(mara, async move |work| enrolment(work, own).await).await.err(), Some(Error::NotFound));
        assert_eq!(phone.get(&format!("/me/onward/{support}/ask")).await.status, StatusCode::NOT_FOUND);
        Ok(())
    }

    async fn nobody_asks_in_anothers_name(clinic: TestClinic) {
        circle(&clinic, 8).await?;
        let (mara, low_mood) = therapy(&clinic).await?;
        let nobody = crate::access::Actor::Nobody(clinic.practice);
        let asked = clinic.write(nobody, async move |work| ask_for_oneself(work, low_mood, "For somebody").await).await;
        assert_eq!(asked.err(), Some(Error::SignInNeeded));
        assert_eq!(clinic.read(mara, async |work| own_enrolments(work).await).await?.len(), 0);
        Ok(())
    }
}
