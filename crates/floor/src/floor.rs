//! The state of the floor, what may be asked of it, and the two ways in: a request, and time.

use serde::{Deserialize, Serialize};

use crate::input::{Input, Request};
use crate::turn::{Stick, Timer, Turn};
use crate::{Hand, Output, Place, Presence, Refusal, Round, Seat};

/// The most seats at one floor; a large support group and those who lead it.
pub const SEATS_MAX: usize = 64;

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// Nothing: before, between and after rounds.
    Rest,
    /// A round: nobody answers what another has said.
    Round(Round),
    /// An open discussion: hands in their order.
    Open,
    /// The meeting is over.
    Over,
}

/// The floor of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    pub(crate) places: Vec<Place>,
    pub(crate) phase: Phase,
    pub(crate) stick: Stick,
    pub(crate) hands: Vec<Hand>,
    pub(crate) turn_ms: Option<u64>,
    pub(crate) timer: Timer,
    pub(crate) paused: bool,
}

impl Default for Floor {
    fn default() -> Self {
        Self::new()
    }
}

impl Floor {
    /// An empty floor: nobody is here, nothing is under way.
    pub const fn new() -> Self {
        Self {
            places: Vec::new(),
            phase: Phase::Rest,
            stick: Stick::Free,
            hands: Vec::new(),
            turn_ms: None,
            timer: Timer::Leaders,
            paused: false,
        }
    }

    /// Does what is asked for at this time, in milliseconds since any fixed moment. A refusal has changed nothing.
    pub fn handle(&mut self, input: Input, now: u64) -> Result<Vec<Output>, Refusal> {
        input.check(self)?;
        let before = self.stick;
        let mut outputs = self.poll(now);
        let answer = self.answer(input.request, now);
        if answer.is_err() {
            self.stick = before;
        }
        outputs.extend(answer?);
        Ok(outputs)
    }

    fn answer(&mut self, request: Request, now: u64) -> Result<Vec<Output>, Refusal> {
        match request {
            Request::Arrive(seat) => self.arrive(seat, now),
            Request::Lose(seat) => self.lose(seat, now),
            Request::StepAside(seat) => self.step_aside(seat, now),
            Request::Leave(seat) => self.leave(seat, now),
            Request::Raise(seat) => self.raise(seat, now),
            Request::Lower(seat) => self.lower(seat),
            Request::Finish(seat) => self.finish(seat, now),
            Request::Pass(seat) => self.pass(seat, now),
            Request::NotReady(seat) => self.put_off(seat, now),
            Request::Begin(plan) => self.begin(plan, now),
            Request::Discuss(turn_ms, timer) => self.discuss(turn_ms, timer, now),
            Request::Rest => self.rest(),
            Request::Give(seat) => self.give(seat, now),
            Request::Next => self.next(now),
            Request::TakeBack => self.take_back(now),
            Request::Skip(seat) => self.skip(seat, now),
            Request::Move(seat, to) => self.shift(seat, to),
            Request::Add(ms) => self.add(ms, now),
            Request::Pause => self.pause(now),
            Request::Resume => self.resume(now),
            Request::End => Ok(self.end()),
        }
    }

    /// Tells, once, that the time of the turn is up. The turn goes on.
    pub fn poll(&mut self, now: u64) -> Vec<Output> {
        match &mut self.stick {
            Stick::Held(turn) if !turn.told && turn.left_ms(now) == Some(0) => {
                turn.told = true;
                vec![Output::TimeUp(turn.seat)]
            }
            _ => Vec::new(),
        }
    }

    /// When [`Floor::poll`] next has something to tell; none while nothing runs out.
    pub fn due_ms(&self) -> Option<u64> {
        self.turn().filter(|turn| !turn.told).and_then(Turn::ends_at_ms)
    }

    fn end(&mut self) -> Vec<Output> {
        *self = Self { phase: Phase::Over, ..Self::new() };
        vec![Output::Ended]
    }

    /// What is under way.
    pub const fn phase(&self) -> &Phase {
        &self.phase
    }

    /// The round under way.
    pub const fn round(&self) -> Option<&Round> {
        match &self.phase {
            Phase::Round(round) => Some(round),
            _ => None,
        }
    }

    /// Whether the meeting is over.
    pub const fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over)
    }

    /// Where the talking stick is.
    pub const fn stick(&self) -> Stick {
        self.stick
    }

    /// The turn that is going on.
    pub const fn turn(&self) -> Option<&Turn> {
        match &self.stick {
            Stick::Held(turn) => Some(turn),
            _ => None,
        }
    }

    /// Whose turn it is.
    pub fn holder(&self) -> Option<Seat> {
        self.turn().map(|turn| turn.seat)
    }

    /// Who is next: the first of those to come, or the first hand, who is here.
    pub fn upcoming(&self) -> Option<Seat> {
        match &self.phase {
            Phase::Round(round) => round.ahead.iter().copied().find(|&seat| self.is_here(seat)),
            Phase::Open => self.first_hand(),
            Phase::Rest | Phase::Over => None,
        }
    }

    /// Taken seats, in the order in which they were taken.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// One seat's place.
    pub fn place(&self, seat: Seat) -> Option<&Place> {
        self.places.iter().find(|place| place.seat == seat)
    }

    /// Whether this seat is taken by somebody who is here.
    pub fn is_here(&self, seat: Seat) -> bool {
        self.place(seat).is_some_and(|place| place.presence == Presence::Here)
    }

    /// How many seats are taken.
    pub const fn heads(&self) -> usize {
        self.places.len()
    }

    /// Raised hands, the longest up first.
    pub fn hands(&self) -> &[Hand] {
        &self.hands
    }

    /// Who sees the time.
    pub const fn timer(&self) -> Timer {
        self.timer
    }

    /// Whether the time stands still.
    pub const fn is_paused(&self) -> bool {
        self.paused
    }
}
