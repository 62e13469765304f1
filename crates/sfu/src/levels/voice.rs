//! Whether one member speaks, by the levels of their packets alone.
//!
//! A packet is voiced if it is loud enough and stands out from the member's own background, which is followed quickly downwards
//! and slowly upwards. Three voiced packets begin speech, counted from the first; a pause of [`HANG_OVER_MS`] ends it, counted
//! from the last, so that neither edge adds anything.

/// The shortest pause that ends speech, in milliseconds; gaps between syllables and words are shorter.
pub const HANG_OVER_MS: u64 = 400;

/// The length of one packet of sound, in milliseconds.
pub(super) const PACKET_MS: u64 = 20;
/// Quieter than this is no voice, in dBov.
const VOICE_DBOV_MIN: f32 = -55.0;
/// How far a voice stands out from the background, in dB.
const ABOVE_BACKGROUND_DB: f32 = 9.0;
const VOICED_TO_BEGIN: usize = 3;
/// Voiced packets further apart than this belong to no common beginning, in milliseconds.
const BEGINNING_MS: u64 = 100;

const BACKGROUND_FIRST_DBOV: f32 = -70.0;
const BACKGROUND_DBOV_MIN: f32 = -80.0;
/// The share of the way down that one packet takes the background.
const DOWN: f32 = 0.2;
/// How fast the background rises under steady sound, in dB a millisecond.
const UP_DB_PER_MS: f32 = 0.001;
/// A pause in the packets says nothing of the background beyond this, in milliseconds.
const STEP_MS_MAX: u64 = 100;

/// One member's voice.
#[derive(Debug)]
pub(super) struct Voice {
    background_dbov: f32,
    heard_ms: Option<u64>,
    state: State,
}

#[derive(Debug)]
enum State {
    Silent,
    /// Voiced packets, too few to be speech.
    Beginning {
        first_ms: u64,
        last_ms: u64,
        voiced: usize,
    },
    /// Speech, whose last voiced packet came then.
    Speaking {
        last_ms: u64,
    },
}

impl Voice {
    pub(super) const fn new() -> Self {
        Self { background_dbov: BACKGROUND_FIRST_DBOV, heard_ms: None, state: State::Silent }
    }

    /// Takes a packet's level; tells when speech began, once three packets have shown it.
    pub(super) fn hear(&mut self, level_dbov: i8, at_ms: u64) -> Option<u64> {
        let level_dbov = f32::from(level_dbov);
        let is_voiced = level_dbov > VOICE_DBOV_MIN && level_dbov - self.background_dbov >= ABOVE_BACKGROUND_DB;
        self.follow(level_dbov, at_ms);
        match self.state {
            State::Speaking { last_ms } => {
                let last_ms = if is_voiced { last_ms.max(at_ms) } else { last_ms };
                self.state = State::Speaking { last_ms };
                None
            }
            _ if !is_voiced => {
                self.state = State::Silent;
                None
            }
            State::Beginning { first_ms, last_ms, voiced } if at_ms.saturating_sub(last_ms) <= BEGINNING_MS => {
                self.begin(first_ms, at_ms, voiced + 1)
            }
            State::Silent | State::Beginning { .. } => self.begin(at_ms, at_ms, 1),
        }
    }

    fn begin(&mut self, first_ms: u64, last_ms: u64, voiced: usize) -> Option<u64> {
        if voiced < VOICED_TO_BEGIN {
            self.state = State::Beginning { first_ms, last_ms, voiced };
            return None;
        }
        self.state = State::Speaking { last_ms };
        Some(first_ms)
    }

    /// Lets time pass without a voiced packet; tells when speech ended, once the pause is long enough.
    pub(super) const fn rest(&mut self, now_ms: u64) -> Option<u64> {
        match self.state {
            State::Speaking { last_ms } if now_ms.saturating_sub(last_ms) > HANG_OVER_MS => {
                self.state = State::Silent;
                Some(last_ms + PACKET_MS)
            }
            _ => None,
        }
    }

    fn follow(&mut self, level_dbov: f32, at_ms: u64) {
        let step_ms = self.heard_ms.map_or(PACKET_MS, |heard| at_ms.saturating_sub(heard).min(STEP_MS_MAX));
        self.heard_ms = Some(at_ms);
        let apart_db = level_dbov - self.background_dbov;
        #[expect(clippy::cast_precision_loss, reason = "a step has at most a hundred milliseconds")]
        let up_db = UP_DB_PER_MS * step_ms as f32;
        let moved_db = if apart_db < 0.0 { apart_db * DOWN } else { apart_db.min(up_db) };
        self.background_dbov = (self.background_dbov + moved_db).max(BACKGROUND_DBOV_MIN);
    }
}
