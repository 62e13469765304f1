//! Endings as a browser meets them.

use super::super::QUESTIONS;
use super::{begin, hold, parts};
use crate::enrolment::{leave, led_group, member_of, seated};
use crate::groups::{GroupState, advance};
use crate::identity::AccountKind;
use crate::scenarios;
use crate::testing::Circle;

scenarios! {
    async fn an_ending_is_worked_through_on_its_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for session in circle.plan(&clinic, 1).await? {
            hold(&clinic, &circle, &session).await?;
        }
        let (group, sam) = (circle.group, circle.person());
        let (path, mut tab) = (format!("/care/groups/{group}/ending"), clinic.desk(circle.leader).await?);
        let overview = tab.get(&format!("/care/groups/{group}")).await;
        assert!(overview.body.contains(&format!("href=\"{path}\"")), "a tab leads there");
        let page = tab.get(&path).await;
        for words in ["The ending has begun: 1 of 1 sessions", "The end is named", "Sam", "summary to write", "Looking back"] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let ticked = tab.post(&path, &[("item", "named"), ("member", "")]).await;
        assert_eq!((ticked.status.as_u16(), ticked.location()), (303, path.as_str()));
        assert!(tab.get(&path).await.body.contains("Open it again"));
        let of_sam = tab.post(&path, &[("item", "letter"), ("member", &sam.to_string())]).await;
        assert_eq!(of_sam.status, 303);
        let nothing = tab.post(&path, &[("item", "measures"), ("member", "")]).await;
        assert_eq!(nothing.status, 409);
        assert!(nothing.body.contains("asks nothing that could be asked again"));
        assert_eq!(tab.post(&path, &[("item", "else")]).await.status, 422);
        let today = tab.get("/care").await;
        assert!(today.body.contains("Coming to an end"), "{}", today.body);
        Ok(())
    }

    async fn a_summary_is_written_signed_and_given_out_on_its_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let path = format!("/care/groups/{}/summaries/{}", circle.group, circle.person());
        let mut tab = clinic.desk(circle.leader).await?;
        assert_eq!(tab.get(&path).await.status, 200);
        let fields = |seen: &'static str, course: &'static str, wanted: &'static str| {
            [("seen", seen), ("part-0", "CBT"), ("part-1", course), ("part-2", "Asked; no danger."), ("part-3", "Dr Byrne."), ("do", wanted)]
        };
        let empty = tab.post(&path, &[("seen", "0"), ("part-0", "Begun"), ("part-1", ""), ("part-2", ""), ("part-3", ""), ("do", "sign")]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("Begun"), "what was typed is there");
        let named = tab.post(&path, &fields("1", "Walked home with Jo.", "sign")).await;
        assert_eq!(named.status, 422);
        assert!(named.body.contains("This summary names another member.") && named.body.contains("Walked home with Jo."));
        assert!(named.body.contains("value=\"plain-summary-1-17-19\""), "it may be no name: {}", named.body);
        let stale = tab.post(&path, &fields("1", "Otherwise", "keep")).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("Otherwise") && stale.body.contains("Walked home with"), "both stand there");
        let mended = tab.post(&path, &fields("2", "Walked home with Jo.", "mend-summary")).await;
        assert_eq!(mended.status, 303);
        assert!(tab.get(&path).await.body.contains("Walked home with another member."));
        let signed = tab.post(&path, &fields("4", "Walks home.", "sign")).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        let page = tab.get(&path).await;
        assert!(page.body.contains("Give it out") && !page.body.contains("<textarea"));
        let mut phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
        assert!(phone.get("/me/summaries").await.body.contains("There is no summary for you yet."));
        assert_eq!(tab.post(&path, &[("do", "give-out")]).await.status, 303);
        assert!(phone.get("/me/summaries").await.body.contains("Walks home."));
        assert!(phone.get("/me/progress").await.body.contains("href=\"/me/summaries\""));
        assert_eq!(tab.get("/me/summaries").await.status, 404, "staff have none");
        Ok(())
    }

    async fn a_draft_is_not_lost_when_somebody_else_has_signed(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        begin(&clinic, &circle, parts()).await?;
        let path = format!("/care/groups/{}/summaries/{}", circle.group, circle.person());
        let mut tab = clinic.desk(circle.leader).await?;
        let mut fields = vec![("seen", "1"), ("part-0", "x"), ("part-1", ""), ("part-2", "y"), ("part-3", "z"), ("do", "sign")];
        assert_eq!(tab.post(&path, &fields).await.status, 303);
        fields[1] = ("part-0", "Typed too late");
        let late = tab.post(&path, &fields).await;
        assert_eq!(late.status, 409);
        assert!(late.body.contains("Typed too late"), "{}", late.body);
        Ok(())
    }

    async fn a_member_looks_back_on_a_page_of_their_group(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let (path, mut phone) = (format!("/me/groups/{group}/evaluation"), clinic.tab_for(circle.member, AccountKind::Member).await?);
        assert!(phone.get(&path).await.body.contains("nothing to fill in"));
        clinic.write(circle.leader, async move |work| advance(work, group, GroupState::Closing).await).await?;
        assert!(phone.get(&path).await.body.contains("I felt welcome"));
        let partly = phone.post(&path, &[("question-0", "5"), ("helped", "The tea"), ("better", "")]).await;
        assert_eq!(partly.status, 422);
        assert!(partly.body.contains("The tea"));
        let names: Vec<String> = (0..QUESTIONS.len()).map(|at| format!("question-{at}")).collect();
        let all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "4")).chain([("helped", "The tea"), ("better", "")]).collect();
        assert_eq!(phone.post(&path, &all).await.status, 303);
        assert_eq!(phone.post(&path, &all).await.status, 409);
        let mut tab = clinic.desk(circle.leader).await?;
        let seen = tab.get(&format!("/care/groups/{group}/evaluation")).await;
        assert!(seen.body.contains("1 of 1 have looked back") && !seen.body.contains("The tea"), "{}", seen.body);
        Ok(())
    }

    async fn a_step_towards_somebody_who_left_is_put_on_record(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 4).await?;
        let way = seated(&clinic, mara, group, "Sam").await?;
        let member = member_of(&clinic, way).await?;
        clinic.write(member, async move |work| leave(work, way, "").await).await?;
        let (page, mut tab) = (format!("/care/groups/{group}/ending"), clinic.desk(mara).await?);
        assert!(tab.get(&page).await.body.contains("Left before it was planned"));
        let (step, words) = (format!("step-{way}"), format!("words-{way}"));
        let path = format!("{page}/leavers/{way}");
        let silent = tab.post(&path, &[(step.as_str(), "1"), (words.as_str(), "")]).await;
        assert_eq!(silent.status, 422);
        assert_eq!(tab.post(&path, &[(step.as_str(), "1"), (words.as_str(), "Rang twice.")]).await.status, 303);
        assert!(tab.get(&page).await.body.contains("Rang twice."));
        Ok(())
    }
}
