//! Out of the group for a while: the quiet room, a private talk with one who leads, and what only those who lead learn of.

use serde::{Deserialize, Serialize};

use super::chair::{Apart, Chair, Role};
use super::output::{News, Output, To, Whither};
use super::{Hall, Refused, Signal};
use crate::Seat;

/// A signal that was given. It stays when its seat is free, until the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// Whose.
    pub seat: Seat,
    /// Which.
    pub signal: Signal,
    /// Since when, in milliseconds.
    pub since_ms: u64,
    /// Who has seen it.
    pub seen: Option<Seat>,
}

impl Hall {
    /// The others learn that somebody is away; those who lead learn that they need a moment.
    pub(super) fn take_moment(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        if self.is_apart(seat).is_some() {
            return Err(Refused::Apart);
        }
        let mut outputs = self.step_apart(seat, Apart::Quiet, Whither::Quiet)?;
        outputs.push(Output::Tell(To::Leaders, News::Moment(seat)));
        Ok(outputs)
    }

    /// The others learn that both are away, and no more. Somebody in the quiet room can be met there.
    pub(super) fn go_private(&mut self, leader: Seat, member: Seat) -> Result<Vec<Output>, Refused> {
        let chair = self.chair(member).ok_or(Refused::Nobody)?;
        if chair.role != Role::Member {
            return Err(Refused::Members);
        }
        if chair.is_lost() {
            return Err(Refused::Lost);
        }
        if matches!(chair.apart, Some(Apart::With(_))) || self.is_apart(leader).is_some() {
            return Err(Refused::Apart);
        }
        if !self.chairs.iter().any(|other| other.seat != leader && Chair::holds(other)) {
            return Err(Refused::NobodyHolds);
        }
        let mut outputs = self.step_apart(leader, Apart::With(leader), Whither::Private(leader))?;
        outputs.extend(self.step_apart(member, Apart::With(leader), Whither::Private(leader))?);
        Ok(outputs)
    }

    fn step_apart(&mut self, seat: Seat, apart: Apart, whither: Whither) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        let was_with_group = chair.apart.replace(apart).is_none() && !chair.is_lost();
        let mut outputs = vec![Output::Tell(To::Seat(seat), News::Moved(whither))];
        if was_with_group {
            outputs.push(Output::Tell(To::Everybody, News::Away(seat)));
        }
        Ok(outputs)
    }

    /// A private room ends for both.
    pub(super) fn come_back(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        let chair = self.chair(seat).ok_or(Refused::Nobody)?;
        match (chair.apart, chair.is_lost()) {
            (None, _) => Err(Refused::NotApart),
            (_, true) => Err(Refused::Lost),
            _ => Ok(self.rejoin(seat)),
        }
    }

    pub(super) fn signal(&mut self, seat: Seat, signal: Signal) -> Result<Vec<Output>, Refused> {
        if self.chair(seat).ok_or(Refused::Nobody)?.role != Role::Member {
            return Err(Refused::Members);
        }
        let is_same = |raised: &Raised| raised.seat == seat && raised.signal == signal;
        if self.raised.iter().any(|raised| is_same(raised) && raised.seen.is_none()) {
            return Err(Refused::Already);
        }
        self.raised.retain(|raised| !is_same(raised));
        self.raised.push(Raised { seat, signal, since_ms: self.clock_ms, seen: None });
        Ok(vec![Output::Tell(To::Leaders, News::Signal(seat, signal))])
    }

    pub(super) fn withdraw(&mut self, seat: Seat, signal: Signal) -> Result<Vec<Output>, Refused> {
        let before = self.raised.len();
        self.raised.retain(|raised| raised.seat != seat || raised.signal != signal);
        if self.raised.len() == before {
            return Err(Refused::NoSignal);
        }
        Ok(vec![Output::Tell(To::Leaders, News::Withdrawn(seat, signal))])
    }

    pub(super) fn see(&mut self, leader: Seat, seat: Seat, signal: Signal) -> Result<Vec<Output>, Refused> {
        let is_meant = |raised: &&mut Raised| raised.seat == seat && raised.signal == signal;
        let raised = self.raised.iter_mut().find(is_meant).ok_or(Refused::NoSignal)?;
        if raised.seen.is_some() {
            return Err(Refused::Already);
        }
        raised.seen = Some(leader);
        Ok(vec![Output::Tell(To::Seat(seat), News::Seen(signal))])
    }
}
