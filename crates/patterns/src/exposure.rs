//! Exposure: whether what was feared happened, how distress went within an exposure, and from one to the next.

use std::collections::BTreeMap;

use crate::day::{Day, Period};
use crate::numbers::mean;
use crate::scale::Scale;
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One exposure. Distress is rated from 0 to 100 (SUDS).
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// The day.
    pub day: Day,
    /// The step of the hierarchy.
    pub step: String,
    /// How likely the feared outcome seemed beforehand, in percent.
    pub expected: Option<Scale<100>>,
    /// What came of it, where the member said so.
    pub outcome: Option<Outcome>,
    /// Distress at the start, at its height and at the end.
    pub distress: Option<[Scale<100>; 3]>,
}

/// Whether what was feared happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did.
    Happened,
    /// It did not.
    DidNotHappen,
}

/// How often the feared outcome happened. Needs three exposures that say so.
///
/// Figures: `happened` of `exposures`; and `expected`, the mean likelihood beforehand in percent, when all tell it.
pub fn outcome(exposures: &[Exposure]) -> Option<Statement> {
    let told = exposures.iter().filter(|exposure| exposure.outcome.is_some());
    let n = told.clone().count();
    let happened = told.clone().filter(|exposure| exposure.outcome == Some(Outcome::Happened)).count();
    let expected: Vec<f64> = told.clone().filter_map(|exposure| exposure.expected).map(Scale::number).collect();
    let mut figures = figures![happened, exposures = n];
    let say = match mean(&expected).filter(|_| expected.len() == n) {
        Some(expected) => {
            figures.extend(figures![expected]);
            Say::ExposureExpected
        }
        None => Say::ExposureOutcome,
    };
    Pattern::Exposure.state(n, period(told), say, figures)
}

/// How distress went within the exposures. Needs three that rated it. Figures: `start`, `peak` and `end`, means.
pub fn within(exposures: &[Exposure]) -> Option<Statement> {
    let rated = exposures.iter().filter(|exposure| exposure.distress.is_some());
    let at = |place: usize| {
        let values = rated.clone().filter_map(|exposure| exposure.distress?.get(place).copied());
        mean(&values.map(Scale::number).collect::<Vec<_>>())
    };
    let (start, peak, end) = (at(0)?, at(1)?, at(2)?);
    Pattern::Exposure.state(rated.clone().count(), period(rated), Say::ExposureWithin, figures![start, peak, end])
}

/// How the height of distress changed from the first to the latest exposure of one step: the step with most exposures,
/// of equals the one done latest. Needs three of that step.
///
/// Figures: `step`; `first` and `last` peak; `points` between them, without sign; `exposures`.
pub fn between(exposures: &[Exposure]) -> Option<Statement> {
    let mut steps: BTreeMap<&str, Vec<(Day, f64)>> = BTreeMap::new();
    for exposure in exposures {
        let Some([_, peak, _]) = exposure.distress else { continue };
        steps.entry(&exposure.step).or_default().push((exposure.day, peak.number()));
    }
    for peaks in steps.values_mut() {
        peaks.sort_by_key(|(day, _)| *day);
    }
    let (step, peaks) = steps.iter().max_by_key(|(_, peaks)| (peaks.len(), peaks.last().map(|(day, _)| *day)))?;
    let (first, last) = (peaks.first()?.1, peaks.last()?.1);
    let say = match last - first {
        change if change < 0.0 => Say::ExposurePeakLower,
        change if change > 0.0 => Say::ExposurePeakHigher,
        _ => Say::ExposurePeakLevel,
    };
    let figures = figures![step = *step, first, last, points = (last - first).abs(), exposures = peaks.len()];
    Pattern::Exposure.state(peaks.len(), Period::of(peaks.iter().map(|(day, _)| *day)), say, figures)
}

fn period<'e>(exposures: impl Iterator<Item = &'e Exposure> + Clone) -> Option<Period> {
    Period::of(exposures.map(|exposure| exposure.day))
}
