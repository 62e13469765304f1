//! What a room looks after by itself: who is here and for how long, who has lost their right to be, and what is shown no
//! more.

use std::collections::BTreeSet;

use ::floor::Seat;
use ::floor::hall::{Fact, Supervision};

use super::keeper::Keeper;
use super::look::{Standing, look};
use crate::access::Actor;
use crate::techniques;

impl Keeper {
    /// Who is here, who waits and who is not, by the clock.
    pub(super) fn note_stays(&mut self) {
        let now = self.app.clock().now();
        let here: BTreeSet<Seat> = self.members().collect();
        self.heads = self.heads.max(here.len());
        for seat in &here {
            let stay = self.stays.entry(*seat).or_default();
            stay.here(now);
            stay.was_in_person |= self.hall.sits_in_person(*seat);
        }
        for seat in self.hall.waiting().collect::<Vec<_>>() {
            self.stays.entry(seat).or_default().waits(now);
        }
        self.stays.iter_mut().filter(|(seat, _)| !here.contains(seat)).for_each(|(_, stay)| stay.gone(now));
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

    /// Seats that are kept for a while without their line are looked at as the others are: whoever has signed out or left the
    /// group is neither heard nor hears.
    pub(super) async fn look_after_the_lost(&mut self) {
        let lost = self.connected.keys().copied().filter(|seat| self.hall.line_of(*seat).is_none());
        let known = lost.filter_map(|seat| Some((seat, *self.guests.get(&seat)?)));
        let (seats, logins): (Vec<Seat>, Vec<_>) = known.unzip();
        let found = look(&self.app, self.session.id, &logins).await;
        for (seat, standing) in seats.into_iter().zip(found) {
            match standing {
                Some(Standing::Fine) | None => {}
                Some(Standing::SignedOut) => self.hang_up(seat).await,
                Some(Standing::Departed) => self.fact(Fact::Revoke(seat)).await,
                Some(Standing::SessionClosed) => self.fact(Fact::End).await,
                Some(Standing::NoConsent) => self.fact(Fact::Supervision(Supervision::Closed)).await,
            }
        }
    }
}
