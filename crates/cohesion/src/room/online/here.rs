//! Those who sit in one room with whoever leads and have no phone: they are seated by those who see them.

use ::floor::Seat;
use ::floor::hall::{Call, Lead, LineId, Wish};

use super::keeper::Keeper;
use super::wishes;
use crate::access::Actor;
use crate::groups::{self, SeatState};
use crate::id::PersonId;
use crate::room::seat_of;

impl Keeper {
    /// Whoever leads sees somebody who belongs to the group.
    pub(super) async fn seat_here(&mut self, id: LineId, person: PersonId) {
        let group = self.session.group;
        let looking =
            self.app.read(Actor::System(self.practice), async move |work| groups::seat_of(work, group, person).await);
        let found = match looking.await {
            Ok(found) => found.filter(|seat| seat.state != SeatState::Left && seat.until.is_none()),
            Err(cause) => {
                tracing::error!(%cause, "somebody's place in a group could not be read");
                return self.say_no(id, "refused", "room-refused-now");
            }
        };
        let Some(found) = found else { return self.say_no(id, "refused", "room-refused-gone") };
        let seat = seat_of(person);
        self.face(seat, &found.called);
        match self.hall.handle(Call::over(id, Wish::Lead(Lead::SeatInPerson(seat))), self.now_ms()) {
            Ok(outputs) => self.carry(outputs).await,
            Err(refused) => self.say_no(id, "refused", wishes::refused(refused)),
        }
    }

    /// Whoever was here before this program is called as the group calls them.
    pub(super) fn name_those_here(&mut self) {
        let unnamed = |seat: &Seat| !self.faces.iter().any(|(other, _)| other == seat);
        let unnamed: Vec<Seat> = self.hall.seated().map(|(seat, _)| seat).filter(unnamed).collect();
        for seat in unnamed {
            let called = self.folk.iter().find(|(other, _)| *other == seat).map(|(_, called)| called.clone());
            self.face(seat, &called.unwrap_or_default());
        }
    }
}
