//! What a room does by itself, beside its hall: it notes who is here, counts talk time, and divides members on the spot.

use std::collections::BTreeSet;

use ::floor::Seat;
use ::floor::hall::{Call, Lead, LineId, Role, Wish};
use sfu::{Act, Consent};

use super::entry::Counting;
use super::keeper::Keeper;
use super::wire::Told;
use super::wishes;

impl Keeper {
    /// Who is here and who is not, by the clock.
    pub(super) fn note_stays(&mut self) {
        let now = self.app.clock().now();
        let here: BTreeSet<Seat> =
            self.hall.seated().filter(|(_, role)| *role == Role::Member).map(|(seat, _)| seat).collect();
        for seat in &here {
            self.stays.entry(*seat).or_default().here(now);
        }
        self.stays.iter_mut().filter(|(seat, _)| !here.contains(seat)).for_each(|(_, stay)| stay.gone(now));
    }

    /// Counts from now on, or no more: then what was counted is gone.
    pub(super) async fn count(&mut self, counting: Counting) {
        self.counting = counting;
        self.talk.clear();
        let lines = self.lines.values().filter(|line| line.consent == Consent::Agreed);
        for line in lines.filter(|line| self.connected.contains_key(&line.seat)) {
            match counting {
                // Only a new connection says how loud it is.
                Counting::Agreed => drop(line.tell(Told::Again)),
                Counting::Refused => {
                    let act = Act::Consent { seat: line.seat, consent: Consent::Refused };
                    self.engine.grant(self.room, vec![act]).await;
                }
            }
        }
    }

    /// Breakouts of so many members each, at once.
    pub(super) async fn divide(&mut self, id: LineId, size: wishes::Size, minutes: u64) {
        let members = self.hall.seated().filter(|(_, role)| *role == Role::Member).map(|(seat, _)| seat);
        let plan = wishes::divide(&members.collect::<Vec<_>>(), size);
        for lead in [Lead::Prepare(plan), Lead::OpenBreakouts(minutes.saturating_mul(60_000))] {
            match self.hall.handle(Call::over(id, Wish::Lead(lead)), self.now_ms()) {
                Ok(outputs) => self.carry(outputs).await,
                Err(refused) => return self.say_no(id, "refused", wishes::refused(refused)),
            }
        }
    }
}
