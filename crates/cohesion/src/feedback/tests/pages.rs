//! The pages: from the person's page to the member's answer, and every mistake with what was typed.

use super::*;
use crate::goals::{Rater, Reply as GoalReply, Scale, Terms, propose, reply};
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::testing::{Answer, Tab};

async fn both(clinic: &TestClinic, circle: &Circle) -> Result<(Tab, Tab)> {
    let phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
    Ok((phone, clinic.desk(circle.leader).await?))
}

fn holds(page: &Answer, there: &[&str]) {
    for words in there {
        assert!(page.body.contains(words), "{words} in\n{}", page.body);
    }
}

fn lacks(page: &Answer, absent: &[&str]) {
    for words in absent {
        assert!(!page.body.contains(words), "{words} in\n{}", page.body);
    }
}

/// What the composer sends.
fn sent<'a>(page: &'a Answer, noticed: &'a str, more: &[(&'a str, &'a str)], seen: &'a str) -> Vec<(&'a str, &'a str)> {
    assert!(page.status.is_success());
    let mut typed = vec![
        ("seen", seen),
        ("part-0", ""),
        ("part-1", noticed),
        ("part-2", ""),
        ("part-3", ""),
        ("part-4", ""),
        ("part-5", ""),
        ("part-6", ""),
        ("part-7", "Tell me."),
    ];
    typed.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    typed.extend(more);
    typed
}

async fn a_goal(clinic: &TestClinic, circle: &Circle) -> Result<()> {
    let (group, person) = (circle.group, circle.person());
    let terms = Terms {
        words: "Swim on Sundays".to_owned(),
        why: String::new(),
        scale: Scale::Outcome { start: 2 },
        rater: Rater::Member,
        review_on: jiff::civil::date(2026, 12, 22),
        instrument: None,
        technique: Some("activity-schedule".to_owned()),
    };
    let id = clinic.write(circle.leader, async move |work| propose(work, group, person, &terms).await).await?;
    clinic.write(circle.member, async move |work| reply(work, id, 1, GoalReply::Agree).await).await
}

scenarios! {
    async fn a_letter_comes_from_the_persons_page_to_the_member_and_the_answer_back(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        a_goal(&clinic, &circle).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let person = format!("/care/people/{}", circle.person());
        holds(&desk.get(&person).await, &[&format!("{person}/letters")]);
        let group = circle.group.to_string();
        let begun = desk.post(&format!("{person}/letters"), &[("group", &group)]).await;
        let letter = begun.location().to_owned();
        assert!(letter.starts_with("/care/letters/"), "{letter}");
        let page = desk.get(&letter).await;
        holds(&page, &["What you could say", "“Swim on Sundays”", "What in this letter fits you", "Activity schedule"]);
        let key = page.body.split("value=\"goal:").nth(1).and_then(|rest| rest.split('"').next()).expect("a goal to take");
        let key = format!("goal:{key}");
        let taken = desk.post(&letter, &sent(&page, NOTICED, &[("do", "take"), ("take", &key)], "1")).await;
        assert_eq!(taken.location(), letter);
        let page = desk.get(&letter).await;
        assert_eq!(page.field("seen"), "3");
        holds(&page, &["In the letter", NOTICED]);
        let read = desk.get(&format!("{letter}/preview")).await;
        holds(&read, &["Dear Sam", "“Swim on Sundays”", NOTICED, "Give it to Sam"]);
        holds(&phone.get("/me/progress").await, &["No letter yet.", "/me/patterns", "/me/talks"]);
        let given = desk.post(&format!("{letter}/release"), &[("seen", "3")]).await;
        assert_eq!(given.location(), letter);
        let own = letter.replace("/care/", "/me/");
        holds(&phone.get("/notices").await, &["A letter was written to you."]);
        holds(&phone.get("/me").await, &[&own, "A letter from"]);
        holds(&phone.get("/me/progress").await, &[&own]);
        holds(&phone.get(&own).await, &["Dear Sam", NOTICED, "How well does the letter fit?"]);
        let typed = [("fits", "partly"), ("words", "The first weeks were harder.")];
        assert_eq!(phone.post(&format!("{own}/answer"), &typed).await.location(), own);
        holds(&phone.get(&own).await, &["It fits in part", "The first weeks were harder."]);
        lacks(&phone.get("/me").await, &[&own]);
        holds(&desk.get("/care").await, &["Answers to your letters", &letter, "It fits in part"]);
        holds(&desk.get(&letter).await, &["The first weeks were harder.", "I have looked after this"]);
        assert_eq!(desk.post(&format!("{letter}/close"), &[]).await.location(), letter);
        lacks(&desk.get("/care").await, &["Answers to your letters"]);
        assert_eq!(desk.post(&format!("{letter}/close"), &[]).await.status, 409);
        Ok(())
    }

    async fn what_stands_in_the_way_is_said_and_nothing_that_was_typed_is_lost(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.seat(&clinic, clinic.somebody("Jo").await?, "Jo").await?;
        let (_, mut desk) = both(&clinic, &circle).await?;
        let id = begun(&clinic, &circle).await?;
        let letter = format!("/care/letters/{id}");
        let page = desk.get(&letter).await;
        let long = "a".repeat(100_000);
        let faulty = desk.post(&letter, &sent(&page, &long, &[], "1")).await;
        assert!(faulty.status == 422 && faulty.body.contains(&long) && faulty.body.contains("longer than we can keep"));
        let empty = desk.post(&format!("{letter}/release"), &[("seen", "1")]).await;
        assert_eq!(empty.status, 422);
        holds(&empty, &["“What I noticed” is empty."]);
        let kept = desk.post(&letter, &sent(&page, "You comforted Jo.", &[("part-5", "Walk"), ("do", "preview")], "1")).await;
        assert_eq!(kept.location(), format!("{letter}/preview"));
        let refused = desk.post(&format!("{letter}/release"), &[("seen", "2")]).await;
        assert_eq!(refused.status, 422);
        holds(&refused, &["Another member is named.", "no day says until when", "mend-letter"]);
        let stale = desk.post(&letter, &sent(&page, "Typed in another window", &[], "1")).await;
        assert_eq!(stale.status, 409);
        holds(&stale, &["Typed in another window", "Somebody has written on this letter"]);
        assert_eq!(desk.post(&letter, &[("do", "mend-letter")]).await.location(), letter, "a tap mends without the form");
        holds(&desk.get(&letter).await, &["You comforted another member."]);
        Ok(())
    }

    async fn a_letter_to_somebody_who_left_says_so_and_keeps_the_draft(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (_, mut desk) = both(&clinic, &circle).await?;
        let id = begun(&clinic, &circle).await?;
        kept(&clinic, circle.leader, id, typed(1, NOTICED)).await?;
        left(&clinic, &circle).await?;
        let refused = desk.post(&format!("/care/letters/{id}/release"), &[("seen", "2")]).await;
        assert_eq!(refused.status, 409);
        holds(&refused, &["This person has left the group.", NOTICED]);
        holds(&desk.get(&format!("/care/letters/{id}")).await, &[NOTICED, "This person has left the group."]);
        let more = desk.post(&format!("/care/people/{}/letters", circle.person()), &[]).await;
        assert_eq!(more.status, 409);
        Ok(())
    }

    async fn a_letter_given_meanwhile_and_an_answer_given_twice_keep_the_words_on_the_page(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = a_letter(&clinic, &circle).await?;
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let (own, theirs) = (format!("/me/letters/{id}"), format!("/care/letters/{id}"));
        let page = desk.get(&theirs).await;
        let late = desk.post(&theirs, &sent(&page, "One more thing", &[], "2")).await;
        assert_eq!(late.status, 409);
        holds(&late, &["One more thing", "This letter has been given.", NOTICED]);
        assert_eq!(desk.post(&format!("{theirs}/release"), &[("seen", "3")]).await.status, 409, "twice");
        let long = "a".repeat(100_000);
        let faulty = phone.post(&format!("{own}/answer"), &[("words", &long)]).await;
        assert!(faulty.status == 422 && faulty.body.contains(&long) && faulty.body.contains("Choose"));
        assert_eq!(phone.post(&format!("{own}/answer"), &[("fits", "yes"), ("words", "")]).await.status, 303);
        let again = phone.post(&format!("{own}/answer"), &[("fits", "no"), ("words", "I thought again")]).await;
        assert_eq!(again.status, 409);
        holds(&again, &["I thought again", "You have answered this letter already."]);
        Ok(())
    }

    async fn a_letter_of_another_therapists_group_is_not_there(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = a_letter(&clinic, &circle).await?;
        let draft = begun(&clinic, &circle).await?;
        let mut ben = clinic.desk(clinic.colleague("Ben", &[Role::Clinician]).await?).await?;
        let absent = ben.get(&format!("/care/letters/{}", LetterId::random()?)).await;
        assert_eq!(absent.status, 404);
        for id in [id, draft] {
            let letter = format!("/care/letters/{id}");
            assert_eq!(ben.get(&letter).await.body, absent.body);
            assert_eq!(ben.get(&format!("{letter}/preview")).await.status, 404);
            for form in ["", "/release", "/close"] {
                assert_eq!(ben.post(&format!("{letter}{form}"), &[]).await.status, 404, "{form}");
            }
        }
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        assert_eq!(phone.get(&format!("/care/letters/{id}")).await.status, 404, "one's own has its page elsewhere");
        assert_eq!(desk.get(&format!("/me/letters/{id}")).await.status, 404);
        assert_eq!(phone.get(&format!("/me/letters/{draft}")).await.status, 404);
        Ok(())
    }

    async fn both_sides_say_whether_it_was_talked_about(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        let id = measured(&clinic, &circle, circle.member, "gad-7", 2).await?;
        clinic.pass(session.ends_at - clinic.app.clock().now());
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let person = format!("/care/people/{}", circle.person());
        holds(&phone.get("/me").await, &["Did you talk about your answers?", "/me/talks"]);
        holds(&phone.get("/me/talks").await, &["Did you talk about it with whoever leads your group?"]);
        let told = format!("/me/answers/{id}/talked");
        let (talked, words, note) = (format!("talked-{id}"), format!("words-{id}"), format!("note-{id}"));
        let faulty = phone.post(&told, &[(&words, "We ran out of time")]).await;
        assert_eq!(faulty.status, 422);
        holds(&faulty, &["We ran out of time"]);
        let long = "a".repeat(100_000);
        let marked = format!("{person}/answers/{id}/discussed");
        let faulty = desk.post(&marked, &[(&note, &long)]).await;
        assert!(faulty.status == 422 && faulty.body.contains(&long));
        assert_eq!(desk.post(&marked, &[(&note, "Sleep first")]).await.location(), format!("{person}/letters"));
        let twice = desk.post(&marked, &[(&note, "And work")]).await;
        assert_eq!(twice.status, 409);
        holds(&twice, &["And work", "marked as talked about already"]);
        assert_eq!(phone.post(&told, &[(&talked, "no"), (&words, "We ran out of time")]).await.location(), "/me/talks");
        let twice = phone.post(&told, &[(&talked, "yes"), (&words, "Yesterday we did")]).await;
        assert_eq!(twice.status, 409);
        holds(&twice, &["Yesterday we did"]);
        holds(&desk.get(&format!("{person}/letters")).await, &["Sleep first", "We ran out of time", "No, not yet"]);
        lacks(&phone.get("/me/talks").await, &["Sleep first"]);
        let group = format!("/care/groups/{}", circle.group);
        holds(&desk.get(&group).await, &[&format!("{group}/talks")]);
        let table = desk.get(&format!("{group}/talks")).await;
        holds(&table, &["Talked about 1 of 1 times, by your account", "it was 0 of 1 times", "Sam"]);
        assert_eq!(phone.get(&format!("{group}/talks")).await.status, 404);
        Ok(())
    }

    async fn a_member_disputes_a_statement_on_their_page_and_the_therapist_reads_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for position in [3, 2, 2, 1] {
            measured(&clinic, &circle, clinic.signed_in(circle.person()), "gad-7", position).await?;
            clinic.pass(Span::days(7));
        }
        let (mut phone, mut desk) = both(&clinic, &circle).await?;
        let page = phone.get("/me/patterns").await;
        holds(&page, &["Your total is 14 lower", "From 4 records", "How was this worked out?", "Your word stands beside it."]);
        let group = circle.group.to_string();
        let (key, group) = (("key", "trend:gad-7"), ("group", group.as_str()));
        let faulty = phone.post("/me/patterns", &[("at", "0"), key, group, ("words-0", "It was the summer")]).await;
        assert_eq!(faulty.status, 422);
        holds(&faulty, &["It was the summer"]);
        let gone = [("at", "0"), ("key", "trend:phq-9"), group, ("opinion-0", "adds"), ("words-0", "It was the summer")];
        let gone = phone.post("/me/patterns", &gone).await;
        assert_eq!(gone.status, 409);
        holds(&gone, &["It was the summer", "This is not said any more."]);
        let typed = [("at", "0"), key, group, ("opinion-0", "disputes"), ("words-0", "It was the summer")];
        assert_eq!(phone.post("/me/patterns", &typed).await.location(), "/me/patterns");
        holds(&phone.get("/me/patterns").await, &["That does not fit me", "It was the summer"]);
        let letters = format!("/care/people/{}/letters", circle.person());
        holds(&desk.get(&letters).await, &["That does not fit me", "It was the summer", "Your total is 14 lower"]);
        let begun = desk.post(&letters, &[]).await;
        lacks(&desk.get(begun.location()).await, &["Your total is 14 lower"]);
        Ok(())
    }

    async fn whoever_has_no_part_in_it_finds_nothing_to_open(clinic: TestClinic) {
        let circle = support(&clinic).await?;
        let mut phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
        let mut desk = clinic.desk(circle.leader).await?;
        lacks(&phone.get("/me/progress").await, &["/me/patterns", "Letters to me"]);
        let (group, person) = (format!("/care/groups/{}", circle.group), format!("/care/people/{}", circle.person()));
        lacks(&desk.get(&group).await, &["/talks\""]);
        for path in [format!("{group}/talks"), format!("{person}/letters")] {
            assert_eq!(desk.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(desk.post(&format!("{person}/letters"), &[]).await.status, 404);
        Ok(())
    }
}
