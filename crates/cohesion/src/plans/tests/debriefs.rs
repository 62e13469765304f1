//! A facilitator looks back at a meeting.

use super::super::{KeptDebrief, debrief, keep_debrief, rating};
use super::{Evening, meeting};
use crate::access::Actor;
use crate::groups::Session;
use crate::practice::Role;
use crate::sessions::open;
use crate::techniques::{Source, follow};
use crate::testing::TestClinic;
use crate::{Error, Result, scenarios};

async fn look(clinic: &TestClinic, actor: Actor, session: &Session) -> Result<KeptDebrief> {
    let id = session.id;
    clinic.read(actor, async move |work| debrief(work, id).await).await
}

async fn answer(clinic: &TestClinic, actor: Actor, session: &Session, seen: u32, answers: &[&str]) -> Result<()> {
    let (id, answers) = (session.id, answers.iter().map(|answer| (*answer).to_owned()).collect::<Vec<_>>());
    clinic.write(actor, async move |work| keep_debrief(work, id, seen, &answers).await).await
}

scenarios! {
    async fn a_meeting_is_looked_back_at_with_three_questions_or_with_those_of_the_programme(clinic: TestClinic) {
        let (finn, session) = meeting(&clinic).await?;
        let answers = ["Nothing", "Warm", "Ask for a second room"];
        let early = answer(&clinic, finn, &session, 0, &answers).await;
        assert_eq!(early, Err(Error::Conflict("plans-conflict-not-begun")));
        let id = session.id;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        answer(&clinic, finn, &session, 0, &answers).await?;
        let kept = look(&clinic, finn, &session).await?;
        let said: Vec<&str> = kept.debrief.answers.iter().map(|(_, answer)| answer.as_str()).collect();
        assert_eq!((said.as_slice(), kept.version), (answers.as_slice(), 1));
        assert_eq!(answer(&clinic, finn, &session, 0, &answers).await, Err(Error::Conflict("plans-conflict-rated")));
        let long = "word ".repeat(20_000);
        let refused = answer(&clinic, finn, &session, 1, &["", &long, ""]).await;
        assert_eq!(refused, Err(Error::invalid("answer-1", "fault-long")));
        Ok(())
    }

    async fn the_programme_says_what_is_asked(clinic: TestClinic) {
        let (finn, session) = meeting(&clinic).await?;
        let (group, source) = (session.group, Source::Library("peer-support".to_owned()));
        clinic.write(finn, async move |work| follow(work, group, &source, 1).await).await?;
        let asked = look(&clinic, finn, &session).await?.debrief.answers;
        let programme = crate::techniques::catalogue().curriculum("peer-support").expect("it is built in");
        assert_eq!(asked.into_iter().map(|(question, _)| question).collect::<Vec<_>>(), programme.debrief);
        Ok(())
    }

    async fn it_is_the_facilitators_and_a_therapy_group_has_none(clinic: TestClinic) {
        let (_, session) = meeting(&clinic).await?;
        let id = session.id;
        let others = [clinic.somebody("Kim").await?, clinic.administrator().await?, clinic.colleague("Vera", &[Role::Supervisor]).await?];
        for actor in others {
            assert_eq!(look(&clinic, actor, &session).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(answer(&clinic, actor, &session, 0, &["", "", ""]).await, Err(Error::NotFound));
            let rated = clinic.read(actor, async move |work| rating(work, id).await.map(|_| ())).await;
            assert_eq!(rated, Err(Error::NotFound));
        }
        let evening = Evening::of(&clinic).await?;
        let none = look(&clinic, evening.mara, &evening.sessions[0]).await;
        assert_eq!(none.map(|_| ()), Err(Error::NotFound));
        Ok(())
    }
}
