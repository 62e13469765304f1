//! Worksheets and homework as a browser meets them.

use super::super::{Source, follow, homework_in, own_sheets, step_at_hand};
use super::*;
use crate::identity::AccountKind;
use crate::testing::{Answer, Tab};

async fn both(clinic: &TestClinic) -> Result<(Circle, Tab, Tab)> {
    let circle = Circle::of(clinic).await?;
    let phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
    let desk = clinic.desk(circle.leader).await?;
    Ok((circle, phone, desk))
}

fn holds(page: &Answer, there: &[&str]) {
    assert_eq!(page.status, 200, "{}", page.body);
    for words in there {
        assert!(page.body.contains(words), "{words} in\n{}", page.body);
    }
}

scenarios! {
    async fn every_form_can_be_begun_and_every_page_of_it_opens(clinic: TestClinic) {
        let (circle, mut phone, _) = both(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        for form in crate::techniques::catalogue().forms().filter(|form| form.id != "safety-plan") {
            holds(&phone.get(&format!("/me/practice/forms/{}", form.id)).await, &[&form.title]);
            let begun = phone.post(&format!("/me/practice/forms/{}", form.id), &[]).await;
            let at = begun.location().to_owned();
            assert!(at.starts_with("/me/practice/sheets/"), "{} {}", form.id, begun.body);
            holds(&phone.get(&at).await, &["Draft"]);
            holds(&phone.get(&format!("{at}/all")).await, &[]);
            for number in 1..=form.steps.len() {
                holds(&phone.get(&format!("{at}/{number}")).await, &["Step "]);
            }
        }
        let plan = phone.post("/me/practice/forms/safety-plan", &[]).await;
        assert_eq!(plan.location(), "/me/safety-plan");
        assert_eq!(phone.get("/me/practice/forms/no-such-form").await.status, 404);
        Ok(())
    }

    async fn a_sheet_is_filled_in_step_by_step_and_shown_to_the_leader(clinic: TestClinic) {
        let (circle, mut phone, mut desk) = both(&clinic).await?;
        let at = phone.post("/me/practice/forms/thought-record", &[]).await.location().to_owned();
        let next = phone.post(&format!("{at}/1"), &[("situation", "At <home>, alone")]).await;
        assert_eq!(next.location(), format!("{at}/2"));
        let bad = phone.post(&format!("{at}/2"), &[("emotions.0.name", "Sad"), ("emotions.0.strength", "900")]).await;
        assert_eq!(bad.status, 422);
        assert!(bad.body.contains("value=\"900\"") && bad.body.contains("Choose a number from 0 to 100"), "{}", bad.body);
        let more = phone.post(&format!("{at}/2"), &[("emotions.0.name", "Sad"), ("emotions.0.strength", "80"), ("more", "yes")]).await;
        assert_eq!(more.location(), format!("{at}/2"));
        let kept = phone.post(&format!("{at}/draft?page=4"), &[("page", "4"), ("evidence_for", "She was silent")]).await;
        assert!(kept.body.starts_with("Saved "), "{}", kept.body);
        assert_eq!(phone.post(&format!("{at}/finish"), &[]).await.location(), at);
        holds(&phone.get(&at).await, &["At &lt;home&gt;, alone", "Sad", "She was silent", "Seen by you and by Mara once it is finished."]);
        let sheets = format!("/care/people/{}/sheets", circle.person());
        holds(&desk.get(&sheets).await, &["Thought record", "Not answered yet"]);
        let id = at.rsplit('/').next().unwrap_or_default().to_owned();
        let answered = desk.post(&format!("{sheets}/{id}"), &[("to-situation", "Well seen."), ("all", "")]).await;
        assert_eq!(answered.location(), format!("{sheets}/{id}"), "{}", answered.body);
        holds(&phone.get(&at).await, &["Mara writes", "Well seen."]);
        phone.post(&format!("{at}/share"), &[("audience", "nobody")]).await;
        assert_eq!(desk.get(&format!("{sheets}/{id}")).await.status, 404);
        Ok(())
    }

    async fn what_is_shown_stands_on_the_groups_page_and_says_when_it_was_taken_back(clinic: TestClinic) {
        let (circle, mut phone, mut desk) = both(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let mut other = clinic.tab_for(jo, AccountKind::Member).await?;
        let id = circle.record(&clinic, "At home").await?;
        let shown = phone.post(&format!("/me/practice/sheets/{id}/share"), &[("audience", "anonymous")]).await;
        assert_eq!(shown.location(), format!("/me/practice/sheets/{id}"));
        let group = circle.group;
        let share = clinic.read(jo, async move |work| crate::techniques::shared_in(work, group).await).await?.readable[0].id;
        let at = format!("/me/group/shared/{share}");
        let open = other.get(&at).await;
        holds(&open, &["At home", "Somebody in the group"]);
        assert!(!open.body.contains("Sam"));
        let led = desk.get(&at).await;
        holds(&led, &["At home", "href=\"/care/people\""]);
        assert!(!led.body.contains("href=\"/me/practice\""), "those who lead stand in their own places: {}", led.body);
        phone.post(&format!("/me/practice/sheets/{id}/share"), &[("audience", "nobody")]).await;
        let gone = other.get(&at).await;
        holds(&gone, &["This sheet was taken back"]);
        assert!(!gone.body.contains("At home"));
        Ok(())
    }

    async fn a_text_that_is_too_long_is_shown_again_as_it_was_typed(clinic: TestClinic) {
        let (_, mut phone, _) = both(&clinic).await?;
        let at = phone.post("/me/practice/forms/thought-record", &[]).await.location().to_owned();
        let long = "She was silent. ".repeat(6_250);
        let again = phone.post(&format!("{at}/1"), &[("situation", &long)]).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains(long.trim()) && again.body.contains("This is longer than the field takes"));
        Ok(())
    }

    async fn words_of_danger_have_help_beside_them_and_call_nobody(clinic: TestClinic) {
        const BESIDE: &str = "Words alone call nobody here.";
        let (_, mut phone, mut desk) = both(&clinic).await?;
        let at = phone.post("/me/practice/forms/thought-record", &[]).await.location().to_owned();
        phone.post(&format!("{at}/1"), &[("situation", "At home, alone")]).await;
        assert!(!phone.get(&at).await.body.contains(BESIDE) && !phone.get(&format!("{at}/2")).await.body.contains(BESIDE));
        phone.post(&format!("{at}/draft?page=4"), &[("page", "4"), ("evidence_for", "I can’t go on")]).await;
        for page in [at.clone(), format!("{at}/2")] {
            holds(&phone.get(&page).await, &[BESIDE, "href=\"/help\""]);
        }
        phone.post(&format!("{at}/finish"), &[]).await;
        holds(&phone.get(&at).await, &["I can’t go on", BESIDE]);
        assert!(!desk.get("/care/risk").await.body.contains("/care/alerts/"), "nothing was raised");
        Ok(())
    }

    async fn danger_on_a_card_leads_to_help(clinic: TestClinic) {
        let (circle, mut phone, mut desk) = both(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let at = phone.post("/me/practice/forms/diary-card", &[]).await.location().to_owned();
        let typed = [
            ("date-day", "24"), ("date-month", "11"), ("date-year", "2026"), ("urges.self_harm.strength", "1"),
            ("urges.suicide.strength", "5"), ("self_harm", "no"), ("skills.stop.rating", "5"),
        ];
        assert_eq!(phone.post(&format!("{at}/all"), &typed).await.location(), at);
        let help = phone.post(&format!("{at}/finish"), &[]).await.location().to_owned();
        assert!(help.starts_with("/me/alerts/"), "{help}");
        holds(&phone.get(&help).await, &[]);
        holds(&desk.get("/care").await, &["Diary card", "The urge to end one"]);
        Ok(())
    }

    async fn the_programme_fills_in_the_homework_of_the_step_at_hand(clinic: TestClinic) {
        let (circle, _, mut desk) = both(&clinic).await?;
        let group = circle.group;
        let new = format!("/care/groups/{group}/homework/new");
        assert!(!desk.get(&new).await.body.contains("?task=0"));
        let source = Source::Library("cbt-depression".to_owned());
        clinic.write(circle.leader, async move |work| follow(work, group, &source, 1).await).await?;
        let step = clinic.read(circle.leader, async move |work| step_at_hand(work, group).await).await?;
        let step = step.expect("a step");
        let task = step.homework.first().expect("it gives something to take home");
        let form = task.form.as_ref().expect("a worksheet");
        holds(&desk.get(&new).await, &["?task=0", &step.title]);
        let filled = desk.get(&format!("{new}?task=0")).await;
        let chosen = format!("value=\"form:{form}\" selected");
        holds(&filled, &[&chosen]);
        assert!(filled.body.matches(&task.instruction).count() > 1, "beside the form and in it: {}", filled.body);
        holds(&desk.get(&format!("{new}?task=99")).await, &["?task=0"]);
        Ok(())
    }

    async fn homework_is_set_and_looked_at_on_the_groups_pages(clinic: TestClinic) {
        let (circle, mut phone, mut desk) = both(&clinic).await?;
        let base = format!("/care/groups/{}/homework", circle.group);
        holds(&desk.get(&format!("{base}/new")).await, &["Thought record", "Skill: STOP"]);
        let open = desk.post(&base, &[("material", ""), ("instruction", "Kept words")]).await;
        assert_eq!(open.status, 422);
        assert!(open.body.contains("Kept words"));
        let set = desk.post(&base, &[("material", "form:thought-record"), ("instruction", "One this week"), ("gate", "yes")]).await;
        holds(&desk.get(set.location()).await, &["One this week", "Sam", "Not begun", "The next session builds on this"]);
        let practice = phone.get("/me/practice").await;
        holds(&practice, &["To try until next time", "Thought record"]);
        let group = circle.group;
        let member = circle.member;
        let task = clinic.read(member, async |work| crate::techniques::my_tasks(work).await).await?.readable[0].id;
        holds(&phone.get(&format!("/me/practice/tasks/{task}")).await, &["One this week", "What got in the way?"]);
        let sheet = phone.post(&format!("/me/practice/tasks/{task}/begin"), &[]).await.location().to_owned();
        assert!(sheet.starts_with("/me/practice/sheets/"));
        let said = phone.post(&format!("/me/practice/tasks/{task}"), &[("state", "4"), ("words", "Half of it")]).await;
        assert_eq!(said.location(), "/me/practice");
        let standing = clinic.read(circle.leader, async move |work| homework_in(work, group).await).await?.readable;
        assert_eq!(standing[0].lines[0].words.as_deref(), Some("Half of it"));
        assert_eq!(clinic.read(member, async |work| own_sheets(work).await).await?.len(), 1);
        holds(&desk.get(&base).await, &["1 of 1 have said how it went."]);
        Ok(())
    }

    async fn the_library_opens_for_staff_and_for_nobody_else(clinic: TestClinic) {
        let (_, mut phone, mut desk) = both(&clinic).await?;
        holds(&desk.get("/care/library").await, &["Thought record", "STOP", "CBT for depression"]);
        let found = desk.get("/care/library?q=sleep").await;
        holds(&found, &["Sleep diary"]);
        assert!(!found.body.contains("Thought record"));
        holds(&desk.get("/care/library?q=zzzz").await, &["Nothing here holds these words."]);
        for form in crate::techniques::catalogue().forms() {
            holds(&desk.get(&format!("/care/library/forms/{}", form.id)).await, &["What is known", "Terms of its words"]);
        }
        for (_, skill) in crate::techniques::catalogue().skills() {
            holds(&desk.get(&format!("/care/library/skills/{}", skill.id)).await, &["How it is done"]);
        }
        for one in crate::techniques::catalogue().curricula() {
            holds(&desk.get(&format!("/care/library/programmes/{}", one.id)).await, &["Agenda", "Ticked afterwards"]);
        }
        for path in ["/care/library", "/care/library/forms/thought-record", "/care/library/forms/no-such-form"] {
            assert_eq!(phone.get(path).await.status, 404, "{path}");
        }
        holds(&phone.get("/me/practice/skills").await, &["STOP"]);
        holds(&phone.get("/me/practice/skills/temperature").await, &["heart", "How it is done"]);
        Ok(())
    }
}
