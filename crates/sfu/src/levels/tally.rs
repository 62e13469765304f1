//! The sums of one member who agreed to be counted.

/// A pause of the same member within a turn may be as long as this, in milliseconds, if nobody else begins in it.
const TURN_PAUSE_MS: u64 = 1_500;

/// What is counted of a member, in milliseconds and times. No course of time is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Speech, pauses left out.
    pub talk_ms: u64,
    /// Of it, while somebody else spoke too.
    pub overlap_ms: u64,
    /// How often this member took the word. Goes on over pauses of a second and a half unless somebody else begins.
    pub turns: u32,
    /// The longest turn from its first word to its last.
    pub longest_turn_ms: u64,
    /// How often this member began while somebody else spoke.
    pub interruptions: u32,
    now: Now,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Now {
    #[default]
    Silent,
    /// In a pause of a turn that began then and may go on.
    Pausing {
        turn_ms: u64,
        ended_ms: u64,
    },
    Talking {
        turn_ms: u64,
    },
}

impl Tally {
    pub(super) const fn is_talking(&self) -> bool {
        matches!(self.now, Now::Talking { .. })
    }

    pub(super) const fn goes_on(&mut self, gone_ms: u64, voices: usize) {
        self.talk_ms += gone_ms;
        if voices > 1 {
            self.overlap_ms += gone_ms;
        }
    }

    pub(super) fn begins(&mut self, at_ms: u64, others: usize) {
        let turn_ms = match self.now {
            Now::Talking { turn_ms } => turn_ms,
            Now::Pausing { turn_ms, ended_ms } if at_ms.saturating_sub(ended_ms) <= TURN_PAUSE_MS => turn_ms,
            Now::Pausing { .. } | Now::Silent => {
                self.turns += 1;
                self.interruptions += u32::from(others > 0);
                at_ms
            }
        };
        self.now = Now::Talking { turn_ms };
    }

    pub(super) fn ends(&mut self, at_ms: u64) {
        if let Now::Talking { turn_ms } = self.now {
            self.longest_turn_ms = self.longest_turn_ms.max(at_ms.saturating_sub(turn_ms));
            self.now = Now::Pausing { turn_ms, ended_ms: at_ms };
        }
    }

    /// Somebody else takes the word in this member's pause, and the turn is over.
    pub(super) const fn another_begins(&mut self) {
        if matches!(self.now, Now::Pausing { .. }) {
            self.now = Now::Silent;
        }
    }
}
