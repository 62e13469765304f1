//! Why someone may not be on track: the rule that was met, with its figures. Whoever shows it finds the words.

use crate::score::Cause;

/// How much a warning asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// Talk about it in the next session.
    Amber,
    /// Look at it now.
    Red,
}

/// One rule that was met.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// How much it asks for.
    pub concern: Concern,
    /// The rule, with its figures.
    pub reason: Reason,
}

/// The rules, each with the figures that met it.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Worse than at the start by a reliable change, at some time.
    Deteriorated {
        /// Total at the start.
        first: f64,
        /// The worst total since.
        worst: f64,
        /// Session of the worst total.
        session: u32,
        /// Reliable change, in points.
        threshold: f64,
        /// Whether the latest total is that bad still.
        still: bool,
    },
    /// Less than half a reliable change gained when an early response was due.
    NoEarlyResponse {
        /// Session of the total looked at.
        session: u32,
        /// Points gained by then, negative where lost.
        gain: f64,
        /// Half a reliable change, in points.
        expected: f64,
    },
    /// At or beyond a published total for the week.
    Checkpoint {
        /// Week of treatment.
        week: u32,
        /// The total then.
        total: f64,
        /// The published total.
        from: i32,
        /// Where it is published.
        source: String,
    },
    /// Coming less often than before.
    AttendanceFell {
        /// Sessions missed of the latest.
        missed: usize,
        /// How many of the latest were looked at.
        of: usize,
    },
    /// An answer in the latest questionnaire that a person must look at.
    Risk {
        /// The item.
        item: String,
        /// The answer, or that there was none.
        cause: Cause,
    },
}
