//! How an agenda runs: from block to block, each with the time it had. The server keeps the times.

use super::{Agenda, Block, Progress};
use crate::clock::{Span, Timestamp};
use crate::groups::Session;
use crate::{Error, Result};

/// What is done to a running agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The block that runs is over; the next open one begins. Where none runs, the first open one begins.
    Next,
    /// The block that runs is left out, and the next open one begins.
    Skip,
    /// The block that runs waits, and the one before it runs again.
    Back,
}

impl std::str::FromStr for Step {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "next" => Ok(Self::Next),
            "skip" => Ok(Self::Skip),
            "back" => Ok(Self::Back),
            _ => Err(Error::NotFound),
        }
    }
}

/// What the clock on the wall means for an agenda at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// The place of the block that runs.
    pub current: Option<usize>,
    /// Until when it has its planned minutes.
    pub until: Option<Timestamp>,
    /// Seconds that it has left; less than 0 when it is over its time.
    pub left_s: i64,
    /// Whole minutes until the session ends; less than 0 when it is over its time.
    pub session_left_minutes: i64,
    /// Whole minutes by which what is still planned is longer than what is left of the session; less than 0 for room.
    pub behind_minutes: i64,
}

impl Block {
    /// Milliseconds that it has had by now.
    pub fn used_ms_at(&self, now: Timestamp) -> i64 {
        match self.progress {
            Progress::Now(since) => self.used_ms + (now - since).0.max(0),
            _ => self.used_ms,
        }
    }

    /// The same in minutes, begun ones counted whole.
    pub fn used_minutes_at(&self, now: Timestamp) -> u32 {
        u32::try_from(whole_minutes(self.used_ms_at(now))).unwrap_or(0)
    }

    fn stop(&mut self, now: Timestamp, progress: Progress) {
        self.used_ms = self.used_ms_at(now);
        self.progress = progress;
    }

    const fn planned_ms(&self) -> i64 {
        self.minutes as i64 * 60_000
    }
}

/// Whole minutes of so many milliseconds, begun ones counted whole.
const fn whole_minutes(ms: i64) -> i64 {
    (ms + 59_999).div_euclid(60_000)
}

impl Agenda {
    /// The place of the block that runs.
    pub fn current(&self) -> Option<usize> {
        self.blocks.iter().position(|block| matches!(block.progress, Progress::Now(_)))
    }

    /// Whether nothing is left to do.
    pub fn is_through(&self) -> bool {
        self.current().is_none() && !self.blocks.iter().any(Block::is_open)
    }

    /// Goes a step on, or back.
    pub fn step(&mut self, step: Step, now: Timestamp) {
        match step {
            Step::Next => self.go_on(now, Progress::Done),
            Step::Skip => self.go_on(now, Progress::Skipped),
            Step::Back => self.go_back(now),
        }
    }

    /// Ends what still runs: the session is over. What is open stays open.
    pub fn stop(&mut self, now: Timestamp) {
        if let Some(at) = self.current() {
            self.blocks[at].stop(now, Progress::Done);
        }
    }

    fn go_on(&mut self, now: Timestamp, becomes: Progress) {
        if let Some(at) = self.current() {
            self.blocks[at].stop(now, becomes);
        } else if becomes == Progress::Skipped {
            return;
        }
        if let Some(next) = self.blocks.iter_mut().find(|block| block.is_open()) {
            next.progress = Progress::Now(now);
        }
    }

    fn go_back(&mut self, now: Timestamp) {
        let before = self.current().unwrap_or(self.blocks.len());
        let Some(earlier) = self.blocks[..before].iter().rposition(|block| !block.is_open()) else { return };
        if let Some(at) = self.current() {
            self.blocks[at].stop(now, Progress::Open);
        }
        self.blocks[earlier].progress = Progress::Now(now);
    }

    /// What the clock says of it in this session.
    pub fn face(&self, session: &Session, now: Timestamp) -> Face {
        let current = self.current();
        let left_ms = current.map_or(0, |at| self.blocks[at].planned_ms() - self.blocks[at].used_ms_at(now));
        let open_ms: i64 = self.blocks.iter().filter(|block| block.is_open()).map(Block::planned_ms).sum();
        let session_left_ms = (session.ends_at - now.max(session.starts_at)).0;
        Face {
            current,
            until: current.map(|_| now + Span(left_ms)),
            left_s: left_ms.div_euclid(1_000),
            session_left_minutes: session_left_ms.div_euclid(60_000),
            behind_minutes: whole_minutes(open_ms + left_ms.max(0) - session_left_ms),
        }
    }
}

#[cfg(test)]
mod rules {
    use super::super::{Basis, SessionClock};
    use super::*;
    use crate::groups::SessionState;
    use crate::id::{GroupId, SessionId};

    const MINUTE: i64 = 60_000;

    fn agenda() -> Agenda {
        let blocks =
            [5, 20, 30].into_iter().zip(1..).map(|(minutes, id)| Block::new(id, format!("Part {id}"), minutes));
        let (topic, aim, practice) = Default::default();
        let basis = Basis::Clock(SessionClock::Cbt);
        Agenda { basis, topic, aim, practice, checks: Vec::new(), blocks: blocks.collect(), decided: Vec::new() }
    }

    fn at(minute: i64) -> Timestamp {
        Timestamp(minute * MINUTE)
    }

    fn states(agenda: &Agenda) -> Vec<Progress> {
        agenda.blocks.iter().map(|block| block.progress).collect()
    }

    #[test]
    fn blocks_follow_each_other_and_each_keeps_the_time_it_had() {
        let mut plan = agenda();
        plan.step(Step::Next, at(0));
        assert_eq!(states(&plan), [Progress::Now(at(0)), Progress::Open, Progress::Open]);
        plan.step(Step::Next, at(7));
        plan.step(Step::Skip, at(10));
        assert_eq!(states(&plan), [Progress::Done, Progress::Skipped, Progress::Now(at(10))]);
        plan.step(Step::Next, at(40));
        let used: Vec<u32> = plan.blocks.iter().map(|block| block.used_minutes_at(at(90))).collect();
        assert_eq!((used, plan.is_through()), (vec![7, 3, 30], true));
    }

    #[test]
    fn going_back_counts_on_where_it_was_left() {
        let mut plan = agenda();
        plan.step(Step::Back, at(0));
        assert_eq!(states(&plan), [Progress::Open; 3], "nothing has begun");
        plan.step(Step::Next, at(0));
        plan.step(Step::Next, at(4));
        plan.step(Step::Back, at(6));
        assert_eq!(states(&plan), [Progress::Now(at(6)), Progress::Open, Progress::Open]);
        plan.step(Step::Next, at(9));
        assert_eq!((plan.blocks[0].used_minutes_at(at(9)), plan.blocks[1].used_minutes_at(at(11))), (7, 4));
        plan.step(Step::Back, at(11));
        plan.step(Step::Back, at(11));
        assert_eq!(plan.current(), Some(0), "there is nothing before the first");
    }

    #[test]
    fn skipping_while_nothing_runs_changes_nothing() {
        let mut plan = agenda();
        plan.step(Step::Skip, at(0));
        assert_eq!(states(&plan), [Progress::Open; 3]);
    }

    #[test]
    fn what_runs_at_the_end_is_over_and_what_is_open_stays_open() {
        let mut plan = agenda();
        plan.step(Step::Next, at(0));
        plan.step(Step::Next, at(5));
        plan.stop(at(20));
        assert_eq!(states(&plan), [Progress::Done, Progress::Done, Progress::Open]);
        assert_eq!(plan.blocks[1].used_minutes_at(at(99)), 15);
    }

    /// By hand: 55 minutes are planned. At minute 10 the second block has had 3 of its 20, so 17 are left, until minute 27.
    /// With the 30 of the third one 47 minutes are to come, and the session has 45: it is 2 behind.
    #[test]
    fn the_face_tells_what_is_left_and_how_far_behind_it_is() {
        let session = Session {
            id: SessionId([1; 16]),
            group: GroupId([2; 16]),
            number: 1,
            starts_at: at(0),
            ends_at: at(55),
            state: SessionState::Open,
        };
        let mut plan = agenda();
        plan.step(Step::Next, at(0));
        plan.step(Step::Next, at(7));
        let face = plan.face(&session, at(10));
        let told = (face.current, face.until, face.left_s, face.session_left_minutes, face.behind_minutes);
        assert_eq!(told, (Some(1), Some(at(27)), 17 * 60, 45, 2));
        let late = plan.face(&session, at(30));
        assert_eq!((late.left_s, late.session_left_minutes), (-180, 25));
        assert_eq!(agenda().face(&session, at(0)).behind_minutes, 0, "it fits");
    }
}
