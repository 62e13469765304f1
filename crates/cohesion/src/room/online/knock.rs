//! Somebody comes to a room, or comes back to it.

use ::floor::Seat;
use ::floor::hall::{Call, Fact, LineId, Role, SeatKind, Supervision};
use tokio::sync::mpsc;

use super::keeper::Keeper;
use super::line::Line;
use super::visit::Visit;
use super::wire::Told;
use super::wishes;
use crate::room::engine::Carried;

impl Keeper {
    /// The same page of somebody whose seat is taken goes on where it was; any other comes in by the door.
    pub(super) async fn knock(&mut self, id: LineId, visit: Visit, resume: &str, outbox: mpsc::Sender<Told>) {
        let (seat, number) = (visit.seat, self.face(visit.seat, &visit.called));
        let is_same_page = self.pages.get(&seat).is_some_and(|page| page == resume);
        let is_seated = self.hall.seated().any(|(other, role)| other == seat && role == visit.role);
        let goes_on = is_same_page && is_seated;
        let fact = if goes_on { Fact::Resume(id, seat) } else { Fact::Knock(id, visit.guest()) };
        let Ok(page) = crate::id::random().map(crate::id::to_text) else { return };
        let (guest, role) = ((visit.who, visit.face), visit.role);
        let line = Line::new(seat, visit.view, visit.consent, visit.numbers, outbox);
        let stands = if goes_on && self.connected.contains_key(&seat) { Carried::Yes } else { Carried::No };
        // Whoever is in the room hears the others as they are.
        let media = if visit.kind == SeatKind::InPerson { Carried::No } else { self.engine.carried() };
        let _ = line.tell(Told::Welcome { seat: number, media, stands, resume: page.clone() });
        if !is_same_page {
            self.views.remove(&seat);
        }
        self.lines.insert(id, line);
        // Whoever supervises was looked up with a yes of every member.
        if role == Role::Supervisor {
            self.fact(Fact::Supervision(Supervision::Consented)).await;
        }
        match self.hall.handle(Call::Fact(fact), self.now_ms()) {
            Ok(outputs) => {
                self.pages.insert(seat, page);
                self.guests.insert(seat, guest);
                self.carry(outputs).await;
            }
            Err(refused) => {
                if let Some(line) = self.lines.remove(&id) {
                    let (why, key) = wishes::at_the_door(refused);
                    let _ = line.tell(Told::Bye { why, words: line.view.words.say(key, None).into_owned() });
                }
            }
        }
    }

    /// The number by which pages know a seat.
    pub(super) fn face(&mut self, seat: Seat, called: &str) -> u16 {
        let known = self.faces.iter().position(|(other, _)| *other == seat);
        let place = known.unwrap_or(self.faces.len());
        match known {
            Some(place) => called.clone_into(&mut self.faces[place].1),
            None => self.faces.push((seat, called.to_owned())),
        }
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// The number by which pages know a seat that has been here.
    pub(super) fn number(&self, seat: Seat) -> Option<u16> {
        let place = self.faces.iter().position(|(other, _)| *other == seat)?;
        u16::try_from(place).ok()
    }
}
