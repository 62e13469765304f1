//! One socket's end in its room: what it was shown last, and what waits to go out.

use std::collections::HashMap;

use ::floor::Seat;
use maud::Render;
use sfu::Consent;
use tokio::sync::mpsc;

use super::visit::Numbers;
use super::wire::Told;
use crate::web::{Region, View};

/// Frames that wait for a slow line; one that takes none of them is closed (security.md 3.6).
pub(super) const FRAMES_MAX: usize = 64;

/// A socket on the roster.
pub(super) struct Line {
    pub seat: Seat,
    pub view: View,
    pub consent: Consent,
    /// Whether they may see how much each speaks.
    pub numbers: Numbers,
    outbox: mpsc::Sender<Told>,
    shown: HashMap<&'static str, String>,
    rev: u64,
}

/// Whether a line still takes what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// It does.
    Yes,
    /// It is closed, or does not drain.
    No,
}

impl Line {
    pub fn new(seat: Seat, view: View, consent: Consent, numbers: Numbers, outbox: mpsc::Sender<Told>) -> Self {
        Self { seat, view, consent, numbers, outbox, shown: HashMap::new(), rev: 0 }
    }

    /// Sends a frame.
    pub fn tell(&self, told: Told) -> Taken {
        match self.outbox.try_send(told) {
            Ok(()) => Taken::Yes,
            Err(_) => Taken::No,
        }
    }

    /// Sends those of these pieces that look different from what was sent before.
    pub fn show(&mut self, regions: Vec<(&'static str, Region)>) -> Taken {
        let mut html = Vec::new();
        for (name, region) in regions {
            let drawn = region.render().into_string();
            if self.shown.get(name) != Some(&drawn) {
                html.push(drawn.clone());
                self.shown.insert(name, drawn);
            }
        }
        if html.is_empty() {
            return Taken::Yes;
        }
        self.rev += 1;
        self.tell(Told::Regions { rev: self.rev, html })
    }
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;

    #[test]
    fn a_line_that_takes_nothing_is_known_when_its_box_is_full_and_what_looks_the_same_is_not_sent() {
        let (outbox, mut taken) = mpsc::channel(FRAMES_MAX);
        let view = View::public("/", Timestamp(0));
        let mut line = Line::new(Seat(1), view, Consent::Refused, Numbers::Hidden, outbox);
        let piece = || vec![("room-now", Region::new("room-now", maud::html! { p { "Now" } }))];
        assert_eq!((line.show(piece()), line.show(piece())), (Taken::Yes, Taken::Yes));
        assert!(taken.try_recv().is_ok() && taken.try_recv().is_err());
        assert!((0..FRAMES_MAX).all(|_| line.tell(Told::HangUp) == Taken::Yes));
        assert_eq!(line.tell(Told::HangUp), Taken::No);
    }
}
