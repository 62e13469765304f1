//! A seat at the floor, and whether whoever has it is here.

use serde::{Deserialize, Serialize};

/// One seat, by a number that the caller gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seat(pub u128);

/// Whether somebody is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// In the room.
    Here,
    /// The line broke; seat, place, hand and turn are kept.
    Lost,
    /// Needs a moment; seat and place are kept, and the turn passes on.
    Aside,
}

/// A seat that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Whose.
    pub seat: Seat,
    /// Whether they are here.
    pub presence: Presence,
    /// Since when, in milliseconds.
    pub since_ms: u64,
}
