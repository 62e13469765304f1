//! Scenarios of an open page: a new alert comes by itself, and nothing comes to whoever may not see it any more.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures_util::StreamExt;
use tower::ServiceExt;

use crate::access::{About, Actor, Deed, Standing};
use crate::groups::{self, Charter, Format, LeaderRole};
use crate::hub::{Change, Notice};
use crate::id::{self, GroupId, PersonId};
use crate::identity::{AccountKind, Browser, Device, Token, end_all_logins, open_account, open_login};
use crate::limits::STREAMS_FOR_A_PERSON_MAX;
use crate::safety::{Cause, Sign, raise};
use crate::testing::{TestClinic, served};
use crate::work::Work;
use crate::{Result, scenarios};

/// How long a test waits for what must come.
const SOON: Duration = Duration::from_secs(5);

async fn signed_in(clinic: &TestClinic, actor: Actor) -> Result<Token> {
    let person = actor.person().expect("a person signs in");
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Staff, None).await
    };
    clinic.write(clinic.system(), opening).await?;
    let nobody = Actor::Nobody(clinic.practice);
    clinic.write(nobody, async move |work| open_login(work, person, Device::Own, Browser::default()).await).await
}

async fn group_of(clinic: &TestClinic, leader: Actor) -> Result<GroupId> {
    clinic.group(leader, Charter::therapy(), Format::Closed, 8).await
}

async fn raised(clinic: &TestClinic, group: GroupId) -> Result<()> {
    let kim = PersonId::random()?;
    let sign = Sign::NeedHelp { call: id::random()?, words: None };
    let cause = Cause { person: kim, group: Some(group), sign };
    clinic.write(clinic.signed_in(kim), async move |work| raise(work, &cause).await.map(|_| ())).await
}

async fn ask(clinic: &TestClinic, token: &Token, path: &str) -> (StatusCode, BodyDataStream) {
    let request = Request::get(path).header("cookie", format!("login={}", token.text()));
    let request = request.header("accept", "text/event-stream").body(Body::empty()).expect("a valid request");
    let response = served(clinic.app.clone()).oneshot(request).await.expect("a router always answers");
    (response.status(), response.into_body().into_data_stream())
}

/// The next region that comes, signs of life left out; nothing where the stream ends.
async fn next_region(stream: &mut BodyDataStream) -> Option<String> {
    loop {
        let frame = tokio::time::timeout(SOON, stream.next()).await.expect("something comes soon")?;
        let text = String::from_utf8_lossy(&frame.expect("a whole frame")).into_owned();
        if text.starts_with("event: region") {
            return Some(text);
        }
    }
}

scenarios! {
    async fn a_new_alert_comes_to_the_therapists_open_page_by_itself(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara).await?;
        let token = signed_in(&clinic, mara).await?;
        let (status, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        assert_eq!(status, StatusCode::OK);
        let first = next_region(&mut stream).await.expect("the page as it is");
        assert!(first.contains("id=\"alerts\"") && !first.contains("article"), "{first}");
        raised(&clinic, group).await?;
        let next = next_region(&mut stream).await.expect("the alert");
        assert!(next.contains("article") && next.contains("data-say"), "{next}");
        Ok(())
    }

    async fn another_therapists_page_stays_as_it_is(clinic: TestClinic) {
        let (mara, omar) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara).await?;
        let token = signed_in(&clinic, omar).await?;
        let (_, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        next_region(&mut stream).await;
        raised(&clinic, group).await?;
        let next = next_region(&mut stream).await.expect("the region anew");
        assert!(!next.contains("article"), "{next}");
        Ok(())
    }

    async fn whoever_no_longer_leads_gets_the_next_region_without_the_alert(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara).await?;
        let person = ben.person().expect("Ben is a person");
        clinic.write(mara, async move |work| groups::appoint(work, group, person, LeaderRole::CoLeader).await).await?;
        raised(&clinic, group).await?;
        let token = signed_in(&clinic, ben).await?;
        let (_, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        assert!(next_region(&mut stream).await.is_some_and(|first| first.contains("article")));
        clinic.pass(crate::clock::Span::minutes(1));
        clinic.write(mara, async move |work| groups::relieve(work, group, person).await).await?;
        clinic.app.hub().tell(Notice { practice: clinic.practice, what: Change::Group(group) });
        assert!(next_region(&mut stream).await.is_some_and(|next| !next.contains("article")));
        Ok(())
    }

    async fn an_ended_login_closes_its_streams_at_once(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let token = signed_in(&clinic, mara).await?;
        let (_, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        next_region(&mut stream).await;
        clinic.write(mara, async |work| end_all_logins(work).await).await?;
        let ended = tokio::time::timeout(Duration::from_secs(1), next_region(&mut stream)).await;
        assert_eq!(ended.expect("within a second"), None);
        Ok(())
    }

    async fn an_idle_login_closes_its_streams_without_any_notice(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let token = signed_in(&clinic, mara).await?;
        let (_, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        next_region(&mut stream).await;
        clinic.pass(crate::limits::IDLE_STAFF);
        clinic.pass(crate::clock::Span::minutes(1));
        let ended = tokio::time::timeout(Duration::from_secs(2), next_region(&mut stream)).await;
        assert_eq!(ended.expect("at the next look"), None);
        Ok(())
    }

    async fn after_a_gap_every_region_is_drawn_anew(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let token = signed_in(&clinic, mara).await?;
        let (_, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        next_region(&mut stream).await;
        for _ in 0..2_000 {
            clinic.app.hub().tell(Notice { practice: clinic.practice, what: Change::JobDue });
        }
        assert!(next_region(&mut stream).await.is_some());
        Ok(())
    }

    async fn one_person_holds_only_so_many_streams(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let token = signed_in(&clinic, mara).await?;
        let mut open = Vec::new();
        for _ in 0..STREAMS_FOR_A_PERSON_MAX {
            let (status, stream) = ask(&clinic, &token, "/live/alerts").await;
            assert_eq!(status, StatusCode::OK);
            open.push(stream);
        }
        assert_eq!(ask(&clinic, &token, "/live/alerts").await.0, StatusCode::TOO_MANY_REQUESTS);
        open.pop();
        assert_eq!(ask(&clinic, &token, "/live/alerts").await.0, StatusCode::OK);
        Ok(())
    }

    async fn a_server_that_stops_lets_go_of_every_stream(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let token = signed_in(&clinic, mara).await?;
        let (_, mut stream) = ask(&clinic, &token, "/live/alerts").await;
        next_region(&mut stream).await;
        clinic.app.life().end();
        assert_eq!(next_region(&mut stream).await, None);
        Ok(())
    }

    async fn an_address_that_names_no_region_is_absent(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let token = signed_in(&clinic, mara).await?;
        for path in ["/live/alert", "/live/alerts+alerts", "/live/+"] {
            assert_eq!(ask(&clinic, &token, path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
        Ok(())
    }
}
