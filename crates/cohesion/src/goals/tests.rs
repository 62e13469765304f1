//! Scenarios of goals agreed, rated, revised and put away, of a group's aims, and of private steps, on both engines.

mod aims;
mod attained;
mod pages;
mod refused;
mod steps;

use jiff::civil::date;

use super::{
    Ending, Goal, GoalId, How, NewRating, Rater, Reply, Scale, Terms, end, goal, propose, rate, reply, revise,
};
use crate::access::Actor;
use crate::clock::Span;
use crate::notices::{Kind, notices};
use crate::testing::{Circle, TestClinic, who};
use crate::{Error, Result, scenarios};

/// A goal that its member rates from 0 to 10.
fn number(words: &str) -> Terms {
    Terms {
        words: words.to_owned(),
        why: "I used to like it.".to_owned(),
        scale: Scale::Outcome { start: 2 },
        rater: Rater::Member,
        review_on: date(2026, 12, 22),
        instrument: None,
        technique: None,
    }
}

/// A goal with five levels.
fn levels(words: &str, weight: u8) -> Terms {
    let levels = ["never", "once in two weeks", "once a week", "twice a week", "most days"].map(str::to_owned);
    Terms { scale: Scale::Attainment { levels, weight, start: -1 }, ..number(words) }
}

/// What somebody has been told.
async fn told(clinic: &TestClinic, actor: Actor) -> Result<Vec<Kind>> {
    let told = clinic.read(clinic.signed_in(who(actor)), async |work| notices(work).await).await?;
    Ok(told.into_iter().map(|notice| notice.kind).collect())
}

fn value(value: i8) -> NewRating {
    NewRating { value, words: String::new(), session: None }
}

impl Circle {
    async fn propose(&self, clinic: &TestClinic, by: Actor, terms: Terms) -> Result<GoalId> {
        let (group, person) = (self.group, self.person());
        clinic.write(by, async move |work| propose(work, group, person, &terms).await).await
    }

    /// Proposed by whoever leads, and agreed by the member.
    async fn agreed(&self, clinic: &TestClinic, terms: Terms) -> Result<GoalId> {
        let id = self.propose(clinic, self.leader, terms).await?;
        clinic.write(self.member, async move |work| reply(work, id, 1, Reply::Agree).await).await?;
        Ok(id)
    }

    async fn rate(&self, clinic: &TestClinic, by: Actor, id: GoalId, rating: NewRating) -> Result<()> {
        clinic.write(by, async move |work| rate(work, id, &rating).await).await
    }

    async fn look(&self, clinic: &TestClinic, id: GoalId) -> Result<Goal> {
        clinic.read(self.leader, async move |work| goal(work, id).await).await
    }
}

scenarios! {
    async fn a_goal_is_agreed_by_two_and_rated_by_whom_it_names(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 2).await?[0];
        let id = circle.propose(&clinic, circle.member, number("Swim again")).await?;
        assert_eq!(circle.rate(&clinic, circle.member, id, value(3)).await, Err(Error::Conflict("goals-conflict-not-agreed")));
        let own = clinic.write(circle.member, async move |work| reply(work, id, 1, Reply::Agree).await).await;
        assert_eq!(own, Err(Error::Conflict("goals-conflict-own-words")));
        clinic.write(circle.leader, async move |work| reply(work, id, 1, Reply::Agree).await).await?;
        clinic.pass(Span::days(2));
        let rating = NewRating { words: " Twice in the pool ".to_owned(), session: Some(session.id), ..value(4) };
        circle.rate(&clinic, circle.member, id, rating).await?;
        assert_eq!(circle.rate(&clinic, circle.leader, id, value(9)).await, Err(Error::Conflict("goals-conflict-other-rater")));
        let goal = circle.look(&clinic, id).await?;
        let given = goal.ratings.first().expect("it was rated");
        assert_eq!((goal.ratings.len(), given.value, given.words.as_str(), given.session), (1, 4, "Twice in the pool", Some(session.id)));
        let now = clinic.app.clock().now();
        assert_eq!(goal.at(now).map(|(_, value, _)| value), Some(4));
        assert_eq!(goal.at(now - Span::days(1)).map(|(_, value, _)| value), Some(2), "its start, before it was rated");
        assert_eq!(goal.at(now - Span::days(3)).map(|(_, value, _)| value), None, "nothing before it was agreed");
        Ok(())
    }

    async fn a_revised_goal_keeps_what_it_was_and_its_ratings(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, levels("Go out", 2)).await?;
        clinic.pass(Span::days(7));
        circle.rate(&clinic, circle.member, id, value(1)).await?;
        let harder = Terms { words: "Go out, also alone".to_owned(), ..levels("", 3) };
        let changed = harder.clone();
        clinic.write(circle.member, async move |work| revise(work, id, 1, &changed).await).await?;
        let stale = clinic.write(circle.leader, async move |work| revise(work, id, 1, &harder).await).await;
        assert_eq!(stale, Err(Error::Conflict("goals-conflict-version")));
        let waiting = circle.look(&clinic, id).await?;
        assert_eq!(waiting.in_force().map(|version| version.number), Some(1), "until the other side has said yes");
        clinic.pass(Span::days(1));
        clinic.write(circle.leader, async move |work| reply(work, id, 2, Reply::Agree).await).await?;
        let twice = clinic.write(circle.leader, async move |work| reply(work, id, 2, Reply::Agree).await).await;
        assert_eq!(twice, Err(Error::Conflict("goals-conflict-version")));
        let goal = circle.look(&clinic, id).await?;
        let words: Vec<&str> = goal.versions.iter().map(|version| version.terms.words.as_str()).collect();
        assert_eq!(words, ["Go out", "Go out, also alone"]);
        assert_eq!((goal.ratings.len(), goal.ratings[0].version), (1, 1));
        let now = clinic.app.clock().now();
        assert_eq!(goal.at(now).map(|(_, value, _)| value), Some(-1), "new levels begin at their own start");
        Ok(())
    }

    async fn both_sides_are_told_on_the_day_on_which_a_goal_is_to_be_looked_at_again(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, number("Swim again")).await?;
        let later = Terms { review_on: date(2027, 1, 5), ..number("Swim in the sea") };
        clinic.write(circle.member, async move |work| revise(work, id, 1, &later).await).await?;
        clinic.run_jobs().await?;
        assert_eq!(told(&clinic, circle.member).await?, []);
        clinic.pass(Span::days(29));
        clinic.run_jobs().await?;
        // The change waits for the other side, so what was agreed is what is looked at.
        assert_eq!(told(&clinic, circle.member).await?, [Kind::OwnGoalReview]);
        assert_eq!(told(&clinic, circle.leader).await?, [Kind::GoalReview]);
        clinic.pass(Span::days(14));
        clinic.run_jobs().await?;
        assert_eq!(told(&clinic, circle.leader).await?, [Kind::GoalReview], "nobody has said yes to the later day");
        Ok(())
    }

    async fn a_goal_that_has_ended_is_not_asked_after(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, number("Swim again")).await?;
        let ending = Ending { how: How::Dropped, words: String::new() };
        let leader = clinic.signed_in(who(circle.leader));
        clinic.write(leader, async move |work| end(work, id, &ending).await).await?;
        clinic.pass(Span::days(29));
        clinic.run_jobs().await?;
        assert_eq!(told(&clinic, circle.leader).await?, []);
        Ok(())
    }

    async fn a_change_can_be_left_as_it_was_and_a_new_goal_cannot(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.propose(&clinic, circle.leader, number("Sleep")).await?;
        let keep = async move |work: &mut crate::work::Work<'_>| reply(work, id, 1, Reply::Keep).await;
        assert_eq!(clinic.write(circle.member, keep).await, Err(Error::Conflict("goals-conflict-nothing-before")));
        clinic.write(circle.member, async move |work| reply(work, id, 1, Reply::Agree).await).await?;
        clinic.write(circle.leader, async move |work| revise(work, id, 1, &number("Sleep less")).await.map(|_| ())).await?;
        clinic.write(circle.member, async move |work| reply(work, id, 2, Reply::Keep).await).await?;
        let goal = circle.look(&clinic, id).await?;
        assert_eq!((goal.in_force().map(|version| version.number), goal.proposed().is_none()), (Some(1), true));
        Ok(())
    }

    async fn a_goal_that_was_put_away_is_read_and_nothing_is_added(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.agreed(&clinic, number("Cook for two")).await?;
        let ending = Ending { how: How::Met, words: "It has become ordinary.".to_owned() };
        let again = ending.clone();
        clinic.write(circle.member, async move |work| end(work, id, &ending).await).await?;
        let ended = Err(Error::Conflict("goals-conflict-ended"));
        assert_eq!(clinic.write(circle.leader, async move |work| end(work, id, &again).await).await, ended);
        assert_eq!(circle.rate(&clinic, circle.member, id, value(3)).await, ended);
        let revised = clinic.write(circle.member, async move |work| revise(work, id, 1, &number("More")).await.map(|_| ()));
        assert_eq!(revised.await, ended);
        let goal = circle.look(&clinic, id).await?;
        assert_eq!(goal.ended.map(|ended| (ended.ending.how, ended.ending.words)), Some((How::Met, "It has become ordinary.".to_owned())));
        Ok(())
    }
}
