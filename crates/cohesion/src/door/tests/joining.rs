//! Joining a group alone: from outside to a seat; what is refused; and who waits for those who lead.

use axum::http::StatusCode;

use super::circle;
use crate::access::Actor;
use crate::agreements::Agreement;
use crate::enrolment::{
    DecidedBy, Departure, Ending, Goodbye, Listed, Stage, Suitability, begin_alone, depart, enrolments_in,
    join_oneself, own_enrolments, person, sign,
};
use crate::groups::{self, seats};
use crate::id::{EnrolmentId, GroupId};
use crate::notices::{Kind, notices};
use crate::testing::{Answer, Tab, TestClinic};
use crate::{Error, Result, scenarios};

const PASSPHRASE: &str = "seven boats behind the mill";

fn form<'a>(called: &'a str, email: &'a str) -> [(&'a str, &'a str); 3] {
    [("called", called), ("email", email), ("reach", "")]
}

async fn register(clinic: &TestClinic, group: GroupId, called: &str, email: &str) -> Answer {
    clinic.tab().post(&format!("/welcome/groups/{group}/join"), &form(called, email)).await
}

async fn listed(clinic: &TestClinic, finn: Actor, group: GroupId) -> Result<Vec<Listed>> {
    clinic.read(finn, async move |work| enrolments_in(work, group).await).await
}

/// The tab of somebody who follows the newest link and chooses a passphrase.
async fn follow_the_link(clinic: &TestClinic, email: &str) -> Result<Tab> {
    clinic.run_jobs().await?;
    let outbox = clinic.outbox().await?;
    let letter = outbox.iter().rfind(|outgoing| outgoing.mail.to == email).expect("a letter went out");
    let mut tab = clinic.tab();
    let choosing = [("email", email), ("passphrase", PASSPHRASE), ("again", PASSPHRASE), ("own", "yes")];
    let joined = tab.post(&letter.mail.path, &choosing).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
    Ok(tab)
}

/// Everything that is left once somebody is signed in and their way has begun.
async fn sign_everything(clinic: &TestClinic, member: Actor, id: EnrolmentId) -> Result<()> {
    for (agreement, edition) in due(clinic, member, id).await? {
        clinic.write(member, async move |work| sign(work, id, agreement, edition, "Wren").await).await?;
    }
    Ok(())
}

async fn due(clinic: &TestClinic, member: Actor, id: EnrolmentId) -> Result<Vec<(Agreement, u32)>> {
    let own = clinic.read(member, async |work| own_enrolments(work).await).await?;
    let joining = own.into_iter().find(|joining| joining.enrolment.id == id).ok_or(Error::NotFound)?;
    Ok(joining.due.iter().map(|due| (due.edition.agreement, due.edition.number)).collect())
}

fn knowing() -> Suitability {
    Suitability { knows_it_is_not_treatment: true, ..Suitability::default() }
}

scenarios! {
    async fn somebody_new_comes_from_the_public_page_to_a_seat_with_a_name_alone(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let answer = register(&clinic, group, "Wren", "w@example.org").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/welcome/mail"), "{}", answer.body);
        let mut tab = follow_the_link(&clinic, "w@example.org").await?;
        let way = tab.get("/").await.location().to_owned();
        let first = tab.get(&way).await;
        assert!(first.body.contains("company and no treatment"), "{}", first.body);
        let unticked = tab.post(&format!("{way}/begin"), &[("knows", "yes")]).await;
        assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let begun = tab.post(&format!("{way}/begin"), &[("knows", "yes"), ("shares", "yes"), ("grown", "yes")]).await;
        assert_eq!(begun.location(), way);
        let steps = tab.get(&way).await.body;
        assert!(steps.contains("Wren") && steps.contains("/sign/") && !steps.contains("/place"), "a name, texts, and no place: {steps}");
        let known = listed(&clinic, finn, group).await?;
        let (id, member) = (known[0].enrolment.id, clinic.signed_in(known[0].enrolment.person));
        assert_eq!(known[0].enrolment.stage, Stage::Prepared);
        sign_everything(&clinic, member, id).await?;
        let seated = clinic.read(finn, async move |work| seats(work, group).await).await?;
        assert_eq!(seated.iter().map(|seat| seat.called.as_str()).collect::<Vec<_>>(), ["Wren"]);
        let (known, profile) = clinic.read(finn, async move |work| person(work, seated[0].person).await).await?;
        assert_eq!((known.called.as_str(), profile.email.as_str(), profile.legal.as_str(), profile.phone), ("Wren", "", "", None));
        Ok(())
    }

    async fn a_way_to_be_reached_is_kept_with_consent_alone(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let at = format!("/welcome/groups/{group}/join");
        let mut typed = vec![("called", "Wren"), ("email", "w@example.org"), ("reach", "01 555 0177")];
        let refused = clinic.tab().post(&at, &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.field("reach"), "01 555 0177", "nothing is lost");
        typed.push(("consents", "yes"));
        assert_eq!(clinic.tab().post(&at, &typed).await.status, StatusCode::SEE_OTHER);
        let who = listed(&clinic, finn, group).await?[0].enrolment.person;
        let (_, profile) = clinic.read(finn, async move |work| person(work, who).await).await?;
        assert_eq!((profile.phone.as_deref(), profile.email.as_str()), (Some("01 555 0177"), ""));
        let mut desk = clinic.desk(finn).await?;
        assert!(!desk.get(&format!("/care/people/{who}")).await.body.contains("w@example.org"));
        assert_eq!(desk.get(&format!("/care/people/{who}/contacts")).await.status, StatusCode::NOT_FOUND);
        Ok(())
    }

    async fn a_name_that_looks_like_somebodys_is_refused(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        assert_eq!(register(&clinic, group, "Wren", "w@example.org").await.status, StatusCode::SEE_OTHER);
        // The facilitator is called Finn: in Turkish and Cyrillic letters too.
        for name in ["Finn", "F ı n n", "FÍNN", "F1nn", "wren", "Wrеn", "W r e n"] {
            let answer = register(&clinic, group, name, "other@example.org").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.body.contains("Choose another name"), "{name}: {}", answer.body);
        }
        assert_eq!(register(&clinic, group, "Robin", "other@example.org").await.status, StatusCode::SEE_OTHER);
        assert_eq!(listed(&clinic, finn, group).await?.len(), 2);
        Ok(())
    }

    async fn a_full_group_answers_with_a_sentence_and_takes_nobody(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 2).await?;
        for called in ["Jo", "Lee"] {
            let member = clinic.somebody(called).await?;
            let id = clinic.write(member, async move |work| join_oneself(work, group).await).await?;
            clinic.write(member, async move |work| begin_alone(work, id, &knowing()).await).await?;
        }
        let late = clinic.somebody("Kim").await?;
        let id = clinic.write(late, async move |work| join_oneself(work, group).await).await?;
        let begun = clinic.write(late, async move |work| begin_alone(work, id, &knowing()).await).await;
        assert_eq!(begun, Err(Error::Conflict("enrolment-conflict-no-place")));
        let answer = register(&clinic, group, "Wren", "w@example.org").await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("All places in this group are taken"), "{}", answer.body);
        assert_eq!(listed(&clinic, finn, group).await?.len(), 3);
        Ok(())
    }

    async fn an_address_that_is_known_gets_no_second_person_and_the_same_answer(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let jo = clinic.somebody("Jo").await?;
        clinic.tab_for(jo, crate::identity::AccountKind::Member).await?;
        let known = register(&clinic, group, "Wren", "jo@example.org").await;
        let unknown = register(&clinic, group, "Robin", "new@example.org").await;
        assert_eq!((known.status, &known.body, known.location()), (unknown.status, &unknown.body, unknown.location()));
        assert_eq!(listed(&clinic, finn, group).await?.len(), 1, "the known one signs in and decides there");
        let told = clinic.read(jo, async |work| notices(work).await).await?;
        assert_eq!(told.iter().map(|notice| notice.kind).collect::<Vec<_>>(), [Kind::JoiningAsked]);
        Ok(())
    }

    /// ATK-76: evading a removal by coming again with the same address.
    async fn whoever_was_taken_out_waits_for_those_who_lead(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        register(&clinic, group, "Wren", "w@example.org").await;
        follow_the_link(&clinic, "w@example.org").await?;
        let first = listed(&clinic, finn, group).await?[0].enrolment;
        let member = clinic.signed_in(first.person);
        clinic.write(member, async move |work| begin_alone(work, first.id, &knowing()).await).await?;
        sign_everything(&clinic, member, first.id).await?;
        let (decided_by, goodbye, reason) = (DecidedBy::Leader, Goodbye::Told, "Shouting at others".to_owned());
        let departure = Departure { ending: Ending::Removed, decided_by, goodbye, reason };
        clinic.write(finn, async move |work| depart(work, first.id, &departure).await).await?;
        let again = register(&clinic, group, "Robin", "w@example.org").await;
        assert_eq!(again.location(), "/welcome/mail", "they learn nothing of it here");
        assert_eq!(listed(&clinic, finn, group).await?.len(), 1, "and no second person came of it");
        let second = clinic.write(member, async move |work| join_oneself(work, group).await).await?;
        let begun = clinic.write(member, async move |work| begin_alone(work, second, &knowing()).await).await;
        assert_eq!(begun, Err(Error::NotFound));
        let told = clinic.read(finn, async |work| notices(work).await).await?;
        assert!(told.iter().any(|notice| notice.kind == Kind::EnquiryCame && notice.about == second.0), "{told:?}");
        assert!(!clinic.read(finn, async move |work| groups::is_seated(work, group, first.person).await).await?);
        Ok(())
    }

    async fn nobody_joins_what_is_not_open_to_them(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let who = crate::enrolment::WhoJoins::Nobody;
        clinic.write(finn, async move |work| crate::enrolment::open_joining(work, group, who).await).await?;
        let jo = clinic.somebody("Jo").await?;
        assert_eq!(clinic.write(jo, async move |work| join_oneself(work, group).await).await, Err(Error::NotFound));
        assert_eq!(register(&clinic, group, "Wren", "w@example.org").await.status, StatusCode::NOT_FOUND);
        assert_eq!(clinic.tab().get(&format!("/welcome/groups/{group}/join")).await.status, StatusCode::NOT_FOUND);
        Ok(())
    }

    async fn one_persons_way_is_nobody_elses_to_begin(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let (jo, lee) = (clinic.somebody("Jo").await?, clinic.somebody("Lee").await?);
        let id = clinic.write(jo, async move |work| join_oneself(work, group).await).await?;
        for actor in [lee, finn, clinic.administrator().await?] {
            let begun = clinic.write(actor, async move |work| begin_alone(work, id, &knowing()).await).await;
            assert_eq!(begun, Err(Error::NotFound));
        }
        let unknowing = clinic.write(jo, async move |work| begin_alone(work, id, &Suitability::default()).await).await;
        assert!(matches!(unknowing, Err(Error::Invalid(_))), "{unknowing:?}");
        Ok(())
    }
}
