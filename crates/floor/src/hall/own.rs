//! What somebody sends, how they take part, and who mutes it. Whoever leads can mute; only the member takes that back.

use super::chair::{Muted, Privacy, Reacted, Role, SeatKind, Source};
use super::door::check_place;
use super::output::{News, Output, To};
use super::{Hall, Reaction, Refused};
use crate::Seat;

/// The most reactions of one seat within [`REACTED_WITHIN_MS`].
const REACTED_MAX: usize = 5;
const REACTED_WITHIN_MS: u64 = 10_000;
/// How long a reaction is shown, in milliseconds.
pub const REACTION_MS: u64 = 6_000;

impl Hall {
    pub(super) fn take_kind(&mut self, seat: Seat, kind: SeatKind) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        if chair.kind == kind {
            return Err(Refused::Already);
        }
        if chair.role == Role::Supervisor {
            return Err(Refused::Listens);
        }
        if SeatKind::InPerson == kind || SeatKind::InPerson == chair.kind {
            return Err(Refused::InPerson);
        }
        check_place(kind, chair.entry.privacy)?;
        chair.take_kind(kind);
        Ok(Vec::new())
    }

    /// Where somebody may listen from now on, the seat is one for writing, and sound and pictures of the others end at once.
    /// Once nobody does, they come again; what was off stays off.
    pub(super) fn say_place(&mut self, seat: Seat, privacy: Privacy) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        if chair.entry.privacy == privacy {
            return Err(Refused::Already);
        }
        chair.entry.privacy = privacy;
        if check_place(chair.kind, privacy).is_err() {
            chair.take_kind(SeatKind::TextOnly);
        }
        Ok(Vec::new())
    }

    pub(super) fn mute_own(&mut self, seat: Seat, source: Source) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        if chair.muted(source) != Muted::No {
            return Err(Refused::Already);
        }
        chair.mute(source, Muted::Own);
        Ok(Vec::new())
    }

    /// The only place where anything is passed on again.
    pub(super) fn unmute(&mut self, seat: Seat, source: Source) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        if chair.role == Role::Supervisor {
            return Err(Refused::Listens);
        }
        if !chair.kind.sends(source) {
            return Err(Refused::NoSource);
        }
        if chair.muted(source) == Muted::No {
            return Err(Refused::Already);
        }
        chair.mute(source, Muted::No);
        Ok(Vec::new())
    }

    /// Those who lead mute members, not each other.
    pub(super) fn mute_by_leader(&mut self, seat: Seat, source: Source) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        if chair.role != Role::Member {
            return Err(Refused::Members);
        }
        if chair.muted(source) != Muted::No {
            return Err(Refused::Already);
        }
        chair.mute(source, Muted::ByLeader);
        Ok(vec![Output::Tell(To::Seat(seat), News::MutedByLeader(source))])
    }

    pub(super) fn mute_all(&mut self) -> Vec<Output> {
        let seats: Vec<Seat> = self.seated().map(|(seat, _)| seat).collect();
        seats.into_iter().flat_map(|seat| self.mute_by_leader(seat, Source::Microphone).unwrap_or_default()).collect()
    }

    /// Shown for a moment to those in the same circle; kept by nobody afterwards and counted nowhere.
    pub(super) fn react(&mut self, seat: Seat, reaction: Reaction) -> Result<Vec<Output>, Refused> {
        if self.is_apart(seat).is_some() {
            return Err(Refused::Apart);
        }
        let now = self.clock_ms;
        let circle = self.chair(seat).map(|chair| self.circle(chair)).unwrap_or_default();
        let chair = self.chair_mut(seat)?;
        if chair.role == Role::Supervisor {
            return Err(Refused::Listens);
        }
        chair.reacting.step(REACTED_MAX, REACTED_WITHIN_MS, now)?;
        chair.reacted = Some(Reacted { reaction, circle, until_ms: now.saturating_add(REACTION_MS) });
        Ok(vec![Output::Tell(To::Seats(self.circle_around(seat)), News::Reaction(seat, reaction))])
    }
}
