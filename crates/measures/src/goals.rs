//! Goal attainment scaling after Kiresuk and Sherman 1968: one score over a member's own goals.

/// How far a goal was reached, from −2 (much less than expected) over 0 (as expected) to +2 (much more).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(i8);

/// How much a goal counts, from 1 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

/// A number that goal attainment scaling does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GoalError {
    /// Outside −2 to +2.
    #[error("A goal's level lies between -2 and +2, but {0} was given.")]
    Level(i8),
    /// Outside 1 to 3.
    #[error("A goal's weight lies between 1 and 3, but {0} was given.")]
    Weight(u8),
}

/// One goal as it was rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    /// How far it was reached.
    pub level: Level,
    /// How much it counts.
    pub weight: Weight,
}

impl Level {
    /// Takes −2 to +2.
    pub fn new(level: i8) -> Result<Self, GoalError> {
        if (-2..=2).contains(&level) { Ok(Self(level)) } else { Err(GoalError::Level(level)) }
    }

    /// The number.
    pub fn get(self) -> i8 {
        self.0
    }
}

impl Weight {
    /// Takes 1 to 3.
    pub fn new(weight: u8) -> Result<Self, GoalError> {
        if (1..=3).contains(&weight) { Ok(Self(weight)) } else { Err(GoalError::Weight(weight)) }
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// The score `T = 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²)` with ρ = 0.3: 50 is as expected, 10 a standard deviation.
/// `None` without goals.
///
/// Turner-Stokes 2009 prints this formula wrongly, with an erratum; check other programs' figures against the sources.
pub fn attainment(goals: &[Rated]) -> Option<f64> {
    const RHO: f64 = 0.3;
    if goals.is_empty() {
        return None;
    }
    let sum = |term: fn(f64, f64) -> f64| -> f64 {
        goals.iter().map(|goal| term(f64::from(goal.weight.0), f64::from(goal.level.0))).sum()
    };
    let weights = sum(|weight, _| weight);
    let spread = (1.0 - RHO) * sum(|weight, _| weight * weight) + RHO * weights * weights;
    Some(50.0 + 10.0 * sum(|weight, level| weight * level) / spread.sqrt())
}
