//! Raised hands, in the order in which they went up.

use serde::{Deserialize, Serialize};

use crate::floor::{Floor, Phase};
use crate::turn::Stick;
use crate::{Output, Refusal, Seat};

/// A raised hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// Whose.
    pub seat: Seat,
    /// Since when, in milliseconds.
    pub since_ms: u64,
}

impl Hand {
    /// How long it has been up, in milliseconds.
    pub const fn waited_ms(&self, now: u64) -> u64 {
        now.saturating_sub(self.since_ms)
    }
}

impl Floor {
    /// In an open discussion with nobody speaking, the first hand is the turn.
    pub(crate) fn raise(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        self.present(seat)?;
        if self.holder() == Some(seat) {
            return Err(Refusal::HasTurn);
        }
        if self.hands.iter().any(|hand| hand.seat == seat) {
            return Err(Refusal::HandUp);
        }
        self.hands.push(Hand { seat, since_ms: now });
        let mut outputs = vec![Output::HandUp(seat)];
        if matches!((&self.phase, self.stick), (Phase::Open, Stick::Free)) {
            outputs.extend(self.go_on(now));
        }
        Ok(outputs)
    }

    pub(crate) fn lower(&mut self, seat: Seat) -> Result<Vec<Output>, Refusal> {
        if self.drop_hand(seat) { Ok(vec![Output::HandDown(seat)]) } else { Err(Refusal::NoHand) }
    }

    /// Whether there was one.
    pub(crate) fn drop_hand(&mut self, seat: Seat) -> bool {
        let before = self.hands.len();
        self.hands.retain(|hand| hand.seat != seat);
        self.hands.len() < before
    }

    /// The first hand of somebody who is here.
    pub(crate) fn first_hand(&self) -> Option<Seat> {
        self.hands.iter().map(|hand| hand.seat).find(|&seat| self.is_here(seat))
    }
}
