//! What a large screen in the room shows: what is under way, counts, and names only where people are shown by them.

use serde::Serialize;

use super::gathered::Shown;
use super::inside::{Doing, TurnTime, doing, turn_time};
use crate::hall::{Circle, Hall, Names, Role, Stage};
use crate::{Seat, Timer};

/// What the board shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoardView {
    /// When this was so, in milliseconds.
    pub now_ms: u64,
    /// How far it has come.
    pub stage: Stage,
    /// How many have a seat.
    pub heads: usize,
    /// Those with the group, in the order in which they came; nobody where names are hidden.
    pub people: Vec<Seat>,
    /// What is under way.
    pub doing: Doing,
    /// Whether somebody has the turn.
    pub is_held: bool,
    /// Who; nobody where names are hidden.
    pub holder: Option<Seat>,
    /// Who is next; nobody where names are hidden.
    pub upcoming: Option<Seat>,
    /// The time of the turn, where everybody sees it.
    pub time: Option<TurnTime>,
    /// How many hands are up.
    pub hands: usize,
    /// What is asked, and what came of it once it is shown.
    pub gathered: Option<(String, Option<Shown>)>,
    /// When open breakouts end, in milliseconds.
    pub breakouts_end_ms: Option<u64>,
    /// Whether a supervisor listens.
    pub is_supervised: bool,
}

impl Hall {
    /// What the board shows at this time.
    pub fn board(&self, now: u64) -> BoardView {
        let now = now.max(self.clock_ms);
        let named = |seat: Option<Seat>| seat.filter(|_| self.setup.board == Names::Shown);
        let with_group = self.chairs.iter().filter(|chair| !chair.is_lost() && self.circle(chair) == Circle::ROOM);
        let time = if self.floor.timer() == Timer::Everybody { turn_time(&self.floor, now) } else { None };
        BoardView {
            now_ms: now,
            stage: self.stage,
            heads: self.chairs.len(),
            people: with_group.filter_map(|chair| named(Some(chair.seat))).collect(),
            doing: doing(&self.floor),
            is_held: self.floor.holder().is_some(),
            holder: named(self.floor.holder()),
            upcoming: named(self.floor.upcoming()),
            time,
            hands: self.floor.hands().len(),
            gathered: self.gathering.as_ref().map(|gathering| (gathering.prompt.clone(), gathering.shown())),
            breakouts_end_ms: self.open.map(|open| open.ends_ms),
            is_supervised: self.chairs.iter().any(|chair| chair.role == Role::Supervisor),
        }
    }
}
