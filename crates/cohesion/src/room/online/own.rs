//! What a room does by itself, beside its hall: it notes who is here, counts talk time, divides members, shows a worksheet, and
//! calls for help in the name of whoever does not feel safe.

use std::collections::BTreeSet;

use ::floor::Seat;
use ::floor::hall::{Call, Lead, LineId, Role, Wish};
use sfu::{Act, Consent};

use super::entry::Counting;
use super::keeper::Keeper;
use super::look::{Standing, look};
use super::wire::{Told, Wished};
use super::{actor, wishes};
use crate::access::Actor;
use crate::groups;
use crate::id;
use crate::limits::TEXT_CHARS_MAX;
use crate::room::breakouts::breakouts_of;
use crate::room::{deeds, seat_of};
use crate::safety::{self, Written};
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
        _ => return None,
    })
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
        }
    }

    fn members(&self) -> impl Iterator<Item = Seat> + '_ {
        self.hall.seated().filter(|(_, role)| *role == Role::Member).map(|(seat, _)| seat)
    }

    /// Who is here, who waits and who is not, by the clock.
    pub(super) fn note_stays(&mut self) {
        let now = self.app.clock().now();
        let here: BTreeSet<Seat> = self.members().collect();
        self.heads = self.heads.max(here.len());
        for seat in &here {
            self.stays.entry(*seat).or_default().here(now);
        }
        for seat in self.hall.waiting().collect::<Vec<_>>() {
            self.stays.entry(seat).or_default().waits(now);
        }
        self.stays.iter_mut().filter(|(seat, _)| !here.contains(seat)).for_each(|(_, stay)| stay.gone(now));
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

    /// A worksheet that was taken back is on no page any more.
    pub(super) async fn look_at_sheet(&mut self) {
        let Some(share) = self.sheet.as_ref().map(|sheet| sheet.id) else { return };
        let looking =
            self.app.read(Actor::System(self.practice), async move |work| techniques::is_shown(work, share).await);
        if !matches!(looking.await, Ok(true)) {
            self.sheet = None;
            self.stirred = true;
        }
    }

    /// Whoever does not feel safe calls for help as on any page: it stays until a person has closed it, whatever becomes of
    /// the room.
    pub(super) async fn call_for_help(&self, id: LineId, seat: Seat) {
        let (Some((who, _)), Ok(call)) = (self.guests.get(&seat).copied(), id::random()) else { return };
        let Some(line) = self.lines.get(&id) else { return };
        let (group, said) = (self.session.group, line.view.words.say("room-unsafe-written", None).into_owned());
        let calling = self.app.write(actor(who), async move |work| {
            let words = Written::new("words", &said)?;
            safety::need_help_in(work, group, call, words).await.map(|_| ())
        });
        match calling.await {
            Ok(()) => drop(line.tell(Told::Said {
                words: line.view.words.say("room-said-unsafe", None).into_owned(),
                at: super::wire::Once::Now,
            })),
            Err(cause) => {
                tracing::error!(%cause, "a call for help from a live room was not put down");
                self.say_no(id, "unsafe", "room-refused-unsafe");
            }
        }
    }

    /// Seats that are kept for a while without their line are looked at as the others are: whoever has signed out or left the
    /// group is neither heard nor hears.
    pub(super) async fn look_after_the_lost(&mut self) {
        let lost = self.connected.keys().copied().filter(|seat| self.hall.line_of(*seat).is_none());
        for seat in lost.collect::<Vec<_>>() {
            let Some((who, face)) = self.guests.get(&seat).copied() else { continue };
            match look(&self.app, who, self.session.id, face).await {
                Ok(Standing::Fine) | Err(_) => {}
                Ok(Standing::SignedOut) => self.hang_up(seat).await,
                Ok(Standing::Departed) => self.fact(::floor::hall::Fact::Revoke(seat)).await,
                Ok(Standing::SessionClosed) => self.fact(::floor::hall::Fact::End).await,
            }
        }
    }
}

#[cfg(test)]
mod rules {
    use super::*;

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
