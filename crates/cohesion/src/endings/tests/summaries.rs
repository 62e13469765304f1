//! A summary: composed, written, signed, never changed, and read by its member once it is given out.

use super::super::{Body, Signing, SummaryState, Written, ending, give_out, mend, own_summaries, sign, summary, write};
use super::{begin, hold, leader, parts};
use crate::limits::TEXT_CHARS_MAX;
use crate::notes::{Fix, How};
use crate::testing::{Circle, TestClinic, who};
use crate::{Error, Fault, Result, scenarios};

async fn write_again(clinic: &TestClinic, circle: &Circle, seen: u32, parts: Vec<String>) -> Result<u32> {
    let (group, person) = (circle.group, circle.person());
    clinic
        .write(leader(clinic, circle), async move |work| {
            write(work, group, person, &Written { seen, parts: parts.clone(), plain: Vec::new() }).await
        })
        .await
}

async fn sign_it(clinic: &TestClinic, circle: &Circle) -> Result<Signing> {
    let (group, person) = (circle.group, circle.person());
    clinic.write(leader(clinic, circle), async move |work| sign(work, group, person).await).await
}

async fn read(clinic: &TestClinic, circle: &Circle) -> Result<super::super::Summary> {
    let (group, person) = (circle.group, circle.person());
    clinic.read(leader(clinic, circle), async move |work| summary(work, group, person).await).await
}

async fn own(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Body>> {
    let own = clinic.read(circle.member, async |work| own_summaries(work).await).await?;
    Ok(own.readable.into_iter().map(|(_, body)| body).collect())
}

scenarios! {
    async fn a_summary_holds_what_is_known_and_what_was_written(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for session in circle.plan(&clinic, 2).await? {
            hold(&clinic, &circle, &session).await?;
        }
        let first = read(&clinic, &circle).await?;
        assert_eq!((first.version, first.body.parts.len()), (0, Body::FIELDS.len()));
        let facts: Vec<String> = first.body.facts.iter().map(|fact| format!("{}: {}", fact.what, fact.said)).collect();
        assert_eq!(facts, ["When: since 24 November 2026", "Sessions: came to 2 of 2"]);
        assert_eq!(begin(&clinic, &circle, parts()).await?, 1);
        assert_eq!(read(&clinic, &circle).await?.body.parts, parts());
        Ok(())
    }

    async fn a_signed_summary_is_never_changed(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let sessions = circle.plan(&clinic, 2).await?;
        hold(&clinic, &circle, &sessions[0]).await?;
        begin(&clinic, &circle, parts()).await?;
        assert_eq!(sign_it(&clinic, &circle).await?, Signing::Signed);
        let signed = read(&clinic, &circle).await?;
        assert_eq!(signed.signed.map(|signed| signed.by), Some(who(circle.leader)));
        hold(&clinic, &circle, &sessions[1]).await?;
        let later = read(&clinic, &circle).await?;
        assert_eq!(later.body, signed.body, "one more session changes nothing of it");
        let over = write_again(&clinic, &circle, signed.version, vec![String::new(); 4]).await;
        assert_eq!(over, Err(Error::Conflict("endings-conflict-changed")));
        assert_eq!(sign_it(&clinic, &circle).await?, Signing::Already);
        Ok(())
    }

    async fn nothing_is_signed_without_the_risk_and_what_comes_next(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let needed = Err(Error::Invalid(vec![Fault::new("part-2", "fault-empty"), Fault::new("part-3", "fault-empty")]));
        assert_eq!(sign_it(&clinic, &circle).await, needed, "nothing is written yet");
        begin(&clinic, &circle, vec!["CBT".to_owned(), String::new(), " ".to_owned(), String::new()]).await?;
        assert_eq!(sign_it(&clinic, &circle).await, needed);
        Ok(())
    }

    async fn another_members_name_is_found_and_mended_before_the_signature(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let mut named = parts();
        named[1] = "Sam and Jo walked home together.".to_owned();
        begin(&clinic, &circle, named).await?;
        let Signing::Names(found) = sign_it(&clinic, &circle).await? else { panic!("it was signed") };
        assert_eq!(found.iter().map(|found| (found.field, found.hits.len())).collect::<Vec<_>>(), [(1, 1)], "and not Sam's own");
        let (group, sam) = (circle.group, circle.person());
        clinic.write(leader(&clinic, &circle), async move |work| mend(work, group, sam, Fix::ALL).await).await?;
        assert_eq!(read(&clinic, &circle).await?.body.parts[1], "Sam and another member walked home together.");
        assert_eq!(sign_it(&clinic, &circle).await?, Signing::Signed);
        Ok(())
    }

    async fn a_word_that_is_no_name_here_is_called_plain_and_stays(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.seat(&clinic, clinic.somebody("Jo").await?, "Jo").await?;
        let mut worded = parts();
        worded[1] = "Jo means coffee where Sam comes from, he says.".to_owned();
        begin(&clinic, &circle, worded.clone()).await?;
        assert!(matches!(sign_it(&clinic, &circle).await?, Signing::Names(_)));
        let (group, sam) = (circle.group, circle.person());
        let fix = Fix { only: Some((1, 0, 2)), how: How::Plain };
        clinic.write(leader(&clinic, &circle), async move |work| mend(work, group, sam, fix).await).await?;
        assert_eq!(sign_it(&clinic, &circle).await?, Signing::Signed);
        let body = read(&clinic, &circle).await?.body;
        assert_eq!((body.parts, body.plain), (worded, vec!["Jo".to_owned()]), "and who signed it has said so");
        Ok(())
    }

    async fn two_who_write_at_once_lose_nothing(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        begin(&clinic, &circle, parts()).await?;
        assert_eq!(begin(&clinic, &circle, parts()).await, Err(Error::Conflict("endings-conflict-changed")));
        assert_eq!(write_again(&clinic, &circle, 1, parts()).await?, 2);
        assert_eq!(write_again(&clinic, &circle, 1, vec![String::new(); 4]).await, Err(Error::Conflict("endings-conflict-changed")));
        assert_eq!(read(&clinic, &circle).await?.body.parts, parts());
        let mut long = parts();
        long[0] = "x".repeat(TEXT_CHARS_MAX + 1);
        assert_eq!(write_again(&clinic, &circle, 2, long).await, Err(Error::invalid("part-0", "fault-long")));
        Ok(())
    }

    async fn its_member_reads_it_once_it_is_given_out_and_not_before(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, sam) = (circle.group, circle.person());
        let giving = async || clinic.write(leader(&clinic, &circle), async move |work| give_out(work, group, sam).await).await;
        begin(&clinic, &circle, parts()).await?;
        assert_eq!(giving().await, Err(Error::Conflict("endings-conflict-not-signed")));
        sign_it(&clinic, &circle).await?;
        assert_eq!(own(&clinic, &circle).await?, []);
        giving().await?;
        giving().await?;
        let read = own(&clinic, &circle).await?;
        assert_eq!(read.iter().map(|body| body.parts.clone()).collect::<Vec<_>>(), [parts()]);
        let seen = clinic.read(leader(&clinic, &circle), async move |work| ending(work, group).await).await?;
        assert_eq!(seen.members[0].summary, SummaryState::GivenOut);
        Ok(())
    }
}
