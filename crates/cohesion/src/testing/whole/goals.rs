//! What the people of the story set out to do, and how far they are.

use jiff::civil::date;

use super::story::Story;
use super::{Name, Ring, Things};
use crate::goals::{
    AimMove, Ending, How, NewRating, Rater, Reply, Scale, StepId, Terms, aims, end, goals_of, keep_aim, own_steps,
    propose, rate, reply, revise, set_aim, write_step,
};
use crate::self_checks::{QUESTIONS, SelfCheck, SelfCheckId, keep_check, own_checks};
use crate::testing::canary::What;
use crate::{Error, Result};

impl Story {
    /// Goals of the therapy groups and of their members, and steps of those who take part in the support group.
    pub async fn set_out(&mut self) -> Result<()> {
        for ring in [Ring::Therapy, Ring::Other] {
            let (leader, group) = (ring.leader(), self.groups[&ring]);
            for is_standing in [true, false] {
                let words = self.plant(leader, What::Aim);
                self.act(leader, async move |work| {
                    let aim = set_aim(work, group, &words).await?;
                    let to = if is_standing { AimMove::Up } else { AimMove::Met };
                    keep_aim(work, group, aim, to).await
                })
                .await?;
            }
        }
        for name in [Name::Sam, Name::Jo, Name::Eli] {
            self.agree_on_goals(name).await?;
        }
        for name in [Name::Pat, Name::Quin] {
            let (words, group) = (self.plant(name, What::Step), self.groups[&Ring::Support]);
            self.act(name, async move |work| write_step(work, group, &words).await).await?;
            let check = SelfCheck { answers: [None; QUESTIONS.len()], words: self.plant(name, What::SelfCheck) };
            self.act(name, async move |work| keep_check(work, &check).await.map(drop)).await?;
        }
        Ok(())
    }

    /// A goal with levels that is changed, and one from 0 to 10 that is put away.
    async fn agree_on_goals(&mut self, name: Name) -> Result<()> {
        let ring = name.ring().ok_or(Error::NotFound)?;
        let (leader, group, person) = (ring.leader(), self.groups[&ring], self.people[&name]);
        let (first, changed) = (self.with_levels(name), self.with_levels(name));
        let short = self.with_a_number(name);
        let last = self.plant(name, What::Goal);
        let (id, other) = self
            .act(leader, async move |work| {
                Ok((propose(work, group, person, &first).await?, propose(work, group, person, &short).await?))
            })
            .await?;
        self.act(name, async move |work| {
            reply(work, id, 1, Reply::Agree).await?;
            reply(work, other, 1, Reply::Agree).await?;
            revise(work, id, 1, &changed).await.map(|_| ())
        })
        .await?;
        self.act(leader, async move |work| {
            reply(work, id, 2, Reply::Agree).await?;
            let ending = Ending { how: How::Carried, words: last.clone() };
            end(work, other, &ending).await
        })
        .await
    }

    fn with_levels(&mut self, of: Name) -> Terms {
        let mut said = || self.plant(of, What::Goal);
        Terms {
            words: said(),
            why: said(),
            scale: Scale::Attainment { levels: [said(), said(), said(), said(), said()], weight: 2, start: -2 },
            rater: Rater::Member,
            review_on: date(2026, 12, 1),
            instrument: Some("urn:cohesion:instrument:phq-9".to_owned()),
            technique: Some("thought-record".to_owned()),
        }
    }

    fn with_a_number(&mut self, of: Name) -> Terms {
        Terms {
            words: self.plant(of, What::Goal),
            why: self.plant(of, What::Goal),
            scale: Scale::Outcome { start: 2 },
            rater: Rater::Leader,
            review_on: date(2026, 12, 1),
            instrument: None,
            technique: None,
        }
    }

    /// Everybody says how far they are, after the first session.
    pub async fn rate_the_goals(&mut self) -> Result<()> {
        for name in [Name::Sam, Name::Jo, Name::Eli] {
            let ring = name.ring().ok_or(Error::NotFound)?;
            let (group, person) = (self.groups[&ring], self.people[&name]);
            let session = self.sessions[&ring][0];
            let words = self.plant(name, What::Goal);
            let has_begun = session.starts_at <= self.clinic.app.clock().now();
            self.act(name, async move |work| {
                let goals = goals_of(work, group, person).await?.readable;
                let session = has_begun.then_some(session.id);
                rate(work, goals[0].id, &NewRating { value: -1, words: words.clone(), session }).await
            })
            .await?;
        }
        Ok(())
    }

    /// What addresses can name of somebody's goals.
    pub async fn goals_of(&self, name: Name, things: Things) -> Result<Things> {
        let ring = name.ring().unwrap_or(Ring::Therapy);
        if ring == Ring::Support {
            let takes_part = matches!(name, Name::Pat | Name::Quin);
            return if takes_part { self.private_things(name, things).await } else { Ok(things) };
        }
        let (group, person) = (self.groups[&ring], self.people[&name]);
        let (aim, goal) = self
            .act(ring.leader(), async move |work| {
                let goals = goals_of(work, group, person).await?.readable;
                Ok((aims(work, group).await?.first().map(|aim| aim.id), goals.first().map(|goal| goal.id)))
            })
            .await?;
        let things = things.with("aim", aim.ok_or(Error::NotFound)?);
        Ok(if let Some(goal) = goal { things.with("goal", goal) } else { things })
    }

    /// What somebody in a support group keeps for themselves.
    async fn private_things(&self, name: Name, things: Things) -> Result<Things> {
        Ok(things.with("step", self.step_of(name).await?).with("check", self.check_of(name).await?))
    }

    pub async fn check_of(&self, name: Name) -> Result<SelfCheckId> {
        let checks = self.act(name, async |work| own_checks(work).await).await?;
        checks.first().map(|check| check.id).ok_or(Error::NotFound)
    }

    pub async fn step_of(&self, name: Name) -> Result<StepId> {
        let steps = self.act(name, async |work| own_steps(work).await).await?;
        steps.first().map(|(id, _)| *id).ok_or(Error::NotFound)
    }
}
