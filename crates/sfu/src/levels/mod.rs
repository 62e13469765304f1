//! Sound levels → talk time: seconds, turns, overlap and silence of those who agreed to be counted.
//!
//! Takes a member, a level in dBov and a time in milliseconds since any fixed moment, from the packets' own extension or from
//! a page's report alike. Nothing else of a voice comes in here, and no course of time goes out: sums only. Of a member who did
//! not agree there is no counter at all. A level cannot tell speech from a cough, a television or an echo, and the sender
//! makes it.

mod tally;
mod voice;

use floor::Seat;

pub use tally::Tally;
pub use voice::HANG_OVER_MS;
use voice::{PACKET_MS, Voice};

/// The most edges of speech that wait to be counted; nobody speaks and stops so often within half a second.
const EDGES_MAX: usize = 4_096;

/// What the room as a whole did, in milliseconds, of those who agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// One voice.
    pub single_ms: u64,
    /// Two voices or more.
    pub overlap_ms: u64,
    /// None.
    pub silence_ms: u64,
}

/// Talk time so far: the room's and each member's, in the order in which they agreed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talk {
    /// The room's.
    pub together: Together,
    /// Each member's who agreed.
    pub members: Vec<(Seat, Tally)>,
}

impl Talk {
    /// How evenly the talk was shared, from 0 (one voice) to 1 (all alike): the evenness of Pielou, entropy over its most.
    /// None with fewer than two members or without a word.
    pub fn balance(&self) -> Option<f64> {
        let all: u64 = self.members.iter().map(|(_, tally)| tally.talk_ms).sum();
        if all == 0 || self.members.len() < 2 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of a session are far below 2^52")]
        let shares = self.members.iter().map(|(_, tally)| tally.talk_ms as f64 / all as f64);
        let entropy: f64 = shares.filter(|share| *share > 0.0).map(|share| -share * share.ln()).sum();
        #[expect(clippy::cast_precision_loss, reason = "a room has a few dozen seats")]
        let most = (self.members.len() as f64).ln();
        Some(entropy / most)
    }
}

/// Somebody's speech begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    Begins,
    Ends,
}

#[derive(Debug)]
struct Member {
    seat: Seat,
    voice: Voice,
    tally: Tally,
}

/// The levels of one room, and what came of them.
#[derive(Debug)]
pub struct Levels {
    members: Vec<Member>,
    edges: Vec<(u64, Seat, Edge)>,
    together: Together,
    settled_ms: u64,
}

impl Levels {
    /// Begins to count at this time; the room's silence is counted from here.
    pub const fn new(now_ms: u64) -> Self {
        let together = Together { single_ms: 0, overlap_ms: 0, silence_ms: 0 };
        Self { members: Vec::new(), edges: Vec::new(), together, settled_ms: now_ms }
    }

    /// A member agrees to be counted. Agreeing twice changes nothing.
    pub fn agree(&mut self, seat: Seat) {
        if self.place(seat).is_none() {
            self.members.push(Member { seat, voice: Voice::new(), tally: Tally::default() });
        }
    }

    /// A member takes that back: their numbers are gone, as if they had never been.
    pub fn refuse(&mut self, seat: Seat) {
        self.members.retain(|member| member.seat != seat);
        self.edges.retain(|(_, whose, _)| *whose != seat);
    }

    /// Whether a member is counted.
    pub fn counts(&self, seat: Seat) -> bool {
        self.place(seat).is_some()
    }

    /// One packet's level, from -127 (silence) to 0 (the loudest) dBov. Nothing happens for a member who did not agree.
    pub fn hear(&mut self, seat: Seat, level_dbov: i8, at_ms: u64) {
        let Some(place) = self.place(seat) else { return };
        let member = &mut self.members[place];
        if let Some(ended_ms) = member.voice.rest(at_ms) {
            self.edges.push((ended_ms, seat, Edge::Ends));
        }
        if let Some(began_ms) = member.voice.hear(level_dbov, at_ms) {
            self.edges.push((began_ms, seat, Edge::Begins));
        }
        if self.edges.len() > EDGES_MAX {
            self.settle(at_ms);
        }
    }

    /// Talk time up to [`HANG_OVER_MS`] ago: what is younger may still turn out to be a pause.
    pub fn talk(&mut self, now_ms: u64) -> Talk {
        self.settle(now_ms);
        Talk {
            together: self.together,
            members: self.members.iter().map(|member| (member.seat, member.tally)).collect(),
        }
    }

    /// Ends all speech and tells the talk time of the whole.
    pub fn end(&mut self, now_ms: u64) -> Talk {
        self.talk(now_ms + HANG_OVER_MS + PACKET_MS)
    }

    /// Counts what is certain by now. Reads the room late by the hang-over, so that both edges of speech shift alike.
    pub fn settle(&mut self, now_ms: u64) {
        for member in &mut self.members {
            if let Some(ended_ms) = member.voice.rest(now_ms) {
                self.edges.push((ended_ms, member.seat, Edge::Ends));
            }
        }
        let until_ms = now_ms.saturating_sub(HANG_OVER_MS);
        self.edges.sort_by_key(|(at_ms, _, edge)| (*at_ms, *edge == Edge::Begins));
        let certain = self.edges.partition_point(|(at_ms, ..)| *at_ms <= until_ms);
        let edges: Vec<_> = self.edges.drain(..certain).collect();
        for (at_ms, seat, edge) in edges {
            self.pass_to(at_ms);
            self.turn(seat, edge, at_ms);
        }
        self.pass_to(until_ms);
    }

    /// Lets time go by that is nobody's: the whole room was empty.
    pub fn skip(&mut self, now_ms: u64) {
        self.settle(now_ms);
        self.settled_ms = self.settled_ms.max(now_ms);
    }

    /// Counts the time since the last edge.
    fn pass_to(&mut self, at_ms: u64) {
        let gone_ms = at_ms.saturating_sub(self.settled_ms);
        self.settled_ms = self.settled_ms.max(at_ms);
        let voices = self.members.iter().filter(|member| member.tally.is_talking()).count();
        match voices {
            0 => self.together.silence_ms += gone_ms,
            1 => self.together.single_ms += gone_ms,
            _ => self.together.overlap_ms += gone_ms,
        }
        for member in self.members.iter_mut().filter(|member| member.tally.is_talking()) {
            member.tally.goes_on(gone_ms, voices);
        }
    }

    fn turn(&mut self, seat: Seat, edge: Edge, at_ms: u64) {
        let others = self.members.iter().filter(|member| member.seat != seat && member.tally.is_talking()).count();
        for member in &mut self.members {
            match (member.seat == seat, edge) {
                (true, Edge::Begins) => member.tally.begins(at_ms, others),
                (true, Edge::Ends) => member.tally.ends(at_ms),
                (false, Edge::Begins) => member.tally.another_begins(),
                (false, Edge::Ends) => {}
            }
        }
    }

    fn place(&self, seat: Seat) -> Option<usize> {
        self.members.iter().position(|member| member.seat == seat)
    }
}
