//! What time brings about, each thing at its own time and in that order.

use super::chair::SeatKind;
use super::output::{Ending, News, Output, Parting, To};
use super::{Hall, Stage};
use crate::Seat;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// The time of a turn is up.
    Turn,
    /// A seat was kept long enough.
    Seat(Seat),
    /// A reaction was shown long enough.
    Reaction(Seat),
    /// Nobody who leads came back.
    Hold,
    /// Breakouts end in a minute.
    Soon,
    /// Breakouts end.
    Breakouts,
}

impl Hall {
    /// When [`Hall::poll`] next has something to do; none while nothing runs out.
    pub fn due_ms(&self) -> Option<u64> {
        self.due().map(|(at, _)| at)
    }

    /// Whatever comes first.
    fn due(&self) -> Option<(u64, Due)> {
        let turn = self.floor.due_ms().map(|at| (at, Due::Turn));
        let hold = match self.stage {
            Stage::Unled { until_ms } => Some((until_ms, Due::Hold)),
            _ => None,
        };
        let open = self.open.map(|open| match open.soon_ms() {
            Some(soon) => (soon, Due::Soon),
            None => (open.ends_ms, Due::Breakouts),
        });
        let kept = self.chairs.iter().filter_map(|chair| {
            chair.lost_since_ms.map(|since| (since.saturating_add(self.setup.resume_ms), Due::Seat(chair.seat)))
        });
        let shown = self
            .chairs
            .iter()
            .filter_map(|chair| chair.reacted.map(|reacted| (reacted.until_ms, Due::Reaction(chair.seat))));
        turn.into_iter().chain(hold).chain(open).chain(kept).chain(shown).min_by_key(|(at, _)| *at)
    }

    /// Time does not run backward.
    pub(super) fn advance(&mut self, now: u64) -> Vec<Output> {
        let now = now.max(self.clock_ms);
        let mut outputs = Vec::new();
        while let Some((at, due)) = self.due().filter(|(at, _)| *at <= now) {
            self.clock_ms = at.max(self.clock_ms);
            outputs.extend(self.fall_due(due));
            outputs.extend(self.settle());
        }
        self.clock_ms = now;
        outputs
    }

    fn fall_due(&mut self, due: Due) -> Vec<Output> {
        match due {
            Due::Turn => {
                let outputs = self.floor.poll(self.clock_ms);
                self.of_floor(outputs)
            }
            Due::Seat(seat) => self.unseat(seat, Parting::Left),
            Due::Reaction(seat) => self.fade(seat),
            Due::Hold => self.end(Ending::Unled),
            Due::Soon => self.warn_of_end(),
            Due::Breakouts => self.back_to_all(),
        }
    }

    fn fade(&mut self, seat: Seat) -> Vec<Output> {
        if let Ok(chair) = self.chair_mut(seat) {
            chair.reacted = None;
        }
        vec![Output::Tell(To::Seats(self.circle_around(seat)), News::Faded(seat))]
    }

    fn warn_of_end(&mut self) -> Vec<Output> {
        if let Some(open) = &mut self.open {
            open.warned = true;
        }
        vec![Output::Tell(To::Everybody, News::BreakoutsEndSoon)]
    }

    /// The seat is kept without its line; one in the same room is not lost with a phone.
    pub(super) fn keep_without_line(&mut self, seat: Seat) -> Vec<Output> {
        let now = self.clock_ms;
        let Ok(chair) = self.chair_mut(seat) else { return Vec::new() };
        chair.line = None;
        if chair.kind == SeatKind::InPerson || chair.is_lost() {
            return Vec::new();
        }
        chair.lost_since_ms = Some(now);
        vec![Output::Tell(To::Everybody, News::Away(seat))]
    }
}
