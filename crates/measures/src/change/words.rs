//! What a member is told about change: better, about the same or worse, and whether that is more than usual ups and downs.

use super::Yardstick;

/// A direction seen from the person: never up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trend {
    /// A gain larger than usual ups and downs.
    Better,
    /// Within usual ups and downs.
    Same,
    /// A loss larger than usual ups and downs.
    Worse,
}

impl Trend {
    /// Name for translation files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
        }
    }

    /// The English words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "about the same",
            Self::Worse => "worse",
        }
    }

    /// The English sentence for a member, without a number.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Better => "Better than at the start. The change is larger than the usual ups and downs.",
            Self::Same => "About the same as at the start. The change is within the usual ups and downs.",
            Self::Worse => "Worse than at the start. The change is larger than the usual ups and downs.",
        }
    }
}

/// The trend from the first of some totals to the last; `None` with fewer than two or without a threshold.
pub fn trend(yardstick: &Yardstick, totals: &[f64]) -> Option<Trend> {
    match totals {
        [first, .., last] => yardstick.reliably(*first, *last),
        _ => None,
    }
}
