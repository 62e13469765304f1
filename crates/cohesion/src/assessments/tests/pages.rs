//! A check-in and its answers as a browser meets them.

use super::*;
use crate::groups::{LeaderRole, appoint};
use crate::identity::AccountKind;
use crate::scenarios;
use crate::testing::{Answer, Tab};

/// Sam on a phone, and the leader's circle.
async fn phone(clinic: &TestClinic) -> Result<(Circle, Tab)> {
    let circle = Circle::of(clinic).await?;
    let tab = clinic.tab_for(circle.member, AccountKind::Member).await?;
    Ok((circle, tab))
}

/// Answers everything on one page, and comes to the review.
async fn fill_in(tab: &mut Tab, id: AssignmentId, form: &str, positions: &[usize], more: &[(&str, &str)]) -> Answer {
    let answers: Vec<(String, String)> =
        positions.iter().enumerate().map(|(place, chosen)| (format!("q{}", place + 1), chosen.to_string())).collect();
    let fields: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let fields = [&[("form", form)], &fields[..], more].concat();
    let kept = tab.post(&format!("/me/check-in/{id}/all"), &fields).await;
    assert_eq!(kept.location(), format!("/me/check-in/{id}/review"), "{}", kept.body);
    tab.get(kept.location()).await
}

async fn send(tab: &mut Tab, id: AssignmentId, review: &Answer) -> String {
    let once = review.field("once");
    tab.post(&format!("/me/check-in/{id}/review"), &[("once", &once)]).await.location().to_owned()
}

scenarios! {
    async fn whoever_sends_a_sign_of_danger_twice_comes_to_help_twice(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.ask(&clinic, "phq-9").await?.expect("a new assignment");
        let review = fill_in(&mut tab, id, "phq-9", &DANGER, &[]).await;
        let (first, second) = (send(&mut tab, id, &review).await, send(&mut tab, id, &review).await);
        assert!(first.starts_with("/me/alerts/"), "{first}");
        assert_eq!(second, first);
        let other = tab.post(&format!("/me/check-in/{id}/review"), &[("once", &crate::id::to_text([9; 16]))]).await;
        assert_eq!(other.location(), format!("/me/answers/{id}"), "another tab finds what was sent");
        let own = tab.get(other.location()).await;
        assert!(own.body.contains(&first), "and the help with it");
        Ok(())
    }

    async fn whoever_leaves_a_question_about_danger_open_is_told_before_and_after_that_somebody_hears(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.ask(&clinic, "phq-9").await?.expect("a new assignment");
        let review = fill_in(&mut tab, id, "phq-9", &[0; 8], &[]).await;
        assert!(review.body.contains("A question that asks about danger is open."), "{}", review.body);
        let sent = send(&mut tab, id, &review).await;
        assert!(sent.starts_with("/me/alerts/"), "{sent}");
        let after = tab.get(&sent).await.body;
        assert!(after.contains("You left a question open") && !after.contains("Thank you for telling us"), "{after}");
        Ok(())
    }

    async fn a_review_says_nothing_of_danger_where_it_was_answered(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.ask(&clinic, "phq-9").await?.expect("a new assignment");
        let review = fill_in(&mut tab, id, "phq-9", &[0; 9], &[]).await;
        assert!(!review.body.contains("asks about danger"), "{}", review.body);
        Ok(())
    }

    async fn an_answer_is_kept_as_it_is_chosen_one_question_a_page(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        let id = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        let third = tab.get(&format!("/me/check-in/{id}/3")).await;
        let address = format!("/me/check-in/{id}/draft?question=3");
        assert!(third.body.contains(&format!("<form-draft data-draft=\"{address}\"")), "{}", third.body);
        let kept = tab.post(&address, &[("form", &third.field("form")), ("q3", "2")]).await;
        assert_eq!((kept.status.as_u16(), kept.body.starts_with("Saved ")), (200, true), "{}", kept.body);
        let again = tab.get(&format!("/me/check-in/{id}/3")).await;
        assert!(again.body.contains("value=\"2\" checked"), "{}", again.body);
        let skipped = tab.post(&format!("/me/check-in/{id}/3"), &[("form", "gad-7"), ("q3", "2"), ("skip", "yes")]).await;
        assert_eq!(skipped.location(), format!("/me/check-in/{id}/4"));
        assert!(!tab.get(&format!("/me/check-in/{id}/3")).await.body.contains("checked"));
        Ok(())
    }

    async fn every_printed_question_is_asked_and_read_again_by_those_it_is_meant_for(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        let id = circle.ask(&clinic, "session-check-out").await?.expect("a new assignment");
        let sixth = tab.get(&format!("/me/check-in/{id}/6")).await;
        assert!(sixth.body.contains("One thing I would change next time") && sixth.body.contains("Question 6 of 7"));
        let written = [("x-one_change", "Shorter <rounds>"), ("x-for_the_leader", "I am afraid of Lee")];
        let review = fill_in(&mut tab, id, "session-check-out", &[4, 9, 9, 9, 9], &written).await;
        assert!(review.body.contains("Shorter &lt;rounds&gt;") && review.body.contains("afraid of Lee"));
        assert_eq!(send(&mut tab, id, &review).await, format!("/me/check-in/{id}/done"));
        let own = tab.get(&format!("/me/answers/{id}")).await;
        for there in ["I felt safe in the group today.", "Shorter &lt;rounds&gt;", "afraid of Lee", "not added up"] {
            assert!(own.body.contains(there), "{there} in\n{}", own.body);
        }
        let path = format!("/care/people/{}/answers/{id}", circle.person());
        let mut desk = clinic.desk(circle.leader).await?;
        let read = desk.get(&path).await;
        assert!(read.body.contains("afraid of Lee") && read.body.contains(">Sam</a>"), "{}", read.body);
        let (group, ben) = (circle.group, clinic.colleague("Ben", &[Role::Clinician]).await?);
        let person = who(ben);
        clinic.write(circle.leader, async move |work| appoint(work, group, person, LeaderRole::CoLeader).await).await?;
        let beside = clinic.desk(ben).await?.get(&path).await;
        assert!(beside.body.contains("Shorter &lt;rounds&gt;") && beside.body.contains("For the leader alone"));
        assert!(!beside.body.contains("afraid of Lee"));
        Ok(())
    }

    async fn words_that_cannot_be_kept_are_shown_again_with_everything_typed(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        let id = circle.ask(&clinic, "session-check-out").await?.expect("a new assignment");
        let long = "a".repeat(crate::limits::ASIDE_CHARS_MAX + 1);
        let typed = [("form", "session-check-out"), ("q2", "7"), ("x-one_change", long.as_str())];
        for page in ["all", "6"] {
            let faulty = tab.post(&format!("/me/check-in/{id}/{page}"), &typed).await;
            assert_eq!(faulty.status, 422);
            assert!(faulty.body.contains(&long) && faulty.body.contains("longer than we can keep"));
        }
        Ok(())
    }

    async fn an_answer_is_corrected_on_the_same_form_and_the_first_one_stays(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let (id, _) = circle.send(&clinic, "phq-9", sheet(1, &CALM)).await?;
        let path = format!("/me/answers/{id}");
        let own = tab.get(&path).await;
        for there in ["8 of 27, mild", "Several days", "Show the question", "Correct my answers"] {
            assert!(own.body.contains(there), "{there} in\n{}", own.body);
        }
        let form = tab.get(&format!("{path}/correct")).await;
        let once = form.field("once");
        let typed = [("form", "phq-9"), ("once", once.as_str()), ("q1", "3"), ("q9", "1")];
        let sent = tab.post(&format!("{path}/correct"), &typed).await;
        assert!(sent.location().starts_with("/me/alerts/"), "{}", sent.location());
        assert_eq!(tab.post(&format!("{path}/correct"), &typed).await.location(), sent.location());
        let after = tab.get(&path).await;
        for there in ["11 of 27, moderate", "8 of 27, mild", "Before the correction", sent.location()] {
            assert!(after.body.contains(there), "{there} in\n{}", after.body);
        }
        assert!(tab.get("/me/answers").await.body.contains("corrected"));
        Ok(())
    }

    async fn a_reading_is_in_the_members_report_and_nobody_else_can_read(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let (id, _) = circle.send(&clinic, "asq", sheet(1, &[0, 0, 0, 1, 0])).await?;
        let path = format!("/care/people/{}/answers/{id}", circle.person());
        let read = clinic.desk(circle.leader).await?.get(&path).await;
        for there in ["Have you ever tried to kill yourself?", "brief suicide safety assessment", "Not met"] {
            assert!(read.body.contains(there), "{there} in\n{}", read.body);
        }
        assert!(tab.get("/me/record/opened").await.body.contains("read your answers and scores"));
        let absent = clinic.desk(clinic.colleague("Ben", &[Role::Clinician]).await?).await?.get(&path).await;
        assert_eq!((absent.status.as_u16(), tab.get(&path).await.status.as_u16()), (404, 404));
        Ok(())
    }

    async fn what_asks_about_danger_is_not_shown_while_nobody_reads(clinic: TestClinic) {
        let (circle, mut tab) = phone(&clinic).await?;
        let backup = with_reader_on_duty(&clinic, &circle).await?;
        let asq = circle.ask(&clinic, "asq").await?.expect("a new assignment");
        let phq = circle.ask(&clinic, "phq-9").await?.expect("a new assignment");
        gone(&clinic, backup).await?;
        let path = format!("/me/check-in/{asq}");
        assert!(tab.get(&path).await.body.contains("wait until somebody is there"));
        for page in ["1", "all", "review"] {
            assert_eq!(tab.get(&format!("{path}/{page}")).await.location(), path);
        }
        let all = tab.get(&format!("/me/check-in/{phq}/all")).await;
        assert_eq!(all.field("form"), "phq-8");
        assert!(!all.body.contains("q9"));
        Ok(())
    }
}
