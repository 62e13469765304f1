//! What a visitor reads, and what a closed door hides.

use axum::http::StatusCode;

use super::super::{Door, Visibility, open_door, show_group};
use super::{circle, open, said, therapy};
use crate::testing::TestClinic;
use crate::{Result, scenarios};

const PAGES: [&str; 4] = ["/welcome", "/welcome/which", "/welcome/thanks", "/welcome/mail"];

async fn opened(clinic: &TestClinic, door: Door) -> Result<()> {
    clinic.write(clinic.system(), async move |work| open_door(work, door).await).await
}

scenarios! {
    async fn a_closed_door_looks_like_what_does_not_exist(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let (_, group) = therapy(&clinic).await?;
        let absent = clinic.tab().get("/welcome/nothing-here").await;
        let group = format!("/welcome/groups/{group}");
        for path in PAGES.into_iter().chain([group.as_str()]) {
            let answer = clinic.tab().get(path).await;
            assert_eq!((answer.status, &answer.body), (StatusCode::NOT_FOUND, &absent.body), "{path}");
        }
        assert!(clinic.tab().get("/").await.body.contains("action=\"/sign-in\""));
        Ok(())
    }

    async fn an_open_door_shows_both_ways_and_the_groups_that_are_shown(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let (_, low_mood) = therapy(&clinic).await?;
        let front = clinic.tab().get("/").await;
        assert_eq!(front.status, StatusCode::OK);
        for said in ["Group therapy", "Support group", "Who guides", "What you hear back", "who keeps silent", "An evening for those who grieve", "Out of low mood", "/sign-in", "/help"] {
            assert!(front.body.contains(said), "{said} in {}", front.body);
        }
        for group in [group, low_mood] {
            let page = clinic.tab().get(&format!("/welcome/groups/{group}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.body.contains("Tuesday group") && !page.body.contains("CBT"), "staff's words stay inside: {}", page.body);
        }
        let mut hidden = said("An evening for those who grieve");
        hidden.visibility = Visibility::Hidden;
        clinic.write(finn, async move |work| show_group(work, group, &hidden).await).await?;
        for end in ["", "/ask", "/join"] {
            let answer = clinic.tab().get(&format!("/welcome/groups/{group}{end}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{end}");
        }
        Ok(())
    }

    async fn search_engines_may_list_the_pages_only_when_the_practice_says_so(clinic: TestClinic) {
        open(&clinic).await?;
        let robots = async |path: &str| {
            let answer = clinic.tab().get(path).await;
            let header = answer.headers.get("x-robots-tag").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
            (header, answer.body.contains("name=\"robots\""))
        };
        assert_eq!(robots("/welcome").await, ("noindex".to_owned(), false));
        opened(&clinic, Door::Listed).await?;
        assert_eq!(robots("/welcome").await, ("all".to_owned(), true));
        for private in ["/welcome/which", "/welcome/thanks", "/sign-in", "/help"] {
            assert_eq!(robots(private).await, ("noindex".to_owned(), false), "{private}");
        }
        Ok(())
    }

    async fn answers_travel_in_the_form_and_come_back_on_the_next_page(clinic: TestClinic) {
        circle(&clinic, 8).await?;
        therapy(&clinic).await?;
        let mut tab = clinic.tab();
        let first = tab.get("/welcome/which").await;
        assert!(first.body.contains("Question 1 of 4") && !first.body.contains("name=\"once\""), "{}", first.body);
        let second = tab.post("/welcome/which", &[("at", "1"), ("wish", "company")]).await;
        assert!(second.body.contains("Question 2 of 4") && second.field("wish") == "company", "{}", second.body);
        let answers = [("at", "4"), ("wish", "company"), ("now", "steady"), ("care", "alone"), ("rhythm", "open")];
        let suggested = tab.post("/welcome/which", &answers).await;
        assert_eq!(suggested.status, StatusCode::OK);
        assert!(suggested.body.contains("A support group may suit you"), "{}", suggested.body);
        assert!(suggested.body.contains("An evening for those who grieve") && !suggested.body.contains("Out of low mood"));
        assert!(tab.cookie("login").is_none(), "nothing is kept in the browser either");
        Ok(())
    }

    async fn help_comes_first_where_an_answer_or_a_word_asks_for_it(clinic: TestClinic) {
        open(&clinic).await?;
        let cases = [("now", "danger", ""), ("wish", "today", ""), ("now", "steady", "I can't go on")];
        for (field, answer, words) in cases {
            let page = clinic.tab().post("/welcome/which", &[("at", "4"), (field, answer), ("words", words)]).await;
            let (help, suggestion) = (page.body.find("First of all, help"), page.body.find("Because of what you answered"));
            assert!(help.is_some() && help < suggestion, "{field} {answer} {words}: {}", page.body);
            assert!(page.body.contains("tel:"), "{}", page.body);
            assert!(words.is_empty() || !page.body.contains(words), "what was written is not sent back");
        }
        let calm = clinic.tab().post("/welcome/which", &[("at", "4"), ("now", "steady")]).await;
        assert!(!calm.body.contains("First of all, help"), "{}", calm.body);
        Ok(())
    }

    async fn help_is_shown_right_after_the_answer_that_asks_for_it_and_the_next_question_below(clinic: TestClinic) {
        open(&clinic).await?;
        let today = [("at", "1"), ("wish", "today")].as_slice();
        let danger = [("at", "2"), ("wish", "company"), ("now", "danger")].as_slice();
        for (answers, next) in [(today, "Question 2 of 4"), (danger, "Question 3 of 4")] {
            let page = clinic.tab().post("/welcome/which", answers).await;
            let (help, question) = (page.body.find("First of all, help"), page.body.find(next));
            assert!(help.is_some() && help < question && page.body.contains("tel:"), "{next}: {}", page.body);
        }
        let calm = clinic.tab().post("/welcome/which", &[("at", "2"), ("wish", "company"), ("now", "steady")]).await;
        assert!(!calm.body.contains("First of all, help"), "{}", calm.body);
        Ok(())
    }

    async fn only_whoever_runs_the_site_opens_the_door(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let tried = clinic.write(mara, async |work| open_door(work, Door::Open).await).await;
        assert_eq!(tried, Err(crate::Error::NotFound));
        let ada = clinic.administrator().await?;
        let mut desk = clinic.desk(ada).await?;
        assert_eq!(desk.get("/admin/door").await.status, StatusCode::OK);
        assert_eq!(desk.post("/admin/door", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(desk.post("/admin/door", &[("door", "open")]).await.location(), "/admin/door");
        assert_eq!(clinic.tab().get("/welcome").await.status, StatusCode::OK);
        assert_eq!(clinic.desk(mara).await?.get("/admin/door").await.status, StatusCode::NOT_FOUND);
        Ok(())
    }
}
