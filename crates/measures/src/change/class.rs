//! The class of one member's change from first to latest score.

use super::{Trend, Yardstick};

/// Where a member stands, after Jacobson and Truax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Reliably better, and out of the clinical range.
    Recovered,
    /// Reliably better.
    Improved,
    /// Within measurement noise.
    NoReliableChange,
    /// Reliably worse.
    Deteriorated,
    /// Cannot be said.
    NotClassifiable(Open),
}

/// Why no class can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Fewer than two scores.
    TooFewScores,
    /// The first score was outside the clinical range already: there was little room to improve.
    BaselineBelowCutoff,
    /// Nobody has published, and the practice has not given, what counts as reliable.
    NoThreshold,
}

/// The class with the figures it rests on; whoever shows it finds the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The class.
    pub class: Class,
    /// The first and the last score; `None` with fewer than two.
    pub ends: Option<(f64, f64)>,
    /// Points gained since the first score, negative where lost; `None` with fewer than two scores.
    pub gain: Option<f64>,
    /// The reliable direction, also given where the class must stay open, so that a worsening is never hidden.
    pub reliably: Option<Trend>,
    /// Whether the last score lies in the clinical range; `None` where that range is unknown.
    pub is_clinical: Option<bool>,
}

/// Judges the change from the first of some totals to the last. They stand in order of time.
pub fn judge(yardstick: &Yardstick, totals: &[f64]) -> Outcome {
    let (Some(&first), Some(&last), true) = (totals.first(), totals.last(), totals.len() > 1) else {
        let class = Class::NotClassifiable(Open::TooFewScores);
        return Outcome { class, ends: None, gain: None, reliably: None, is_clinical: None };
    };
    let reliably = yardstick.reliably(first, last);
    Outcome {
        class: class(yardstick, first, last, reliably),
        ends: Some((first, last)),
        gain: Some(yardstick.gain(first, last)),
        reliably,
        is_clinical: yardstick.is_clinical(last),
    }
}

fn class(yardstick: &Yardstick, first: f64, last: f64, reliably: Option<Trend>) -> Class {
    let Some(trend) = reliably else { return Class::NotClassifiable(Open::NoThreshold) };
    if yardstick.is_clinical(first) == Some(false) {
        return Class::NotClassifiable(Open::BaselineBelowCutoff);
    }
    match trend {
        Trend::Better if yardstick.is_clinical(last) == Some(false) => Class::Recovered,
        Trend::Better => Class::Improved,
        Trend::Same => Class::NoReliableChange,
        Trend::Worse => Class::Deteriorated,
    }
}
