//! What is asked of a room and its hall knows nothing of: talk time, breakouts, a worksheet for all, what the group takes with
//! it, today's word, and how much each page sees.

use ::floor::Seat;
use ::floor::hall::{Call, Lead, LineId, Role, Wish};
use sfu::{Act, Consent, Pictures, View};

use super::entry::Counting;
use super::keeper::Keeper;
use super::wire::{Once, Told, Wished};
use super::{actor, wishes};
use crate::access::Actor;
use crate::groups;
use crate::id::PersonId;
use crate::limits::TEXT_CHARS_MAX;
use crate::room::breakouts::breakouts_of;
use crate::room::{deeds, seat_of};
use crate::techniques::{self, ShareId, SharedSheet};

/// A worksheet that everybody looks at.
pub(in crate::room) struct Sheet {
    /// The share: each page reads it with its own rights.
    pub id: ShareId,
    /// What the form is called.
    pub title: String,
}

/// A wish for something that the hall knows nothing of; only those who lead have it granted.
pub(super) enum Own {
    Count(Counting),
    Divide(Size, u64),
    OpenPrepared,
    Take(String),
    Show(ShareId),
    PutSheetAway,
    Seal(bool),
    SeatHere(PersonId),
}

/// How large breakouts are that are made on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// Two and two; of an odd number three are together.
    Pairs,
    /// Half of the group each.
    Halves,
}

/// Reads such a wish, where it is one.
pub(super) fn read(wished: &Wished) -> Option<Own> {
    let minutes = wished.number.unwrap_or_default();
    Some(match wished.what.as_str() {
        "count" => Own::Count(Counting::Agreed),
        "count-no-more" => Own::Count(Counting::Refused),
        "pairs" => Own::Divide(Size::Pairs, minutes),
        "halves" => Own::Divide(Size::Halves, minutes),
        "open-prepared" => Own::OpenPrepared,
        "take-with-us" => Own::Take(wished.words.trim().chars().take(TEXT_CHARS_MAX).collect()),
        "show-sheet" => Own::Show(wished.choice.parse().ok()?),
        "put-sheet-away" => Own::PutSheetAway,
        "seal" => Own::Seal(true),
        "unseal" => Own::Seal(false),
        "is-here" => Own::SeatHere(wished.choice.parse().ok()?),
        _ => return None,
    })
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

/// Members in breakouts, in the order in which they came; nobody is alone unless there is only one.
pub(super) fn divide(members: &[Seat], size: Size) -> Vec<Vec<Seat>> {
    let parts = match size {
        Size::Pairs => (members.len() / 2).max(1),
        Size::Halves => 2.min(members.len().max(1)),
    };
    let mut plan = vec![Vec::new(); parts];
    for (place, seat) in members.iter().enumerate() {
        plan[place % parts].push(*seat);
    }
    plan
}

impl Keeper {
    /// Does what somebody who leads asked for.
    pub(super) async fn do_own(&mut self, id: LineId, own: Own) {
        match own {
            Own::Count(_) if self.ways == Counting::Refused => self.say_no(id, "refused", "room-refused-counting"),
            Own::Count(counting) => self.count(counting).await,
            Own::Divide(size, minutes) => {
                let members: Vec<Seat> = self.members().collect();
                self.open_breakouts(id, divide(&members, size), minutes).await;
            }
            Own::OpenPrepared => self.open_prepared(id).await,
            Own::Take(words) => self.taken = words,
            Own::Show(share) => self.show_sheet(id, share).await,
            Own::PutSheetAway => self.sheet = None,
            Own::Seal(is_sealed) => self.seal(is_sealed),
            Own::SeatHere(person) => self.seat_here(id, person).await,
        }
    }

    pub(super) fn members(&self) -> impl Iterator<Item = Seat> + '_ {
        self.hall.seated().filter(|(_, role)| *role == Role::Member).map(|(seat, _)| seat)
    }

    /// Those who supervise and listen.
    pub(super) fn listeners(&self) -> impl Iterator<Item = Seat> + '_ {
        self.hall.seated().filter(|(_, role)| *role == Role::Supervisor).map(|(seat, _)| seat)
    }

    /// Counts from now on, or no more: then what was counted is gone.
    async fn count(&mut self, counting: Counting) {
        self.counting = counting;
        self.talk.clear();
        let lines = self.lines.values().filter(|line| line.consent == Consent::Agreed);
        for line in lines.filter(|line| counting == Counting::Agreed && self.connected.contains_key(&line.seat)) {
            // Only a new connection says how loud it is.
            let _ = line.tell(Told::Again);
        }
        if counting == Counting::Refused {
            let refuse = |seat: &Seat| Act::Consent { seat: *seat, consent: Consent::Refused };
            self.engine.grant(self.room, self.connected.keys().map(refuse).collect()).await;
        }
    }

    /// A page sees so much of pictures from now on, over its connection and the next.
    pub(super) async fn look_at(&mut self, seat: Seat, pictures: Pictures) {
        self.views.insert(seat, pictures);
        self.engine.grant(self.room, vec![self.sight(seat)]).await;
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
    fn seal(&mut self, is_sealed: bool) {
        self.is_sealed = is_sealed;
        let key = if is_sealed { "room-word-on" } else { "room-word-off" };
        for line in self.lines.values() {
            let words = line.view.words.say(key, None).into_owned();
            let _ = line.tell(Told::Said { words, at: Once::Politely });
        }
    }

    /// Breakouts of these members, at once.
    async fn open_breakouts(&mut self, id: LineId, plan: Vec<Vec<Seat>>, minutes: u64) {
        for lead in [Lead::Prepare(plan), Lead::OpenBreakouts(minutes.saturating_mul(60_000))] {
            match self.hall.handle(Call::over(id, Wish::Lead(lead)), self.now_ms()) {
                Ok(outputs) => self.carry(outputs).await,
                Err(refused) => return self.say_no(id, "refused", wishes::refused(refused)),
            }
        }
    }

    /// Breakouts as they were prepared; whoever has left the group since is in none.
    async fn open_prepared(&mut self, id: LineId) {
        let session = self.session;
        let reading = self.app.read(Actor::System(self.practice), async move |work| {
            let grant = deeds::may_lead(work, &session).await?;
            let Some(prepared) = breakouts_of(work, &grant, &session).await? else { return Ok(None) };
            let mut plan = Vec::new();
            for room in prepared.rooms() {
                let mut seats = Vec::new();
                for person in room {
                    if groups::is_seated(work, session.group, person).await? {
                        seats.push(seat_of(person));
                    }
                }
                plan.push(seats);
            }
            plan.retain(|seats| !seats.is_empty());
            Ok(Some((plan, u64::from(prepared.minutes))))
        });
        match reading.await {
            Ok(Some((plan, minutes))) if !plan.is_empty() => self.open_breakouts(id, plan, minutes).await,
            Ok(_) => self.say_no(id, "refused", "room-refused-none-prepared"),
            Err(cause) => {
                tracing::error!(%cause, "prepared breakouts could not be read");
                self.say_no(id, "refused", "room-refused-now");
            }
        }
    }

    /// Everybody looks at a worksheet that its owner shows to the whole group.
    async fn show_sheet(&mut self, id: LineId, share: ShareId) {
        let seat = self.hall.seat_of(id);
        let Some((who, _)) = seat.and_then(|seat| self.guests.get(&seat)).copied() else { return };
        let reading = self.app.read(actor(who), async move |work| techniques::shared(work, share).await);
        match reading.await {
            Ok((SharedSheet::Open(shared), _)) if shared.group == self.session.group => {
                self.sheet = Some(Sheet { id: share, title: shared.form.title.clone() });
            }
            _ => self.say_no(id, "refused", "room-refused-sheet"),
        }
    }
}

#[cfg(test)]
mod rules {
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
    fn nobody_is_alone_in_a_breakout() {
        let seats: Vec<Seat> = (1..=5).map(Seat).collect();
        let sizes = |members: &[Seat], size| divide(members, size).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(sizes(&seats, Size::Pairs), [3, 2]);
        assert_eq!(sizes(&seats, Size::Halves), [3, 2]);
        assert_eq!(sizes(&seats[..4], Size::Pairs), [2, 2]);
        assert_eq!(sizes(&seats[..1], Size::Halves), [1]);
    }
}
