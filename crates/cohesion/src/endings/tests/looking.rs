//! Members look back on their group.

use super::super::{Evaluation, QUESTIONS, evaluate, evaluation, may_look_back};
use crate::access::Actor;
use crate::groups::{GroupState, advance};
use crate::limits::TEXT_CHARS_MAX;
use crate::testing::{Circle, TestClinic};
use crate::{Error, Result, scenarios};

fn said(rating: u8, helped: &str) -> Evaluation {
    Evaluation { ratings: vec![rating; QUESTIONS.len()], helped: helped.to_owned(), better: String::new() }
}

async fn look_back(clinic: &TestClinic, circle: &Circle, member: Actor, said: Evaluation) -> Result<()> {
    let group = circle.group;
    clinic.write(member, async move |work| evaluate(work, group, &said).await).await
}

/// An ending group with Sam and four others.
async fn ending_group(clinic: &TestClinic) -> Result<(Circle, Vec<Actor>)> {
    let circle = Circle::of(clinic).await?;
    let mut members = vec![circle.member];
    for called in ["Jo", "Kim", "Lee", "Ana"] {
        let member = clinic.somebody(called).await?;
        circle.seat(clinic, member, called).await?;
        members.push(member);
    }
    let group = circle.group;
    clinic.write(circle.leader, async move |work| advance(work, group, GroupState::Closing).await).await?;
    Ok((circle, members))
}

scenarios! {
    async fn what_members_say_is_shown_from_the_fourth_answer_on(clinic: TestClinic) {
        let (circle, members) = ending_group(&clinic).await?;
        let group = circle.group;
        let mut shown = Vec::new();
        for (at, member) in members.into_iter().enumerate() {
            look_back(&clinic, &circle, member, said(u8::try_from(at).unwrap_or(0) + 1, "The tea")).await?;
            let seen = clinic.read(circle.leader, async move |work| evaluation(work, group).await).await?;
            shown.push((seen.answered, seen.shown.len()));
        }
        assert_eq!(shown, [(1, 0), (2, 0), (3, 0), (4, 4), (5, 4)]);
        clinic.write(circle.leader, async move |work| {
            advance(work, group, GroupState::Ended).await?;
            advance(work, group, GroupState::Archived).await
        }).await?;
        let at_last = clinic.read(circle.leader, async move |work| evaluation(work, group).await).await?;
        assert_eq!(at_last.shown.len(), 5, "nobody can answer any more");
        Ok(())
    }

    async fn each_member_looks_back_once_and_only_while_the_group_ends(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let may = async || clinic.read(circle.member, async move |work| may_look_back(work, group).await).await;
        assert_eq!(look_back(&clinic, &circle, circle.member, said(3, "")).await, Err(Error::Conflict("endings-conflict-not-yet")));
        assert!(!may().await?);
        clinic.write(circle.leader, async move |work| advance(work, group, GroupState::Closing).await).await?;
        assert!(may().await?);
        look_back(&clinic, &circle, circle.member, said(3, "")).await?;
        assert!(!may().await?);
        assert_eq!(look_back(&clinic, &circle, circle.member, said(4, "")).await, Err(Error::Conflict("endings-conflict-looked-back")));
        Ok(())
    }

    async fn every_question_has_an_answer_and_words_have_an_end(clinic: TestClinic) {
        let (circle, members) = ending_group(&clinic).await?;
        let few = Evaluation { ratings: vec![3; QUESTIONS.len() - 1], ..said(3, "") };
        let last = format!("question-{}", QUESTIONS.len() - 1);
        assert_eq!(look_back(&clinic, &circle, members[0], few).await, Err(Error::invalid(last, "fault-choose")));
        let long = said(3, &"x".repeat(TEXT_CHARS_MAX + 1));
        assert_eq!(look_back(&clinic, &circle, members[0], long).await, Err(Error::invalid("helped", "fault-long")));
        look_back(&clinic, &circle, members[0], said(3, "")).await
    }

    async fn only_those_who_sit_there_look_back_and_only_those_who_lead_read_it(clinic: TestClinic) {
        let (circle, members) = ending_group(&clinic).await?;
        let group = circle.group;
        for actor in [circle.leader, clinic.somebody("Stan").await?, clinic.administrator().await?] {
            assert_eq!(look_back(&clinic, &circle, actor, said(3, "")).await, Err(Error::NotFound));
        }
        for actor in [members[0], members[1], clinic.administrator().await?, clinic.system()] {
            let read = clinic.read(actor, async move |work| evaluation(work, group).await.map(|_| ())).await;
            assert_eq!(read, Err(Error::NotFound));
        }
        Ok(())
    }
}
