//! A visitor asks for a place.

use axum::http::StatusCode;

use super::{circle, open, therapy};
use crate::access::Actor;
use crate::enrolment::{Source, Stage, enquiry, enrolments_in};
use crate::id::GroupId;
use crate::identity::AccountKind;
use crate::limits::ASKS_AN_HOUR_MAX;
use crate::notices::{Kind, notices};
use crate::testing::TestClinic;
use crate::{Result, clock, scenarios};

const ASKING: [(&str, &str); 5] = [
    ("called", "Robin"),
    ("email", "robin@example.org"),
    ("phone", ""),
    ("words", "I have been low since the winter."),
    ("times", "After six"),
];

async fn asked(clinic: &TestClinic, leader: Actor, group: GroupId) -> Result<usize> {
    Ok(clinic.read(leader, async move |work| enrolments_in(work, group).await).await?.len())
}

scenarios! {
    async fn what_a_visitor_writes_becomes_an_enquiry_and_the_leader_is_told(clinic: TestClinic) {
        open(&clinic).await?;
        let (mara, group) = therapy(&clinic).await?;
        let mut tab = clinic.tab();
        assert_eq!(tab.get(&format!("/welcome/groups/{group}/ask")).await.status, StatusCode::OK);
        let answer = tab.post(&format!("/welcome/groups/{group}/ask"), &ASKING).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/welcome/thanks"));
        let thanks = tab.get("/welcome/thanks").await;
        assert!(thanks.body.contains("It has arrived") && !thanks.body.contains("Robin"), "{}", thanks.body);
        let listed = clinic.read(mara, async move |work| enrolments_in(work, group).await).await?;
        assert_eq!(listed.iter().map(|one| (one.called.as_str(), one.enrolment.stage)).collect::<Vec<_>>(), [("Robin", Stage::Enquiry)]);
        let id = listed[0].enrolment.id;
        let kept = clinic.read(mara, async move |work| enquiry(work, id).await).await?;
        assert_eq!((kept.topic.as_str(), kept.times.as_str(), kept.source), (ASKING[3].1, ASKING[4].1, Source::Oneself));
        let told = clinic.read(mara, async |work| notices(work).await).await?;
        assert_eq!(told.iter().map(|notice| notice.kind).collect::<Vec<_>>(), [Kind::EnquiryCame]);
        Ok(())
    }

    async fn a_form_without_a_way_to_answer_comes_back_with_every_word(clinic: TestClinic) {
        open(&clinic).await?;
        let (mara, group) = therapy(&clinic).await?;
        let at = format!("/welcome/groups/{group}/ask");
        let unreachable = clinic.tab().post(&at, &[("called", "Robin"), ("words", "I am low"), ("email", ""), ("phone", "")]).await;
        assert_eq!(unreachable.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unreachable.body.contains("Give an address or a number") && unreachable.body.contains("I am low"), "{}", unreachable.body);
        assert_eq!(clinic.tab().post(&at, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(asked(&clinic, mara, group).await?, 0);
        Ok(())
    }

    async fn a_known_address_is_answered_like_an_unknown_one(clinic: TestClinic) {
        open(&clinic).await?;
        let (_, group) = therapy(&clinic).await?;
        let robin = clinic.somebody("Robin").await?;
        clinic.tab_for(robin, AccountKind::Member).await?;
        let at = format!("/welcome/groups/{group}/ask");
        let known = clinic.tab().post(&at, &ASKING).await;
        let mut other = ASKING;
        other[1].1 = "nobody-we-know@example.org";
        let unknown = clinic.tab().post(&at, &other).await;
        assert_eq!((known.status, &known.body, known.location()), (unknown.status, &unknown.body, unknown.location()));
        let headers = |answer: &crate::testing::Answer| {
            let mut names: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
            names.retain(|header| !header.starts_with("x-request-id"));
            names.sort();
            names
        };
        assert_eq!(headers(&known), headers(&unknown));
        Ok(())
    }

    async fn one_address_asks_only_so_often_and_loses_nothing(clinic: TestClinic) {
        open(&clinic).await?;
        let (mara, group) = therapy(&clinic).await?;
        let at = format!("/welcome/groups/{group}/ask");
        let mut tab = clinic.tab();
        for _ in 0..ASKS_AN_HOUR_MAX {
            assert_eq!(tab.post(&at, &ASKING).await.status, StatusCode::SEE_OTHER);
        }
        let flood = tab.post(&at, &ASKING).await;
        assert_eq!(flood.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(flood.headers.contains_key("retry-after") && flood.body.contains(ASKING[3].1), "{}", flood.body);
        assert_eq!(asked(&clinic, mara, group).await?, ASKS_AN_HOUR_MAX as usize);
        assert_eq!(clinic.tab().post(&at, &ASKING).await.status, StatusCode::SEE_OTHER, "another address asks");
        clinic.pass(clock::Span::hours(1));
        assert_eq!(tab.post(&at, &ASKING).await.status, StatusCode::SEE_OTHER);
        Ok(())
    }

    async fn a_group_that_is_not_shown_takes_no_questions(clinic: TestClinic) {
        circle(&clinic, 8).await?;
        let mara = clinic.clinician().await?;
        let (charter, format) = (crate::groups::Charter::therapy(), crate::groups::Format::SlowOpen);
        let group = clinic.group(mara, charter, format, 8).await?;
        let answer = clinic.tab().post(&format!("/welcome/groups/{group}/ask"), &ASKING).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(asked(&clinic, mara, group).await?, 0);
        Ok(())
    }
}
