//! Who gets which slot at each receiver. Slots are fixed; only who is behind them changes, and each change is told.

use floor::Seat;

use super::{Member, Room};
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

    /// Whom a receiver can hear or see now, the most important first: whoever is silenced, or sends nothing, has no slot.
    /// The page's own order is one of pictures; it keeps no voice from being heard.
    fn wanted(&self, receiver: usize, kind: Kind) -> Vec<Seat> {
        let listener = &self.members[receiver];
        let held = |seat: Seat| listener.places(kind).iter().any(|place| place.behind == Some(seat));
        let importance = |speaker: &Member| {
            let seat = speaker.seat;
            let first = listener.view.first.iter().position(|first| *first == seat && kind == Kind::Video);
            let is_called = [self.broadcast, self.spotlight].contains(&Some(seat));
            (!is_called, first.unwrap_or(usize::MAX), speaker.lively(self.now), !held(seat))
        };
        let heard = self.members.iter().filter(|speaker| {
            self.hears(listener, speaker)
                && self.is_forwarded(speaker, kind)
                && speaker.source(kind).is_coming(self.now)
        });
        let mut wanted: Vec<&Member> = heard.collect();
        wanted.sort_by_cached_key(|speaker| importance(speaker));
        wanted.into_iter().map(|speaker| speaker.seat).collect()
    }
}
