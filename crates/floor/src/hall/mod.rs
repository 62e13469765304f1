//! The whole live room: who is in it and how, who comes in, who hears whom, what is asked, written and shown.
//!
//! One state machine with a [`Floor`] within.
//!
//! ```text
//! Call::Fact   tickets, lines, consents: what the caller knows ─╮
//! Call::Wish   what somebody asks for, over a line or by seat  ─┴→ handle(call, now) → Tell(to, news)  Media(step)  Close(line)
//!                                          time                 ─→ poll(now)         → the same; due_ms() says when
//! view_for(seat, now)               what each may see, whole        media()   what an engine that begins anew has to do
//! ```
//!
//! **Time** is milliseconds since any fixed moment, and never runs backward inside: an earlier one counts as the latest that was
//! seen. What fell due in between is done first, each thing at its own time, so that it makes no difference how often anybody
//! looks. A refusal has changed nothing, not even that.
//!
//! **Seats.** A person has one, over one line; a second device takes over and the first is closed. A broken line keeps the seat
//! for a while with its place in every order, and a seat in person for good. Each line is a seat's or of somebody who waits:
//! [`Hall::roster`] is all there is.
//!
//! **Silence.** Everybody comes in unheard. Whoever leads can mute; only a member's own wish takes it back, and there is none for
//! another's. [`Media`] steps follow from the difference of two states, and silence is the first of them.
//!
//! **What is kept** is all here, for serde: a restart at any point changes nothing. Seats are numbers and no name is kept; of what
//! is asked at the door only that there was an answer. The end leaves nothing of what was said. A field that is added later has a
//! default for serde, since halls are kept across releases.

mod again;
mod apart;
mod breakouts;
mod call;
mod chair;
mod chat;
mod door;
mod due;
mod gather;
mod going;
mod here;
mod lines;
mod media;
mod output;
mod own;
mod pace;
mod refused;
mod settle;
mod setup;
mod view;
mod wishes;

use serde::{Deserialize, Serialize};

use crate::{Floor, Seat};
use breakouts::Open;
use chair::Chair;
use chat::Line;
use door::{Lock, Waiting};
use gather::Gathering;

pub use again::Outlasting;
pub use apart::Raised;
pub use breakouts::{BREAKOUT_MS_BOUNDS, BREAKOUTS_MAX};
pub use call::{Call, Channel, Expected, Fact, Flow, Guest, Heard, Lead, Reaction, Signal, Supervision, Voice, Wish};
pub use chair::{Apart, Entry, Home, LineId, Muted, Privacy, Role, SeatKind, Source};
pub use chat::{LINES_MAX, WORDS_CHARS_MAX, WRITTEN_MAX, WRITTEN_WITHIN_MS};
pub use door::WAITING_MAX;
pub use gather::{Answer, Asking, OPTIONS_MAX, RATING_MAX, REVEAL_MIN};
pub use media::{Circle, Media, MediaPicture, SeatMedia, Turns};
pub use output::{Ending, News, Output, Parting, To, Whither};
pub use own::REACTION_MS;
pub use refused::Refused;
pub use setup::{HOLD_MS, HOLD_MS_BOUNDS, Meets, Policy, Question, RESUME_MS, RESUME_MS_MAX, Setup};
pub use view::{
    BreakoutsView, Doing, FloorView, Gathered, InsideView, LeadView, LineView, OwnSignal, PersonView, SeatLead, Shown,
    TurnTime, View, WaitingLead, Where,
};

/// How far the hall has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Nobody who leads has been here; everybody else waits.
    Before,
    /// Somebody leads.
    Led,
    /// Nobody who leads is here. Seats, turns and talks stay as they are, nobody new comes in, and the time of turns stands still.
    Unled {
        /// When it ends, in milliseconds.
        until_ms: u64,
    },
    /// It is over; whatever was said is gone.
    Over(Ending),
}

/// A live room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hall {
    setup: Setup,
    clock_ms: u64,
    stage: Stage,
    floor: Floor,
    /// Taken seats, in the order in which they were taken.
    chairs: Vec<Chair>,
    waiting: Vec<Waiting>,
    barred: Vec<Seat>,
    /// Everybody who has had a seat, for whom it is neither too late nor locked.
    known: Vec<Seat>,
    /// Those who had a seat in the hall before this one, and are not back yet.
    #[serde(default)]
    returning: Vec<Seat>,
    /// Those who sit in the room in person, and have their seat once somebody leads.
    #[serde(default)]
    gathered: Vec<Seat>,
    lock: Lock,
    heard: Heard,
    spotlight: Option<Seat>,
    supervision: Supervision,
    raised: Vec<Raised>,
    /// The number of the signal that was given last.
    #[serde(default)]
    last_raised: u64,
    gathering: Option<Gathering>,
    plan: Vec<Vec<Seat>>,
    open: Option<Open>,
    lines: Vec<Line>,
    /// The number of the next line of the chat.
    next_line: u64,
    /// Since when nobody who leads has been with the group, while somebody leads.
    unheld_since_ms: Option<u64>,
    /// The time of turns stands still because nobody leads, and goes on with whoever does.
    stopped_unled: bool,
}

impl Hall {
    /// An empty hall.
    pub fn new(setup: Setup) -> Result<Self, Refused> {
        setup.check()?;
        Ok(Self::empty(setup, 0, Stage::Before))
    }

    fn empty(setup: Setup, clock_ms: u64, stage: Stage) -> Self {
        Self {
            setup,
            clock_ms,
            stage,
            floor: Floor::new(),
            chairs: Vec::new(),
            waiting: Vec::new(),
            barred: Vec::new(),
            known: Vec::new(),
            returning: Vec::new(),
            gathered: Vec::new(),
            lock: Lock::Open,
            heard: Heard::Everybody,
            spotlight: None,
            supervision: Supervision::Closed,
            raised: Vec::new(),
            last_raised: 0,
            gathering: None,
            plan: Vec::new(),
            open: None,
            lines: Vec::new(),
            next_line: 0,
            unheld_since_ms: None,
            stopped_unled: false,
        }
    }

    /// Does what is asked for at this time. A refusal has changed nothing.
    pub fn handle(&mut self, call: Call, now: u64) -> Result<Vec<Output>, Refused> {
        let mut next = self.clone();
        let mut outputs = next.advance(now);
        outputs.extend(next.answer(call)?);
        outputs.extend(self.media().until(&next.media()).into_iter().map(Output::Media));
        *self = next;
        Ok(outputs)
    }

    /// Does what has fallen due by this time.
    pub fn poll(&mut self, now: u64) -> Vec<Output> {
        let before = self.media();
        let mut outputs = self.advance(now);
        outputs.extend(before.until(&self.media()).into_iter().map(Output::Media));
        outputs
    }

    fn answer(&mut self, call: Call) -> Result<Vec<Output>, Refused> {
        if self.is_over() {
            return Err(Refused::Over);
        }
        let mut outputs = match call {
            Call::Fact(fact) => self.learn(fact)?,
            Call::Wish(voice, wish) => self.grant(voice, wish)?,
        };
        outputs.extend(self.settle());
        Ok(outputs)
    }

    fn learn(&mut self, fact: Fact) -> Result<Vec<Output>, Refused> {
        match fact {
            Fact::Knock(line, guest) => self.knock(line, guest),
            Fact::Resume(line, seat) => self.resume(line, seat),
            Fact::LineLost(line) => Ok(self.lose(line)),
            Fact::Media(seat, flow) => self.flow(seat, flow),
            Fact::Supervision(supervision) => Ok(self.supervise(supervision)),
            Fact::Revoke(seat) => Ok(self.bar(seat)),
            Fact::Prepare(plan) => self.prepare(plan),
            Fact::Gathered(floor) => {
                self.take_in(floor);
                Ok(Vec::new())
            }
            Fact::End => Ok(self.end(Ending::Ended)),
        }
    }

    /// Nothing that was said, asked or answered outlives it; whoever was taken out is out for the day.
    fn end(&mut self, ending: Ending) -> Vec<Output> {
        let mut outputs = vec![Output::Tell(To::Everybody, News::Ended(ending))];
        outputs.extend(self.roster().map(|line| Output::Close(line, Parting::Ended)));
        let barred = std::mem::take(&mut self.barred);
        *self = Self { barred, ..Self::empty(self.setup.clone(), self.clock_ms, Stage::Over(ending)) };
        outputs
    }

    /// How far it has come.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it is over.
    pub const fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Over(_))
    }

    /// The floor within. Who is away from it for which reason is for those who lead.
    pub const fn floor(&self) -> &Floor {
        &self.floor
    }

    /// What it was told before anybody came, with what was changed since.
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Those whose seats are taken, in the order in which they were.
    pub fn seated(&self) -> impl Iterator<Item = (Seat, Role)> + '_ {
        self.chairs.iter().map(|chair| (chair.seat, chair.role))
    }

    /// Those who wait, in the order in which they came.
    pub fn waiting(&self) -> impl Iterator<Item = Seat> + '_ {
        self.waiting.iter().map(|waiting| waiting.guest.seat)
    }

    /// Whether this seat is out for today.
    pub fn is_barred(&self, seat: Seat) -> bool {
        self.barred.contains(&seat)
    }

    fn chair(&self, seat: Seat) -> Option<&Chair> {
        self.chairs.iter().find(|chair| chair.seat == seat)
    }

    fn chair_mut(&mut self, seat: Seat) -> Result<&mut Chair, Refused> {
        self.chairs.iter_mut().find(|chair| chair.seat == seat).ok_or(Refused::Nobody)
    }
}
