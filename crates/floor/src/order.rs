//! The order of a round: as people came in, or drawn from a seed that the caller gives.

use serde::{Deserialize, Serialize};

use crate::Seat;

/// In which order a round goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// As they came in.
    Seats,
    /// Drawn by lot; the same seed draws the same.
    Drawn(u64),
}

impl Order {
    pub(crate) fn of(self, mut seats: Vec<Seat>) -> Vec<Seat> {
        if let Self::Drawn(seed) = self {
            let mut lot = Lot(seed);
            for last in (1..seats.len()).rev() {
                seats.swap(last, lot.below(last + 1));
            }
        }
        seats
    }
}

/// `SplitMix64` (Steele, Lea and Flood 2014): enough for the order of a dozen chairs, and not for a secret.
struct Lot(u64);

impl Lot {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The high half of a product, so that no remainder is nearer than another.
    fn below(&mut self, bound: usize) -> usize {
        let product = u128::from(self.draw()) * bound as u128;
        usize::try_from(product >> 64).unwrap_or_default()
    }
}
