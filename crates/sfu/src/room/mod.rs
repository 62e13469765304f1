//! One room: who sits in it, who hears whom, who is behind which slot. Knows packets by their heads only.

mod hearing;
mod member;
mod pass;
mod slots;
mod sound;
mod weigh;

#[cfg(test)]
mod tests;

use std::time::Instant;

use floor::Seat;

use crate::act::{Act, Consent, Turns};
use crate::levels::{Levels, Talk};
use crate::output::Event;
use crate::seat::{Circle, Kind, Layer};
use crate::{Refusal, SEATS_MAX};
pub(crate) use member::Member;
pub(crate) use pass::Way;

/// A receiver's slot for pictures, by seat and place, whose last picture is not to be seen any more.
pub(crate) type Cut = (Seat, usize);
/// A camera that is to send a key frame, by its seat and layer.
pub(crate) type Ask = (Seat, Layer);

#[derive(Debug)]
pub(crate) struct Room {
    opened: Instant,
    /// The latest time that it was told.
    now: Instant,
    members: Vec<Member>,
    removed: Vec<Seat>,
    spotlight: Option<Seat>,
    broadcast: Option<Seat>,
    turns: Turns,
    levels: Levels,
    events: Vec<(Seat, Event)>,
    cuts: Vec<Cut>,
}

impl Room {
    pub(crate) const fn new(now: Instant) -> Self {
        Self {
            opened: now,
            now,
            members: Vec::new(),
            removed: Vec::new(),
            spotlight: None,
            broadcast: None,
            turns: Turns::Everybody,
            levels: Levels::new(0),
            events: Vec::new(),
            cuts: Vec::new(),
        }
    }

    /// Whether somebody may take or keep this seat.
    pub(crate) fn admits(&self, seat: Seat) -> Result<(), Refusal> {
        if self.removed.contains(&seat) {
            return Err(Refusal::Removed);
        }
        if self.member(seat).is_none() && self.members.len() >= SEATS_MAX {
            return Err(Refusal::Full);
        }
        Ok(())
    }

    /// Takes a seat with a new connection that has these slots, by their `mid`s. Whoever had the seat keeps circle, silence
    /// and the order of the slots.
    pub(crate) fn sit(&mut self, seat: Seat, slots: [Vec<String>; 2], consent: Consent, now: Instant) {
        self.now = now;
        if self.member(seat).is_none() {
            self.members.push(Member::new(seat));
        }
        if let Some(member) = self.member_mut(seat) {
            member.connect(slots, now);
        }
        self.consent(seat, consent);
        self.remap();
    }

    /// Frees a seat, whoever has it or nobody.
    pub(crate) fn leave(&mut self, seat: Seat) {
        self.members.retain(|member| member.seat != seat);
        self.spotlight.take_if(|role| *role == seat);
        self.broadcast.take_if(|role| *role == seat);
        self.remap();
    }

    /// Whoever had this seat does not come back, and their numbers are gone.
    pub(crate) fn bar(&mut self, seat: Seat) {
        self.levels.refuse(seat);
        if !self.removed.contains(&seat) {
            self.removed.push(seat);
        }
    }

    pub(crate) fn act(&mut self, act: Act) -> Result<(), Refusal> {
        match act {
            Act::Mute { seat, kind } => self.known(seat)?.silence(kind),
            Act::Unmute { seat, by, .. } if seat != by => return Err(Refusal::OwnAct),
            Act::Unmute { seat, kind, .. } => self.known(seat)?.unsilence(kind),
            Act::Move(moves) => self.move_all(&moves),
            Act::Spotlight(seat) => self.spotlight = seat,
            Act::Broadcast(seat) => self.broadcast = seat,
            Act::Turns(turns) => self.turns = turns,
            Act::View { seat, mut view } => {
                view.first.truncate(SEATS_MAX);
                self.known(seat)?.view = view;
            }
            Act::Consent { seat, consent } => {
                self.known(seat)?;
                self.consent(seat, consent);
            }
        }
        self.remap();
        Ok(())
    }

    /// Whoever has no connection yet is told when they come.
    fn move_all(&mut self, moves: &[(Seat, Circle)]) {
        for (seat, to) in moves {
            if let Some(member) = self.member_mut(*seat) {
                member.circle = *to;
            }
        }
    }

    fn consent(&mut self, seat: Seat, consent: Consent) {
        match consent {
            Consent::Agreed => self.levels.agree(seat),
            Consent::Refused => self.levels.refuse(seat),
        }
    }

    /// Talk time so far, of those who agreed.
    pub(crate) fn talk(&mut self, now: Instant) -> Talk {
        self.levels.talk(self.since_opened_ms(now))
    }

    /// Talk time of the whole, with all speech ended.
    pub(crate) fn end(&mut self, now: Instant) -> Talk {
        self.levels.end(self.since_opened_ms(now))
    }

    fn since_opened_ms(&self, now: Instant) -> u64 {
        u64::try_from(now.saturating_duration_since(self.opened).as_millis()).unwrap_or(u64::MAX)
    }

    /// What has happened since this was last asked.
    pub(crate) fn events(&mut self) -> std::vec::Drain<'_, (Seat, Event)> {
        self.events.drain(..)
    }

    /// Slots whose last picture is not to be seen any more, since this was last asked.
    pub(crate) fn cuts(&mut self) -> Vec<Cut> {
        std::mem::take(&mut self.cuts)
    }

    /// The camera behind a receiver's slot whose key frame a receiver asks for.
    pub(crate) fn asked(&mut self, receiver: Seat, place: usize, now: Instant) -> Option<Ask> {
        let feed = self.member(receiver)?.places(Kind::Video).get(place)?.track.wanted()?;
        let source = self.member_mut(feed.seat)?.source_mut(Kind::Video);
        source.may_ask(feed.layer, now).then_some((feed.seat, feed.layer))
    }

    pub(crate) fn member(&self, seat: Seat) -> Option<&Member> {
        self.members.iter().find(|member| member.seat == seat)
    }

    pub(crate) fn member_mut(&mut self, seat: Seat) -> Option<&mut Member> {
        self.members.iter_mut().find(|member| member.seat == seat)
    }

    fn known(&mut self, seat: Seat) -> Result<&mut Member, Refusal> {
        self.member_mut(seat).ok_or(Refusal::NoSeat)
    }
}
