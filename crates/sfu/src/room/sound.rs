//! Whether somebody is heard just now: what decides who has a slot where there are fewer slots than people.
//!
//! This is for the moment and for nobody to see: it comes from the packets that are passed on, counted or not, and is gone with
//! the next silence. A packet stands out if it is larger, or louder where a level is sent, than the member's own background,
//! which is followed quickly downwards and slowly upwards. So whoever begins stands out, and so does whoever goes on in words
//! with pauses; a fan does not, even where the browser sends it all the time.

use std::time::{Duration, Instant};

use crate::packet::Head;

/// Whoever stood out so lately is heard just now.
const JUST_NOW: Duration = Duration::from_secs(2);
/// Packets further apart than this are no sound that goes on: in silence a browser sends one every 400 ms.
const APART: Duration = Duration::from_millis(100);
/// So many in a row are a beginning.
const TO_BEGIN: u32 = 3;
/// A packet of so many bytes says that there is silence.
const SILENCE_BYTES_MAX: usize = 8;
/// Quieter than this is no voice, in dBov.
const VOICE_DBOV_MIN: i8 = -55;
/// How far a packet stands out from the background.
const ABOVE_BACKGROUND: f32 = 1.2;
/// The share of the way that one packet takes the background, down and up: up within about two seconds.
const DOWN: f32 = 0.2;
const UP: f32 = 0.02;

/// How much somebody is to be heard now; the most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lively {
    /// Stands out, or did just now.
    JustNow,
    /// Sends sound that does not stand out.
    Steady,
    /// Silent.
    Quiet,
}

#[derive(Debug, Default)]
pub(crate) struct Sound {
    /// Bytes, or dB above the quietest level.
    background: f32,
    in_a_row: u32,
    came: Option<Instant>,
    stood_out: Option<Instant>,
}

impl Sound {
    /// Takes a packet that is passed on.
    pub(crate) fn hear(&mut self, head: &Head) {
        let goes_on = self.came.is_some_and(|came| head.at.saturating_duration_since(came) <= APART);
        self.came = Some(head.at);
        if !goes_on {
            (self.in_a_row, self.background) = (0, 0.0);
        }
        if head.bytes <= SILENCE_BYTES_MAX {
            self.in_a_row = 0;
            return;
        }
        self.in_a_row = self.in_a_row.saturating_add(1);
        let loudness = loudness(head);
        let is_voice = head.level_dbov.is_none_or(|level| level > VOICE_DBOV_MIN);
        if is_voice && self.in_a_row >= TO_BEGIN && loudness >= self.background * ABOVE_BACKGROUND {
            self.stood_out = Some(head.at);
        }
        let apart = loudness - self.background;
        self.background += apart * if apart < 0.0 { DOWN } else { UP };
    }

    pub(crate) fn now(&self, now: Instant) -> Lively {
        let within = |at: Option<Instant>, time| at.is_some_and(|at| now.saturating_duration_since(at) < time);
        if within(self.stood_out, JUST_NOW) {
            Lively::JustNow
        } else if self.in_a_row >= TO_BEGIN && within(self.came, APART * 2) {
            Lively::Steady
        } else {
            Lively::Quiet
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a packet has at most some thousand bytes")]
fn loudness(head: &Head) -> f32 {
    head.level_dbov.map_or(head.bytes as f32, |level| f32::from(level) + 127.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packet::{Picture, Start};
    use crate::seat::{Kind, Layer};

    fn head(bytes: usize, level_dbov: Option<i8>, at: Instant) -> Head {
        let (kind, layer, picture) = (Kind::Audio, Layer::SMALLEST, Picture::default());
        let (start, marker) = (Start::Here, false);
        Head { kind, layer, stream: 1, seq: 1, time: 0, marker, start, picture, bytes, level_dbov, at }
    }

    /// What is thought after each packet: one every 20 ms, of so many bytes at a time in milliseconds; none sends nothing.
    fn listen(until_ms: u64, level: Option<i8>, bytes: impl Fn(u64) -> Option<usize>) -> Vec<Lively> {
        let (began, mut sound) = (Instant::now(), Sound::default());
        let step = |at_ms| {
            let at = began + Duration::from_millis(at_ms);
            if let Some(bytes) = bytes(at_ms) {
                sound.hear(&head(bytes, level, at));
            }
            sound.now(at)
        };
        (0..until_ms).step_by(20).map(step).collect()
    }

    #[test]
    fn whoever_begins_stands_out_within_a_tenth_of_a_second() {
        for level in [None, Some(-30)] {
            let heard = listen(100, level, |_| Some(80));
            assert_eq!(heard[2..], [Lively::JustNow; 3], "{level:?}");
            assert_eq!(heard[0], Lively::Quiet, "one packet is nothing");
        }
    }

    #[test]
    fn what_a_browser_sends_of_silence_is_quiet() {
        let one_in_twenty = |at_ms: u64| at_ms.is_multiple_of(400).then_some(60);
        assert!(listen(10_000, None, one_in_twenty).iter().all(|now| *now == Lively::Quiet));
        assert!(listen(10_000, None, |_| Some(3)).iter().all(|now| *now == Lively::Quiet));
        assert!(listen(10_000, Some(-72), |_| Some(80)).iter().all(|now| *now != Lively::JustNow));
    }

    #[test]
    fn a_fan_that_is_sent_all_the_time_stands_out_no_more_after_a_while() {
        let fan = |at_ms: u64| Some(40 + usize::try_from(at_ms / 20 % 3).unwrap());
        let heard = listen(20_000, None, fan);
        assert!(heard[300..].iter().all(|now| *now == Lively::Steady), "after six seconds");
    }

    #[test]
    fn a_long_speech_in_words_and_gaps_stands_out_to_its_end() {
        let words = |at_ms: u64| Some(if at_ms % 300 < 220 { 90 } else { 35 });
        assert!(listen(120_000, None, words)[2..].iter().all(|now| *now == Lively::JustNow));
    }
}
