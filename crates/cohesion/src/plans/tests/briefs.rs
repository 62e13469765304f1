//! Briefs and jottings are their author's: read by them, and by those whom they meant.

use super::super::{Audience, Moment, OwnBriefs, briefs, jot, write_brief};
use super::{Evening, join, meeting};
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{LeaderRole, relieve};
use crate::id::SessionId;
use crate::limits::JOTTINGS_MAX;
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

async fn read(clinic: &TestClinic, actor: Actor, id: SessionId) -> Result<OwnBriefs> {
    clinic.read(actor, async move |work| briefs(work, id).await).await
}

async fn write(
    clinic: &TestClinic,
    actor: Actor,
    id: SessionId,
    (seen, audience): (u32, Audience),
    noticed: &str,
) -> Result<()> {
    let parts = [noticed, "", "", ""].map(str::to_owned);
    let writing =
        clinic.write(actor, async move |work| write_brief(work, id, Moment::After, seen, (audience, &parts)).await);
    writing.await
}

fn heard(shown: &OwnBriefs) -> Vec<String> {
    shown.shared.iter().map(|one| one.brief.parts[0].clone()).collect()
}

scenarios! {
    async fn a_brief_is_read_by_its_author_and_by_nobody_where_they_keep_it(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        write(&clinic, evening.mara, id, (0, Audience::OnlyMe), "My hurry").await?;
        let own = read(&clinic, evening.mara, id).await?;
        assert_eq!((own.own[0].parts[0].as_str(), own.own[0].version), ("My hurry", 1));
        let bens = read(&clinic, evening.ben, id).await?;
        assert!(bens.own.is_empty() && bens.shared.is_empty());
        let twice = write(&clinic, evening.mara, id, (0, Audience::OnlyMe), "Other words").await;
        assert_eq!(twice, Err(Error::Conflict("plans-conflict-brief")));
        Ok(())
    }

    async fn whoever_leads_when_it_is_written_reads_it_and_whoever_comes_later_does_not(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        write(&clinic, evening.mara, id, (0, Audience::CoLeaders), "We were late").await?;
        assert_eq!(heard(&read(&clinic, evening.ben, id).await?), ["We were late"]);
        let stand_in = (Role::Clinician, LeaderRole::CoLeader);
        let noor = join(&clinic, &evening.circle, evening.mara, "Noor", stand_in).await?;
        assert_eq!(heard(&read(&clinic, noor, id).await?), Vec::<String>::new());
        write(&clinic, evening.mara, id, (1, Audience::OnlyMe), "We were late").await?;
        assert_eq!(heard(&read(&clinic, evening.ben, id).await?), Vec::<String>::new(), "it was taken back");
        Ok(())
    }

    async fn whoever_leads_no_more_reads_no_brief(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, group, ben) = (evening.first(), evening.circle.group, evening.ben);
        write(&clinic, evening.mara, id, (0, Audience::CoLeaders), "We were late").await?;
        clinic.write(evening.mara, async move |work| relieve(work, group, who(ben)).await).await?;
        assert_eq!(read(&clinic, ben, id).await.map(|_| ()), Err(Error::NotFound));
        Ok(())
    }

    async fn briefs_ask_for_a_fresh_proof_and_are_closed_to_all_others(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, vera) = (evening.first(), evening.supervisor(&clinic).await?);
        write(&clinic, evening.mara, id, (0, Audience::CoLeaders), "We were late").await?;
        for actor in [
            vera,
            evening.circle.member,
            clinic.administrator().await?,
            clinic.system(),
            clinic.colleague("Omar", &[Role::Clinician]).await?,
        ] {
            assert_eq!(read(&clinic, actor, id).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(write(&clinic, actor, id, (0, Audience::OnlyMe), "Words").await, Err(Error::NotFound));
            assert_eq!(clinic.write(actor, async move |work| jot(work, id, "Words").await).await, Err(Error::NotFound));
        }
        clinic.pass(Span::minutes(6));
        assert_eq!(read(&clinic, evening.mara, id).await.map(|_| ()), Err(Error::StepUpNeeded));
        write(&clinic, evening.mara, id, (1, Audience::OnlyMe), "Writing needs none").await?;
        Ok(())
    }

    async fn a_jotting_is_kept_by_one_press_and_read_by_its_author(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        for words in ["Ask about the place", "She smiled"] {
            clinic.write(evening.mara, async move |work| jot(work, id, words).await).await?;
        }
        let own = read(&clinic, evening.mara, id).await?;
        let lines: Vec<&str> = own.jottings.iter().map(|jotting| jotting.words.as_str()).collect();
        assert_eq!(lines, ["Ask about the place", "She smiled"]);
        assert!(read(&clinic, evening.ben, id).await?.jottings.is_empty());
        let empty = clinic.write(evening.mara, async move |work| jot(work, id, " ").await).await;
        assert_eq!(empty, Err(Error::invalid("note", "fault-empty")));
        let filling = clinic.write(evening.mara, async move |work| {
            for _ in 2..=JOTTINGS_MAX {
                jot(work, id, "One more").await?;
            }
            Ok(())
        });
        assert_eq!(filling.await, Err(Error::invalid("note", "plans-fault-jottings")));
        Ok(())
    }

    async fn a_text_that_is_far_too_long_is_not_taken(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let long = "word ".repeat(20_000);
        let refused = write(&clinic, evening.mara, evening.first(), (0, Audience::OnlyMe), &long).await;
        assert_eq!(refused, Err(Error::invalid("after-0", "fault-long")));
        Ok(())
    }

    async fn a_support_group_has_no_briefs(clinic: TestClinic) {
        let (finn, session) = meeting(&clinic).await?;
        let id = session.id;
        assert_eq!(read(&clinic, finn, id).await.map(|_| ()), Err(Error::NotFound));
        assert_eq!(write(&clinic, finn, id, (0, Audience::OnlyMe), "Words").await, Err(Error::NotFound));
        Ok(())
    }
}
