//! How a group's threads are arranged. Pure.

use crate::coded;
use crate::limits::SLOW_MINUTES_MAX;
use crate::{Error, Result};

coded! {
    /// When whoever moderates reads what was written.
    Reading "way of reading" {
        /// The group reads it at once.
        After = 1 "after" "sharing-reading-after";
        /// Whoever moderates reads it first.
        First = 2 "first" "sharing-reading-first";
    }
}

/// The minutes of the day during which nobody reads, on the group's clock. They may run over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// From this minute of the day.
    pub from: u16,
    /// Until this one.
    pub until: u16,
}

impl Quiet {
    /// Whether it is quiet at a minute of the day.
    pub fn has(self, minute: u16) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&minute)
        } else {
            minute >= self.from || minute < self.until
        }
    }
}

/// How a group's threads are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    /// Whether members can open threads and write.
    pub is_open: bool,
    /// When whoever moderates reads.
    pub reading: Reading,
    /// Minutes between two posts of one member; zero is no pause.
    pub slow_minutes: u32,
    /// When nobody reads.
    pub quiet: Option<Quiet>,
}

impl Space {
    /// What holds until somebody arranges it: nothing is open.
    pub const CLOSED: Self = Self { is_open: false, reading: Reading::First, slow_minutes: 0, quiet: None };

    /// Refuses what no day and no clock has.
    pub fn check(&self) -> Result<()> {
        if self.slow_minutes > SLOW_MINUTES_MAX {
            return Err(Error::invalid("slow", "fault-range"));
        }
        let fits = |quiet: Quiet| quiet.from != quiet.until && quiet.from.max(quiet.until) <= 24 * 60;
        if self.quiet.is_none_or(fits) { Ok(()) } else { Err(Error::invalid("quiet-until", "sharing-fault-quiet")) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quiet, Space};

    #[test]
    fn quiet_hours_run_over_midnight() {
        let night = Quiet { from: 22 * 60, until: 7 * 60 };
        for (minute, is_quiet) in
            [(22 * 60, true), (23 * 60, true), (0, true), (419, true), (420, false), (1_319, false)]
        {
            assert_eq!(night.has(minute), is_quiet, "{minute}");
        }
        let noon = Quiet { from: 720, until: 780 };
        assert_eq!([719, 720, 779, 780].map(|minute| noon.has(minute)), [false, true, true, false]);
    }

    #[test]
    fn a_space_has_bounds() {
        let space = |slow_minutes, quiet| Space { slow_minutes, quiet, ..Space::CLOSED }.check().is_ok();
        assert!(space(0, None) && space(1_440, Some(Quiet { from: 1_320, until: 420 })));
        assert!(!space(1_441, None), "longer than a day");
        assert!(!space(0, Some(Quiet { from: 60, until: 60 })) && !space(0, Some(Quiet { from: 0, until: 1_441 })));
    }
}
