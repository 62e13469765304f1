//! How many rooms there are, who is in them, and how many packets that makes.

use super::source::PACKETS_PER_S;
use serde::Serialize;
use std::fmt;

/// So many rooms with so many people in each; everybody gets everybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Rooms.
    pub rooms: u64,
    /// People in each.
    pub members: u64,
}

impl Size {
    /// Packets that arrive in a second when none is lost.
    pub const fn packets_per_s(self) -> u64 {
        self.rooms * self.members * (self.members - 1) * PACKETS_PER_S
    }

    /// Everybody, by room and seat, both from 1.
    pub fn places(self) -> impl Iterator<Item = (u64, u64)> {
        (1..=self.rooms).flat_map(move |room| (1..=self.members).map(move |seat| (room, seat)))
    }

    /// How many others each one gets.
    pub fn others(self) -> usize {
        usize::try_from(self.members - 1).unwrap_or_default()
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{}", self.rooms, self.members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_gets_everybody_else() {
        for (rooms, members, expected) in [(1, 8, 6_160), (4, 8, 24_640), (1, 15, 23_100)] {
            let size = Size { rooms, members };
            assert_eq!(size.packets_per_s(), expected, "{size}");
            assert_eq!(size.places().count() as u64, rooms * members);
        }
    }
}
