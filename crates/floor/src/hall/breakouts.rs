//! Breakouts: prepared ahead, opened for a time, made longer, looked in at, ended. Whoever is late goes where the plan says.

use serde::{Deserialize, Serialize};

use super::chair::Home;
use super::output::{News, Output, To, Whither};
use super::{Hall, Refused, Stage};
use crate::{Phase, Request, Seat};

/// The most breakouts at one time.
pub const BREAKOUTS_MAX: usize = 16;
/// The shortest and the longest time of breakouts, in milliseconds, and of what is added at once.
pub const BREAKOUT_MS_BOUNDS: [u64; 2] = [60_000, 3_600_000];
/// How long before the end everybody is told, in milliseconds.
const WARNED_MS: u64 = 60_000;

/// Breakouts that are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Open {
    pub ends_ms: u64,
    pub warned: bool,
}

impl Open {
    /// When to tell that they end; none when it was told.
    pub(super) const fn soon_ms(self) -> Option<u64> {
        if self.warned { None } else { Some(self.ends_ms.saturating_sub(WARNED_MS)) }
    }
}

impl Hall {
    /// The seats of a plan may come later, or not at all.
    pub(super) fn prepare(&mut self, plan: Vec<Vec<Seat>>) -> Result<Vec<Output>, Refused> {
        if self.open.is_some() {
            return Err(Refused::BreakoutsOpen);
        }
        let mut seats = plan.concat();
        let all = seats.len();
        seats.sort_unstable();
        seats.dedup();
        if plan.len() > BREAKOUTS_MAX || plan.iter().any(Vec::is_empty) || seats.len() < all || all > crate::SEATS_MAX {
            return Err(Refused::Plan);
        }
        self.plan = plan;
        Ok(Vec::new())
    }

    /// What is under way at the floor ends, since it cannot go on in parts.
    pub(super) fn open_breakouts(&mut self, length_ms: u64) -> Result<Vec<Output>, Refused> {
        check_length(length_ms)?;
        if self.open.is_some() {
            return Err(Refused::BreakoutsOpen);
        }
        if self.plan.is_empty() {
            return Err(Refused::Plan);
        }
        if self.stage != Stage::Led {
            return Err(Refused::Unled);
        }
        let ends_ms = self.clock_ms.saturating_add(length_ms);
        self.open = Some(Open { ends_ms, warned: false });
        let mut outputs = vec![Output::Tell(To::Everybody, News::BreakoutsOpen(ends_ms))];
        if matches!(self.floor.phase(), Phase::Round(_) | Phase::Open) {
            outputs.extend(self.ask_floor(Request::Rest));
        }
        for (place, seats) in (0_u8..).zip(self.plan.clone()) {
            outputs.extend(seats.into_iter().flat_map(|seat| self.send_home(seat, Home::Breakout(place))));
        }
        Ok(outputs)
    }

    pub(super) fn extend_breakouts(&mut self, ms: u64) -> Result<Vec<Output>, Refused> {
        check_length(ms)?;
        let latest = self.clock_ms.saturating_add(BREAKOUT_MS_BOUNDS[1]);
        let open = self.open.as_mut().ok_or(Refused::BreakoutsClosed)?;
        let ends_ms = open.ends_ms.saturating_add(ms);
        if ends_ms > latest {
            return Err(Refused::Bounds);
        }
        *open = Open { ends_ms, warned: false };
        Ok(vec![Output::Tell(To::Everybody, News::BreakoutsExtended(ends_ms))])
    }

    pub(super) fn assign(&mut self, seat: Seat, place: Option<u8>) -> Result<Vec<Output>, Refused> {
        let home = self.check_home(place)?;
        let chair = self.chair(seat).ok_or(Refused::Nobody)?;
        if chair.home == home {
            return Err(Refused::Already);
        }
        Ok(self.send_home(seat, home))
    }

    pub(super) fn visit(&mut self, leader: Seat, place: Option<u8>) -> Result<Vec<Output>, Refused> {
        if self.is_apart(leader).is_some() {
            return Err(Refused::Apart);
        }
        self.assign(leader, place)
    }

    fn check_home(&self, place: Option<u8>) -> Result<Home, Refused> {
        if self.open.is_none() {
            return Err(Refused::BreakoutsClosed);
        }
        match place {
            None => Ok(Home::Room),
            Some(place) if usize::from(place) < self.plan.len() => Ok(Home::Breakout(place)),
            Some(_) => Err(Refused::NoBreakout),
        }
    }

    /// Whoever is apart goes there afterwards.
    fn send_home(&mut self, seat: Seat, home: Home) -> Vec<Output> {
        let Ok(chair) = self.chair_mut(seat) else { return Vec::new() };
        if std::mem::replace(&mut chair.home, home) == home || chair.apart.is_some() {
            return Vec::new();
        }
        vec![Output::Tell(To::Seat(seat), News::Moved(Whither::Home(home)))]
    }

    pub(super) fn end_breakouts(&mut self) -> Result<Vec<Output>, Refused> {
        if self.open.is_some() { Ok(self.back_to_all()) } else { Err(Refused::BreakoutsClosed) }
    }

    pub(super) fn back_to_all(&mut self) -> Vec<Output> {
        self.open = None;
        let mut outputs = vec![Output::Tell(To::Everybody, News::BreakoutsOver)];
        let seats: Vec<Seat> = self.seated().map(|(seat, _)| seat).collect();
        outputs.extend(seats.into_iter().flat_map(|seat| self.send_home(seat, Home::Room)));
        outputs
    }
}

fn check_length(ms: u64) -> Result<(), Refused> {
    let [shortest, longest] = BREAKOUT_MS_BOUNDS;
    if (shortest..=longest).contains(&ms) { Ok(()) } else { Err(Refused::Bounds) }
}
