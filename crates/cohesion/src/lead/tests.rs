//! Scenarios of where somebody begins who facilitates, on both engines.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use jiff::civil::date;

use super::day;
use crate::access::Actor;
use crate::clock::Span;
use crate::door::{Door, PublicWords, Showing, Visibility, open_door, show_group};
use crate::enrolment::{Source, enquiry, enrolments_in, refer_on};
use crate::groups::{
    Charter, Format, GroupState, LeaderRole, Series, advance, appoint, may_run, plan_series, take_seat,
};
use crate::id::GroupId;
use crate::identity::AccountKind;
use crate::practice::{Qualification, Role};
use crate::sessions::open;
use crate::testing::{TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// A running support group with one participant, who is called Wren there.
async fn circle(clinic: &TestClinic, finn: Actor) -> Result<(GroupId, Actor)> {
    let group = clinic.group(finn, Charter::support(), Format::Open, 8).await?;
    let sam = clinic.somebody("Sam").await?;
    let seating = async move |work: &mut Work<'_>| {
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, who(sam));
        take_seat(work, &about, group, who(sam), "Wren").await?;
        advance(work, group, GroupState::Running).await?;
        let first = date(2026, 11, 25).at(18, 0, 0, 0);
        plan_series(work, group, Series { first, minutes: 90, count: 2, every_weeks: 1 }).await.map(drop)
    };
    clinic.write(finn, seating).await?;
    Ok((group, sam))
}

/// A therapy group that the practice shows.
async fn shown_therapy(clinic: &TestClinic) -> Result<(Actor, GroupId)> {
    let mara = clinic.clinician().await?;
    let group = clinic.group(mara, Charter::therapy(), Format::SlowOpen, 8).await?;
    clinic.write(clinic.system(), async |work| open_door(work, Door::Open).await).await?;
    let words =
        PublicWords { title: "Out of low mood".to_owned(), about: "Weekly".to_owned(), ..PublicWords::default() };
    let showing = Showing { words, visibility: Visibility::Shown };
    clinic.write(mara, async move |work| show_group(work, group, &showing).await).await?;
    Ok((mara, group))
}

/// The pages that a page leads to, outside the bars and the foot.
fn links(body: &str) -> Vec<String> {
    let main = body.split("<main").nth(1).and_then(|rest| rest.split("<footer").next()).unwrap_or_default();
    let targets = main.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    targets.filter(|to| to.starts_with('/')).map(|to| to.replace("&amp;", "&")).collect()
}

scenarios! {
    async fn a_facilitator_sees_the_next_meeting_and_people_by_the_names_they_chose(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.facilitator().await?;
        circle(&clinic, finn).await?;
        let page = clinic.desk(finn).await?.get("/lead").await;
        assert_eq!(page.status, StatusCode::OK);
        for said in ["Tuesday group", "Next meeting", "Wren", "Hand over a concern"] {
            assert!(page.body.contains(said), "{said} in {}", page.body);
        }
        assert!(!page.body.contains("Sam"), "{}", page.body);
        Ok(())
    }

    async fn whoever_does_nothing_but_facilitate_has_one_today_and_the_same_places_everywhere(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.facilitator().await?;
        circle(&clinic, finn).await?;
        let mut desk = clinic.desk(finn).await?;
        assert_eq!(desk.get("/care").await.location(), "/lead");
        for path in ["/lead", "/care/groups", "/care/risk"] {
            let page = desk.get(path).await.body;
            assert!(page.contains("href=\"/lead\"") && !page.contains("href=\"/care/measures\""), "{path}: {page}");
        }
        let (mara, therapy) = shown_therapy(&clinic).await?;
        clinic.write(mara, async move |work| appoint(work, therapy, who(finn), LeaderRole::CoLeader).await).await?;
        assert_eq!(desk.get("/care").await.status, StatusCode::OK, "a part in a therapy group has its desk");
        let lena = clinic.colleague("Lena", &[Role::Facilitator, Role::Clinician]).await?;
        let mut desk = clinic.desk(lena).await?;
        assert_eq!(desk.get("/care").await.status, StatusCode::OK);
        let page = desk.get("/care/groups").await.body;
        assert!(page.contains("href=\"/care/measures\"") && !page.contains("href=\"/lead\""), "{page}");
        Ok(())
    }

    async fn a_concern_stands_on_a_facilitators_day_and_comes_there_by_itself(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.facilitator().await?;
        let (group, sam) = circle(&clinic, finn).await?;
        let mut desk = clinic.desk(finn).await?;
        let quiet = desk.get("/lead").await.body;
        assert!(quiet.contains("Nothing is open.") && quiet.contains("src=\"/live/alerts\""), "{quiet}");
        let form = format!("/care/groups/{group}/concern");
        let told = desk.post(&form, &[("person", &who(sam).to_string()), ("words", "Wren spoke of dying.")]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
        let open = desk.get("/lead").await.body;
        assert!(!open.contains("Nothing is open.") && open.contains("Wren"), "{open}");
        Ok(())
    }

    async fn members_and_visitors_have_no_such_page(clinic: TestClinic) {
        let sam = clinic.somebody("Sam").await?;
        assert_eq!(clinic.tab_for(sam, AccountKind::Member).await?.get("/lead").await.status, StatusCode::NOT_FOUND);
        assert!(clinic.tab().get("/lead").await.location().starts_with("/sign-in"));
        assert_eq!(clinic.read(sam, async |work| day(work).await).await.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn no_link_from_here_leads_to_anything_clinical(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.facilitator().await?;
        circle(&clinic, finn).await?;
        shown_therapy(&clinic).await?;
        let mut desk = clinic.desk(finn).await?;
        let (mut known, mut to_read) = (BTreeSet::from(["/lead".to_owned()]), vec!["/lead".to_owned()]);
        let clinical = ["PHQ", "GAD-7", "name=\"diagnosis\"", "Low mood since", "Samuel", "Sam Example", "reliable change",
            "/measures\"", "/progress\"", "/notes\"", "/goals\"", "/letters\"", "/process\"", "/questions\""];
        while let Some(path) = to_read.pop() {
            let page = desk.get(&path).await;
            assert_ne!(page.status, StatusCode::NOT_FOUND, "{path} leads nowhere");
            let main = page.body.split("<main").nth(1).unwrap_or_default();
            let found = clinical.iter().find(|word| main.contains(**word));
            assert!(found.is_none(), "{found:?} at {path}");
            // The library and the settings are nobody's data.
            let leads_on = |link: &String| !["/care/library", "/settings", "/help", "/leave", "/a/"].iter().any(|out| link.starts_with(out));
            for link in links(&page.body).into_iter().filter(leads_on) {
                let link = link.split('#').next().unwrap_or_default().to_owned();
                if known.insert(link.clone()) {
                    to_read.push(link);
                }
            }
            assert!(known.len() < 200, "it comes to no end");
        }
        assert!(known.len() > 8, "{known:?}");
        Ok(())
    }

    async fn a_training_that_ended_this_morning_stops_the_meeting_in_a_sentence(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.colleague("Finn", &[Role::Facilitator]).await?;
        clinic.give_paper(finn, Qualification::Training { last_day: Some(date(2026, 11, 24)) }).await?;
        let (group, _) = circle(&clinic, finn).await?;
        let before = clinic.read(finn, async |work| day(work).await).await?;
        assert_eq!((before.missing.len(), before.ending.len()), (0, 1), "it is said ahead");
        clinic.pass(Span::hours(24));
        let finn = clinic.signed_in(who(finn));
        let after = clinic.read(finn, async |work| day(work).await).await?;
        assert_eq!(after.missing.iter().map(|reason| reason.words).collect::<Vec<_>>(), ["practice-gap-training-ended"]);
        let session = after.circles[0].next.as_ref().expect("a meeting comes").id;
        let opening = clinic.write(finn, async move |work| open(work, session).await).await;
        assert!(matches!(&opening, Err(Error::Blocked(missing)) if missing[0].words == "practice-gap-training-ended"), "{opening:?}");
        let mut desk = clinic.desk(finn).await?;
        let refused = desk.post(&format!("/care/sessions/{session}/open"), &[]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.contains("training has ended"), "{}", refused.body);
        assert!(desk.get("/lead").await.body.contains("cannot open a meeting today"));
        let founding = [("charter", "2"), ("format", "3"), ("capacity", "8"), ("zone", "Europe/Dublin"), ("name", "Kitchen circle")];
        let founded = desk.post("/care/groups", &founding).await;
        assert_eq!(founded.status, StatusCode::CONFLICT);
        assert!(founded.body.contains("training has ended") && founded.field("name") == "Kitchen circle", "{}", founded.body);
        clinic.give_paper(finn, Qualification::Training { last_day: None }).await?;
        clinic.write(finn, async move |work| open(work, session).await).await?;
        assert_eq!(clinic.read(finn, async move |work| crate::groups::seats(work, group).await).await?.len(), 1);
        Ok(())
    }

    async fn a_concern_is_handed_over_with_the_persons_knowledge_alone(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.facilitator().await?;
        let (group, sam) = circle(&clinic, finn).await?;
        let (mara, therapy) = shown_therapy(&clinic).await?;
        let mut desk = clinic.desk(finn).await?;
        let at = format!("/lead/groups/{group}/hand-over");
        let (person, to) = (who(sam).to_string(), therapy.to_string());
        let mut typed = vec![("person", person.as_str()), ("to", &to), ("words", "She would like to talk about her nights.")];
        let unknowing = desk.post(&at, &typed).await;
        assert_eq!(unknowing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unknowing.body.contains("Talk with them first") && unknowing.body.contains("her nights"), "{}", unknowing.body);
        assert_eq!(clinic.read(mara, async move |work| enrolments_in(work, therapy).await).await?.len(), 0);
        typed.push(("knows", "yes"));
        assert_eq!(desk.post(&at, &typed).await.location(), "/lead");
        let listed = clinic.read(mara, async move |work| enrolments_in(work, therapy).await).await?;
        let id = listed[0].enrolment.id;
        let asked = clinic.read(mara, async move |work| enquiry(work, id).await).await?;
        assert_eq!((asked.topic.as_str(), asked.source), ("She would like to talk about her nights.", Source::Practice));
        assert!(asked.clinical.is_none() && asked.told.is_empty());
        let twice = desk.post(&at, &typed).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        Ok(())
    }

    async fn whoever_does_not_facilitate_hands_nobody_over(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let finn = clinic.facilitator().await?;
        let (group, sam) = circle(&clinic, finn).await?;
        let (mara, therapy) = shown_therapy(&clinic).await?;
        for actor in [mara, sam, clinic.colleague("Rosa", &[Role::Facilitator]).await?] {
            let tried = clinic.write(actor, async move |work| refer_on(work, group, who(sam), therapy, "words").await).await;
            assert_eq!(tried.err(), Some(Error::NotFound));
        }
        let stranger = clinic.somebody("Lee").await?;
        let tried = clinic.write(finn, async move |work| refer_on(work, group, who(stranger), therapy, "words").await).await;
        assert_eq!(tried.err(), Some(Error::NotFound), "who does not take part is nobody's to pass on");
        let own = clinic.write(mara, async move |work| refer_on(work, therapy, who(sam), therapy, "words").await).await;
        assert_eq!(own.err(), Some(Error::NotFound));
        Ok(())
    }
}
