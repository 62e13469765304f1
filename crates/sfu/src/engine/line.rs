//! One member's connection.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use str0m::media::{Mid, Pt};
use str0m::rtp::Ssrc;
use str0m::{Rtc, RtcError};

use super::drain::Until;
use super::{Heard, Rids};
use crate::seat::{Kind, Layer};

/// The engine is never asked sooner again than after this: it wants the time anew after each packet that has left, and looks
/// through all slots whenever it is told.
const REST: Duration = Duration::from_millis(2);
/// Packets that wait in a line and leave in one go: the engine lets out one whenever it is told the time.
const IN_ONE_GO: usize = 16;

/// The engine gave up on a connection, by an error or a panic; it must be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stranded;

pub(crate) struct Line {
    pub(super) rtc: Rtc,
    pub(super) due: Instant,
    pub(super) identity: String,
    /// Our part of the name under which the browser's first datagrams come.
    pub(super) ufrag: String,
    pub(super) slots: [Vec<Mid>; 2],
    pub(super) sources: [Option<Mid>; 2],
    pub(super) rids: Rids,
    pub(super) codecs: [Option<Pt>; 2],
    pub(super) streams: Vec<(Ssrc, Kind, Layer)>,
    pub(super) broken: Option<Instant>,
}

impl Line {
    /// When it next wants the time.
    pub(crate) const fn due(&self) -> Instant {
        self.due
    }

    /// Whether an offer comes from the very connection of the very browser that this is.
    pub(crate) fn is(&self, identity: &str) -> bool {
        self.identity == identity
    }

    /// Whether these are the slots that it began with.
    pub(crate) fn has(&self, slots: &[Vec<String>; 2]) -> bool {
        let is_same =
            |mids: &[Mid], names: &[String]| mids.iter().map(|mid| &**mid).eq(names.iter().map(String::as_str));
        self.slots.iter().zip(slots).all(|(mids, names)| is_same(mids, names))
    }

    pub(crate) fn ufrag(&self) -> &str {
        &self.ufrag
    }

    /// Since when the browser has not answered.
    pub(crate) const fn broken(&self) -> Option<Instant> {
        self.broken
    }

    /// Tells it the time, until nothing more comes of it.
    pub(crate) fn tick(&mut self, now: Instant, heard: &mut Vec<Heard>) -> Result<(), Stranded> {
        for _ in 0..IN_ONE_GO {
            let before = heard.len();
            self.step(now, heard, |line| line.rtc.handle_input(str0m::Input::Timeout(now)))?;
            if heard.len() == before || !self.rtc.is_alive() {
                break;
            }
        }
        Ok(())
    }

    /// Ends the connection; the browser is told.
    pub(crate) fn close(&mut self, now: Instant, heard: &mut Vec<Heard>) -> Result<(), Stranded> {
        self.step(now, heard, |line| line.rtc.close())?;
        self.tick(now, heard)
    }

    /// What the line would carry at best, in kbit/s: the estimate grows into it.
    pub(crate) fn wish(&mut self, kbps: u32, now: Instant, heard: &mut Vec<Heard>) -> Result<(), Stranded> {
        self.step(now, heard, |line| {
            let wished = str0m::bwe::Bitrate::kbps(u64::from(kbps));
            line.rtc.bwe().set_bitrate(str0m::bwe::Bitrate::ZERO, wished);
            Ok(())
        })
    }

    /// One change, and all that comes of it.
    pub(super) fn step(
        &mut self,
        now: Instant,
        heard: &mut Vec<Heard>,
        change: impl FnOnce(&mut Self) -> Result<(), RtcError>,
    ) -> Result<(), Stranded> {
        self.step_until(now, Until::Nothing, heard, change)
    }

    /// One change, and what comes of it as far as is asked.
    pub(super) fn step_until(
        &mut self,
        now: Instant,
        until: Until,
        heard: &mut Vec<Heard>,
        change: impl FnOnce(&mut Self) -> Result<(), RtcError>,
    ) -> Result<(), Stranded> {
        let steps = || {
            // What one datagram does wrong is that datagram's fault; whether the connection lives on is seen below.
            let _ = change(self);
            let due = self.drain(now, until, heard)?;
            if !self.rtc.is_alive() {
                heard.push(Heard::Ended);
            }
            Ok::<_, RtcError>(due)
        };
        match catch_unwind(AssertUnwindSafe(steps)) {
            Ok(Ok(due)) => {
                self.due = due.max(now + REST);
                Ok(())
            }
            Ok(Err(_)) | Err(_) => Err(Stranded),
        }
    }

    pub(super) fn kind_of_source(&self, mid: Mid) -> Option<Kind> {
        match self.sources {
            [Some(audio), _] if audio == mid => Some(Kind::Audio),
            [_, Some(video)] if video == mid => Some(Kind::Video),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(now: Instant) -> Line {
        let rtc = Rtc::builder().build(now);
        Line {
            rtc,
            due: now,
            identity: String::new(),
            ufrag: String::new(),
            slots: [Vec::new(), Vec::new()],
            sources: [None, None],
            rids: Rids::default(),
            codecs: [None, None],
            streams: Vec::new(),
            broken: None,
        }
    }

    #[test]
    fn a_panic_in_the_engine_strands_this_line_and_nothing_else() {
        let now = Instant::now();
        let (mut failing, mut other) = (line(now), line(now));
        assert_eq!(failing.step(now, &mut Vec::new(), |_| panic!("as a fault of the engine would")), Err(Stranded));
        assert_eq!(other.tick(now, &mut Vec::new()), Ok(()));
    }

    #[test]
    fn what_one_datagram_does_wrong_does_not_strand_the_line() {
        let now = Instant::now();
        let mut line = line(now);
        let wrong = |_: &mut Line| Err(RtcError::RemoteSdp("as a broken datagram would".to_owned()));
        assert_eq!(line.step(now, &mut Vec::new(), wrong), Ok(()));
        assert!(line.due() > now);
    }
}
