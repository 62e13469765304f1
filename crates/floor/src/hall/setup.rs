//! What a hall is told before anybody comes: when it begins, who is let in how, and what the format asks for.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Refused;
use crate::{SEATS_MAX, Timer};

/// How long a seat is kept when a line breaks, in milliseconds, unless said otherwise.
pub const RESUME_MS: u64 = 30_000;
/// The longest that a seat is kept without its line, in milliseconds.
pub const RESUME_MS_MAX: u64 = 600_000;
/// How long a hall waits for somebody who leads, in milliseconds, unless said otherwise.
pub const HOLD_MS: u64 = 600_000;
/// The shortest and the longest wait for somebody who leads, in milliseconds.
pub const HOLD_MS_BOUNDS: [u64; 2] = [10_000, 3_600_000];

/// What is asked at the door. The hall keeps that there was an answer, never the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Question {
    /// Who somebody is today.
    Identity,
    /// Where somebody is, should help be needed there.
    Whereabouts,
    /// On which number they can be called back.
    CallBack,
    /// Whether the agreement holds for today.
    Agreement,
    /// Whether nobody listens.
    Place,
}

impl Question {
    /// Whether it makes no sense for somebody who sits in the same room.
    pub const fn is_for_far_away(self) -> bool {
        matches!(self, Self::Whereabouts | Self::CallBack | Self::Place)
    }
}

/// Who is let in, once somebody leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Policy {
    /// Whoever leads lets each one in.
    #[default]
    Each,
    /// Those who are expected come in by themselves; others are let in.
    Expected,
}

/// Where a group meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meets {
    /// Everybody is somewhere else: each is asked for whatever is asked of somebody far away.
    #[default]
    Online,
    /// In one room, and perhaps some from elsewhere.
    InPerson,
}

/// What a hall is told before anybody comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// When it is to begin, in milliseconds.
    pub starts_ms: u64,
    /// How long after that somebody new can still come, in milliseconds; none has no limit.
    pub late_ms: Option<u64>,
    /// How long it waits for somebody who leads, in milliseconds, before it ends.
    pub hold_ms: u64,
    /// How long a seat is kept when its line breaks, in milliseconds.
    pub resume_ms: u64,
    /// The most seats, of everybody together.
    pub seats_max: usize,
    /// Who is let in.
    pub policy: Policy,
    /// Where the group meets.
    pub meets: Meets,
    /// What members are asked at the door.
    pub questions: BTreeSet<Question>,
    /// Who may see the time at most: a format in which silence counts keeps it to those who lead.
    pub timer: Timer,
}

impl Setup {
    /// A hall online that begins then, with the usual bounds: each is let in, and everything but where they are is asked.
    pub fn starting(starts_ms: u64) -> Self {
        Self {
            starts_ms,
            late_ms: None,
            hold_ms: HOLD_MS,
            resume_ms: RESUME_MS,
            seats_max: SEATS_MAX,
            policy: Policy::Each,
            meets: Meets::Online,
            questions: [Question::Identity, Question::Agreement, Question::Place].into(),
            timer: Timer::Everybody,
        }
    }

    pub(crate) fn check(&self) -> Result<(), Refused> {
        let [shortest, longest] = HOLD_MS_BOUNDS;
        let holds = (shortest..=longest).contains(&self.hold_ms) && self.resume_ms <= RESUME_MS_MAX;
        let seats = (1..=SEATS_MAX).contains(&self.seats_max);
        if holds && seats { Ok(()) } else { Err(Refused::Bounds) }
    }
}
