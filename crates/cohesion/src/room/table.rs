//! The floor of one meeting with the names of those who are at it. Pure.

use ::floor::{Floor, Input, Output, Refusal, Request, Seat};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::clock::Timestamp;
use crate::id::PersonId;

/// The floor, and what everybody at it is called.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    floor: Floor,
    called: Vec<(Seat, String)>,
    /// Those at it from elsewhere, where a live room has it.
    #[serde(default)]
    elsewhere: Option<Vec<Seat>>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Table([sealed])")
    }
}

/// The seat at the floor that is this person's.
pub const fn seat_of(person: PersonId) -> Seat {
    Seat(u128::from_be_bytes(person.0))
}

/// Whose seat it is.
pub(super) const fn person_at(seat: Seat) -> PersonId {
    PersonId(seat.0.to_be_bytes())
}

/// Milliseconds as the floor counts them.
pub(super) fn ms(at: Timestamp) -> u64 {
    u64::try_from(at.0).unwrap_or_default()
}

impl Table {
    /// The floor as a live room has it, in the names that people chose.
    pub(super) fn of_room<'a>(floor: &Floor, elsewhere: Vec<Seat>, called: impl Fn(Seat) -> &'a str) -> Self {
        let called = floor.places().iter().map(|place| (place.seat, called(place.seat).to_owned())).collect();
        Self { floor: floor.clone(), called, elsewhere: Some(elsewhere) }
    }

    /// One that is over.
    pub(super) fn over(now: Timestamp) -> Self {
        let mut table = Self::default();
        let _ = table.handle(Input::leader(Request::End), None, now);
        table
    }

    /// Whether it is a live room's.
    pub const fn is_in_room(&self) -> bool {
        self.elsewhere.is_some()
    }

    /// The same without the room: those who were at it from elsewhere are not at it any more.
    pub(super) fn without_room(mut self, now: Timestamp) -> Self {
        for seat in self.elsewhere.take().unwrap_or_default() {
            let _ = self.handle(Input::leader(Request::Leave(seat)), None, now);
        }
        self
    }

    /// The floor as it stands.
    pub const fn floor(&self) -> &Floor {
        &self.floor
    }

    /// What somebody at it is called; empty for whoever is not.
    pub fn called(&self, seat: Seat) -> &str {
        self.called.iter().find(|(other, _)| *other == seat).map_or("", |(_, called)| called)
    }

    /// Does what is asked for. Whoever comes brings a name; the names of those who are gone go with them.
    pub fn handle(&mut self, input: Input, name: Option<String>, now: Timestamp) -> Result<Vec<Output>, Refusal> {
        let outputs = self.floor.handle(input, ms(now))?;
        if let (Request::Arrive(seat), Some(name)) = (input.request, name) {
            self.called.retain(|(other, _)| *other != seat);
            self.called.push((seat, name));
        }
        let Self { floor, called, .. } = self;
        called.retain(|(seat, _)| floor.place(*seat).is_some());
        Ok(outputs)
    }

    /// Whether time has run out since anybody looked.
    pub fn poll(&mut self, now: Timestamp) -> Vec<Output> {
        self.floor.poll(ms(now))
    }

    /// When time next runs out.
    pub fn due(&self) -> Option<Timestamp> {
        self.floor.due_ms().and_then(|due| i64::try_from(due).ok()).map(Timestamp)
    }
}

/// A refusal as the product says it.
pub(super) fn said(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Leaders => Error::NotFound,
        Refusal::Over => Error::Conflict("room-conflict-over"),
        Refusal::NotHere => Error::Conflict("room-conflict-not-here"),
        Refusal::Away => Error::Conflict("room-conflict-away"),
        Refusal::Full => Error::Conflict("room-conflict-full"),
        Refusal::NotHolder | Refusal::NoTurn => Error::Conflict("room-conflict-not-turn"),
        Refusal::HasTurn => Error::Conflict("room-conflict-has-turn"),
        Refusal::NoRound | Refusal::Resting => Error::Conflict("room-conflict-nothing-on"),
        Refusal::NotToCome | Refusal::HadTurn => Error::Conflict("room-conflict-had-turn"),
        Refusal::PutOff => Error::Conflict("room-conflict-put-off"),
        Refusal::NobodyNext => Error::Conflict("room-conflict-nobody-next"),
        Refusal::HandUp | Refusal::NoHand => Error::Conflict("room-conflict-hand"),
        Refusal::Length => Error::invalid("length", "fault-choose"),
        Refusal::Endless => Error::Conflict("room-conflict-endless"),
        Refusal::Paused | Refusal::Running => Error::Conflict("room-conflict-paused"),
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    const ANA: PersonId = PersonId([7; 16]);

    #[test]
    fn a_seat_is_a_persons_and_names_go_with_them() {
        assert_eq!(person_at(seat_of(ANA)), ANA);
        let (mut table, seat) = (Table::default(), seat_of(ANA));
        let now = Timestamp(5);
        table.handle(Input::of(seat, Request::Arrive(seat)), Some("Ana".to_owned()), now).expect("she comes");
        assert_eq!(table.called(seat), "Ana");
        table.handle(Input::of(seat, Request::Leave(seat)), None, now).expect("she goes");
        assert_eq!((table.called(seat), table.called.len()), ("", 0));
    }

    #[test]
    fn without_its_room_nobody_from_elsewhere_is_at_a_floor_and_the_turn_passes_on() {
        let (mut floor, now) = (Floor::new(), Timestamp(5));
        let (ana, ben) = (seat_of(ANA), seat_of(PersonId([8; 16])));
        for seat in [ana, ben] {
            floor.handle(Input::leader(Request::Arrive(seat)), 5).expect("they come");
        }
        floor.handle(Input::leader(Request::Discuss(None, ::floor::Timer::Leaders)), 5).expect("it begins");
        floor.handle(Input::leader(Request::Give(ana)), 5).expect("she has the turn");
        let table = Table::of_room(&floor, vec![ana], |seat| if seat == ana { "Ana" } else { "Ben" });
        assert!(table.is_in_room() && table.called(ana) == "Ana");
        let table = table.without_room(now);
        assert_eq!((table.floor().holder(), table.floor().heads(), table.called(ana)), (None, 1, ""));
        assert!(!table.is_in_room() && table.called(ben) == "Ben");
    }

    #[test]
    fn nobodys_name_stays_when_the_meeting_is_over() {
        let (mut table, seat) = (Table::default(), seat_of(ANA));
        table.handle(Input::of(seat, Request::Arrive(seat)), Some("Ana".to_owned()), Timestamp(5)).expect("she comes");
        table.handle(Input::leader(Request::End), None, Timestamp(6)).expect("it ends");
        let kept = serde_json::to_string(&table).expect("it is written");
        assert!(!kept.contains("Ana") && !kept.contains(&seat.0.to_string()), "{kept}");
    }
}
