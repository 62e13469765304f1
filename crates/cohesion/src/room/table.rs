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
        let Self { floor, called } = self;
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
    fn nobodys_name_stays_when_the_meeting_is_over() {
        let (mut table, seat) = (Table::default(), seat_of(ANA));
        table.handle(Input::of(seat, Request::Arrive(seat)), Some("Ana".to_owned()), Timestamp(5)).expect("she comes");
        table.handle(Input::leader(Request::End), None, Timestamp(6)).expect("it ends");
        let kept = serde_json::to_string(&table).expect("it is written");
        assert!(!kept.contains("Ana") && !kept.contains(&seat.0.to_string()), "{kept}");
    }
}
