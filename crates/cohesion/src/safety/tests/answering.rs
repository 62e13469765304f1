//! An alert is taken, decided, followed up and closed, by those who may and by nobody else.

use super::*;
use crate::Error;
use crate::practice::Role;
use crate::safety::{
    Action, Behaviour, Event, Level, Mark, Outcomes, Stage, Written, add_words, alert, close, closed_alerts, decide,
    escalate, hand_over, mark, open_alerts, review, take,
};
use crate::scenarios;
use crate::work::Work;

fn words(text: &str) -> Written {
    Written::new("words", text).expect("it says something")
}

struct Scene {
    mara: Actor,
    ben: Actor,
    kim: Actor,
    group: GroupId,
    id: AlertId,
}

/// Mara reads, Ben stands in, and Kim has answered item nine.
async fn scene(clinic: &TestClinic) -> Result<Scene> {
    let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
    let group = group_of(clinic, mara, Charter::therapy()).await?;
    on_duty(clinic, Some(group), mara, ben).await?;
    let kim = clinic.signed_in(PersonId::random()?);
    let id = raised(clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
    Ok(Scene { mara, ben, kim, group, id })
}

async fn taken(clinic: &TestClinic, by: Actor, id: AlertId) -> Result<()> {
    clinic.write(by, async move |work| take(work, id).await).await
}

async fn decided(clinic: &TestClinic, by: Actor, id: AlertId, level: Level) -> Result<()> {
    clinic.write(by, async move |work| decide(work, id, level, None, words("We talked.")).await).await
}

async fn all_marked(clinic: &TestClinic, by: Actor, id: AlertId, level: Level) -> Result<()> {
    for action in level.actions() {
        clinic.write(by, async move |work| mark(work, id, *action, Mark::Done).await).await?;
    }
    Ok(())
}

async fn closed(clinic: &TestClinic, by: Actor, id: AlertId) -> Result<()> {
    clinic.write(by, async move |work| close(work, id, words("She is safe, and has a plan.")).await).await
}

async fn reviewed(clinic: &TestClinic, by: Actor, id: AlertId) -> Result<()> {
    clinic.write(by, async move |work| review(work, id, words("Still better.")).await).await
}

scenarios! {
    async fn an_alert_that_is_taken_in_time_is_not_passed_on(clinic: TestClinic) {
        let Scene { mara, id, .. } = scene(&clinic).await?;
        clinic.pass(Span::minutes(29));
        taken(&clinic, mara, id).await?;
        clinic.pass(Span::minutes(1));
        clinic.run_jobs().await?;
        let alert = look(&clinic, id).await?;
        assert_eq!(alert.told, [who(mara)]);
        assert_eq!((alert.state.stage, alert.state.owner), (Stage::Taken, Some(who(mara))));
        Ok(())
    }

    async fn two_who_take_it_at_once_do_not_both_have_it(clinic: TestClinic) {
        let Scene { mara, ben, id, .. } = scene(&clinic).await?;
        clinic.write(clinic.system(), async move |work| escalate::pass_on(work, id.0, 1).await).await?;
        let (one, other) = futures_util::future::join(taken(&clinic, mara, id), taken(&clinic, ben, id)).await;
        assert_eq!([&one, &other].iter().filter(|taken| taken.is_ok()).count(), 1);
        assert!([one, other].contains(&Err(Error::Conflict("safety-conflict-taken"))));
        Ok(())
    }

    async fn an_alert_goes_all_the_way_from_taken_to_closed(clinic: TestClinic) {
        let Scene { mara, id, .. } = scene(&clinic).await?;
        taken(&clinic, mara, id).await?;
        decided(&clinic, mara, id, Level::High).await?;
        all_marked(&clinic, mara, id, Level::High).await?;
        clinic.pass(Span::hours(24));
        reviewed(&clinic, mara, id).await?;
        clinic.pass(Span::hours(48));
        reviewed(&clinic, mara, id).await?;
        closed(&clinic, mara, id).await?;
        let alert = clinic.read(mara, async move |work| alert(work, id).await).await?;
        assert_eq!(alert.state.stage, Stage::Closed);
        assert_eq!(alert.state.level, Some(Level::High));
        let last = alert.entries.last().expect("it was closed");
        assert_eq!(last.author, Some(who(mara)));
        assert_eq!(last.event, Event::Closed(words("She is safe, and has a plan.")));
        let (open, done) = clinic
            .read(mara, async |work| Ok((open_alerts(work).await?, closed_alerts(work).await?)))
            .await?;
        assert_eq!((open.opened.len(), done.opened.len()), (0, 1));
        Ok(())
    }

    async fn nothing_closes_before_it_is_taken_decided_done_and_looked_at_again(clinic: TestClinic) {
        let Scene { mara, id, .. } = scene(&clinic).await?;
        assert_eq!(closed(&clinic, mara, id).await, Err(Error::Conflict("safety-conflict-not-taken")));
        taken(&clinic, mara, id).await?;
        assert_eq!(closed(&clinic, mara, id).await, Err(Error::Conflict("safety-conflict-no-level")));
        decided(&clinic, mara, id, Level::Low).await?;
        assert_eq!(closed(&clinic, mara, id).await, Err(Error::Conflict("safety-conflict-actions")));
        all_marked(&clinic, mara, id, Level::Low).await?;
        assert_eq!(closed(&clinic, mara, id).await, Err(Error::Conflict("safety-conflict-reviews")));
        reviewed(&clinic, mara, id).await?;
        closed(&clinic, mara, id).await
    }

    async fn a_closed_alert_takes_added_words_and_nothing_else(clinic: TestClinic) {
        let Scene { mara, id, .. } = scene(&clinic).await?;
        taken(&clinic, mara, id).await?;
        decided(&clinic, mara, id, Level::Noted).await?;
        all_marked(&clinic, mara, id, Level::Noted).await?;
        closed(&clinic, mara, id).await?;
        let closed_now = Err(Error::Conflict("safety-conflict-closed"));
        assert_eq!(taken(&clinic, mara, id).await, closed_now);
        assert_eq!(decided(&clinic, mara, id, Level::High).await, closed_now);
        assert_eq!(closed(&clinic, mara, id).await, closed_now);
        clinic.write(mara, async move |work| add_words(work, id, words("Her brother called.")).await).await?;
        assert_eq!(look(&clinic, id).await?.state.stage, Stage::Closed);
        Ok(())
    }

    async fn the_six_outcomes_propose_a_level_and_the_clinician_sets_another(clinic: TestClinic) {
        let Scene { mara, id, .. } = scene(&clinic).await?;
        taken(&clinic, mara, id).await?;
        let outcomes = Outcomes { first: true, second: true, sixth: Behaviour::LongerAgo, ..Outcomes::default() };
        assert_eq!(outcomes.level(), Level::Moderate);
        assert_eq!(look(&clinic, id).await?.state.level, None, "a proposal sets nothing");
        let low = async move |work: &mut Work<'_>| {
            decide(work, id, Level::Low, Some(outcomes), words("The attempt was twenty years ago.")).await
        };
        clinic.write(mara, low).await?;
        assert_eq!(look(&clinic, id).await?.state.level, Some(Level::Low));
        Ok(())
    }

    async fn what_is_handed_over_waits_again_until_the_next_one_takes_it(clinic: TestClinic) {
        let Scene { mara, ben, id, .. } = scene(&clinic).await?;
        taken(&clinic, mara, id).await?;
        decided(&clinic, mara, id, Level::Low).await?;
        let to = who(ben);
        clinic.write(mara, async move |work| hand_over(work, id, to, words("I am away from noon.")).await).await?;
        let state = look(&clinic, id).await?.state;
        assert_eq!((state.stage, state.owner, state.level), (Stage::Waiting, Some(to), Some(Level::Low)));
        assert_eq!(closed(&clinic, mara, id).await, Err(Error::Conflict("safety-conflict-not-taken")));
        taken(&clinic, ben, id).await?;
        assert_eq!(closed(&clinic, mara, id).await, Err(Error::Conflict("safety-conflict-not-yours")));
        Ok(())
    }

    async fn whoever_was_told_can_take_it_over_from_one_who_is_away(clinic: TestClinic) {
        let Scene { mara, ben, id, .. } = scene(&clinic).await?;
        clinic.write(clinic.system(), async move |work| escalate::pass_on(work, id.0, 1).await).await?;
        taken(&clinic, mara, id).await?;
        let to = who(ben);
        clinic.write(ben, async move |work| hand_over(work, id, to, words("Mara cannot be reached.")).await).await?;
        let state = look(&clinic, id).await?.state;
        assert_eq!((state.stage, state.owner), (Stage::Taken, Some(to)));
        Ok(())
    }

    async fn nobody_else_can_be_handed_an_alert(clinic: TestClinic) {
        let Scene { mara, id, .. } = scene(&clinic).await?;
        taken(&clinic, mara, id).await?;
        let stranger = PersonId::random()?;
        let refused = clinic.write(mara, async move |work| hand_over(work, id, stranger, words("Please.")).await).await;
        assert_eq!(refused, Err(Error::invalid("to", "safety-fault-to")));
        Ok(())
    }

    async fn another_clinician_does_not_learn_that_the_alert_exists(clinic: TestClinic) {
        let Scene { kim, ben, id, .. } = scene(&clinic).await?;
        let omar = clinic.clinician().await?;
        for other in [omar, ben, kim] {
            let peek = clinic.read(other, async move |work| alert(work, id).await.map(|_| ())).await;
            assert_eq!(peek, Err(Error::NotFound), "neither a colleague, nor a backup before their turn, nor the member");
            assert_eq!(taken(&clinic, other, id).await, Err(Error::NotFound));
        }
        let none = clinic.read(omar, async |work| open_alerts(work).await).await?;
        assert!(none.opened.is_empty());
        Ok(())
    }

    async fn every_clinician_sees_an_alert_that_nobody_has(clinic: TestClinic) {
        let kim = clinic.signed_in(PersonId::random()?);
        let sign = Sign::NeedHelp { call: id::random()?, words: None };
        let id = raised(&clinic, kim, Cause { person: who(kim), group: None, sign }).await?;
        let (omar, sam) = (clinic.clinician().await?, clinic.colleague("Sam", &[Role::Scheduler]).await?);
        assert_eq!(clinic.read(omar, async |work| open_alerts(work).await).await?.opened.len(), 1);
        assert!(clinic.read(sam, async |work| open_alerts(work).await).await?.opened.is_empty());
        taken(&clinic, omar, id).await
    }

    async fn a_support_group_closes_with_words_and_never_with_a_level(clinic: TestClinic) {
        let lena = clinic.clinician().await?;
        let group = group_of(&clinic, lena, Charter::support()).await?;
        let kim = clinic.signed_in(PersonId::random()?);
        let sign = Sign::NeedHelp { call: id::random()?, words: None };
        let id = raised(&clinic, kim, Cause { person: who(kim), group: Some(group), sign }).await?;
        taken(&clinic, lena, id).await?;
        assert_eq!(decided(&clinic, lena, id, Level::Low).await, Err(Error::NotFound));
        let marked = clinic.write(lena, async move |work| mark(work, id, Action::Document, Mark::Done).await).await;
        assert_eq!(marked, Err(Error::Conflict("safety-conflict-no-level")));
        closed(&clinic, lena, id).await
    }

    async fn a_leaders_observation_is_about_a_member_of_the_group(clinic: TestClinic) {
        let Scene { mara, group, .. } = scene(&clinic).await?;
        let (stranger, once) = (PersonId::random()?, id::random()?);
        let seen = words("He gave his things away.");
        let refused = clinic
            .write(mara, async move |work| crate::safety::observe(work, group, stranger, once, seen.clone()).await)
            .await;
        assert_eq!(refused, Err(Error::NotFound));
        Ok(())
    }
}
