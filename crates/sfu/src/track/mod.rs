//! One slot at one receiver: whose packets go there, and the numbers under which they leave.
//!
//! A receiver sees one unbroken stream, whoever is behind it: sequence numbers, media time and picture ids go on where the
//! last source stopped. A picture begins with a key frame, always.

#[cfg(test)]
mod tests;

use std::time::Instant;

use floor::Seat;

use crate::packet::{Head, Picture, Rewritten, Start};
use crate::seat::Layer;

/// The first sequence number of a slot. A fresh receiver knows nothing of earlier rollovers, so it must be below 65,536.
const SEQ_FIRST: u64 = 1_000;
const PICTURE_IDS: u16 = 1 << 15;

/// One layer of one member's source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Feed {
    pub seat: Seat,
    pub layer: Layer,
}

/// What becomes of a packet at a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passage {
    /// It goes out with these numbers.
    Passed(Rewritten),
    /// It is what is wanted, but a picture cannot begin here.
    NeedsKeyFrame,
    /// It is not for this slot.
    Dropped,
}

#[derive(Debug, Default)]
pub(crate) struct Track {
    wanted: Option<Feed>,
    shown: Option<Shown>,
    last: Option<Last>,
}

/// The feed that is passing, and where its numbers meet ours.
#[derive(Debug)]
struct Shown {
    feed: Feed,
    stream: u32,
    theirs: Numbers,
    ours: Numbers,
}

#[derive(Clone, Copy, Debug)]
struct Numbers {
    seq: u64,
    time: u32,
    picture: Picture,
}

/// The newest packet that has left.
#[derive(Clone, Copy, Debug)]
struct Last {
    numbers: Numbers,
    at: Instant,
}

impl Track {
    /// Asks for a feed, or for nothing. Another layer of the same member takes over at its key frame; another member's packets
    /// end the old ones at once.
    pub(crate) fn want(&mut self, feed: Option<Feed>) {
        self.wanted = feed;
        let is_same_seat = |shown: &Shown| feed.is_some_and(|feed| feed.seat == shown.feed.seat);
        if !self.shown.as_ref().is_some_and(is_same_seat) {
            self.shown = None;
        }
    }

    /// Ends what is passing without forgetting what is wanted: the source was silenced for a while.
    pub(crate) fn halt(&mut self) {
        self.shown = None;
    }

    /// Begins anew for a new connection, with what was wanted.
    pub(crate) fn renew(&mut self) {
        (self.shown, self.last) = (None, None);
    }

    pub(crate) const fn wanted(&self) -> Option<Feed> {
        self.wanted
    }

    /// Whether what is wanted has not begun.
    pub(crate) fn waits(&self) -> bool {
        self.wanted.is_some() && self.wanted != self.shown.as_ref().map(|shown| shown.feed)
    }

    /// Decides about one packet of `feed`.
    pub(crate) fn pass(&mut self, feed: Feed, head: &Head) -> Passage {
        if self.is_shown(feed, head.stream) {
            return self.rewrite(head);
        }
        match (self.wanted == Some(feed), head.start) {
            (false, _) => Passage::Dropped,
            (true, Start::Later) => Passage::NeedsKeyFrame,
            (true, Start::Here) => {
                self.take_over(feed, head);
                self.rewrite(head)
            }
        }
    }

    fn is_shown(&self, feed: Feed, stream: u32) -> bool {
        let is_it = |shown: &Shown| shown.feed == feed && shown.stream == stream;
        self.wanted.is_some() && self.shown.as_ref().is_some_and(is_it)
    }

    fn take_over(&mut self, feed: Feed, head: &Head) {
        let theirs = Numbers { seq: head.seq, time: head.time, picture: head.picture };
        let first = Numbers { seq: SEQ_FIRST, ..theirs };
        let ours = self.last.map_or(first, |last| last.next(head));
        self.shown = Some(Shown { feed, stream: head.stream, theirs, ours });
    }

    fn rewrite(&mut self, head: &Head) -> Passage {
        let Some(shown) = &self.shown else { return Passage::Dropped };
        let Some(ahead) = head.seq.checked_sub(shown.theirs.seq) else { return Passage::Dropped };
        let numbers = Numbers {
            seq: shown.ours.seq + ahead,
            time: shown.ours.time.wrapping_add(head.time.wrapping_sub(shown.theirs.time)),
            picture: shown.picture(head.picture),
        };
        let is_first = ahead == 0 && head.kind == crate::Kind::Audio;
        if self.last.is_none_or(|last| last.numbers.seq < numbers.seq) {
            self.last = Some(Last { numbers, at: head.at });
        }
        let Numbers { seq, time, picture } = numbers;
        Passage::Passed(Rewritten { kind: head.kind, seq, time, marker: head.marker || is_first, picture })
    }
}

impl Shown {
    fn picture(&self, picture: Picture) -> Picture {
        let (from, to) = (self.theirs.picture, self.ours.picture);
        let id = picture.id.map(|id| {
            let ahead = id.wrapping_sub(from.id.unwrap_or(id));
            to.id.unwrap_or(id).wrapping_add(ahead) % PICTURE_IDS
        });
        let base =
            picture.base.map(|base| to.base.unwrap_or(base).wrapping_add(base.wrapping_sub(from.base.unwrap_or(base))));
        Picture { id, base }
    }
}

impl Last {
    /// The numbers with which the next source begins: one later, and as much media time as has gone by.
    fn next(&self, head: &Head) -> Numbers {
        let Numbers { seq, time, picture } = self.numbers;
        let gone_us = head.at.saturating_duration_since(self.at).as_micros();
        let ticks = gone_us.saturating_mul(u128::from(head.kind.clock_hz())) / 1_000_000;
        // Media time is a clock of 32 bits that goes round.
        #[expect(clippy::cast_possible_truncation, reason = "media time wraps at 32 bits")]
        let ticks = ticks as u32;
        Numbers {
            seq: seq + 1,
            time: time.wrapping_add(ticks.max(1)),
            picture: Picture {
                id: picture.id.map(|id| (id + 1) % PICTURE_IDS).or(head.picture.id),
                base: picture.base.map(|base| base.wrapping_add(1)).or(head.picture.base),
            },
        }
    }
}
