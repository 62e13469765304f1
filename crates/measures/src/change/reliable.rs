//! Reliable change after Jacobson and Truax 1991, and their criterion c.

use crate::rules::Reliable;

/// A difference that exceeds measurement noise, in points of the total.
#[derive(Debug, Clone, PartialEq)]
pub struct ReliableChange {
    points: f64,
    basis: Basis,
    source: String,
}

/// How the threshold was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis {
    /// Published as a number of points.
    Published,
    /// Worked out from a standard deviation and a reliability.
    Derived {
        /// Standard deviation at baseline, in points.
        sd: f64,
        /// Reliability, from 0 to below 1.
        r: f64,
    },
}

/// Figures that no threshold can be made from.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum ChangeError {
    /// Zero, negative or not a number.
    #[error("A threshold of change must be a positive number of points, but {0} was given.")]
    Points(f64),
    /// Zero, negative or not a number.
    #[error("A standard deviation must be positive, but {0} was given.")]
    Deviation(f64),
    /// Outside 0 to below 1.
    #[error("A reliability lies between 0 and 1, but {0} was given.")]
    Reliability(f64),
}

impl ReliableChange {
    /// A published threshold.
    pub fn published(points: f64, source: &str) -> Result<Self, ChangeError> {
        if !(points > 0.0 && points.is_finite()) {
            return Err(ChangeError::Points(points));
        }
        Ok(Self { points, basis: Basis::Published, source: source.to_owned() })
    }

    /// The threshold `1.96 · √2 · SD · √(1 − r)`.
    pub fn derived(sd: f64, r: f64, source: &str) -> Result<Self, ChangeError> {
        if !(sd > 0.0 && sd.is_finite()) {
            return Err(ChangeError::Deviation(sd));
        }
        // With r = 1 every difference would be reliable, also none.
        if !(0.0..1.0).contains(&r) {
            return Err(ChangeError::Reliability(r));
        }
        let points = 1.96 * standard_error_of_difference(sd, r);
        Ok(Self { points, basis: Basis::Derived { sd, r }, source: source.to_owned() })
    }

    pub(super) fn of(rule: &Reliable) -> Option<Self> {
        match (rule.points, rule.sd, rule.r) {
            (Some(points), ..) => Self::published(points, &rule.source).ok(),
            (None, Some(sd), Some(r)) => Self::derived(sd, r, &rule.source).ok(),
            _ => None,
        }
    }

    /// The smallest reliable difference, in points.
    pub fn points(&self) -> f64 {
        self.points
    }

    /// How the threshold was found.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Where it is published.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The reliable change index `(later − earlier) / S_diff`; reliable at 1.96 and more, either way.
    /// `None` for a published threshold, which has no standard error.
    pub fn index(&self, earlier: f64, later: f64) -> Option<f64> {
        match self.basis {
            Basis::Published => None,
            Basis::Derived { sd, r } => Some((later - earlier) / standard_error_of_difference(sd, r)),
        }
    }
}

/// Mean and standard deviation of a population, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Population {
    /// Mean.
    pub mean: f64,
    /// Standard deviation, above 0.
    pub sd: f64,
}

/// Criterion c, the score at which membership of either population is equally likely:
/// `(SD₀ · M₁ + SD₁ · M₀) / (SD₀ + SD₁)`, 0 non-clinical and 1 clinical.
pub fn criterion_c(clinical: Population, non_clinical: Population) -> f64 {
    (non_clinical.sd * clinical.mean + clinical.sd * non_clinical.mean) / (non_clinical.sd + clinical.sd)
}

/// `S_diff = √2 · SE`, with `SE = SD · √(1 − r)`.
fn standard_error_of_difference(sd: f64, r: f64) -> f64 {
    std::f64::consts::SQRT_2 * sd * (1.0 - r).sqrt()
}
