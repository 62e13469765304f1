//! What each may know: whoever is outside, whoever waits, members and those who lead. Nothing else leaves the hall.

mod gathered;
mod inside;
mod lead;

use serde::Serialize;

use super::{Ending, Hall, Stage};
use crate::Seat;

pub use gathered::{Gathered, Shown};
pub use inside::{BreakoutsView, Doing, FloorView, InsideView, LineView, OwnSignal, PersonView, TurnTime, Where};
pub use lead::{LeadView, SeatLead, WaitingLead};

/// What one seat may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum View {
    /// No seat: nothing, whether barred, gone or never there.
    Outside,
    /// Waits to be let in.
    Waiting {
        /// How many wait, with the viewer.
        heads: usize,
        /// Whether somebody leads.
        is_led: bool,
    },
    /// Has a seat.
    Inside(Box<InsideView>),
    /// It is over.
    Over(Ending),
}

impl Hall {
    /// What this seat may know at this time.
    pub fn view_for(&self, seat: Seat, now: u64) -> View {
        let now = now.max(self.clock_ms);
        if let Stage::Over(ending) = self.stage {
            return View::Over(ending);
        }
        if let Some(chair) = self.chair(seat) {
            return View::Inside(Box::new(self.inside(chair, now)));
        }
        if self.waiting().any(|waiting| waiting == seat) {
            return View::Waiting { heads: self.waiting.len(), is_led: self.stage == Stage::Led };
        }
        View::Outside
    }
}
