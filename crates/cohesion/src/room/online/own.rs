//! What a room does by itself, beside its hall: it notes who is here, counts talk time, and divides members on the spot.

use std::collections::BTreeSet;

use ::floor::Seat;
use ::floor::hall::{Call, Lead, LineId, Role, Wish};
use sfu::{Act, Consent, Pictures, View};

use super::entry::Counting;
use super::keeper::Keeper;
use super::wire::{Once, Told, Wished};
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
        for line in lines.filter(|line| self.connected.contains(&line.seat)) {
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

    /// A page sees so much of pictures from now on, over its connection and the next.
    pub(super) async fn look_at(&mut self, seat: Seat, pictures: Pictures) {
        self.views.insert(seat, pictures);
        if self.connected.contains(&seat) {
            self.engine.grant(self.room, vec![self.sight(seat)]).await;
        }
    }

    /// What a page wants to see.
    pub(super) fn sight(&self, seat: Seat) -> Act {
        Act::View { seat, view: View { first: Vec::new(), pictures: self.pictures(seat) } }
    }

    /// How much of pictures a page wants.
    pub(super) fn pictures(&self, seat: Seat) -> Pictures {
        self.views.get(&seat).copied().unwrap_or_default()
    }

    /// Only those who know today's word hear and see each other, or everybody again. Each page does it for itself.
    pub(super) fn seal(&mut self, is_sealed: bool) {
        self.is_sealed = is_sealed;
        let key = if is_sealed { "room-word-on" } else { "room-word-off" };
        for line in self.lines.values() {
            let words = line.view.words.say(key, None).into_owned();
            let _ = line.tell(Told::Said { words, at: Once::Politely });
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

/// The wish for more or fewer pictures over one's own line.
pub(super) fn pictures(wished: &Wished) -> Option<Pictures> {
    match (wished.what.as_str(), wished.choice.as_str()) {
        ("pictures", "all") => Some(Pictures::All),
        ("pictures", "small") => Some(Pictures::Smallest),
        ("pictures", "none") => Some(Pictures::None),
        _ => None,
    }
}

/// The wish that only those who know today's word hear each other, or everybody again.
pub(super) fn sealed(wished: &Wished) -> Option<bool> {
    match wished.what.as_str() {
        "seal" => Some(true),
        "unseal" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(what: &str, choice: &str) -> Wished {
        Wished { what: what.to_owned(), choice: choice.to_owned(), ..Wished::default() }
    }

    #[test]
    fn a_line_carries_as_many_pictures_as_its_page_asks_for() {
        assert_eq!(pictures(&wish("pictures", "small")), Some(Pictures::Smallest));
        assert_eq!(pictures(&wish("pictures", "none")), Some(Pictures::None));
        assert_eq!(pictures(&wish("pictures", "all")), Some(Pictures::All));
        assert_eq!((pictures(&wish("pictures", "many")), pictures(&wish("raise", "none"))), (None, None));
    }

    #[test]
    fn a_room_is_sealed_and_opened_by_name() {
        assert_eq!((sealed(&wish("seal", "")), sealed(&wish("unseal", ""))), (Some(true), Some(false)));
        assert_eq!(sealed(&wish("lock", "")), None);
    }
}
