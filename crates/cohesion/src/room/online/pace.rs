//! How fast a browser may send: a burst is taken, more comes to nothing, a flood ends the line.

use std::time::{Duration, Instant};

/// Frames that may come at once, and how long one of them counts: two a second in the long run (security.md 3.6).
const BURST: u32 = 40;
const ONE_FRAME: Duration = Duration::from_millis(500);
/// Frames too many after which a line is closed.
const EXCESS_MAX: u32 = 400;

/// How fast a browser sends.
pub(super) struct Pace {
    /// When the last frame that counted will have been paid for.
    paid_until: Instant,
    excess: u32,
    was_too_fast: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It is taken.
    Taken,
    /// It is the first that comes to nothing after some that were taken.
    FirstTooFast,
    /// It comes to nothing.
    TooFast,
    /// The line ends.
    Flood,
}

impl Pace {
    pub const fn new(now: Instant) -> Self {
        Self { paid_until: now, excess: 0, was_too_fast: false }
    }

    /// Counts a frame at this time.
    pub fn step(&mut self, now: Instant) -> Step {
        let from = self.paid_until.max(now);
        if from - now >= ONE_FRAME * BURST {
            self.excess += 1;
            let is_first = !std::mem::replace(&mut self.was_too_fast, true);
            return match self.excess {
                EXCESS_MAX.. => Step::Flood,
                _ if is_first => Step::FirstTooFast,
                _ => Step::TooFast,
            };
        }
        self.was_too_fast = false;
        self.paid_until = from + ONE_FRAME;
        Step::Taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_taken_a_stream_of_frames_is_not_and_a_flood_ends_the_line() {
        let start = Instant::now();
        let mut pace = Pace::new(start);
        let taken = (0..BURST).all(|_| pace.step(start) == Step::Taken);
        assert!(taken);
        assert_eq!([pace.step(start), pace.step(start)], [Step::FirstTooFast, Step::TooFast]);
        assert_eq!(pace.step(start + ONE_FRAME), Step::Taken);
        let steps: Vec<Step> = (0..=EXCESS_MAX).map(|_| pace.step(start + ONE_FRAME)).collect();
        assert_eq!((steps[0], steps.last()), (Step::FirstTooFast, Some(&Step::Flood)));
    }
}
