//! How often one seat may ask for a connection: each costs the work of a handshake, and one thread serves all rooms.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use floor::Seat;

/// Offers of one seat that are taken at once.
pub const OFFERS_AT_ONCE: u32 = 3;
/// How long it takes until one more is.
pub const OFFER_EVERY: Duration = Duration::from_secs(5);

/// Who has offered lately: for each the time at which everything that they may offer at once is free again.
#[derive(Debug, Default)]
pub(crate) struct Pace(HashMap<Seat, Instant>);

impl Pace {
    /// Whether one more offer of this seat is taken; a yes is one that counts. A seat that is left and taken again is the same.
    pub(crate) fn admit(&mut self, seat: Seat, now: Instant) -> bool {
        self.0.retain(|_, free| *free > now);
        let free = self.0.get(&seat).copied().unwrap_or(now) + OFFER_EVERY;
        let may = free.saturating_duration_since(now) <= OFFER_EVERY * OFFERS_AT_ONCE;
        if may {
            self.0.insert(seat, free);
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_at_once_and_then_one_in_five_seconds_each() {
        let (began, mut pace) = (Instant::now(), Pace::default());
        let mut admitted = |seat, ms| pace.admit(Seat(seat), began + Duration::from_millis(ms));
        assert_eq!([0, 0, 0, 0].map(|ms| admitted(1, ms)), [true, true, true, false]);
        assert!(admitted(2, 0), "another's pace is another matter");
        assert_eq!([4_999, 5_000, 5_001, 10_000].map(|ms| admitted(1, ms)), [false, true, false, true]);
        assert_eq!([60_000; 4].map(|ms| admitted(1, ms)), [true, true, true, false], "no more than three are saved up");
        admitted(3, 120_000);
        assert_eq!(pace.0.len(), 1, "whoever has not offered lately is not remembered");
    }
}
