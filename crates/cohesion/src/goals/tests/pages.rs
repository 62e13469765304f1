//! Goals as a browser meets them, from both sides.

use super::*;
use crate::identity::AccountKind;
use crate::testing::{Answer, Tab};

async fn both(clinic: &TestClinic, circle: &Circle) -> Result<(Tab, Tab)> {
    Ok((clinic.tab_for(circle.member, AccountKind::Member).await?, clinic.desk(circle.leader).await?))
}

fn holds(page: &Answer, there: &[&str]) {
    assert_eq!(page.status, 200);
    for words in there {
        assert!(page.body.contains(words), "{words} in\n{}", page.body);
    }
}

const LEVELS: [(&str, &str); 5] = [
    ("level-0", "Not at all"),
    ("level-1", "Once in two weeks"),
    ("level-2", "Once a week"),
    ("level-3", "Twice a week"),
    ("level-4", "Most days"),
];

const REVIEW: [(&str, &str); 3] = [("review_on-day", "22"), ("review_on-month", "12"), ("review_on-year", "2026")];

fn with_levels(words: &'static str) -> Vec<(&'static str, &'static str)> {
    let about = [
        ("words", words),
        ("why", "I miss my friends."),
        ("kind", "levels"),
        ("weight", "2"),
        ("start_level", "-2"),
        ("rater", "member"),
        ("instrument", "urn:cohesion:instrument:phq-9"),
        ("technique", "activity-schedule"),
    ];
    [&about[..], &LEVELS[..], &REVIEW[..]].concat()
}

scenarios! {
    async fn a_goal_goes_from_a_members_words_to_a_course_on_their_progress(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.plan(&clinic, 3).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        holds(&phone.get("/me/progress").await, &["What I set out to do", "/me/goals"]);
        holds(&phone.get("/me/goals").await, &["No goal yet.", "/me/goals/new", "Other members never see it."]);
        let sent = phone.post("/me/goals", &with_levels("See my friends again")).await;
        let own = sent.location().to_owned();
        assert!(own.starts_with("/me/goals/"), "{}", sent.body);
        holds(&phone.get(&own).await, &["See my friends again", "It holds as soon as the other side has said yes.", "Once a week"]);
        let tab = format!("/care/groups/{}/goals", circle.group);
        holds(&desk.get(&tab).await, &["Waits for your yes", "See my friends again", "Sam"]);
        let theirs = own.replace("/me/", "/care/");
        let page = desk.get(&theirs).await;
        holds(&page, &["Written by Sam", "I agree", "PHQ-9", "Activity schedule"]);
        assert_eq!(desk.post(&format!("{theirs}/reply"), &[("version", "1"), ("reply", "agree")]).await.location(), theirs);
        clinic.pass(Span::days(7));
        let (mut phone, mut desk) = (clinic.tab_of(circle.person()).await?, clinic.tab_of(circle.leader.person().expect("a person")).await?);
        holds(&phone.get(&own).await, &["How far is it now?", "Twice a week", "Session 1"]);
        let rated = phone.post(&format!("{own}/rate"), &[("value", "1"), ("said", "Two films and a walk"), ("session", "")]).await;
        assert_eq!(rated.location(), own);
        holds(&phone.get(&own).await, &["Two films and a walk", "<figure class=\"chart\"", "+1, more than hoped"]);
        holds(&phone.get("/me/goals").await, &["The number is 60 now.", "50 + 10 × 2 ÷ √(0.7 × 4 + 0.3 × 2²) = 60"]);
        holds(&phone.get("/me/progress").await, &["See my friends again", "It began at −2, and is at +1 after one rating."]);
        let progress = desk.get(&format!("/care/people/{}/progress", circle.person())).await;
        holds(&progress, &["See my friends again", "It began at −2, and is at +1 after one rating."]);
        let list = desk.get(&format!("/care/people/{}/goals", circle.person())).await;
        holds(&list, &["See my friends again", "The number is 60 now.", "How was this worked out?"]);
        holds(&phone.get("/me/record/opened").await, &["read your goals"]);
        Ok(())
    }

    async fn a_goal_that_is_rated_on_its_day_waits_no_more(clinic: TestClinic) {
        const DUE: &str = "It is time to look at this goal again.";
        let circle = Circle::of(&clinic).await?;
        circle.plan(&clinic, 3).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let own = phone.post("/me/goals", &with_levels("See my friends again")).await.location().to_owned();
        let theirs = own.replace("/me/", "/care/");
        assert_eq!(desk.post(&format!("{theirs}/reply"), &[("version", "1"), ("reply", "agree")]).await.location(), theirs);
        clinic.pass(Span::days(28));
        let mut phone = clinic.tab_of(circle.person()).await?;
        holds(&phone.get(&own).await, &[DUE]);
        let rated = phone.post(&format!("{own}/rate"), &[("value", "1"), ("said", "Two films and a walk"), ("session", "")]).await;
        assert_eq!(rated.location(), own);
        let page = phone.get(&own).await;
        assert!(page.body.contains("Two films and a walk") && !page.body.contains(DUE), "{}", page.body);
        Ok(())
    }

    async fn a_form_with_faults_comes_back_with_everything_typed(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let mut typed = with_levels("");
        typed.retain(|(name, _)| *name != "level-3" && *name != "review_on-year");
        typed.push(("review_on-year", "2025"));
        let faulty = phone.post("/me/goals", &typed).await;
        assert_eq!(faulty.status, 422);
        for there in ["2 things need another look", "I miss my friends.", "Once in two weeks"] {
            assert!(faulty.body.contains(there), "{there} in\n{}", faulty.body);
        }
        let mut past = with_levels("See my friends again");
        past.retain(|(name, _)| *name != "review_on-year");
        past.push(("review_on-year", "2025"));
        let address = format!("/care/people/{}/goals", circle.person());
        let faulty = desk.post(&address, &past).await;
        assert_eq!(faulty.status, 422);
        assert!(faulty.body.contains("Choose a day that is still to come") && faulty.body.contains("See my friends again"));
        let long = "a".repeat(7_000);
        let mut typed = with_levels("Swim");
        typed.retain(|(name, _)| *name != "why");
        let typed: Vec<(&str, &str)> = typed.into_iter().chain([("why", long.as_str())]).collect();
        let faulty = desk.post(&address, &typed).await;
        assert!(faulty.status == 422 && faulty.body.contains(&long) && faulty.body.contains("longer than we can keep"));
        holds(&desk.get(&format!("{address}/new")).await, &["The member reads it on their own page"]);
        Ok(())
    }

    async fn words_for_a_goal_that_was_put_away_meanwhile_stay_on_the_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, number("Swim")).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let (own, theirs) = (format!("/me/goals/{id}"), format!("/care/goals/{id}"));
        let faulty = phone.post(&format!("{own}/rate"), &[("value", "11"), ("said", "Nearly")]).await;
        assert!(faulty.status == 422 && faulty.body.contains("Nearly") && faulty.body.contains("Choose a number within the range"));
        let ended = desk.post(&format!("{theirs}/end"), &[("how", "met"), ("last", "Well done")]).await;
        assert_eq!(ended.location(), theirs);
        let late = phone.post(&format!("{own}/rate"), &[("value", "7"), ("said", "I swam a mile")]).await;
        assert_eq!(late.status, 409);
        for there in ["I swam a mile", "This goal has been put away.", "Well done"] {
            assert!(late.body.contains(there), "{there} in\n{}", late.body);
        }
        assert_eq!(desk.post(&format!("{theirs}/end"), &[]).await.status, 422);
        Ok(())
    }

    async fn a_goal_has_no_page_on_the_other_side_nor_for_anybody_else(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, number("Swim")).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let mut other = clinic.tab_for(jo, AccountKind::Member).await?;
        let (own, theirs) = (format!("/me/goals/{id}"), format!("/care/goals/{id}"));
        let absent = other.get(&format!("/me/goals/{}", GoalId::random()?)).await;
        assert_eq!(other.get(&own).await.body, absent.body);
        for (tab, path) in [(&mut phone, &theirs), (&mut desk, &own), (&mut other, &own)] {
            assert_eq!(tab.get(path).await.status, 404);
            for form in ["rate", "reply", "end", "revise"] {
                assert_eq!(tab.post(&format!("{path}/{form}"), &[]).await.status, 404, "{path}/{form}");
            }
        }
        assert_eq!(other.get(&format!("/care/people/{}/goals", circle.person())).await.status, 404);
        Ok(())
    }

    async fn a_change_is_proposed_on_the_page_and_answered_on_the_other_side(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, number("Swim")).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let (own, theirs) = (format!("/me/goals/{id}"), format!("/care/goals/{id}"));
        let form = desk.get(&format!("{theirs}/revise")).await;
        assert_eq!((form.field("based_on"), form.field("words")), ("1".to_owned(), "Swim".to_owned()));
        let mut typed = with_levels("Swim on Sundays");
        typed.push(("based_on", "1"));
        assert_eq!(desk.post(&format!("{theirs}/revise"), &typed).await.location(), theirs);
        let stale = desk.post(&format!("{theirs}/revise"), &typed).await;
        assert!(stale.status == 409 && stale.body.contains("Swim on Sundays"));
        holds(&phone.get(&own).await, &["A change is proposed", "Swim on Sundays", "Leave it as it was"]);
        assert_eq!(phone.post(&format!("{own}/reply"), &[("version", "2"), ("reply", "agree")]).await.location(), own);
        holds(&phone.get(&own).await, &["How it was written before"]);
        assert_eq!(phone.post(&format!("{own}/reply"), &[("version", "2"), ("reply", "agree")]).await.status, 409);
        Ok(())
    }

    async fn a_leader_keeps_the_groups_goals_on_its_tab(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let group = format!("/care/groups/{}", circle.group);
        holds(&desk.get(&group).await, &[&format!("{group}/goals")]);
        let faulty = desk.post(&format!("{group}/aims"), &[("words", "")]).await;
        assert_eq!(faulty.status, 422);
        assert_eq!(desk.post(&format!("{group}/aims"), &[("words", "To do more again")]).await.location(), format!("{group}/goals"));
        let page = desk.get(&format!("{group}/goals")).await;
        let action = page.body.split("action=\"").find(|rest| rest.starts_with(&format!("{group}/aims/"))).expect("a form of the aim");
        let action = action.split('"').next().expect("its end").to_owned();
        holds(&phone.get("/me/goals").await, &["What our group is for", "To do more again"]);
        assert_eq!(desk.post(&action, &[("to", "sideways")]).await.status, 422);
        assert_eq!(desk.post(&action, &[("to", "met")]).await.status, 303);
        holds(&phone.get("/me/goals").await, &["Set aside", "To do more again"]);
        assert_eq!(phone.post(&action, &[("to", "again")]).await.status, 404);
        Ok(())
    }
}
