//! One score over a member's own goals, with everything that it was worked out from. Pure.

use measures::goals::{Rated, attainment};

use super::{Goal, GoalId};
use crate::clock::Timestamp;

/// The attainment score of one member's goals at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Attained {
    /// The goals that count, in their order.
    pub parts: Vec<Part>,
    /// The score: 50 is as hoped on the whole, 10 a standard deviation.
    pub score: f64,
}

/// One goal in the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which goal.
    pub goal: GoalId,
    /// Its level and weight.
    pub rated: Rated,
    /// Whether the level is the one at the start, since nobody has rated it yet.
    pub is_start: bool,
}

impl Attained {
    /// The score at a moment over every goal with levels that was agreed by then and not let go of. `None` without any.
    pub fn at(goals: &[Goal], moment: Timestamp) -> Option<Self> {
        let part = |goal: &Goal| {
            let (scale, value, rating) = goal.at(moment)?;
            Some(Part { goal: goal.id, rated: scale.rated(value)?, is_start: rating.is_none() })
        };
        Self::of(goals.iter().filter(|goal| !goal.is_dropped()).filter_map(part).collect())
    }

    /// The score over these parts. `None` without any.
    pub fn of(parts: Vec<Part>) -> Option<Self> {
        let rated: Vec<Rated> = parts.iter().map(|part| part.rated).collect();
        attainment(&rated).map(|score| Self { parts, score })
    }

    /// Σwx: each level times its weight, added up.
    pub fn weighted(&self) -> i32 {
        self.sum(|rated| i32::from(rated.weight.get()) * i32::from(rated.level.get()))
    }

    /// Σw: the weights, added up.
    pub fn weights(&self) -> i32 {
        self.sum(|rated| i32::from(rated.weight.get()))
    }

    /// Σw²: the squares of the weights, added up.
    pub fn squares(&self) -> i32 {
        self.sum(|rated| i32::from(rated.weight.get()).pow(2))
    }

    fn sum(&self, of: fn(&Rated) -> i32) -> i32 {
        self.parts.iter().map(|part| of(&part.rated)).sum()
    }
}

/// The score at every moment at which it may have changed, the oldest first.
pub fn course_of_attainment(goals: &[Goal]) -> Vec<(Timestamp, f64)> {
    let agreed = |goal: &Goal| {
        let answered = goal.versions.iter().filter(|version| version.is_agreed());
        answered.filter_map(|version| version.answered.map(|answered| answered.at)).collect::<Vec<_>>()
    };
    let counted = goals.iter().filter(|goal| !goal.is_dropped());
    let mut moments: Vec<Timestamp> =
        counted.flat_map(|goal| agreed(goal).into_iter().chain(goal.ratings.iter().map(|rating| rating.at))).collect();
    moments.sort();
    moments.dedup();
    moments.into_iter().filter_map(|at| Some((at, Attained::at(goals, at)?.score))).collect()
}
