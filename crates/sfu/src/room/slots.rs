//! Who gets which slot at each receiver. Slots are fixed; only who is behind them changes, and each change is told.

use floor::Seat;

use super::Room;
use crate::assign::assign;
use crate::output::Event;
use crate::seat::{Kind, Layer};
use crate::track::Feed;

impl Room {
    /// Gives each receiver those whom it may hear, and tells it of what has changed.
    pub(super) fn remap(&mut self) {
        for receiver in 0..self.members.len() {
            let sound = self.settle(receiver, Kind::Audio);
            let pictures = self.settle(receiver, Kind::Video);
            let member = &mut self.members[receiver];
            if sound || pictures || !member.is_told {
                member.is_told = true;
                self.events.push((member.seat, Event::Slots(member.slots())));
            }
        }
    }

    /// Settles one receiver's slots of one kind; whether anything has changed.
    fn settle(&mut self, receiver: usize, kind: Kind) -> bool {
        let wanted = self.wanted(receiver, kind);
        let seat = self.members[receiver].seat;
        let places = self.members[receiver].places_mut(kind);
        let before: Vec<Option<Seat>> = places.iter().map(|place| place.behind).collect();
        let after = assign(&before, &wanted);
        for (number, (place, behind)) in places.iter_mut().zip(&after).enumerate() {
            let is_new = place.behind != *behind || place.track.wanted().is_none();
            if kind == Kind::Video && place.behind.is_some() && place.behind != *behind {
                self.cuts.push((seat, number));
            }
            place.behind = *behind;
            match (behind, kind) {
                (None, _) => place.track.want(None),
                (Some(seat), Kind::Audio) => place.track.want(Some(Feed { seat: *seat, layer: Layer::SMALLEST })),
                (Some(_), Kind::Video) if is_new => place.track.want(None),
                (Some(_), Kind::Video) => {}
            }
        }
        before != after
    }

    /// Whom a receiver may hear or see, the most important first.
    fn wanted(&self, receiver: usize, kind: Kind) -> Vec<Seat> {
        let listener = &self.members[receiver];
        let held = |seat: Seat| listener.places(kind).iter().any(|place| place.behind == Some(seat));
        let importance = |seat: Seat| {
            let first = listener.view.first.iter().position(|first| *first == seat && kind == Kind::Video);
            let is_called = [self.broadcast, self.spotlight].contains(&Some(seat));
            (first.unwrap_or(usize::MAX), !is_called, !self.levels.is_speaking(seat), !held(seat))
        };
        let heard = self.members.iter().filter(|speaker| self.hears(listener, speaker));
        let mut wanted: Vec<Seat> = heard.map(|speaker| speaker.seat).collect();
        wanted.sort_by_cached_key(|seat| importance(*seat));
        wanted
    }
}
