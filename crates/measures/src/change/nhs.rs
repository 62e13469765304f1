//! Recovery as NHS Talking Therapies counts it, over all measures of one treatment together.

use super::{Trend, Yardstick};

/// First and latest total on one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Treatment {
    /// The measure's yardstick; its clinical boundary is the caseness threshold.
    pub yardstick: Yardstick,
    /// Total at the start, in points.
    pub first: f64,
    /// Latest total, in points.
    pub last: f64,
}

/// What NHS Talking Therapies reports for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caseness {
    /// A case on at least one measure at the start; only these are counted for recovery.
    pub case_at_start: bool,
    /// A case at the start, and on no measure now.
    pub recovery: bool,
    /// Reliably better on one measure and worse on none, or the reverse; the same where measures disagree.
    pub reliably: Trend,
}

impl Caseness {
    /// Recovery and reliable improvement together.
    pub fn reliable_recovery(self) -> bool {
        self.recovery && self.reliably == Trend::Better
    }
}

/// Counts one person. A measure without threshold or clinical range does not take part in what it cannot decide.
pub fn talking_therapies(measures: &[Treatment]) -> Caseness {
    let is_case = |score: fn(&Treatment) -> f64| {
        measures.iter().any(|measure| measure.yardstick.is_clinical(score(measure)) == Some(true))
    };
    let any =
        |trend| measures.iter().any(|measure| measure.yardstick.reliably(measure.first, measure.last) == Some(trend));
    let case_at_start = is_case(|measure| measure.first);
    Caseness {
        case_at_start,
        recovery: case_at_start && !is_case(|measure| measure.last),
        reliably: match (any(Trend::Better), any(Trend::Worse)) {
            (true, false) => Trend::Better,
            (false, true) => Trend::Worse,
            _ => Trend::Same,
        },
    }
}
