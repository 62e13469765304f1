//! One member's standing in the room: it outlives the connection, so that whoever comes back finds it as it was.

use std::time::{Duration, Instant};

use floor::Seat;

use super::sound::{Lively, Sound};
use crate::act::View;
use crate::budget::Budget;
use crate::packet::Head;
use crate::seat::{Circle, Kind, Slot};
use crate::source::Source;
use crate::track::Track;

/// What a new line carries is not known before it has been tried for this long.
const ESTIMATE_AFTER: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) seat: Seat,
    pub(super) circle: Circle,
    pub(super) view: View,
    pub(super) budget: Budget,
    silent: [bool; 2],
    sources: [Source; 2],
    sound: Sound,
    places: [Vec<Place>; 2],
    connected: Option<Instant>,
    /// Whether this connection knows who is behind its slots.
    pub(super) is_told: bool,
    estimate_kbps: Option<u32>,
    pub(super) wished_kbps: u32,
}

/// One slot of a member's connection.
#[derive(Debug)]
pub(crate) struct Place {
    mid: String,
    pub(super) behind: Option<Seat>,
    pub(super) track: Track,
}

impl Member {
    pub(super) fn new(seat: Seat) -> Self {
        Self {
            seat,
            circle: Circle::default(),
            view: View::default(),
            budget: Budget::default(),
            silent: [false; 2],
            sources: <[Source; 2]>::default(),
            sound: Sound::default(),
            places: <[Vec<Place>; 2]>::default(),
            connected: None,
            is_told: true,
            estimate_kbps: None,
            wished_kbps: 0,
        }
    }

    /// Takes up a new connection. Who was behind the slots stays in the same order.
    pub(super) fn connect(&mut self, slots: [Vec<String>; 2], now: Instant) {
        for (places, mids) in self.places.iter_mut().zip(slots) {
            let mut before: Vec<Place> = std::mem::take(places);
            before.resize_with(mids.len(), Place::empty);
            *places = before.into_iter().zip(mids).map(|(place, mid)| place.at(mid)).collect();
        }
        (self.budget, self.connected, self.estimate_kbps) = (Budget::default(), Some(now), None);
        (self.sources, self.sound) = (<[Source; 2]>::default(), Sound::default());
        self.is_told = false;
    }

    pub(super) const fn silence(&mut self, kind: Kind) {
        self.silent[kind as usize] = true;
    }

    pub(super) const fn unsilence(&mut self, kind: Kind) {
        self.silent[kind as usize] = false;
    }

    pub(super) const fn is_silent(&self, kind: Kind) -> bool {
        self.silent[kind as usize]
    }

    pub(crate) const fn set_estimate(&mut self, kbps: u32) {
        self.estimate_kbps = Some(kbps);
    }

    /// What the line is thought to carry, once that is worth something.
    pub(super) fn estimate_kbps(&self, now: Instant) -> Option<u32> {
        let tried = self.connected.is_some_and(|at| now.saturating_duration_since(at) >= ESTIMATE_AFTER);
        self.estimate_kbps.filter(|_| tried)
    }

    pub(super) const fn source(&self, kind: Kind) -> &Source {
        &self.sources[kind as usize]
    }

    pub(super) const fn source_mut(&mut self, kind: Kind) -> &mut Source {
        &mut self.sources[kind as usize]
    }

    pub(super) fn places(&self, kind: Kind) -> &[Place] {
        &self.places[kind as usize]
    }

    pub(super) fn places_mut(&mut self, kind: Kind) -> &mut [Place] {
        &mut self.places[kind as usize]
    }

    /// Takes a packet of sound that is passed on.
    pub(super) fn hear(&mut self, head: &Head) {
        self.sound.hear(head);
    }

    /// How much they are to be heard now.
    pub(super) fn lively(&self, now: Instant) -> Lively {
        self.sound.now(now)
    }

    /// Who is behind which slot.
    pub(crate) fn slots(&self) -> Vec<Slot> {
        let of = |kind: Kind| {
            let slot = move |place: &Place| Slot { mid: place.mid.clone(), kind, seat: place.behind };
            self.places(kind).iter().map(slot)
        };
        of(Kind::Audio).chain(of(Kind::Video)).collect()
    }
}

impl Place {
    fn empty() -> Self {
        Self { mid: String::new(), behind: None, track: Track::default() }
    }

    fn at(mut self, mid: String) -> Self {
        self.mid = mid;
        self.track.renew();
        self
    }
}
