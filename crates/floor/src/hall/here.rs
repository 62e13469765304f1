//! Those who sit in one room in person: with a phone for pressing or without one, and without sound and pictures.

use super::chair::{Privacy, Role, SeatKind};
use super::door::check_meets;
use super::output::{Output, Parting};
use super::{Entry, Expected, Guest, Hall, Refused, Stage};
use crate::{Floor, Phase, Seat, Timer};

impl Hall {
    /// Whether whoever has this seat sits in the room in person.
    pub fn sits_in_person(&self, seat: Seat) -> bool {
        self.chair(seat).is_some_and(|chair| chair.kind == SeatKind::InPerson)
    }

    /// Somebody without a phone, whom whoever leads sees.
    pub(super) fn sit_in_person(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        if self.barred.contains(&seat) {
            return Err(Refused::Barred);
        }
        if self.chair(seat).is_some() || self.waits(seat) {
            return Err(Refused::Taken);
        }
        if self.stage != Stage::Led {
            return Err(Refused::Unled);
        }
        check_meets(SeatKind::InPerson, &self.setup)?;
        self.check_door(seat)?;
        self.sit(in_person(seat), None)
    }

    /// Whoever leads sees that somebody has gone. Of those elsewhere nobody can see that.
    pub(super) fn see_off(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        let chair = self.chair(seat).ok_or(Refused::Nobody)?;
        match (chair.role, chair.kind) {
            (Role::Member, SeatKind::InPerson) => Ok(self.unseat(seat, Parting::Left)),
            (Role::Member, _) => Err(Refused::NotInPerson),
            _ => Err(Refused::Members),
        }
    }

    /// Somebody who is seen in the room, and would come in from elsewhere: that passes by no door.
    pub(super) fn comes_from_elsewhere(&self, guest: &Guest) -> bool {
        guest.role == Role::Member && guest.kind != SeatKind::InPerson && self.sits_in_person(guest.seat)
    }

    /// A group that has met without a line: whoever is at its floor has a seat, and what is under way there goes on, unless
    /// something is under way here.
    pub(super) fn take_in(&mut self, floor: Floor) {
        self.gathered.extend(floor.places().iter().map(|place| place.seat));
        let is_free = matches!(self.floor.phase(), Phase::Rest) && self.open.is_none();
        let shows_too_much = floor.timer() == Timer::Everybody && self.setup.timer == Timer::Leaders;
        if self.stage == Stage::Led && is_free && !floor.is_over() && !shows_too_much {
            self.floor = floor;
        }
    }

    pub(super) fn seat_the_gathered(&mut self) -> Vec<Output> {
        if self.stage != Stage::Led {
            return Vec::new();
        }
        let gathered = std::mem::take(&mut self.gathered);
        gathered.into_iter().flat_map(|seat| self.seat_one(seat).unwrap_or_default()).collect()
    }

    /// Whoever waits with a phone comes in with it; whoever waits elsewhere is let in as everybody else.
    fn seat_one(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        if self.barred.contains(&seat) || self.chair(seat).is_some() {
            return Ok(Vec::new());
        }
        let waiting = self.waiting.iter().find(|waiting| waiting.guest.seat == seat).map(|waiting| waiting.guest.kind);
        match waiting {
            Some(SeatKind::InPerson) => {
                // Nobody who was at the floor is new.
                self.known.extend((!self.known.contains(&seat)).then_some(seat));
                self.admit(seat)
            }
            Some(_) => Ok(Vec::new()),
            None => self.sit(in_person(seat), None),
        }
    }

    fn waits(&self, seat: Seat) -> bool {
        self.waiting().any(|waiting| waiting == seat)
    }
}

fn in_person(seat: Seat) -> Guest {
    let entry = Entry { given: [].into(), privacy: Privacy::Alone };
    Guest { seat, role: Role::Member, kind: SeatKind::InPerson, entry, expected: Expected::Yes }
}
