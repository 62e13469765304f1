//! Out of the group for a while: the quiet room, a private talk with one who leads, and what only those who lead learn of.

use serde::{Deserialize, Serialize};

use super::chair::{Apart, Chair, Role};
use super::output::{Ending, News, Output, To, Whither};
use super::{Hall, Refused, Signal};
use crate::Seat;

/// A signal that was given. It stays in its place when its seat is free, until the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// Its own number in this hall, from 1; 0 for one of an earlier release.
    #[serde(default)]
    pub number: u64,
    /// Whose.
    pub seat: Seat,
    /// Which.
    pub signal: Signal,
    /// Since when, in milliseconds.
    pub since_ms: u64,
    /// Who has seen it.
    pub seen: Option<Seat>,
    /// Since when it is taken back, in milliseconds. Only of [`Signal::Unsafe`], which stays until it was seen.
    #[serde(default)]
    pub withdrawn_ms: Option<u64>,
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
        match self.raised_at(seat, signal).map(|place| &mut self.raised[place]) {
            Some(Raised { seen: None, withdrawn_ms: None, .. }) => return Err(Refused::Already),
            Some(unseen) if unseen.seen.is_none() => unseen.withdrawn_ms = None,
            _ => self.raise(seat, signal),
        }
        Ok(vec![Output::Tell(To::Leaders, News::Signal(seat, signal))])
    }

    /// Given again after it was seen, it is new.
    fn raise(&mut self, seat: Seat, signal: Signal) {
        self.raised.retain(|raised| raised.seat != seat || raised.signal != signal);
        self.last_raised += 1;
        let (number, since_ms) = (self.last_raised, self.clock_ms);
        self.raised.push(Raised { number, seat, signal, since_ms, seen: None, withdrawn_ms: None });
    }

    fn raised_at(&self, seat: Seat, signal: Signal) -> Option<usize> {
        self.raised.iter().position(|raised| raised.seat == seat && raised.signal == signal)
    }

    /// What was said of not being safe stays with those who lead until one of them has seen it, whoever takes it back.
    pub(super) fn withdraw(&mut self, seat: Seat, signal: Signal) -> Result<Vec<Output>, Refused> {
        let place = self.raised_at(seat, signal).ok_or(Refused::NoSignal)?;
        let now = self.clock_ms;
        let raised = &mut self.raised[place];
        match (signal, raised.seen, raised.withdrawn_ms) {
            (_, _, Some(_)) => return Err(Refused::NoSignal),
            (Signal::Unsafe, None, None) => raised.withdrawn_ms = Some(now),
            _ => drop(self.raised.remove(place)),
        }
        Ok(vec![Output::Tell(To::Leaders, News::Withdrawn(seat, signal))])
    }

    /// Whoever has taken a signal back is not told: somebody else may hold their device.
    pub(super) fn see(&mut self, leader: Seat, seat: Seat, signal: Signal) -> Result<Vec<Output>, Refused> {
        let place = self.raised_at(seat, signal).ok_or(Refused::NoSignal)?;
        let raised = &mut self.raised[place];
        if raised.seen.is_some() {
            return Err(Refused::Already);
        }
        if raised.withdrawn_ms.is_some() {
            self.raised.remove(place);
            return Ok(Vec::new());
        }
        raised.seen = Some(leader);
        Ok(vec![Output::Tell(To::Seat(seat), News::Seen(signal))])
    }

    /// No group is ended over the head of somebody who does not feel safe. What the caller ends is another matter.
    pub(super) fn end_by_leader(&mut self) -> Result<Vec<Output>, Refused> {
        let is_open = |raised: &Raised| raised.signal == Signal::Unsafe && raised.seen.is_none();
        if self.raised.iter().any(is_open) { Err(Refused::Unsafe) } else { Ok(self.end(Ending::Ended)) }
    }
}
