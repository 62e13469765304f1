//! What records show: to whom, from how much, and with whose word beside it.

use techniques::Audience;

use super::*;
use crate::feedback::{Mine, NewRemark, Opinion, Patterns, my_patterns, patterns_of, remark};
use crate::practice::Role;
use crate::sessions::{Mark, Presence, close, mark_all, open};
use crate::techniques::{Covered, Part as Page, SheetId, begin as begin_sheet, finish, keep as keep_sheet, share};

/// A thought record that names one habit, finished and shown to whom it says.
async fn record(clinic: &TestClinic, circle: &Circle, by: Actor, audience: Audience) -> Result<SheetId> {
    let group = circle.group;
    let writing = async move |work: &mut Work<'_>| {
        let id = begin_sheet(work, group, "thought-record", None).await?;
        let typed = [
            ("situation", "On the bus"),
            ("thoughts.0.text", "They laugh"),
            ("thoughts.0.belief", "80"),
            ("distortions", "mind_reading"),
            ("evidence_for", "One looked up"),
            ("belief_now", "50"),
        ];
        let asked = ["situation", "thoughts", "distortions", "evidence_for", "belief_now"];
        let asked = asked.map(|field| Covered { field: field.to_owned(), day: None }).to_vec();
        let typed = typed.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
        let kept = keep_sheet(work, id, &Page { asked, typed }).await?;
        assert!(kept.faults.is_empty(), "{:?}", kept.faults);
        share(work, id, audience).await?;
        let done = finish(work, id).await?;
        assert!(done.faults.is_empty(), "{:?}", done.faults);
        Ok(id)
    };
    clinic.write(by, writing).await
}

async fn mine(clinic: &TestClinic, circle: &Circle, by: Actor) -> Result<Vec<Mine>> {
    let group = circle.group;
    clinic.read(by, async move |work| my_patterns(work, Words::english(), group).await).await
}

async fn theirs(clinic: &TestClinic, circle: &Circle, by: Actor) -> Result<Patterns> {
    let (group, person) = (circle.group, circle.person());
    clinic.read(by, async move |work| patterns_of(work, Words::english(), group, person).await).await
}

async fn say(clinic: &TestClinic, circle: &Circle, by: Actor, key: &str, words: &str) -> Result<()> {
    let group = circle.group;
    let new = NewRemark { key: key.to_owned(), opinion: Opinion::Adds, words: words.to_owned() };
    clinic.write(by, async move |work| remark(work, Words::english(), group, &new).await).await
}

fn keys(patterns: &Patterns) -> Vec<&str> {
    patterns.told.iter().map(|(told, _)| told.key.as_str()).collect()
}

scenarios! {
    async fn what_rests_on_sheets_kept_for_oneself_is_for_oneself_alone(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let mut sheets = Vec::new();
        for _ in 0..5 {
            sheets.push(record(&clinic, &circle, circle.member, Audience::Nobody).await?);
        }
        let own = mine(&clinic, &circle, circle.member).await?;
        let habit = own.iter().find(|mine| mine.told.key == "thoughts:habit").expect("five are enough");
        assert_eq!(habit.told.sentence(Words::english()), "You named Mind reading in 5 of 5 thought records.");
        assert!(own.iter().all(|mine| !mine.is_shared));
        say(&clinic, &circle, circle.member, "thoughts:habit", "Only on the bus").await?;
        assert!(keys(&theirs(&clinic, &circle, circle.leader).await?).is_empty(), "nothing was shown");
        for sheet in sheets {
            clinic.write(circle.member, async move |work| share(work, sheet, Audience::Leader).await).await?;
        }
        let seen = theirs(&clinic, &circle, circle.leader).await?;
        assert_eq!(keys(&seen), ["thoughts:belief", "thoughts:habit"]);
        assert!(seen.told.iter().all(|(_, remark)| remark.is_none()), "what was said to oneself stays there");
        assert!(mine(&clinic, &circle, circle.member).await?.iter().all(|mine| mine.is_shared));
        say(&clinic, &circle, circle.member, "thoughts:habit", "Less at home").await?;
        let seen = theirs(&clinic, &circle, circle.leader).await?;
        let said = seen.told.iter().find_map(|(_, remark)| remark.as_ref()).expect("it stands beside it");
        assert_eq!((said.words.as_str(), said.key.as_str()), ("Less at home", "thoughts:habit"));
        Ok(())
    }

    async fn a_part_that_is_shown_counts_for_itself_alone(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for audience in [Audience::Leader, Audience::Leader, Audience::Leader, Audience::Leader, Audience::Nobody] {
            record(&clinic, &circle, circle.member, audience).await?;
        }
        assert_eq!(mine(&clinic, &circle, circle.member).await?.len(), 2, "five of one's own");
        assert!(keys(&theirs(&clinic, &circle, circle.leader).await?).is_empty(), "four are too few to say anything");
        Ok(())
    }

    async fn another_members_records_change_nothing(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        for _ in 0..4 {
            record(&clinic, &circle, circle.member, Audience::Leader).await?;
        }
        for _ in 0..6 {
            record(&clinic, &circle, jo, Audience::Leader).await?;
        }
        assert!(mine(&clinic, &circle, circle.member).await?.is_empty());
        assert!(keys(&theirs(&clinic, &circle, circle.leader).await?).is_empty());
        record(&clinic, &circle, circle.member, Audience::Leader).await?;
        let before = theirs(&clinic, &circle, circle.leader).await?;
        record(&clinic, &circle, jo, Audience::Leader).await?;
        assert_eq!(theirs(&clinic, &circle, circle.leader).await?, before);
        Ok(())
    }

    async fn a_course_is_told_to_both_from_four_scores_on(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for position in [3, 2, 2] {
            measured(&clinic, &circle, circle.member, "gad-7", position).await?;
            clinic.pass(Span::days(7));
        }
        let (leader, member) = (clinic.signed_in(who(circle.leader)), clinic.signed_in(circle.person()));
        assert!(keys(&theirs(&clinic, &circle, leader).await?).is_empty());
        measured(&clinic, &circle, member, "gad-7", 1).await?;
        let seen = theirs(&clinic, &circle, leader).await?;
        assert_eq!(keys(&seen), ["trend:gad-7"]);
        let sentence = seen.told[0].0.sentence(Words::english());
        assert_eq!(sentence, "Your total is 14 lower than at the start. That is better, and more than the usual ups and downs.");
        assert!(mine(&clinic, &circle, member).await?[0].is_shared);
        Ok(())
    }

    async fn coming_to_the_group_is_told_to_those_who_lead_alone(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let sessions = circle.plan(&clinic, 3).await?;
        for (session, presence) in sessions.into_iter().zip([Presence::Present, Presence::Present, Presence::AbsentTold]) {
            clinic.pass(session.starts_at - clinic.app.clock().now());
            let (leader, person, id) = (clinic.signed_in(who(circle.leader)), circle.person(), session.id);
            clinic.write(leader, async move |work| {
                open(work, id).await?;
                let minutes = if presence.was_there() { 90 } else { 0 };
                mark_all(work, id, &[Mark { person, presence, minutes, words: None }]).await?;
                close(work, id).await
            })
            .await?;
        }
        let seen = theirs(&clinic, &circle, clinic.signed_in(who(circle.leader))).await?;
        assert_eq!(keys(&seen), ["attendance:rate"]);
        assert_eq!(seen.told[0].0.sentence(Words::english()), "Came to 2 of 3 sessions.");
        assert!(mine(&clinic, &circle, clinic.signed_in(circle.person())).await?.is_empty());
        Ok(())
    }

    async fn a_word_is_about_what_is_said_now_and_not_without_end(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let gone = Err(Error::Conflict("feedback-conflict-pattern"));
        assert_eq!(say(&clinic, &circle, circle.member, "thoughts:habit", "Not so").await, gone);
        for _ in 0..5 {
            record(&clinic, &circle, circle.member, Audience::Leader).await?;
        }
        assert_eq!(say(&clinic, &circle, circle.member, "thoughts:habit", "  ").await, Err(Error::invalid("words", "fault-empty")));
        let long = say(&clinic, &circle, circle.member, "thoughts:habit", &"a".repeat(100_000)).await;
        assert_eq!(long, Err(Error::invalid("words", "fault-long")));
        let group = circle.group;
        let disputed = NewRemark { key: "thoughts:habit".to_owned(), opinion: Opinion::Disputes, words: String::new() };
        clinic.write(circle.member, async move |work| remark(work, Words::english(), group, &disputed).await).await?;
        let seen = theirs(&clinic, &circle, circle.leader).await?;
        let said = seen.told.iter().find_map(|(_, remark)| remark.as_ref()).expect("it stands beside it");
        assert_eq!((said.opinion, said.words.as_str()), (Opinion::Disputes, ""));
        Ok(())
    }

    async fn nobody_else_reads_or_disputes_what_records_show(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        for _ in 0..5 {
            record(&clinic, &circle, circle.member, Audience::Group).await?;
        }
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        for other in [jo, ben] {
            assert_eq!(theirs(&clinic, &circle, other).await.map(drop), Err(Error::NotFound));
        }
        assert_eq!(say(&clinic, &circle, ben, "thoughts:habit", "x").await, Err(Error::NotFound));
        assert_eq!(say(&clinic, &circle, circle.leader, "thoughts:habit", "x").await, Err(Error::NotFound));
        let hers = say(&clinic, &circle, jo, "thoughts:habit", "x").await;
        assert_eq!(hers, Err(Error::Conflict("feedback-conflict-pattern")), "Jo has none of her own");
        Ok(())
    }

    async fn a_support_group_says_nothing_about_anybodys_records(clinic: TestClinic) {
        let circle = support(&clinic).await?;
        assert_eq!(theirs(&clinic, &circle, circle.leader).await.map(drop), Err(Error::NotFound));
        assert_eq!(mine(&clinic, &circle, circle.member).await.map(drop), Err(Error::NotFound));
        Ok(())
    }
}
