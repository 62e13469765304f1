//! What follows of itself after each change: private rooms that closed, who leads, who comes in, who is at the floor.

use super::chair::{Apart, Chair, Part};
use super::output::{News, Output, To, Whither};
use super::setup::Policy;
use super::{Expected, Guest, Hall, Stage};
use crate::{Input, Presence, Request, Seat, Timer};

impl Hall {
    pub(super) fn settle(&mut self) -> Vec<Output> {
        if self.is_over() {
            return Vec::new();
        }
        let mut outputs = self.dissolve();
        outputs.extend(self.settle_stage());
        outputs.extend(self.seat_the_gathered());
        outputs.extend(self.let_expected_in());
        outputs.extend(self.settle_floor());
        outputs.extend(self.settle_group());
        if self.spotlight.is_some_and(|seat| self.chair(seat).is_none()) {
            self.spotlight = None;
            outputs.push(Output::Tell(To::Everybody, News::Spotlight(None)));
        }
        outputs
    }

    /// A private room needs both: whoever is left alone in one is back.
    fn dissolve(&mut self) -> Vec<Output> {
        let alone = |chair: &&Chair| match chair.apart {
            Some(Apart::With(leader)) => self.in_private_with(leader).count() < 2 || !self.is_in_own_private(leader),
            _ => false,
        };
        let left: Vec<Seat> = self.chairs.iter().filter(alone).map(|chair| chair.seat).collect();
        left.into_iter().flat_map(|seat| self.rejoin(seat)).collect()
    }

    fn in_private_with(&self, leader: Seat) -> impl Iterator<Item = &Chair> {
        self.chairs.iter().filter(move |chair| chair.apart == Some(Apart::With(leader)))
    }

    fn is_in_own_private(&self, leader: Seat) -> bool {
        self.chair(leader).is_some_and(|chair| chair.apart == Some(Apart::With(leader)))
    }

    pub(super) fn rejoin(&mut self, seat: Seat) -> Vec<Output> {
        let Ok(chair) = self.chair_mut(seat) else { return Vec::new() };
        chair.apart = None;
        let mut outputs = vec![Output::Tell(To::Seat(seat), News::Moved(Whither::Home(chair.home)))];
        if !chair.is_lost() {
            outputs.push(Output::Tell(To::Everybody, News::Back(seat)));
        }
        outputs
    }

    fn settle_stage(&mut self) -> Vec<Output> {
        let is_led = self.chairs.iter().any(Chair::leads_here);
        match (self.stage, is_led) {
            (Stage::Before | Stage::Unled { .. }, true) => self.begin_led(),
            (Stage::Led, false) if self.chairs.is_empty() && self.clock_ms < self.setup.starts_ms => {
                self.stage = Stage::Before;
                Vec::new()
            }
            (Stage::Led, false) => self.begin_unled(),
            _ => Vec::new(),
        }
    }

    fn begin_led(&mut self) -> Vec<Output> {
        self.stage = Stage::Led;
        let mut outputs = vec![Output::Tell(To::Everybody, News::Led)];
        if std::mem::take(&mut self.stopped_unled) && self.floor.is_paused() {
            outputs.extend(self.ask_floor(Request::Resume));
        }
        outputs
    }

    fn begin_unled(&mut self) -> Vec<Output> {
        let until_ms = self.clock_ms.max(self.setup.starts_ms).saturating_add(self.setup.hold_ms);
        self.stage = Stage::Unled { until_ms };
        let mut outputs = vec![Output::Tell(To::Everybody, News::Unled(until_ms))];
        if !self.floor.is_paused() {
            self.stopped_unled = true;
            outputs.extend(self.ask_floor(Request::Pause));
        }
        outputs
    }

    /// Whoever is expected, where the door is open to them; whoever is back, in any case.
    fn let_expected_in(&mut self) -> Vec<Output> {
        if self.stage != Stage::Led {
            return Vec::new();
        }
        let lets_in = self.setup.policy == Policy::Expected && !self.is_locked();
        let comes_in = |guest: &Guest| lets_in && guest.expected == Expected::Yes || self.is_expected_back(guest.seat);
        let guests = self.waiting.iter().map(|waiting| &waiting.guest);
        let seats: Vec<Seat> = guests.filter(|guest| comes_in(guest)).map(|guest| guest.seat).collect();
        seats.into_iter().flat_map(|seat| self.admit(seat).unwrap_or_default()).collect()
    }

    /// The floor has a place for each chair that takes part, and knows whether they are with the group.
    fn settle_floor(&mut self) -> Vec<Output> {
        let at_floor = |seat: Seat| self.chair(seat).is_some_and(|chair| chair.part == Part::At);
        let gone: Vec<Seat> =
            self.floor.places().iter().map(|place| place.seat).filter(|seat| !at_floor(*seat)).collect();
        let mut outputs: Vec<Output> = gone.into_iter().flat_map(|seat| self.ask_floor(Request::Leave(seat))).collect();
        let wanted: Vec<(Seat, Presence)> = self
            .chairs
            .iter()
            .filter(|chair| chair.part == Part::At)
            .map(|chair| (chair.seat, presence(chair)))
            .collect();
        for (seat, wanted) in wanted {
            for request in steps(self.floor.place(seat).map(|place| place.presence), wanted, seat) {
                outputs.extend(self.ask_floor(request));
            }
        }
        outputs
    }

    pub(super) fn ask_floor(&mut self, request: Request) -> Vec<Output> {
        let outputs = self.floor.handle(Input::leader(request), self.clock_ms).unwrap_or_default();
        self.of_floor(outputs)
    }

    /// Coming and going is told by the hall, without the reason; a time that only those who lead see is told to them.
    pub(super) fn of_floor(&self, outputs: Vec<crate::Output>) -> Vec<Output> {
        use crate::Output as Of;
        let tell = |output: Of| match output {
            Of::Came(_) | Of::Back(_) | Of::Lost(_) | Of::SteppedAside(_) | Of::Left(_) | Of::Ended => None,
            Of::TimeUp(_) | Of::Added(..) if self.floor.timer() == Timer::Leaders => {
                Some(Output::Tell(To::Leaders, News::Floor(output)))
            }
            _ => Some(Output::Tell(To::Everybody, News::Floor(output))),
        };
        outputs.into_iter().filter_map(tell).collect()
    }

    fn settle_group(&mut self) -> Vec<Output> {
        let is_unheld = self.stage == Stage::Led && !self.chairs.iter().any(Chair::holds);
        match (is_unheld, self.unheld_since_ms) {
            (true, None) => {
                self.unheld_since_ms = Some(self.clock_ms);
                vec![Output::Tell(To::Leaders, News::NobodyHolds)]
            }
            (false, Some(_)) => {
                self.unheld_since_ms = None;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

const fn presence(chair: &Chair) -> Presence {
    match (chair.apart, chair.lost_since_ms) {
        (Some(_), _) => Presence::Aside,
        (None, Some(_)) => Presence::Lost,
        (None, None) => Presence::Here,
    }
}

fn steps(now: Option<Presence>, wanted: Presence, seat: Seat) -> Vec<Request> {
    match (now, wanted) {
        (Some(now), wanted) if now == wanted => Vec::new(),
        (_, Presence::Here) => vec![Request::Arrive(seat)],
        (Some(Presence::Here), Presence::Lost) => vec![Request::Lose(seat)],
        (_, Presence::Lost) => vec![Request::Arrive(seat), Request::Lose(seat)],
        (Some(_), Presence::Aside) => vec![Request::StepAside(seat)],
        (None, Presence::Aside) => vec![Request::Arrive(seat), Request::StepAside(seat)],
    }
}
