//! Nobody comes into a live room before they have signed what their group agrees on; whoever is in stays.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::json;

use super::super::Answers;
use super::super::online::Face;
use super::online::{House, Line, answers, hour, login};
use super::{Evening, signs};
use crate::access::{About, Deed, Standing};
use crate::agreements::{Agreement, Renewal, publish, signatures_of, withdraw};
use crate::clock::Span;
use crate::enrolment::{led_group, member_of, seated};
use crate::groups::{GroupState, Series, advance, plan_series};
use crate::identity::{AccountKind, Token};
use crate::testing::{TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// What keeps somebody out.
const FIRST: &str = "Something that your group agrees on is to be read and signed first. You find it at the door.";
/// Longer than it takes until who is in is written.
const WRITTEN: Duration = Duration::from_millis(1_500);
const REFUSED: Error = Error::Conflict("room-conflict-agreements");

/// The practice asks for a signature under a new group agreement.
async fn changed(clinic: &TestClinic) -> Result<()> {
    let administrator = clinic.administrator().await?;
    let text = "# Group agreement\n\nWe come on time.\n";
    let publishing = async move |work: &mut Work<'_>| {
        publish(work, Agreement::GroupAgreement, 1, text, Renewal::Asked).await.map(drop)
    };
    clinic.write(administrator, publishing).await
}

/// Whoever leads is in, and has let Robin in.
async fn together(house: &House, evening: &Evening, [leader, robin]: [&Token; 2]) -> (Line, Line) {
    let mut desk = house.comes(leader, evening, Face::Leader).await;
    desk.gets("welcome", "").await;
    let mut member = house.comes(robin, evening, Face::Member).await;
    desk.gets("regions", "Let Robin in").await;
    desk.asks("admit", 1).await;
    member.gets("connect", "").await;
    (desk, member)
}

scenarios! {
    async fn a_text_that_has_changed_is_signed_before_the_door_opens(clinic: TestClinic) {
        let (evening, house, [_, robin]) = hour(&clinic).await?;
        let fern = login(&clinic, evening.fern, AccountKind::Member).await?;
        changed(&clinic).await?;
        let (status, words) = house.ticket(&fern, &evening, Face::Member).await;
        assert_eq!((status, words.as_str()), (StatusCode::CONFLICT, FIRST));
        assert_eq!(house.ticket(&robin, &evening, Face::Member).await.0, StatusCode::CONFLICT, "who has answered, and was not in");
        assert_eq!(evening.answers(&clinic, evening.fern, answers()).await, Err(REFUSED));

        let mut phone = clinic.tab_of(who(evening.fern)).await?;
        let path = format!("/me/sessions/{}/door", evening.session.id);
        let door = phone.get(&path).await.body;
        assert!(door.contains("Group agreement") && door.contains("This text has changed since you signed it."), "{door}");
        assert!(!door.contains("Consent to treatment") && !door.contains("name=\"kind\""), "{door}");
        assert_eq!(phone.get(&format!("/me/sessions/{}/room", evening.session.id)).await.location(), path);
        let form = [("kind", "text"), ("place", "alone"), ("whereabouts", "12 Mill Lane"), ("call-back", "091"), ("agreed", "yes")];
        assert_eq!(phone.post(&path, &form).await.status, 409);

        signs(&clinic, evening.fern, evening.group).await?;
        assert!(phone.get(&path).await.body.contains("name=\"kind\""));
        assert_eq!(phone.post(&path, &form).await.location(), format!("/me/sessions/{}/room", evening.session.id));
        assert_eq!(house.ticket(&fern, &evening, Face::Member).await.0, StatusCode::OK);
        Ok(())
    }

    async fn whoever_is_in_stays_though_a_text_changes_meanwhile(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let (mut desk, mut member) = together(&house, &evening, [&leader, &robin]).await;
        tokio::time::sleep(WRITTEN).await;
        changed(&clinic).await?;
        tokio::time::sleep(WRITTEN).await;
        member.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "I am still here." })).await;
        desk.gets("regions", "still here").await;
        drop(member);
        let mut back = house.comes(&robin, &evening, Face::Member).await;
        back.gets("connect", "").await;
        desk.asks("end", 0).await;
        assert_eq!(back.ends().await, "ended");
        clinic.pass(Span::seconds(1));
        tokio::time::sleep(WRITTEN).await;
        let (status, words) = house.ticket(&robin, &evening, Face::Member).await;
        assert_eq!((status, words.as_str()), (StatusCode::CONFLICT, FIRST), "it is another room, and its door is closed");
        Ok(())
    }

    async fn whoever_takes_a_signature_back_does_not_come_in_again(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let _in = together(&house, &evening, [&leader, &robin]).await;
        tokio::time::sleep(WRITTEN).await;
        let person = who(evening.robin);
        let taking_back = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))?;
            let signed = signatures_of(work, &grant, person).await?.into_iter();
            let consent = signed.into_iter().find(|one| one.agreement == Agreement::InformedConsent).expect("they signed it");
            withdraw(work, consent.id).await.map(drop)
        };
        clinic.write(evening.robin, taking_back).await?;
        assert_eq!(house.ticket(&robin, &evening, Face::Member).await.0, StatusCode::CONFLICT);
        Ok(())
    }

    async fn a_support_group_is_asked_too(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let anonymous = Answers { whereabouts: String::new(), call_back: String::new(), ..answers() };
        evening.answers(&clinic, evening.robin, anonymous.clone()).await?;
        clinic.pass(Span::days(366));
        assert_eq!(evening.answers(&clinic, evening.fern, anonymous).await, Err(REFUSED), "a season is over");
        Ok(())
    }

    async fn the_way_to_sign_leads_back_to_the_door(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let way = seated(&clinic, mara, group, "Sam").await?;
        let session = clinic.write(mara, async move |work| {
            advance(work, group, GroupState::Running).await?;
            let first = jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0);
            Ok(plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?[0])
        }).await?;
        clinic.pass(session.starts_at - clinic.app.clock().now());
        changed(&clinic).await?;
        let mut phone = clinic.tab_for(member_of(&clinic, way).await?, AccountKind::Member).await?;
        let door = format!("/me/sessions/{}/door", session.id);
        let at = format!("/me/joining/{way}/sign/group-agreement");
        let back: String = form_urlencoded::byte_serialize(door.as_bytes()).collect();
        let link = format!("{at}?next={back}");
        let shown = phone.get(&door).await.body;
        assert!(shown.contains(&link), "{link} in {shown}");
        let text = phone.get(&link).await.body;
        assert!(text.contains(&format!("name=\"next\" value=\"{door}\"")), "{text}");
        let unread = phone.post(&at, &[("name", "Sam Legal"), ("edition", "2"), ("next", &door)]).await;
        assert!(unread.status == 422 && unread.body.contains(&door), "{}", unread.body);
        let signed = phone.post(&at, &[("read", "yes"), ("name", "Sam Legal"), ("edition", "2"), ("next", &door)]).await;
        assert_eq!(signed.location(), door);
        assert!(phone.get(&door).await.body.contains("name=\"kind\""));
        let elsewhere = phone.get(&format!("{at}?next=https://evil.example")).await;
        assert_eq!(elsewhere.location(), "/me/group");
        Ok(())
    }
}
