//! What only those who lead know: who waits, where everybody is and why, signals, ratings by seat, and the plan of breakouts.

use serde::Serialize;

use crate::Seat;
use crate::hall::chair::{Entry, Home};
use crate::hall::{Apart, Expected, Hall, Muted, Policy, Raised, Role, SeatKind};

/// What only those who lead know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeadView {
    /// Who waits, the longest first.
    pub waiting: Vec<WaitingLead>,
    /// Who is let in.
    pub policy: Policy,
    /// How long after the beginning somebody new can come, in milliseconds.
    pub late_ms: Option<u64>,
    /// More about everybody with a seat, in the order in which they came.
    pub seats: Vec<SeatLead>,
    /// Who is out for today.
    pub barred: Vec<Seat>,
    /// Signals, the oldest first; also of those who are gone.
    pub raised: Vec<Raised>,
    /// Ratings of a check-in.
    pub ratings: Vec<(Seat, u8)>,
    /// The plan of breakouts.
    pub plan: Vec<Vec<Seat>>,
    /// Since when nobody who leads has been with the group, in milliseconds.
    pub unheld_since_ms: Option<u64>,
}

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WaitingLead {
    /// Whose seat it would be.
    pub seat: Seat,
    /// Their part.
    pub role: Role,
    /// How they would take part.
    pub kind: SeatKind,
    /// Whether they are expected.
    pub expected: Expected,
    /// Whether they have been in today.
    pub was_in: bool,
    /// What they have answered: that they did.
    pub entry: Entry,
    /// Since when, in milliseconds.
    pub since_ms: u64,
}

/// More about somebody with a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatLead {
    /// Whose.
    pub seat: Seat,
    /// Since when, in milliseconds.
    pub since_ms: u64,
    /// What they have answered: that they did.
    pub entry: Entry,
    /// Since when the line is broken, in milliseconds.
    pub lost_since_ms: Option<u64>,
    /// Since when sound and pictures are gone, in milliseconds.
    pub silent_since_ms: Option<u64>,
    /// Where they belong for now.
    pub home: Home,
    /// Whether they are out of there, and where.
    pub apart: Option<Apart>,
    /// Who has muted what.
    pub muted: [Muted; 2],
}

impl Hall {
    pub(super) fn lead_view(&self) -> LeadView {
        LeadView {
            waiting: self.waiting.iter().map(|waiting| self.waiting_lead(waiting)).collect(),
            policy: self.setup.policy,
            late_ms: self.setup.late_ms,
            seats: self.chairs.iter().map(seat_lead).collect(),
            barred: self.barred.clone(),
            raised: self.raised.clone(),
            ratings: self.gathering.as_ref().map(|gathering| gathering.ratings().to_vec()).unwrap_or_default(),
            plan: self.plan.clone(),
            unheld_since_ms: self.unheld_since_ms,
        }
    }

    fn waiting_lead(&self, waiting: &crate::hall::door::Waiting) -> WaitingLead {
        let guest = &waiting.guest;
        WaitingLead {
            seat: guest.seat,
            role: guest.role,
            kind: guest.kind,
            expected: guest.expected,
            was_in: self.known.contains(&guest.seat),
            entry: guest.entry.clone(),
            since_ms: waiting.since_ms,
        }
    }
}

fn seat_lead(chair: &crate::hall::chair::Chair) -> SeatLead {
    SeatLead {
        seat: chair.seat,
        since_ms: chair.since_ms,
        entry: chair.entry.clone(),
        lost_since_ms: chair.lost_since_ms,
        silent_since_ms: chair.silent_since_ms,
        home: chair.home,
        apart: chair.apart,
        muted: chair.muted,
    }
}
