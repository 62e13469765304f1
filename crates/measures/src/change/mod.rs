//! Whether a difference between two scores means anything: reliable change, clinical significance, and who is not on track.
//!
//! Nothing here is called recovered without a named source for the clinical range.

mod class;
mod course;
mod nhs;
mod reason;
mod reliable;
mod signs;
mod slope;
mod words;

pub use class::{Class, Open, Outcome, judge};
pub use course::{Point, Watch, watch};
pub use nhs::{Caseness, Treatment, talking_therapies};
pub use reason::{Concern, Reason, Warning};
pub use reliable::{Basis, ChangeError, Population, ReliableChange, criterion_c};
pub use signs::{Presence, attendance, risk};
pub use slope::theil_sen;
pub use words::{Trend, trend};

use crate::instrument::{Direction, Instrument};

/// What one instrument says about change, with any of it replaced by the practice's own figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Yardstick {
    /// Which way is better.
    pub direction: Direction,
    /// The smallest difference that exceeds measurement noise; `None` where nothing is known.
    pub reliable: Option<ReliableChange>,
    /// Where the clinical range begins; `None` where nothing is published.
    pub clinical: Option<Boundary>,
}

/// The mildest score that is clinical; every worse one is clinical too.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// In points of the total.
    pub from: f64,
    /// Where it is published. Without one there is no boundary.
    pub source: String,
}

impl Yardstick {
    /// What the instrument's file says; `None` for an instrument without total or direction.
    pub fn of(instrument: &Instrument) -> Option<Self> {
        instrument.total.as_ref()?;
        let rules = instrument.change.as_ref();
        let clinical = rules.and_then(|rules| rules.clinical.as_ref());
        Some(Self {
            direction: instrument.direction?,
            reliable: rules.and_then(|rules| rules.reliable.as_ref()).and_then(ReliableChange::of),
            clinical: clinical.map(|rule| Boundary { from: rule.from, source: rule.source.clone() }),
        })
    }

    /// Points by which the later score is better; negative where it is worse.
    pub fn gain(&self, earlier: f64, later: f64) -> f64 {
        match self.direction {
            Direction::HigherIsWorse => earlier - later,
            Direction::HigherIsBetter => later - earlier,
        }
    }

    /// Whether a score lies in the clinical range; `None` where that range is unknown.
    pub fn is_clinical(&self, score: f64) -> Option<bool> {
        self.clinical.as_ref().map(|boundary| self.gain(boundary.from, score) <= 0.0)
    }

    /// Whether the difference is reliable, and which way; `None` where no threshold is known.
    pub fn reliably(&self, earlier: f64, later: f64) -> Option<Trend> {
        let threshold = self.reliable.as_ref()?.points();
        let gain = self.gain(earlier, later);
        Some(match () {
            () if gain.abs() < threshold - NOISE => Trend::Same,
            () if gain > 0.0 => Trend::Better,
            () => Trend::Worse,
        })
    }
}

/// Slack for sums of binary fractions: a change of exactly the threshold counts.
const NOISE: f64 = 1e-9;
