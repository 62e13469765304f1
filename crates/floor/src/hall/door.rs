//! The door: who waits, who comes in, who does not. Nobody is in before somebody leads, and coming early passes nothing.

use serde::{Deserialize, Serialize};

use super::chair::{Chair, LineId, Part, Privacy, Role, SeatKind};
use super::output::{News, Output, Parting, To};
use super::pace::Pace;
use super::setup::{Meets, Policy, Question, Setup};
use super::{Guest, Hall, Home, Muted, Refused, Stage, Supervision};
use crate::Seat;

/// The most who wait at one time.
pub const WAITING_MAX: usize = 64;

/// Whether new seats are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Lock {
    Open,
    Locked,
}

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Waiting {
    pub guest: Guest,
    pub line: LineId,
    pub since_ms: u64,
}

impl Guest {
    /// Whether everything at the door has its answer. Those who lead, and whoever supervises, are not asked.
    fn check(&self, setup: &Setup, supervision: Supervision) -> Result<(), Refused> {
        check_place(self.kind, self.entry.privacy)?;
        check_meets(self.kind, setup)?;
        match self.role {
            Role::Leader | Role::CoLeader => Ok(()),
            Role::Supervisor if supervision == Supervision::Consented => Ok(()),
            Role::Supervisor => Err(Refused::NoConsent),
            Role::Member => {
                let is_asked = |question: &Question| self.kind != SeatKind::InPerson || !question.is_for_far_away();
                let mut asked = setup.questions.iter().copied().filter(is_asked);
                asked
                    .find(|question| !self.entry.given.contains(question))
                    .map_or(Ok(()), |q| Err(Refused::Unanswered(q)))
            }
        }
    }
}

/// Where somebody may listen, a seat for writing is the only one; in the same room nobody else does.
pub(super) const fn check_place(kind: SeatKind, privacy: Privacy) -> Result<(), Refused> {
    match (kind, privacy) {
        (SeatKind::Video | SeatKind::AudioOnly, Privacy::Overheard) => Err(Refused::Overheard),
        _ => Ok(()),
    }
}

/// Whoever is far away does not say that they sit in the room, and so get by with fewer questions.
pub(super) fn check_meets(kind: SeatKind, setup: &Setup) -> Result<(), Refused> {
    if kind == SeatKind::InPerson && setup.meets == Meets::Online { Err(Refused::Online) } else { Ok(()) }
}

impl Hall {
    /// A second device of the same person takes over, at the door as in the room.
    pub(super) fn knock(&mut self, line: LineId, guest: Guest) -> Result<Vec<Output>, Refused> {
        self.check_line(line)?;
        if self.barred.contains(&guest.seat) {
            return Err(Refused::Barred);
        }
        guest.check(&self.setup, self.supervision)?;
        if self.comes_from_elsewhere(&guest) {
            let mut outputs = self.unseat(guest.seat, Parting::TakenOver);
            outputs.extend(self.wait(line, guest)?);
            return Ok(outputs);
        }
        if self.chair(guest.seat).is_some() {
            return self.take_over(line, guest);
        }
        if guest.role.leads() {
            self.waiting.retain(|waiting| waiting.guest.seat != guest.seat);
            return self.sit(guest, Some(line));
        }
        self.check_door(guest.seat)?;
        self.wait(line, guest)
    }

    /// Whoever has had a seat today is neither new nor late.
    pub(super) fn check_door(&self, seat: Seat) -> Result<(), Refused> {
        if self.known.contains(&seat) {
            return Ok(());
        }
        let last = self.setup.late_ms.map(|late| self.setup.starts_ms.saturating_add(late));
        if last.is_some_and(|last| self.clock_ms > last) {
            return Err(Refused::TooLate);
        }
        if self.is_locked() { Err(Refused::Locked) } else { Ok(()) }
    }

    fn wait(&mut self, line: LineId, guest: Guest) -> Result<Vec<Output>, Refused> {
        let seat = guest.seat;
        if let Some(waiting) = self.waiting.iter_mut().find(|waiting| waiting.guest.seat == seat) {
            let before = std::mem::replace(&mut waiting.line, line);
            waiting.guest = guest;
            return Ok(vec![Output::Close(before, Parting::TakenOver), Output::Tell(To::Seat(seat), News::Waiting)]);
        }
        if self.waiting.len() >= WAITING_MAX {
            return Err(Refused::Full);
        }
        self.waiting.push(Waiting { guest, line, since_ms: self.clock_ms });
        Ok(vec![Output::Tell(To::Seat(seat), News::Waiting), Output::Tell(To::Leaders, News::Knocked(seat))])
    }

    /// Whoever waits comes in, while somebody leads. A locked door opens only for those who have been in.
    pub(super) fn admit(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        if self.stage != Stage::Led {
            return Err(Refused::Unled);
        }
        let place = self.waiting.iter().position(|waiting| waiting.guest.seat == seat).ok_or(Refused::NotWaiting)?;
        if self.is_locked() && !self.known.contains(&seat) {
            return Err(Refused::Locked);
        }
        self.check_free()?;
        let Waiting { guest, line, .. } = self.waiting.remove(place);
        self.sit(guest, Some(line))
    }

    pub(super) fn admit_all(&mut self) -> Result<Vec<Output>, Refused> {
        let seats: Vec<Seat> = self.waiting().collect();
        if seats.is_empty() {
            return Err(Refused::NotWaiting);
        }
        let mut outputs = Vec::new();
        for seat in seats {
            match self.admit(seat) {
                Ok(admitted) => outputs.extend(admitted),
                Err(refused) if outputs.is_empty() => return Err(refused),
                Err(_) => {}
            }
        }
        Ok(outputs)
    }

    pub(super) fn check_free(&self) -> Result<(), Refused> {
        if self.chairs.len() < self.setup.seats_max { Ok(()) } else { Err(Refused::Full) }
    }

    pub(super) fn sit(&mut self, guest: Guest, line: Option<LineId>) -> Result<Vec<Output>, Refused> {
        self.check_free()?;
        let Guest { seat, role, kind, entry, .. } = guest;
        let part = if role == Role::Member { Part::At } else { Part::Beside };
        let chair = Chair {
            seat,
            role,
            kind,
            entry,
            line,
            number: self.free_number(),
            since_ms: self.clock_ms,
            lost_since_ms: None,
            silent_since_ms: None,
            muted: [Muted::Own; 2],
            home: self.planned_home(seat),
            apart: None,
            part,
            writing: Pace::default(),
            reacting: Pace::default(),
            reacted: None,
        };
        self.chairs.push(chair);
        self.returning.retain(|other| *other != seat);
        if !self.known.contains(&seat) {
            self.known.push(seat);
        }
        Ok(vec![Output::Tell(To::Seat(seat), News::Welcome(role)), Output::Tell(To::Everybody, News::Came(seat, role))])
    }

    fn free_number(&self) -> u16 {
        (0..=u16::MAX).find(|number| self.chairs.iter().all(|chair| chair.number != *number)).unwrap_or_default()
    }

    pub(super) fn turn_away(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        self.returning.retain(|other| *other != seat);
        let outputs = self.drop_waiting(seat, Parting::TurnedAway);
        if outputs.is_empty() { Err(Refused::NotWaiting) } else { Ok(outputs) }
    }

    pub(super) const fn is_locked(&self) -> bool {
        matches!(self.lock, Lock::Locked)
    }

    pub(super) fn turn_key(&mut self, lock: Lock) -> Result<Vec<Output>, Refused> {
        if self.lock == lock {
            return Err(Refused::LockedAlready);
        }
        self.lock = lock;
        let news = if lock == Lock::Locked { News::Locked } else { News::Unlocked };
        Ok(vec![Output::Tell(To::Everybody, news)])
    }

    pub(super) fn set_policy(&mut self, policy: Policy) -> Result<Vec<Output>, Refused> {
        if self.setup.policy == policy {
            return Err(Refused::Already);
        }
        self.setup.policy = policy;
        Ok(Vec::new())
    }

    pub(super) fn set_late_limit(&mut self, limit_ms: Option<u64>) -> Result<Vec<Output>, Refused> {
        if self.setup.late_ms == limit_ms {
            return Err(Refused::Already);
        }
        self.setup.late_ms = limit_ms;
        Ok(Vec::new())
    }

    fn planned_home(&self, seat: Seat) -> Home {
        let planned = self.open.and_then(|_| self.plan.iter().position(|seats| seats.contains(&seat)));
        planned.and_then(|place| u8::try_from(place).ok()).map_or(Home::Room, Home::Breakout)
    }
}
