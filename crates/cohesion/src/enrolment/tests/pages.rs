//! The pages, as a browser without script sees them.

use super::super::{Stage, Topic};
use super::joining::help_lines;
use super::{accepted, enquired, led_group, member_of, now, screened, seated};
use crate::access::{About, Deed, Standing};
use crate::groups::{self, SessionState};
use crate::id::{EnrolmentId, PersonId};
use crate::identity::{AccountKind, open_account};
use crate::testing::{Answer, Tab, TestClinic, who};

use crate::work::Work;
use crate::{Result, scenarios};

/// The first talk, with nothing in it that would be a danger.
const TALK: [(&str, &str); 12] = [
    ("problem", "Low mood"),
    ("help", "7"),
    ("speaks_up", "3"),
    ("private", "5"),
    ("listens", "8"),
    ("argues", "2"),
    ("helps", "6"),
    ("steps_back", "5"),
    ("suicidal", "never"),
    ("self_harm", "never"),
    ("violence", "never"),
    ("unusual", "never"),
];

const YES: [(&str, &str); 5] = [
    ("group_for_person", "yes"),
    ("group_for_person_reason", "Wants to learn with others"),
    ("person_for_group", "yes"),
    ("person_for_group_reason", "Same trouble, same pace"),
    ("outcome", "accept"),
];

async fn account_of(clinic: &TestClinic, person: PersonId) -> Result<Tab> {
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Member, None).await
    };
    clinic.write(clinic.system(), opening).await?;
    clinic.tab_of(person).await
}

fn id_in(location: &str) -> &str {
    location.rsplit('/').next().unwrap_or_default()
}

async fn sent(tab: &mut Tab, path: &str, person: &str, fields: &[(&str, &str)]) -> Answer {
    let with_person: Vec<_> = fields.iter().copied().chain([("person", person)]).collect();
    tab.post(path, &with_person).await
}

/// Signs every text that is asked for, one page after the other, and answers where that led.
async fn sign_on(tab: &mut Tab, mut at: String) -> String {
    while at.contains("/sign/") {
        let page = tab.get(&at).await;
        let is_notice = at.contains("/sign/privacy-notice");
        assert_eq!(page.body.contains("I have received this and read it"), is_notice, "{at}");
        let edition = page.field("edition");
        let fields = [("read", "yes"), ("name", "Sam Legal"), ("edition", edition.as_str())];
        at = tab.post(&at, &fields).await.location().to_owned();
    }
    at
}

/// Where a form goes, what is typed into it, and the field that is left out.
type Typed<'a> = (String, Vec<(&'a str, &'a str)>, &'a str);

scenarios! {
    async fn a_group_is_founded_and_a_member_comes_in_by_forms_alone(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let mut desk = clinic.desk(mara).await?;
        help_lines(&clinic).await?;
        let founding = [("charter", "1"), ("name", "Tuesday group"), ("focus", "Low mood"), ("approach", "CBT"), ("place", "Room 2"), ("capacity", "8"), ("format", "2"), ("zone", "Europe/Dublin")];
        let founded = desk.post("/care/groups", &founding).await;
        let group = founded.location().to_owned();
        assert_eq!(desk.post(&format!("{group}/state"), &[("state", "2")]).await.status, 303);
        let enquiry = [("group", id_in(&group)), ("called", "Sam"), ("legal", "Sam Legal"), ("email", "sam@example.org"), ("source", "doctor"), ("topic", "Low since spring")];
        let way = desk.post("/care/people", &enquiry).await.location().to_owned();
        let person = desk.get(&way).await.field("person");
        assert_eq!(sent(&mut desk, &format!("{way}/screening"), &person, &TALK).await.location(), way);
        assert_eq!(sent(&mut desk, &format!("{way}/decision"), &person, &YES).await.location(), way);
        assert_eq!(sent(&mut desk, &format!("{way}/invite"), &person, &[]).await.location(), way);
        let ticks: Vec<_> = Topic::ALL.iter().map(|topic| ("done", topic.slug())).collect();
        assert_eq!(sent(&mut desk, &format!("{way}/preparation"), &person, &ticks).await.location(), way);

        let mut tab = account_of(&clinic, person.parse()?).await?;
        let coming = tab.get("/me/group").await;
        assert!(coming.body.contains("Tuesday group") && !coming.body.contains("Low mood"), "{}", coming.body);
        let joining = format!("/me/joining/{}", id_in(&way));
        let place = tab.post(&format!("{joining}/name"), &[("called", "Sami")]).await;
        assert_eq!(place.location(), format!("{joining}/place"));
        let sign = tab.post(place.location(), &[("country", "IE")]).await;
        assert_eq!(sign_on(&mut tab, sign.location().to_owned()).await, "/me/group");
        let mine = tab.get("/me/group").await.body;
        assert!(mine.contains("Sami") && mine.contains("Mara"), "{mine}");
        assert!(tab.get("/me/consents").await.body.contains("Group agreement"));
        let overview = desk.get(&group).await.body;
        assert!(overview.contains("1 of 8 places taken"), "{overview}");
        Ok(())
    }

    async fn what_was_typed_is_kept_where_something_needs_mending(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let id = screened(&clinic, mara, group, "Sam").await?;
        let (way, person) = (format!("/care/enrolments/{id}"), now(&clinic, id).await?.person.to_string());
        let group_id = group.to_string();
        let forms: [Typed; 6] = [
            ("/care/people".to_owned(), vec![("group", &group_id), ("topic", "Kept words")], "called"),
            ("/care/groups".to_owned(), vec![("name", "Kept words"), ("charter", "1"), ("format", "1")], "capacity"),
            (format!("/care/groups/{group}/sessions"), vec![("time", "Kept words")], "date"),
            (format!("{way}/screening"), vec![("hopes", "Kept words")], "problem"),
            (format!("{way}/decision"), vec![("next", "Kept words")], "outcome"),
            (format!("{way}/call-off"), vec![("reason", "\u{202e}Kept words")], "reason"),
        ];
        for (path, fields, fault) in forms {
            let answer = sent(&mut desk, &path, &person, &fields).await;
            assert_eq!(answer.status, 422, "{path}");
            assert!(answer.body.contains("Kept words"), "{path} forgot what was typed");
            assert!(answer.body.contains(&format!("href=\"#{fault}\"")), "{path} does not name `{fault}`");
        }
        assert_eq!(now(&clinic, id).await?.stage, Stage::Screened);
        Ok(())
    }

    async fn whoever_leads_another_group_learns_of_no_way_in_this_one(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = screened(&clinic, mara, group, "Sam").await?;
        let omar = clinic.colleague("Omar", &[crate::practice::Role::Clinician]).await?;
        let mut desk = clinic.desk(omar).await?;
        for way in [sam, EnrolmentId::random()?] {
            let at = format!("/care/enrolments/{way}/call-off");
            assert_eq!(sent(&mut desk, &at, "nobody", &[("reason", "Moved")]).await.status, 404);
        }
        Ok(())
    }

    async fn a_form_of_one_tab_never_reaches_the_person_of_another(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let (sam, kim) = (screened(&clinic, mara, group, "Sam").await?, screened(&clinic, mara, group, "Kim").await?);
        let opened_for = now(&clinic, kim).await?.person.to_string();
        for what in ["decision", "call-off", "departure", "screening"] {
            let fields: Vec<_> = TALK.into_iter().chain(YES).chain([("reason", "Moved"), ("ending", "planned"), ("decided_by", "member"), ("goodbye", "said")]).collect();
            let crossed = sent(&mut desk, &format!("/care/enrolments/{sam}/{what}"), &opened_for, &fields).await;
            assert_eq!(crossed.status, 409, "{what}");
        }
        assert_eq!(now(&clinic, sam).await?.stage, Stage::Screened);
        Ok(())
    }

    async fn what_is_not_ones_own_looks_like_what_does_not_exist(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let kim = now(&clinic, seated(&clinic, mara, group, "Kim").await?).await?.person;
        let person = now(&clinic, sam).await?.person;
        let other = clinic.clinician().await?;
        let planner = clinic.colleague("Pia", &[crate::practice::Role::Scheduler]).await?;
        let mut tabs = [clinic.desk(other).await?, clinic.desk(planner).await?, account_of(&clinic, kim).await?];
        let nowhere = EnrolmentId::random()?;
        let paths = [
            format!("/care/enrolments/{sam}"),
            format!("/care/enrolments/{sam}/screening"),
            format!("/care/enrolments/{sam}/decision"),
            format!("/care/enrolments/{sam}/preparation"),
            format!("/care/enrolments/{sam}/departure"),
            format!("/care/people/{person}"),
            format!("/care/groups/{group}/people"),
            format!("/me/joining/{sam}"),
            format!("/me/joining/{sam}/leave"),
        ];
        for tab in &mut tabs {
            let absent = tab.get(&format!("/me/joining/{nowhere}")).await;
            assert_eq!(absent.status, 404);
            for path in &paths {
                let found = tab.get(path).await;
                assert_eq!((found.status, &found.body), (absent.status, &absent.body), "{path}");
            }
        }
        Ok(())
    }

    async fn a_members_pages_say_nothing_of_others_but_the_chosen_name(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        seated(&clinic, mara, group, "Sam").await?;
        let kim = seated(&clinic, mara, group, "Kim").await?;
        let mut tab = account_of(&clinic, now(&clinic, kim).await?.person).await?;
        for path in ["/me/group".to_owned(), format!("/me/joining/{kim}"), "/me/consents".to_owned()] {
            let body = tab.get(&path).await.body;
            for secret in ["Sam Example", "sam@example.org", "Low mood", "Low since spring"] {
                assert!(!body.contains(secret), "{path} says {secret}");
            }
        }
        assert!(tab.get("/me/group").await.body.contains("Sam"));
        Ok(())
    }

    async fn leaving_asks_for_nothing_and_closes_the_groups_pages(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        let mut tab = account_of(&clinic, who(sam)).await?;
        assert!(tab.get("/me/group").await.body.contains("Tuesday group"));
        assert_eq!(tab.post(&format!("/me/joining/{id}/leave"), &[]).await.location(), "/me/group");
        assert!(!tab.get("/me/group").await.body.contains("Tuesday group"));
        assert_eq!(tab.get(&format!("/me/joining/{id}")).await.status, 404);
        Ok(())
    }

    async fn a_signature_is_taken_back_and_given_again_by_forms(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let mut tab = account_of(&clinic, now(&clinic, id).await?.person).await?;
        let list = tab.get("/me/consents").await.body;
        let newest = list.split("/me/consents/").nth(1).and_then(|rest| rest.split('"').next()).expect("a signature").to_owned();
        let copy = format!("/me/consents/{newest}");
        assert!(tab.get(&copy).await.body.contains("Sam Legal"));
        assert_eq!(tab.post(&format!("{copy}/withdraw"), &[]).await.location(), copy);
        assert_eq!(now(&clinic, id).await?.stage, Stage::OnHold);
        let due = crate::enrolment::tests::joining(&clinic, id).await?.due;
        let at = format!("/me/joining/{id}/sign/{}", due[0].edition.agreement.slug());
        assert_eq!(sign_on(&mut tab, at).await, "/me/group");
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        Ok(())
    }

    async fn a_series_is_planned_moved_and_called_off_by_forms(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let at = format!("/care/groups/{group}/sessions");
        let series = [("date-day", "5"), ("date-month", "1"), ("date-year", "2027"), ("time", "18:00"), ("minutes", "90"), ("count", "3"), ("every_weeks", "1")];
        assert_eq!(desk.post(&at, &series).await.location(), at);
        let planned = clinic.read(mara, async move |work| groups::sessions(work, group).await).await?;
        let second = format!("{at}/{}", planned[1].id);
        assert!(desk.get(&format!("{second}/move")).await.body.contains("value=\"12\""));
        let to = [("date-day", "13"), ("date-month", "1"), ("date-year", "2027"), ("time", "17:30"), ("which", "rest")];
        assert_eq!(desk.post(&format!("{second}/move"), &to).await.location(), at);
        assert_eq!(desk.post(&format!("{second}/cancel"), &[]).await.location(), at);
        let moved = clinic.read(mara, async move |work| groups::sessions(work, group).await).await?;
        assert_eq!(moved[1].state, SessionState::Cancelled);
        assert_eq!((moved[2].starts_at - planned[2].starts_at).0, 24 * 3_600_000 - 1_800_000);
        let other = clinic.group(mara, groups::Charter::therapy(), groups::Format::Closed, 8).await?;
        let foreign = desk.get(&format!("/care/groups/{other}/sessions/{}/move", planned[0].id)).await;
        assert_eq!(foreign.status, 404, "a session of another group is not there");
        Ok(())
    }

    async fn the_group_page_shows_who_waits_and_who_is_on_the_way(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        enquired(&clinic, mara, group, "Ana").await?;
        accepted(&clinic, mara, group, "Kim").await?;
        crate::enrolment::tests::waiting(&clinic, mara, group, "Lee").await?;
        let body = desk.get(&format!("/care/groups/{group}/people")).await.body;
        for called in ["Ana", "Kim", "Lee"] {
            assert!(body.contains(called), "{called} is missing");
        }
        let offered = desk.post(&format!("/care/groups/{group}/offer"), &[]).await;
        assert_eq!(offered.status, 303);
        let id: EnrolmentId = id_in(offered.location()).parse()?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Offered);
        assert!(desk.get("/care/people").await.body.contains("Lee"));
        Ok(())
    }
}
