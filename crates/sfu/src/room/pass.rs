//! The way of one packet through the room.

use std::time::Instant;

use floor::Seat;

use super::sound::Lively;
use super::{Member, Room};
use crate::packet::{Head, Rewritten};
use crate::seat::{Circle, Kind, Layer};
use crate::track::{Feed, Passage};

/// Where a packet goes: to this member's slot of its kind, with these numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub to: Seat,
    pub place: usize,
    pub rewritten: Rewritten,
}

impl Room {
    /// Decides where a packet from this member goes. Answers with the layer whose key frame must be asked for, if a picture
    /// waits for one.
    pub(crate) fn pass(&mut self, from: Seat, head: &Head, ways: &mut Vec<Way>) -> Option<Layer> {
        let place = self.members.iter().position(|member| member.seat == from)?;
        let begins = !self.members[place].source(head.kind).is_coming(head.at);
        self.members[place].source_mut(head.kind).came(head);
        if !self.is_forwarded(&self.members[place], head.kind) {
            self.halt(from, head.kind);
            return None;
        }
        self.count(place, head);
        if self.stands_out(place, head) || begins {
            self.make_room(head.at);
        }
        let mut waits = false;
        for receiver in 0..self.members.len() {
            if self.hears(&self.members[receiver], &self.members[place]) {
                waits |= self.pass_to(receiver, from, head, ways);
            }
        }
        let source = self.members[place].source_mut(head.kind);
        (waits && source.may_ask(head.layer, head.at)).then_some(head.layer)
    }

    /// Passes a packet to one receiver; whether a picture waits for a key frame there.
    fn pass_to(&mut self, receiver: usize, from: Seat, head: &Head, ways: &mut Vec<Way>) -> bool {
        let member = &mut self.members[receiver];
        let to = member.seat;
        let mut places = member.places_mut(head.kind).iter_mut().enumerate();
        let Some((place, slot)) = places.find(|(_, slot)| slot.behind == Some(from)) else { return false };
        match slot.track.pass(Feed { seat: from, layer: head.layer }, head) {
            Passage::Passed(rewritten) => ways.push(Way { to, place, rewritten }),
            Passage::NeedsKeyFrame => return true,
            Passage::Dropped => {}
        }
        false
    }

    /// What is not forwarded leaves no gap behind: whoever is heard again goes on with the next number.
    fn halt(&mut self, from: Seat, kind: Kind) {
        let places = self.members.iter_mut().flat_map(|member| member.places_mut(kind));
        places.filter(|place| place.behind == Some(from)).for_each(|place| place.track.halt());
    }

    /// Whether somebody is heard just now who was not a moment ago.
    fn stands_out(&mut self, place: usize, head: &Head) -> bool {
        let member = &mut self.members[place];
        let was = member.lively(head.at);
        if head.kind == Kind::Audio {
            member.hear(head);
        }
        was != Lively::JustNow && member.lively(head.at) == Lively::JustNow
    }

    /// Whoever begins has a slot before their first packet goes on.
    fn make_room(&mut self, now: Instant) {
        self.now = self.now.max(now);
        self.remap();
        for receiver in 0..self.members.len() {
            self.await_cameras(receiver);
        }
    }

    /// Counts the level of what the whole room hears; breakouts are nobody's to count.
    fn count(&mut self, place: usize, head: &Head) {
        let Member { seat, circle, .. } = self.members[place];
        if let Some(level_dbov) = head.level_dbov
            && circle == Circle::default()
        {
            let at_ms = self.since_opened_ms(head.at);
            self.levels.hear(seat, level_dbov, at_ms);
        }
    }
}
