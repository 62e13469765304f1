//! Signs beside the total: answers about safety, and staying away.

use super::{Concern, Reason, Warning};
use crate::score::{Score, Signal};

/// How many of the latest sessions are looked at.
const LATEST: usize = 3;

/// How many of them must have been missed.
const MISSED: usize = 2;

/// Whether a member came to a session that was held for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Came.
    Came,
    /// Did not come, for whatever reason.
    Missed,
}

/// Every answer of the latest questionnaire that a person must look at.
pub fn risk(latest: &Score) -> Vec<Warning> {
    let warning = |Signal { item, cause, .. }: &Signal| Warning {
        concern: Concern::Red,
        reason: Reason::Risk { item: item.clone(), cause: *cause },
    };
    latest.signals.iter().map(warning).collect()
}

/// Two of the latest three sessions missed, after coming to more than half of those before.
pub fn attendance(sessions: &[Presence]) -> Option<Warning> {
    let (before, latest) = sessions.split_at(sessions.len().checked_sub(LATEST)?);
    let missed = |sessions: &[Presence]| sessions.iter().filter(|presence| **presence == Presence::Missed).count();
    let came_before = missed(before) * 2 < before.len();
    let missed = missed(latest);
    (came_before && missed >= MISSED)
        .then_some(Warning { concern: Concern::Amber, reason: Reason::AttendanceFell { missed, of: LATEST } })
}
