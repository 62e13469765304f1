//! The class of one member's change from first to latest score.

use super::{Trend, Yardstick, rounded};

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

/// The class with the figures it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The class.
    pub class: Class,
    /// Points gained since the first score, negative where lost; `None` with fewer than two scores.
    pub gain: Option<f64>,
    /// The reliable direction, also given where the class must stay open, so that a worsening is never hidden.
    pub reliably: Option<Trend>,
    /// The sentence for the clinician.
    pub explanation: String,
}

/// Judges the change from the first of some totals to the last. They stand in order of time.
pub fn judge(yardstick: &Yardstick, totals: &[f64]) -> Outcome {
    let (Some(&first), Some(&last), true) = (totals.first(), totals.last(), totals.len() > 1) else {
        let class = Class::NotClassifiable(Open::TooFewScores);
        let explanation = "There are fewer than two scores.".to_owned();
        return Outcome { class, gain: None, reliably: None, explanation };
    };
    let reliably = yardstick.reliably(first, last);
    let class = class(yardstick, first, last, reliably);
    let explanation = explain(yardstick, class, first, last);
    Outcome { class, gain: Some(yardstick.gain(first, last)), reliably, explanation }
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

fn explain(yardstick: &Yardstick, class: Class, first: f64, last: f64) -> String {
    let Some(reliable) = &yardstick.reliable else {
        return format!("From {first} to {last}. What counts as reliable change is not known for this questionnaire.");
    };
    let change = rounded((last - first).abs());
    let threshold = rounded(reliable.points());
    let noise = match yardstick.reliably(first, last) {
        Some(Trend::Same) => "less than the",
        _ => "at least the",
    };
    let base = format!(
        "From {first} to {last}: a change of {change}, {noise} {threshold} points that are reliable ({}).",
        reliable.source().trim_end_matches('.')
    );
    let Some(boundary) = &yardstick.clinical else {
        return format!("{base} No clinical range is known, so nobody is called recovered.");
    };
    let place = match class {
        Class::Recovered => "The latest score has left the clinical range",
        Class::NotClassifiable(Open::BaselineBelowCutoff) => "The first score was already outside the clinical range",
        _ if yardstick.is_clinical(last) == Some(true) => "The latest score is in the clinical range",
        _ => "The latest score is outside the clinical range",
    };
    format!("{base} {place}, which begins at {} ({}).", boundary.from, boundary.source.trim_end_matches('.'))
}
