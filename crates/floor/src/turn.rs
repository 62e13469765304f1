//! A turn and its time. The time tells, it never cuts off.

use serde::{Deserialize, Serialize};

use crate::Seat;

/// The shortest turn, in milliseconds.
pub const TURN_MS_MIN: u64 = 10_000;
/// The longest turn, in milliseconds: a whole meeting of an hour.
pub const TURN_MS_MAX: u64 = 3_600_000;
/// The most that is added at once, in milliseconds.
pub const ADDED_MS_MAX: u64 = 600_000;

/// Who sees the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timer {
    /// Everybody in the room.
    Everybody,
    /// Whoever leads.
    Leaders,
}

/// A turn that is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Whose.
    pub seat: Seat,
    /// How long it may be, in milliseconds; none has no end.
    pub length_ms: Option<u64>,
    /// What was used before the clock last began to run.
    pub(crate) used_ms: u64,
    /// When it last began to run; none while the time stands still.
    pub(crate) running_since_ms: Option<u64>,
    /// Whether it was told that the time is up.
    pub(crate) told: bool,
}

impl Turn {
    /// How long it has been, in milliseconds, without pauses.
    pub const fn used_ms(&self, now: u64) -> u64 {
        match self.running_since_ms {
            Some(since) => self.used_ms.saturating_add(now.saturating_sub(since)),
            None => self.used_ms,
        }
    }

    /// How much is left, in milliseconds; none where there is no end.
    pub fn left_ms(&self, now: u64) -> Option<u64> {
        self.length_ms.map(|length| length.saturating_sub(self.used_ms(now)))
    }

    /// When it will be up; none where there is no end, or while the time stands still.
    pub fn ends_at_ms(&self) -> Option<u64> {
        let left = self.length_ms?.saturating_sub(self.used_ms);
        self.running_since_ms.map(|since| since.saturating_add(left))
    }

    pub(crate) fn stop(&mut self, now: u64) {
        self.used_ms = self.used_ms(now);
        self.running_since_ms = None;
    }
}

/// The talking stick: with nobody, with whoever leads, or with one holder. There is no fourth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stick {
    /// Whoever comes next takes it.
    Free,
    /// It waits with whoever leads.
    WithLeader,
    /// Somebody has the turn.
    Held(Turn),
}
