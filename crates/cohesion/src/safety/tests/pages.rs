//! What people see: help whatever is out of order, a true page after a risk answer, and forms that lose not a word.

use axum::http::StatusCode;

use super::*;
use crate::access::{About, Deed, Standing};
use crate::identity::{AccountKind, add_person, open_account};
use crate::safety::{Level, Stage, Teller, Written, check_line, crisis_lines, take, take_country};
use crate::scenarios;
use crate::testing::Tab;
use crate::testing::staff::profile;
use crate::work::Work;

/// A tab of somebody of the staff.
pub(super) async fn desk(clinic: &TestClinic, actor: Actor) -> Result<Tab> {
    account(clinic, who(actor), AccountKind::Staff).await?;
    clinic.tab_of(who(actor)).await
}

async fn account(clinic: &TestClinic, person: PersonId, kind: AccountKind) -> Result<()> {
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, kind, None).await
    };
    clinic.write(clinic.system(), opening).await
}

/// Kim sits in Mara's group and is signed in on a phone.
pub(super) struct Kim {
    pub mara: Actor,
    pub member: Actor,
    pub group: GroupId,
    pub phone: Tab,
}

pub(super) async fn kim(clinic: &TestClinic) -> Result<Kim> {
    let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
    let group = group_of(clinic, mara, Charter::therapy()).await?;
    on_duty(clinic, Some(group), mara, ben).await?;
    let adding = async |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::NOTHING)?;
        add_person(work, &grant, &profile("Kim")).await
    };
    let person = clinic.write(clinic.system(), adding).await?;
    account(clinic, person, AccountKind::Member).await?;
    seated(clinic, mara, group, person).await?;
    Ok(Kim { mara, member: clinic.signed_in(person), group, phone: clinic.tab_of(person).await? })
}

async fn seated(clinic: &TestClinic, leader: Actor, group: GroupId, person: PersonId) -> Result<()> {
    let seating = async move |work: &mut Work<'_>| {
        let grant = crate::groups::may_run(work, group).await?;
        let about = work.about(&grant, person);
        crate::groups::take_seat(work, &about, group, person, "Kim").await.map(|_| ())
    };
    clinic.write(leader, seating).await
}

async fn checked_lines(clinic: &TestClinic) -> Result<()> {
    clinic.write(clinic.system(), async |work| take_country(work, "IE").await).await?;
    for line in clinic.read(clinic.system(), async |work| crisis_lines(work).await).await? {
        clinic.write(clinic.system(), async move |work| check_line(work, line.id).await).await?;
    }
    Ok(())
}

scenarios! {
    async fn help_is_there_for_whoever_comes_with_the_numbers_that_were_checked(clinic: TestClinic) {
        checked_lines(&clinic).await?;
        let page = clinic.tab().get("/help").await;
        assert_eq!(page.status, StatusCode::OK);
        for there in ["tel:112", "tel:116123", "five things"] {
            assert!(page.body.contains(there), "{there}");
        }
        let (danger, talk) = (page.body.find("care--now"), page.body.find("care--talk"));
        assert!(danger < talk && danger.is_some());
        assert!(!page.body.contains("/help/call"), "nobody is signed in");
        Ok(())
    }

    async fn before_anybody_has_checked_a_number_help_says_what_holds_everywhere(clinic: TestClinic) {
        let page = clinic.tab().get("/help").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("112") && page.body.contains("findahelpline.com"));
        assert!(page.body.contains("United Kingdom: ") && page.body.contains("United States: "), "countries by their names");
        Ok(())
    }

    async fn a_call_for_help_goes_out_whatever_the_form_lacks(clinic: TestClinic) {
        let Kim { mut phone, mara, .. } = kim(&clinic).await?;
        let sent = phone.post("/help/call", &[]).await;
        assert!(sent.location().starts_with("/me/alerts/"), "{}", sent.status);
        assert!(desk(&clinic, mara).await?.get("/care").await.body.contains("Asked for help"));
        Ok(())
    }

    async fn a_call_for_help_tells_whoever_reads_and_says_so(clinic: TestClinic) {
        checked_lines(&clinic).await?;
        let Kim { mara, mut phone, .. } = kim(&clinic).await?;
        let help = phone.get("/help").await;
        let sent = phone.post("/help/call", &[("once", &help.field("once")), ("words", "I cannot go on")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let page = phone.get(sent.location()).await;
        for there in ["Mara was told", "Monday to Friday", "tel:112", "I have seen this"] {
            assert!(page.body.contains(there), "{there}");
        }
        let again = phone.post("/help/call", &[("once", &help.field("once"))]).await;
        assert_eq!(again.location(), sent.location(), "one call, however often it is pressed");
        assert_eq!(phone.post(&format!("{}/seen", sent.location()), &[]).await.location(), "/help");
        assert!(phone.get("/help").await.body.contains("Mara was told"));
        let mut desk = desk(&clinic, mara).await?;
        let today = desk.get("/care").await;
        for there in ["/live/alerts", "Asked for help", "I cannot go on", "I take this"] {
            assert!(today.body.contains(there), "{there}");
        }
        Ok(())
    }

    async fn whoever_calls_for_help_reads_before_who_hears_of_it(clinic: TestClinic) {
        let Kim { mara, group, mut phone, .. } = kim(&clinic).await?;
        let ines = clinic.colleague("Ines", &[crate::practice::Role::Supervisor]).await?;
        let role = crate::groups::LeaderRole::Supervisor;
        clinic.write(mara, async move |work| crate::groups::appoint(work, group, who(ines), role).await).await?;
        let page = phone.get("/help").await.body;
        for there in ["One press tells Mara.", "Seen by you and by Mara, Ines.", "Monday to Friday"] {
            assert!(page.contains(there), "{there}");
        }
        Ok(())
    }

    async fn a_question_about_danger_that_was_left_open_is_not_said_to_have_told_anything(clinic: TestClinic) {
        let Kim { member, group, mut phone, .. } = kim(&clinic).await?;
        let mut cause = item_nine(who(member), group, id::random()?);
        if let Sign::Answers { items, .. } = &mut cause.sign {
            for item in items {
                item.now = None;
            }
        }
        let id = raised(&clinic, member, cause).await?;
        let page = phone.get(&format!("/me/alerts/{id}")).await.body;
        for there in ["You left a question open", "You sent your answers.", "Mara was told.", "can see this too", "href=\"/me/safety-plan/edit\""] {
            assert!(page.contains(there), "{there} in {page}");
        }
        for untrue in ["Thank you for telling us", "very hard now", "Open my plan"] {
            assert!(!page.contains(untrue), "{untrue}");
        }
        Ok(())
    }

    async fn after_a_post_the_page_speaks_of_what_was_written(clinic: TestClinic) {
        let Kim { member, group, mut phone, .. } = kim(&clinic).await?;
        let words = Written::new("words", "I cannot go on")?;
        let sign = Sign::Post { post: id::random()?, words, teller: Teller::Writer };
        let id = raised(&clinic, member, Cause { person: who(member), group: Some(group), sign }).await?;
        let page = phone.get(&format!("/me/alerts/{id}")).await.body;
        assert!(page.contains("What you wrote sounds as if") && page.contains("You wrote to your group."), "{page}");
        assert!(!page.contains("your answers"), "{page}");
        Ok(())
    }

    async fn a_deadline_outside_the_hours_of_reading_is_not_promised_to_the_member(clinic: TestClinic) {
        let Kim { mara, group, mut phone, .. } = kim(&clinic).await?;
        let within = phone.post("/help/call", &[]).await;
        assert!(phone.get(within.location()).await.body.contains("By then somebody from the team looks at it with you."));
        let ben = clinic.clinician().await?;
        let late = Duty { decide_within: Span::hours(8), ..duty_of(mara, ben) };
        clinic.write(clinic.system(), async move |work| arrange_duty(work, Some(group), &late).await).await?;
        let lee = clinic.somebody("Lee").await?;
        seated(&clinic, mara, group, who(lee)).await?;
        let mut phone = clinic.tab_for(lee, AccountKind::Member).await?;
        let outside = phone.post("/help/call", &[]).await;
        let page = phone.get(outside.location()).await.body;
        assert!(page.contains("as soon as messages are read again: Monday to Friday, 09:00 to 17:00."), "{page}");
        assert!(!page.contains("By then somebody from the team"), "{page}");
        Ok(())
    }

    async fn where_nobody_is_on_duty_nothing_is_promised(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let sam = clinic.somebody("Sam").await?;
        seated(&clinic, mara, group, who(sam)).await?;
        clinic.administrator().await?;
        clinic.write(clinic.system(), async move |work| crate::practice::end_work(work, who(mara)).await).await?;
        let mut phone = clinic.tab_for(sam, AccountKind::Member).await?;
        let help = phone.get("/help").await;
        assert!(help.body.contains("nobody would be told at once"), "{}", help.body);
        let sent = phone.post("/help/call", &[("once", &help.field("once"))]).await;
        let page = phone.get(sent.location()).await.body;
        assert!(page.contains("Nobody is on duty now, so nobody was told.") && page.contains("Help for you, right now"), "{page}");
        for untrue in ["told again", "passed it on", "somebody from the team looks"] {
            assert!(!page.contains(untrue), "{untrue}");
        }
        Ok(())
    }

    async fn without_a_duty_help_says_the_hours_that_the_practice_states(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = clinic.somebody("Kim").await?;
        seated(&clinic, mara, group, who(kim)).await?;
        let mut phone = clinic.tab_for(kim, AccountKind::Member).await?;
        assert!(phone.get("/help").await.body.contains("Nobody reads messages like this at fixed hours."));
        let stating = async |work: &mut Work<'_>| {
            let settings = crate::practice::settings(work).await?;
            let settings = crate::practice::Settings { duty_hours: "Tuesdays, 9 to 12".to_owned(), ..settings };
            crate::practice::change_settings(work, &settings).await
        };
        clinic.write(clinic.system(), stating).await?;
        let help = phone.get("/help").await;
        assert!(help.body.contains("What you write is read: Tuesdays, 9 to 12."), "{}", help.body);
        let sent = phone.post("/help/call", &[("once", &help.field("once"))]).await;
        assert!(phone.get(sent.location()).await.body.contains("What you write is read: Tuesdays, 9 to 12."));
        on_duty(&clinic, Some(group), mara, clinic.colleague("Ben", &[crate::practice::Role::Clinician]).await?).await?;
        let help = phone.get("/help").await.body;
        assert!(help.contains("Monday to Friday") && !help.contains("Tuesdays"), "the duty's own hours are the exact ones");
        Ok(())
    }

    async fn a_facilitator_sees_of_a_concern_what_a_support_group_has(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let finn = clinic.facilitator().await?;
        let group = group_of(&clinic, mara, Charter::support()).await?;
        let role = crate::groups::LeaderRole::Facilitator;
        clinic.write(mara, async move |work| crate::groups::appoint(work, group, who(finn), role).await).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, Cause { person: who(kim), group: Some(group), sign: Sign::NeedHelp { call: id::random()?, words: None } }).await?;
        let mut desk = desk(&clinic, finn).await?;
        let page = desk.get(&format!("/care/risk/{id}")).await.body;
        assert!(page.contains("I take this"));
        for absent in ["/progress", "/level"] {
            assert!(!page.contains(absent), "{absent}");
        }
        assert_eq!(desk.get("/care/duty").await.status, StatusCode::OK);
        Ok(())
    }

    async fn duty_is_absent_for_whoever_has_nothing_to_do_with_it(clinic: TestClinic) {
        let sofia = clinic.colleague("Sofia", &[crate::practice::Role::Scheduler]).await?;
        let mut desk = desk(&clinic, sofia).await?;
        assert!(!desk.get("/care/risk").await.body.contains("/care/duty"));
        assert_eq!(desk.get("/care/duty").await.status, StatusCode::NOT_FOUND);
        Ok(())
    }

    async fn a_concern_goes_through_its_pages_from_taken_to_closed(clinic: TestClinic) {
        let Kim { mara, member: kim, group, .. } = kim(&clinic).await?;
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        let mut desk = desk(&clinic, mara).await?;
        let path = format!("/care/risk/{id}");
        assert!(desk.get("/care/risk").await.body.contains("Item 9 of the PHQ-9 went from 0 to 2"));
        assert_eq!(desk.post(&format!("{path}/take"), &[]).await.location(), path);
        let level = [("level", "noted"), ("rationale", "Denied on asking; we made a plan for the week.")];
        assert_eq!(desk.post(&format!("{path}/level"), &level).await.location(), path);
        let early = desk.post(&format!("{path}/close"), &[("closing", "She is <well>.")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT);
        assert!(early.body.contains("still open") && early.body.contains("She is &lt;well&gt;."), "no word is lost");
        for action in Level::Noted.actions() {
            desk.post(&format!("{path}/mark"), &[("action", action.code()), ("mark", "done")]).await;
        }
        let first = Level::Noted.actions()[0].code();
        desk.post(&format!("{path}/mark"), &[("action", first), ("mark", "open")]).await;
        let slip = desk.post(&format!("{path}/close"), &[("closing", "She is well.")]).await;
        assert!(slip.status == StatusCode::CONFLICT && slip.body.contains("marked as still to do"), "{}", slip.body);
        desk.post(&format!("{path}/mark"), &[("action", first), ("mark", "not_needed")]).await;
        assert_eq!(desk.post(&format!("{path}/close"), &[("closing", "She is well.")]).await.location(), path);
        assert_eq!(look(&clinic, id).await?.state.stage, Stage::Closed);
        let closed = desk.get(&path).await;
        assert!(closed.body.contains("closed it") && !closed.body.contains("/close\""));
        Ok(())
    }

    async fn a_level_without_a_rationale_is_asked_for_again_with_all_that_was_typed(clinic: TestClinic) {
        let Kim { mara, member: kim, group, .. } = kim(&clinic).await?;
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        clinic.write(mara, async move |work| take(work, id).await).await?;
        let mut desk = desk(&clinic, mara).await?;
        let path = format!("/care/risk/{id}/level");
        let page = desk.post(&path, &[("level", "high"), ("q2", "yes"), ("q4", "yes"), ("rationale", " ")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("Say it in a few words"));
        assert_eq!(page.body.matches("checked").count(), 3, "the level and both outcomes");
        assert!(page.body.contains("would be typical: High"));
        assert_eq!(look(&clinic, id).await?.state.level, None);
        Ok(())
    }

    async fn what_would_be_typical_is_shown_and_sets_nothing(clinic: TestClinic) {
        let Kim { mara, member: kim, group, .. } = kim(&clinic).await?;
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        clinic.write(mara, async move |work| take(work, id).await).await?;
        let mut desk = desk(&clinic, mara).await?;
        let asked = [("do", "propose"), ("q1", "yes"), ("q6", "longer_ago"), ("rationale", "An attempt in 2009.")];
        let page = desk.post(&format!("/care/risk/{id}/level"), &asked).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("would be typical: Moderate") && page.body.contains("An attempt in 2009."));
        assert_eq!(look(&clinic, id).await?.state.level, None);
        Ok(())
    }

    async fn a_concern_reads_as_absent_to_another_therapist_and_to_the_member(clinic: TestClinic) {
        let Kim { member: kim, group, mut phone, .. } = kim(&clinic).await?;
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        let omar = clinic.clinician().await?;
        let mut desk = desk(&clinic, omar).await?;
        let (path, absent) = (format!("/care/risk/{id}"), format!("/care/risk/{}", AlertId::random()?));
        for tab in [&mut desk, &mut phone] {
            let (there, nowhere) = (tab.get(&path).await, tab.get(&absent).await);
            assert_eq!(there.status, StatusCode::NOT_FOUND);
            assert_eq!(there.body, nowhere.body);
        }
        assert_eq!(phone.get("/care/risk").await.status, StatusCode::NOT_FOUND);
        assert!(!desk.get("/care/risk").await.body.contains("PHQ-9"));
        Ok(())
    }

    async fn a_plan_is_written_on_the_phone_and_read_by_the_leader(clinic: TestClinic) {
        let Kim { mara, member: kim, mut phone, .. } = kim(&clinic).await?;
        let typed = [
            ("based_on", "0"),
            ("warning_signs", "I stop answering\r\n\r\nI sleep by day"),
            ("people-name-0", "Lou"),
            ("people-phone-0", "+353 1 555 0100"),
            ("confidence", "7"),
        ];
        assert_eq!(phone.post("/me/safety-plan/edit", &typed).await.location(), "/me/safety-plan");
        let mut desk = desk(&clinic, mara).await?;
        let path = format!("/care/people/{}/safety-plan", who(kim));
        for page in [phone.get("/me/safety-plan").await, desk.get(&path).await] {
            for there in ["I sleep by day", "tel:+35315550100", "7 of 10"] {
                assert!(page.body.contains(there), "{there}");
            }
        }
        let late = desk.post(&format!("{path}/edit"), &typed).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("I sleep by day"), "what was typed stays");
        let blank = phone.post("/me/safety-plan/edit", &[("based_on", "1")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        Ok(())
    }

    async fn leaving_locks_the_login_and_forgets_what_the_browser_kept(clinic: TestClinic) {
        let Kim { mut phone, .. } = kim(&clinic).await?;
        let left = phone.get("/leave").await;
        assert_eq!(left.status, StatusCode::SEE_OTHER);
        assert!(left.location().starts_with("https://"));
        assert_eq!(left.headers.get("clear-site-data").and_then(|what| what.to_str().ok()), Some("\"cache\""));
        let back = phone.get("/me/safety-plan").await;
        assert!(back.location().starts_with("/sign-in/again"), "{}", back.location());
        assert_eq!(phone.get("/help").await.status, StatusCode::OK, "help stays");
        Ok(())
    }

    async fn the_practices_lines_are_added_checked_changed_and_taken_off(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        let mut desk = desk(&clinic, ada).await?;
        let empty = desk.get("/admin/crisis-lines").await;
        assert!(empty.body.contains("Members cannot be invited yet"));
        desk.post("/admin/crisis-lines/country", &[("country", "IE")]).await;
        let line = [("need", "crisis"), ("channel", "chat"), ("name", "Night line"), ("number", "javascript:alert(1)")];
        let refused = desk.post("/admin/crisis-lines", &line).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Night line"));
        let line = [("need", "crisis"), ("channel", "chat"), ("name", "Night line"), ("number", "example.org/chat")];
        assert_eq!(desk.post("/admin/crisis-lines", &line).await.location(), "/admin/crisis-lines");
        let lines = clinic.read(ada, async |work| crisis_lines(work).await).await?;
        assert_eq!(lines.len(), 3);
        for line in &lines {
            desk.post(&format!("/admin/crisis-lines/{}/check", line.id), &[]).await;
        }
        assert!(desk.get("/admin/crisis-lines").await.body.contains("All lines have been checked"));
        assert!(clinic.tab().get("/help").await.body.contains("https://example.org/chat"));
        desk.post(&format!("/admin/crisis-lines/{}/remove", lines[0].id), &[]).await;
        assert!(desk.get("/admin/crisis-lines").await.body.contains("Members cannot be invited yet"));
        Ok(())
    }

    async fn duty_is_arranged_and_handed_over_on_its_pages(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let mut desk = desk(&clinic, mara).await?;
        let (mara_id, ben_id) = (who(mara).to_string(), who(ben).to_string());
        let mut form = vec![("reader", mara_id.as_str()), ("backup", &mara_id), ("days", "0"), ("days", "1")];
        form.extend([("from", "9:00"), ("until", "17:30"), ("acknowledge", "30"), ("decide", "24")]);
        let path = format!("/care/duty/{group}");
        let refused = desk.post(&path, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("somebody else than the reader"));
        form[1].1 = &ben_id;
        assert_eq!(desk.post(&path, &form).await.location(), "/care/duty");
        assert!(desk.get("/care/duty").await.body.contains("Monday, Tuesday, 09:00 to 17:30"));
        desk.post(&format!("{path}/hand-over"), &[("to", &ben_id)]).await;
        let found = clinic.read(mara, async move |work| crate::safety::duty(work, Some(group)).await).await?;
        assert_eq!(found.map(|duty| (duty.reader, duty.backup)), Some((who(ben), who(mara))));
        Ok(())
    }

    async fn a_leader_tells_of_something_they_saw(clinic: TestClinic) {
        let Kim { mara, member: kim, group, .. } = kim(&clinic).await?;
        let mut desk = desk(&clinic, mara).await?;
        let path = format!("/care/groups/{group}/concern");
        let form = desk.get(&path).await;
        let (once, person) = (form.field("once"), who(kim).to_string());
        assert!(form.body.contains("<option value=\"\">Choose one person</option>"), "nobody stands chosen: {}", form.body);
        let about_nobody = desk.post(&path, &[("once", &once), ("person", ""), ("words", "He gave his things away.")]).await;
        assert_eq!(about_nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(about_nobody.body.contains("Choose whom it is about"), "{}", about_nobody.body);
        let silent = desk.post(&path, &[("once", &once), ("person", &person), ("words", "")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let typed = [("once", once.as_str()), ("person", &person), ("words", "He gave his things away.")];
        let (sent, again) = (desk.post(&path, &typed).await, desk.post(&path, &typed).await);
        assert!(sent.location().starts_with("/care/risk/"));
        assert_eq!(sent.location(), again.location());
        let concern = desk.get(sent.location()).await.body;
        let person_page = format!("href=\"/care/people/{person}\"");
        for there in ["He gave his things away.", person_page.as_str(), "href=\"/care/risk\""] {
            assert!(concern.contains(there), "{there} in {concern}");
        }
        assert!(!concern.contains("confirmed as seen"), "nobody was shown a page with help: {concern}");
        Ok(())
    }
}
