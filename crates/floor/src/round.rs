//! A round: everybody has the turn once, in an order.

use serde::{Deserialize, Serialize};

use crate::Seat;

/// What a round is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// How everybody comes in.
    CheckIn,
    /// What everybody would like to say.
    Sharing,
    /// What everybody takes with them.
    Closing,
}

/// How a seat's part in a round ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// They spoke.
    Spoke,
    /// They passed.
    Passed,
    /// Whoever leads went on.
    Skipped,
    /// They went.
    Left,
}

/// A seat whose part in a round is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// Whose.
    pub seat: Seat,
    /// How it ended.
    pub how: How,
}

/// A round under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub(crate) purpose: Purpose,
    /// Those to come, in their order; whoever has the turn is not among them.
    pub(crate) ahead: Vec<Seat>,
    pub(crate) over: Vec<Spoken>,
    /// Those who have put their turn off.
    pub(crate) put_off: Vec<Seat>,
    /// Turns that were broken off, with the milliseconds used.
    pub(crate) broken_off: Vec<(Seat, u64)>,
}

impl Round {
    pub(crate) const fn new(purpose: Purpose, ahead: Vec<Seat>) -> Self {
        Self { purpose, ahead, over: Vec::new(), put_off: Vec::new(), broken_off: Vec::new() }
    }

    /// What it is for.
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Those to come, in their order, whether they are here or not.
    pub fn ahead(&self) -> &[Seat] {
        &self.ahead
    }

    /// Those whose part is over, in the order in which it ended.
    pub fn over(&self) -> &[Spoken] {
        &self.over
    }

    /// Whether this seat could put its turn off.
    pub fn may_put_off(&self, seat: Seat) -> bool {
        !self.put_off.contains(&seat)
    }

    pub(crate) fn has_spoken(&self, seat: Seat) -> bool {
        self.over.iter().any(|spoken| spoken.seat == seat && spoken.how == How::Spoke)
    }

    pub(crate) fn is_over_for(&self, seat: Seat) -> bool {
        self.over.iter().any(|spoken| spoken.seat == seat)
    }

    pub(crate) fn end(&mut self, seat: Seat, how: How) {
        self.withdraw(seat);
        self.take_up(seat);
        self.over.retain(|spoken| spoken.seat != seat);
        self.over.push(Spoken { seat, how });
    }

    /// Takes the seat out of those to come; whether it was there.
    pub(crate) fn withdraw(&mut self, seat: Seat) -> bool {
        let before = self.ahead.len();
        self.ahead.retain(|&other| other != seat);
        self.ahead.len() < before
    }

    pub(crate) fn break_off(&mut self, seat: Seat, used_ms: u64) {
        self.ahead.insert(0, seat);
        self.broken_off.push((seat, used_ms));
    }

    /// What was used of a turn that was broken off.
    pub(crate) fn take_up(&mut self, seat: Seat) -> u64 {
        let used = self.broken_off.iter().find(|(other, _)| *other == seat).map_or(0, |(_, used)| *used);
        self.broken_off.retain(|(other, _)| *other != seat);
        used
    }
}
