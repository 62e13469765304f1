//! Coming, going, and coming back.

use crate::floor::{Floor, Phase, SEATS_MAX};
use crate::turn::Stick;
use crate::{How, Output, Place, Presence, Refusal, Seat};

impl Floor {
    pub(crate) fn present(&self, seat: Seat) -> Result<(), Refusal> {
        match self.place(seat).map(|place| place.presence) {
            Some(Presence::Here) => Ok(()),
            Some(Presence::Lost | Presence::Aside) => Err(Refusal::Away),
            None => Err(Refusal::NotHere),
        }
    }

    /// Whoever comes during a round is its last; whoever had a part in it has none again.
    pub(crate) fn arrive(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        let mut outputs = match self.presence(seat, Presence::Here, now) {
            Ok(Presence::Here) => return Ok(Vec::new()),
            Ok(Presence::Lost | Presence::Aside) => vec![Output::Back(seat)],
            Err(_) => vec![self.sit_down(seat, now)?],
        };
        if matches!(self.stick, Stick::Free) {
            outputs.extend(self.go_on(now));
        }
        Ok(outputs)
    }

    fn sit_down(&mut self, seat: Seat, now: u64) -> Result<Output, Refusal> {
        if self.places.len() >= SEATS_MAX {
            return Err(Refusal::Full);
        }
        self.places.push(Place { seat, presence: Presence::Here, since_ms: now });
        if let Phase::Round(round) = &mut self.phase
            && !round.is_over_for(seat)
        {
            round.ahead.push(seat);
        }
        Ok(Output::Came(seat))
    }

    /// What it was before.
    fn presence(&mut self, seat: Seat, to: Presence, now: u64) -> Result<Presence, Refusal> {
        let place = self.places.iter_mut().find(|place| place.seat == seat).ok_or(Refusal::NotHere)?;
        let before = place.presence;
        if before != to {
            *place = Place { seat, presence: to, since_ms: now };
        }
        Ok(before)
    }

    /// A broken line changes nothing but what is shown; a moment for oneself is not ended by it.
    pub(crate) fn lose(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        match self.place(seat).map(|place| place.presence) {
            Some(Presence::Here) => {
                self.presence(seat, Presence::Lost, now)?;
                Ok(vec![Output::Lost(seat)])
            }
            Some(_) => Ok(Vec::new()),
            None => Err(Refusal::NotHere),
        }
    }

    /// A turn is put off to the end of the round, and a hand goes down.
    pub(crate) fn step_aside(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        if self.presence(seat, Presence::Aside, now)? == Presence::Aside {
            return Ok(Vec::new());
        }
        let mut outputs = vec![Output::SteppedAside(seat)];
        if self.drop_hand(seat) {
            outputs.push(Output::HandDown(seat));
        }
        if self.holder() == Some(seat) {
            self.stick = Stick::Free;
            if let Phase::Round(round) = &mut self.phase {
                round.ahead.push(seat);
            }
            outputs.push(Output::TurnPutOff(seat));
            outputs.extend(self.go_on(now));
        }
        Ok(outputs)
    }

    pub(crate) fn leave(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        if self.place(seat).is_none() {
            return Err(Refusal::NotHere);
        }
        self.places.retain(|place| place.seat != seat);
        let mut outputs = vec![Output::Left(seat)];
        if self.drop_hand(seat) {
            outputs.push(Output::HandDown(seat));
        }
        outputs.extend(self.free(seat, now));
        Ok(outputs)
    }

    /// A turn that was going on counts as spoken; a place that was to come is free, and would be new.
    fn free(&mut self, seat: Seat, now: u64) -> Vec<Output> {
        let held = self.holder() == Some(seat);
        if let Phase::Round(round) = &mut self.phase {
            round.withdraw(seat);
            round.take_up(seat);
            if held {
                round.end(seat, How::Spoke);
            }
        }
        if held {
            self.stick = Stick::Free;
            let mut outputs = vec![Output::TurnEnded(seat, How::Left)];
            outputs.extend(self.go_on(now));
            return outputs;
        }
        if matches!(self.stick, Stick::Free) { self.go_on(now) } else { Vec::new() }
    }
}
