//! The pages, as members and those who handle it use them.

use super::*;
use store::{Tx, params};

use crate::clock::Span;
use crate::groups::{Charter, Format, GroupState, advance};
use crate::identity::AccountKind;
use crate::limits::TEXT_CHARS_MAX;
use crate::practice::Role;
use crate::testing::{Answer, Tab};
use crate::{Error, scenarios};

::store::statements! {
    ASKED_ABOUT = "select seq
        from audit_log
        where practice_id = $1
          and object_id = $2
          and deed = 'breaches.who'
          and subject_id is null";

    SPOIL_ENTRY = "update breach_entries set words = $1 where practice_id = $2 and case_id = $3 and number = 2";
}

async fn at_desk(clinic: &TestClinic, actor: Actor) -> Result<Tab> {
    clinic.desk(actor).await
}

fn holds(page: &Answer, there: &[&str]) {
    for words in there {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
}

fn now_in(field: &str) -> [(String, &'static str); 4] {
    [
        (format!("{field}-on-day"), "24"),
        (format!("{field}-on-month"), "11"),
        (format!("{field}-on-year"), "2026"),
        (format!("{field}-at"), "14:00"),
    ]
}

/// A form with the moment in it: the day on which every test begins, an hour ago.
async fn sent(tab: &mut Tab, path: &str, field: &str, rest: &[(&str, &str)]) -> Answer {
    let moment = now_in(field);
    let pairs: Vec<(&str, &str)> =
        moment.iter().map(|(name, value)| (name.as_str(), *value)).chain(rest.iter().copied()).collect();
    tab.post(path, &pairs).await
}

scenarios! {
    async fn a_member_reports_on_a_page_and_sees_how_it_stands(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let mut phone = clinic.tab_for(house.circle.member, AccountKind::Member).await?;
        holds(&phone.get("/breaches").await, &["Tuesday group", "Nobody in your group learns that you have written", "The office alone"]);
        let group = house.circle.group.to_string();
        let empty = phone.post("/breaches", &[("group", &group), ("audience", "leaders"), ("words", " ")]).await;
        assert_eq!(empty.status, 422);
        let long = "x".repeat(TEXT_CHARS_MAX + 1);
        let too_long = phone.post("/breaches", &[("group", &group), ("audience", "leaders"), ("words", &long)]).await;
        assert!(too_long.status == 422 && too_long.body.contains(&long), "nothing is lost");
        assert_eq!(phone.post("/breaches", &[]).await.status, 422);
        let done = phone.post("/breaches", &[("group", &group), ("audience", "leaders"), ("words", "My boss knew it.")]).await;
        assert_eq!(done.location(), "/breaches");
        holds(&phone.get("/breaches").await, &["My boss knew it.", "received"]);
        for closed in ["/breaches/cases", "/breaches/cases/new"] {
            assert_eq!(phone.get(closed).await.status, 404);
        }
        let mut stranger = clinic.tab_for(clinic.somebody("Lee").await?, AccountKind::Member).await?;
        holds(&stranger.get("/breaches").await, &["You belong to no group here"]);
        let foreign = stranger.post("/breaches", &[("group", &group), ("audience", "leaders"), ("words", "Mine.")]).await;
        assert_eq!(foreign.status, 404);
        Ok(())
    }

    async fn a_case_is_handled_on_its_pages_from_the_report_to_the_end(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let report = house.report(&clinic, Audience::Leaders).await?;
        let (mut mara, mut cleo) = (at_desk(&clinic, house.mara).await?, at_desk(&clinic, house.cleo).await?);
        let way = format!("/breaches/reports/{report}");
        holds(&mara.get("/care").await, &["Broken confidences", &way]);
        holds(&mara.get(&way).await, &["Somebody at work knew what I said here.", "From Sam", "value=\"gdpr\""]);
        assert_eq!(mara.post(&way, &[]).await.status, 422);
        let opened = sent(&mut mara, &way, "discovered", &[("happened", "It was told at work."), ("cause", "member"), ("laws", "gdpr")]).await;
        let case = opened.location().to_owned();
        assert!(case.starts_with("/breaches/cases/"), "{}", opened.body);
        let again = sent(&mut mara, &way, "discovered", &[("happened", "Twice."), ("cause", "member")]).await;
        assert_eq!(again.status, 409);
        holds(&mara.get(&way).await, &[case.as_str()]);
        holds(&mara.get(&case).await, &["It was told at work.", "The data protection authority (GDPR, 72 hours)", "Five steps"]);
        let person = house.circle.person().to_string();
        let to = |act: &str| format!("{case}/{act}");
        let wrong = mara.post(&to("affected"), &[("people", &person), ("others", "some"), ("what", "A sentence.")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("A sentence."), "{}", wrong.status);
        assert_eq!(mara.post(&to("affected"), &[("people", &person), ("others", "0"), ("what", "A sentence.")]).await.location(), case);
        assert_eq!(mara.post(&to("contain"), &[("step", "safety"), ("done", "I rang.")]).await.status, 422, "when?");
        assert_eq!(sent(&mut mara, &to("contain"), "done", &[("step", "safety"), ("done", "I rang.")]).await.location(), case);
        let weighed = [("nature", "much"), ("recipient", "some"), ("seen", "much"), ("left", "some"), ("tells", "nobody"), ("reasons", "He told us.")];
        assert_eq!(mara.post(&to("decide"), &weighed[..5]).await.status, 422);
        assert_eq!(mara.post(&to("decide"), &weighed).await.location(), case);
        holds(&mara.get(&case).await, &["Your decision waits for a second person"]);
        assert_eq!(mara.post(&to("second"), &[("do", "agree")]).await.status, 409);
        holds(&cleo.get(&case).await, &["It holds when you agree"]);
        assert_eq!(cleo.post(&to("second"), &[("do", "object"), ("objection", "")]).await.status, 422);
        assert_eq!(cleo.post(&to("second"), &[("do", "agree")]).await.location(), case);
        assert_eq!(mara.post(&to("close"), &[]).await.status, 409);
        assert_eq!(mara.post(&to("learn"), &[("lessons", "We say it again.")]).await.location(), case);
        assert_eq!(mara.post(&to("close"), &[]).await.location(), case);
        holds(&mara.get(&case).await, &["closed", "Not told, by decision.", "entries, as they were written"]);
        assert!(!mara.get(&case).await.body.contains("name=\"lessons\""), "it takes no more");
        holds(&mara.get("/breaches/cases").await, &[&case, "Closed"]);
        let mut phone = clinic.tab_for(house.circle.member, AccountKind::Member).await?;
        holds(&phone.get("/breaches").await, &["settled"]);
        assert_eq!(mara.post(&to("reopen"), &[("reopened", "")]).await.status, 422);
        assert_eq!(mara.post(&to("reopen"), &[("reopened", "A second list was found.")]).await.location(), case);
        holds(&mara.get(&case).await, &["Opened the case again", "A second list was found.", "name=\"lessons\""]);
        assert_eq!(mara.post(&to("reopen"), &[("reopened", "And a third.")]).await.status, 409);
        holds(&phone.get("/breaches").await, &["being looked into"]);
        assert_eq!(phone.get(&case).await.status, 404);
        Ok(())
    }

    async fn telling_and_the_letter_are_kept_beside_the_clocks(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let id = house.case(&clinic).await?;
        let (case, mut mara) = (format!("/breaches/cases/{id}"), at_desk(&clinic, house.mara).await?);
        let letter = mara.get(&format!("{case}/letter")).await;
        holds(&letter, &["Good day,", "on Tuesday 24 November we learned", "We are sorry."]);
        for clinical in ["Tuesday group", "Low mood", "Sam", "therap"] {
            assert!(!letter.body.contains(clinical), "{clinical}");
        }
        assert_eq!(mara.post(&format!("{case}/letter"), &[("letter", "")]).await.status, 422);
        assert_eq!(mara.post(&format!("{case}/letter"), &[("letter", "Good day, it is back.")]).await.location(), case);
        holds(&mara.get(&format!("{case}/letter")).await, &["Good day, it is back."]);
        let ahead = [("telling", "gdpr-people"), ("told", "A letter."), ("told-on-day", "25"), ("told-on-month", "11"), ("told-on-year", "2026"), ("told-at", "9:00")];
        let refused = mara.post(&format!("{case}/tell"), &ahead).await;
        assert!(refused.status == 422 && refused.body.contains("This lies ahead"), "{}", refused.status);
        let now = [("telling", "gdpr-people"), ("told", "A letter."), ("told-on-day", "24"), ("told-on-month", "11"), ("told-on-year", "2026"), ("told-at", "15:00")];
        assert_eq!(mara.post(&format!("{case}/tell"), &now).await.location(), case);
        holds(&mara.get(&case).await, &["put on record by Mara"]);
        assert_eq!(mara.post(&format!("{case}/tell"), &[("telling", "somebody")]).await.status, 422);
        let facts = sent(&mut mara, &format!("{case}/facts"), "discovered", &[("happened", ""), ("cause", "member")]).await;
        assert_eq!(facts.status, 422);
        let facts = sent(&mut mara, &format!("{case}/facts"), "discovered", &[("happened", "We know more."), ("cause", "staff")]).await;
        assert_eq!(facts.location(), case);
        holds(&mara.get(&case).await, &["We know more.", "A sentence from Tuesday"]);
        Ok(())
    }

    async fn the_office_opens_a_case_and_finds_it_among_what_is_to_do(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let mut ada = at_desk(&clinic, house.ada).await?;
        holds(&ada.get("/admin").await, &["href=\"/breaches/cases\"", "No report and no case waits."]);
        holds(&ada.get("/breaches/cases").await, &["/breaches/cases/new", "No case yet"]);
        let opened = sent(&mut ada, "/breaches/cases", "discovered", &[("group", "practice"), ("happened", "A folder was left in a taxi."), ("cause", "lost")]).await;
        let case = opened.location().to_owned();
        holds(&ada.get(&case).await, &["The whole practice", "A folder was left in a taxi.", "what we owe them"]);
        holds(&ada.get("/admin").await, &["A report or a case waits."]);
        assert_eq!(sent(&mut ada, "/breaches/cases", "discovered", &[("happened", "What?"), ("cause", "lost")]).await.status, 422);
        let group = house.circle.group.to_string();
        let not_theirs = sent(&mut ada, "/breaches/cases", "discovered", &[("group", &group), ("happened", "It was told."), ("cause", "member")]).await;
        assert!(not_theirs.location().starts_with("/breaches/cases/"), "the office handles what happened in any group: {}", not_theirs.status);
        let mut kit = clinic.desk(clinic.colleague("Kit", &[Role::Scheduler]).await?).await?;
        assert_eq!(kit.get("/breaches/cases").await.status, 200);
        for path in ["/breaches/cases/new", case.as_str()] {
            assert_eq!(kit.get(path).await.status, 404);
        }
        Ok(())
    }

    async fn a_case_about_the_whole_practice_asks_about_a_group_that_somebody_chose(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (mara, first) = (house.mara, house.circle.group);
        let of_before = async || {
            let practice = clinic.practice;
            let looking = async move |tx: &mut dyn Tx| tx.rows(&ASKED_ABOUT, params![practice, first]).await;
            clinic.app.db().write(looking).await.map(|rows| rows.len())
        };
        clinic.pass(Span::days(40));
        let mara = clinic.signed_in(who(mara));
        let second = clinic.group(mara, Charter::therapy(), Format::Closed, 8).await?;
        for state in [GroupState::Ended, GroupState::Archived] {
            clinic.write(mara, async move |work| advance(work, first, state).await).await?;
        }
        clinic.pass(Span::hours(1));
        let mut ada = at_desk(&clinic, clinic.signed_in(who(house.ada))).await?;
        let opened = sent(&mut ada, "/breaches/cases", "discovered", &[("group", "practice"), ("happened", "A folder was left in a taxi."), ("cause", "lost")]).await;
        let path = format!("{}/who", opened.location());
        let form = ada.get(&path).await;
        holds(&form, &["Choose a group", "Group 1, founded in November 2026, led by Mara, Cleo", "Group 2, founded in January 2027, led by Mara"]);
        assert!(form.status == 200 && !form.body.contains("Who could see something"), "nobody chose one: {}", form.body);
        assert_eq!(of_before().await?, 0, "and nothing of it is on record");
        let days = "from-day=1&from-month=12&from-year=2026&until-day=3&until-month=1&until-year=2027";
        let sight = ada.get(&format!("{path}?of={first}&{days}")).await;
        holds(&sight, &["Who could see something", "Cleo"]);
        assert!(!sight.body.contains("Sam"), "it names nobody who sits there: {}", sight.body);
        assert_eq!(of_before().await?, 1, "the group is named beside the case");
        assert_eq!(ada.get(&format!("{path}?of={second}&{days}")).await.status, 200);
        assert_eq!(of_before().await?, 1);
        assert_eq!(ada.get(&format!("{path}?of=&{days}")).await.status, 422);
        Ok(())
    }

    async fn who_could_see_what_is_asked_for_days_that_are_over(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let case = house.case(&clinic).await?;
        clinic.pass(Span::hours(1));
        let (path, mut mara) = (format!("/breaches/cases/{case}/who"), at_desk(&clinic, house.mara).await?);
        holds(&mara.get(&path).await, &["Who could see something", "Cleo", "Co-leads", "itself put on record"]);
        let person = house.circle.person();
        let days = |of: &str, until: &str| format!("{path}?of={of}&from-day=1&from-month=11&from-year=2026&until-day={until}&until-month=11&until-year=2026");
        holds(&mara.get(&days(&person.to_string(), "24")).await, &["Who did open something"]);
        assert_eq!(mara.get(&days("group", "25")).await.status, 422, "it lies ahead");
        assert_eq!(mara.get(&days("group", "31")).await.status, 422, "there is no such day");
        assert_eq!(mara.get(&days("somebody", "24")).await.status, 422);
        assert_eq!(mara.get(&format!("{path}?of=group")).await.status, 422);
        let nobody = crate::id::PersonId::random()?;
        assert_eq!(mara.get(&days(&nobody.to_string(), "24")).await.status, 404);
        Ok(())
    }

    async fn what_cannot_be_read_of_a_case_is_counted(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let id = house.case(&clinic).await?;
        put(&clinic, house.mara, id, Entry::Learned("A lock on the drawer.".to_owned())).await?;
        let practice = clinic.practice;
        let spoiling = async move |tx: &mut dyn Tx| tx.run(&SPOIL_ENTRY, params![vec![7_u8; 64], practice, id]).await;
        assert_eq!(clinic.app.db().write(spoiling).await?, 1);
        let page = at_desk(&clinic, house.mara).await?.get(&format!("/breaches/cases/{id}")).await;
        holds(&page, &["A sentence from Tuesday", "cannot be read"]);
        let added = put(&clinic, house.mara, id, contained(&clinic)).await;
        assert!(matches!(added, Err(Error::Bug(_))), "nothing is decided on what cannot be read: {added:?}");
        Ok(())
    }
}
