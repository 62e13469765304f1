//! How a seat gets free: by going, by being taken out for the day, by a consent that is missing.

use super::chair::Role;
use super::output::{News, Output, Parting, To};
use super::{Hall, Refused, Supervision};
use crate::Seat;

impl Hall {
    pub(super) fn drop_waiting(&mut self, seat: Seat, parting: Parting) -> Vec<Output> {
        let place = self.waiting.iter().position(|waiting| waiting.guest.seat == seat);
        place.map(|place| Output::Close(self.waiting.remove(place).line, parting)).into_iter().collect()
    }

    /// A member or supervisor goes, and does not come in again. Those who lead are taken out by whoever knows that they no longer do.
    pub(super) fn remove(&mut self, seat: Seat) -> Result<Vec<Output>, Refused> {
        match self.chair(seat) {
            Some(chair) if chair.role.leads() => Err(Refused::Members),
            None if self.waiting().all(|waiting| waiting != seat) => Err(Refused::Nobody),
            _ => Ok(self.bar(seat)),
        }
    }

    pub(super) fn bar(&mut self, seat: Seat) -> Vec<Output> {
        if !self.barred.contains(&seat) {
            self.barred.push(seat);
        }
        let mut outputs = self.drop_waiting(seat, Parting::Removed);
        outputs.extend(self.unseat(seat, Parting::Removed));
        outputs
    }

    /// The seat is free.
    pub(super) fn unseat(&mut self, seat: Seat, parting: Parting) -> Vec<Output> {
        let Some(place) = self.chairs.iter().position(|chair| chair.seat == seat) else { return Vec::new() };
        let line = self.chairs.remove(place).line;
        let mut outputs: Vec<Output> = line.map(|line| Output::Close(line, parting)).into_iter().collect();
        outputs.push(Output::Tell(To::Everybody, News::Left(seat)));
        outputs
    }

    /// Without consent no supervisor is in or waits.
    pub(super) fn supervise(&mut self, supervision: Supervision) -> Vec<Output> {
        self.supervision = supervision;
        if supervision == Supervision::Consented {
            return Vec::new();
        }
        let is_supervisor = |role: &Role| *role == Role::Supervisor;
        let waiting = self.waiting.iter().filter(|waiting| is_supervisor(&waiting.guest.role));
        let mut seats: Vec<Seat> = waiting.map(|waiting| waiting.guest.seat).collect();
        seats.extend(self.seated().filter(|(_, role)| is_supervisor(role)).map(|(seat, _)| seat));
        let mut outputs = Vec::new();
        for seat in seats {
            outputs.extend(self.drop_waiting(seat, Parting::NoConsent));
            outputs.extend(self.unseat(seat, Parting::NoConsent));
        }
        outputs
    }
}
