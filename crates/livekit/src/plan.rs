//! What is wanted of LiveKit for one room, and how that differs from what is found there. Pure: no clock, no call.

use std::collections::{BTreeMap, BTreeSet};

use floor::Seat;
use sfu::{Act, Circle, Event, Kind, Loss, Slot, Turns};

use crate::calls::{Grants, Participant, Passes, Permission, State};

/// Names of LiveKit rooms that may wait to be ended; beyond that LiveKit ends them by itself when they are empty.
const RETIRED_MAX: usize = 64;

/// One room: its circles, and who is in which.
#[derive(Default)]
pub(crate) struct Plan {
    /// Each circle that somebody is in, and the name of its LiveKit room.
    circles: BTreeMap<Circle, String>,
    places: BTreeMap<Seat, Place>,
    turns: Turns,
    /// LiveKit rooms to be ended.
    retired: BTreeSet<String>,
    is_over: bool,
}

/// A seat that has a ticket.
struct Place {
    circle: Circle,
    identity: String,
    passes: Grants,
    /// Whether LiveKit has said that its sound and pictures flow.
    is_here: bool,
}

/// What a ticket is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub room: String,
    pub identity: String,
    pub grants: Grants,
}

/// Random names, should they be needed.
pub(crate) struct Names {
    pub room: String,
    pub identity: String,
}

/// What is to be set right in a LiveKit room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mend {
    /// This participant may send this.
    Permit(String, Grants),
    /// This participant has no place there.
    Remove(String),
}

impl Plan {
    /// Gives a seat its place, as the acts of its arrival say it. Another circle is a new place, under a new name.
    pub fn seat(&mut self, seat: Seat, arrival: &[Act], names: Names) -> Way {
        let circle = arrival.iter().find_map(|act| circle_of(act, seat)).unwrap_or_default();
        if self.places.get(&seat).is_some_and(|place| place.circle != circle) {
            self.leave(seat);
        }
        let room = self.circles.entry(circle).or_insert(names.room).clone();
        let passes = Grants::default();
        let place = Place { circle, identity: names.identity, passes, is_here: false };
        let identity = self.places.entry(seat).or_insert(place).identity.clone();
        for act in arrival {
            self.act(act);
        }
        let grants = self.places.get(&seat).map(|place| self.grants(seat, place)).unwrap_or_default();
        Way { room, identity, grants }
    }

    /// Wants what an act asks for; those who have to come again by another ticket. What LiveKit's client does by itself, such as
    /// whose picture is large, asks for nothing here, and there are no levels.
    pub fn act(&mut self, act: &Act) -> Vec<Seat> {
        match act {
            Act::Mute { seat, kind } => self.set(*seat, *kind, Passes::No),
            Act::Unmute { seat, kind, by } if by == seat => self.set(*seat, *kind, Passes::Yes),
            Act::Turns(turns) => self.turns = turns.clone(),
            Act::Move(moves) => {
                let elsewhere = |(seat, circle): &&(Seat, Circle)| {
                    self.places.get(seat).is_some_and(|place| place.circle != *circle)
                };
                let gone: Vec<Seat> = moves.iter().filter(elsewhere).map(|(seat, _)| *seat).collect();
                for seat in &gone {
                    self.leave(*seat);
                }
                return gone;
            }
            Act::Unmute { .. } | Act::Spotlight(_) | Act::Broadcast(_) | Act::View { .. } | Act::Consent { .. } => {}
        }
        Vec::new()
    }

    fn set(&mut self, seat: Seat, kind: Kind, passes: Passes) {
        if let Some(place) = self.places.get_mut(&seat) {
            place.passes.set(kind, passes);
        }
    }

    fn grants(&self, seat: Seat, place: &Place) -> Grants {
        let has_turn = match &self.turns {
            Turns::Everybody => true,
            Turns::Only(seats) => seats.contains(&seat),
        };
        Grants { microphone: place.passes.microphone && has_turn, ..place.passes }
    }

    /// Takes a seat's place away; a circle that nobody is in any more is ended.
    pub fn leave(&mut self, seat: Seat) {
        let Some(place) = self.places.remove(&seat) else { return };
        if self.places.values().all(|other| other.circle != place.circle)
            && let Some(name) = self.circles.remove(&place.circle)
        {
            self.retire(name);
        }
    }

    fn retire(&mut self, name: String) {
        self.retired.insert(name);
        if self.retired.len() > RETIRED_MAX {
            self.retired.pop_first();
        }
    }

    /// Nobody has a place any more, and none is given.
    pub fn end(&mut self) {
        self.is_over = true;
        self.places.clear();
        for name in std::mem::take(&mut self.circles).into_values() {
            self.retire(name);
        }
    }

    pub const fn is_over(&self) -> bool {
        self.is_over
    }

    pub fn is_here(&self, seat: Seat) -> bool {
        self.places.get(&seat).is_some_and(|place| place.is_here)
    }

    /// The LiveKit rooms that somebody may be in.
    pub fn rooms(&self) -> Vec<String> {
        self.circles.values().cloned().collect()
    }

    /// Those to be ended.
    pub fn retired(&self) -> Vec<String> {
        self.retired.iter().cloned().collect()
    }

    /// One of them is ended.
    pub fn is_ended(&mut self, name: &str) {
        self.retired.remove(name);
    }

    /// Compares a LiveKit room with what is wanted of it: what is to be set right, and what is to be told.
    pub fn look(&mut self, room: &str, found: &[Participant]) -> (Vec<Mend>, Vec<(Seat, Event)>) {
        let (mut mends, mut told) = (Vec::new(), Vec::new());
        let Some(circle) = self.circles.iter().find(|(_, name)| *name == room).map(|(circle, _)| *circle) else {
            return (mends, told);
        };
        for participant in found.iter().filter(|participant| participant.state != State::Disconnected) {
            let named = |(_, place): &(&Seat, &Place)| place.circle == circle && place.identity == participant.identity;
            let Some((seat, place)) = self.places.iter().find(named) else {
                mends.push(Mend::Remove(participant.identity.clone()));
                continue;
            };
            let (seat, grants) = (*seat, self.grants(*seat, place));
            if participant.permission.as_ref().is_some_and(|has| *has != Permission::from(grants)) {
                mends.push(Mend::Permit(participant.identity.clone(), grants));
            }
            if participant.state == State::Active && !place.is_here {
                told.push((seat, Event::Connected));
            }
        }
        for (seat, _) in &told {
            if let Some(place) = self.places.get_mut(seat) {
                place.is_here = true;
            }
        }
        told.extend(self.lost(circle, found).into_iter().map(|seat| (seat, Event::Lost(Loss::Ended))));
        (mends, told)
    }

    /// Those of a circle who were there and are not: their places are free.
    fn lost(&mut self, circle: Circle, found: &[Participant]) -> Vec<Seat> {
        let is_found = |place: &Place| {
            found.iter().any(|other| other.identity == place.identity && other.state != State::Disconnected)
        };
        let lost = self.places.iter().filter(|(_, place)| place.circle == circle && place.is_here && !is_found(place));
        let lost: Vec<Seat> = lost.map(|(seat, _)| *seat).collect();
        for seat in &lost {
            self.leave(*seat);
        }
        lost
    }

    /// Whose sound and pictures come under which name, for each seat: LiveKit's name stands where the built-in engine has the
    /// place in a description.
    pub fn slots(&self) -> Vec<(Seat, Event)> {
        let others = |viewer: Seat, circle: Circle| {
            let others = self.places.iter().filter(move |(seat, place)| **seat != viewer && place.circle == circle);
            others.flat_map(|(seat, place)| [Kind::Audio, Kind::Video].map(|kind| slot(*seat, place, kind))).collect()
        };
        self.places.iter().map(|(seat, place)| (*seat, Event::Slots(others(*seat, place.circle)))).collect()
    }
}

fn slot(seat: Seat, place: &Place, kind: Kind) -> Slot {
    Slot { mid: place.identity.clone(), kind, seat: Some(seat) }
}

fn circle_of(act: &Act, seat: Seat) -> Option<Circle> {
    let Act::Move(moves) = act else { return None };
    moves.iter().find(|(moved, _)| *moved == seat).map(|(_, circle)| *circle)
}

#[cfg(test)]
mod tests;
