//! Rounds and turns: how they begin, pass on, are put off and end.

use crate::floor::{Floor, Phase};
use crate::turn::{ADDED_MS_MAX, Stick, TURN_MS_MAX, TURN_MS_MIN, Timer, Turn};
use crate::{How, Output, Plan, Refusal, Round, Seat};

impl Floor {
    pub(crate) fn begin(&mut self, plan: Plan, now: u64) -> Result<Vec<Output>, Refusal> {
        check_length(plan.turn_ms)?;
        if self.places.is_empty() {
            return Err(Refusal::NobodyNext);
        }
        let seats = self.places.iter().map(|place| place.seat).collect();
        self.settle(plan.turn_ms, plan.timer);
        self.phase = Phase::Round(Round::new(plan.purpose, plan.order.of(seats)));
        let mut outputs = vec![Output::RoundBegan(plan.purpose)];
        outputs.extend(self.go_on(now));
        Ok(outputs)
    }

    /// Hands that are up already come first.
    pub(crate) fn discuss(&mut self, turn_ms: Option<u64>, timer: Timer, now: u64) -> Result<Vec<Output>, Refusal> {
        check_length(turn_ms)?;
        self.settle(turn_ms, timer);
        self.phase = Phase::Open;
        let mut outputs = vec![Output::DiscussionBegan];
        outputs.extend(self.go_on(now));
        Ok(outputs)
    }

    pub(crate) fn rest(&mut self) -> Result<Vec<Output>, Refusal> {
        if matches!(self.phase, Phase::Rest) {
            return Err(Refusal::Resting);
        }
        self.phase = Phase::Rest;
        (self.stick, self.paused) = (Stick::Free, false);
        Ok(vec![Output::Rested])
    }

    fn settle(&mut self, turn_ms: Option<u64>, timer: Timer) {
        (self.turn_ms, self.timer, self.stick, self.paused) = (turn_ms, timer, Stick::Free, false);
    }

    /// Gives a free stick to whoever is next. A round with nobody to come is over; one whose next are away waits.
    pub(crate) fn go_on(&mut self, now: u64) -> Vec<Output> {
        if let Some(seat) = self.upcoming() {
            return vec![self.hand_to(seat, now)];
        }
        if let Phase::Round(round) = &self.phase
            && round.ahead.is_empty()
        {
            let purpose = round.purpose;
            self.phase = Phase::Rest;
            return vec![Output::RoundEnded(purpose)];
        }
        Vec::new()
    }

    fn hand_to(&mut self, seat: Seat, now: u64) -> Output {
        self.drop_hand(seat);
        let mut used_ms = 0;
        if let Phase::Round(round) = &mut self.phase {
            round.withdraw(seat);
            round.over.retain(|spoken| spoken.seat != seat);
            used_ms = round.take_up(seat);
        }
        let running_since_ms = (!self.paused).then_some(now);
        self.stick = Stick::Held(Turn { seat, length_ms: self.turn_ms, used_ms, running_since_ms, told: false });
        Output::TurnBegan(seat)
    }

    fn close_turn(&mut self, seat: Seat, how: How, now: u64) -> Vec<Output> {
        if let Phase::Round(round) = &mut self.phase {
            round.end(seat, how);
        }
        let mut outputs = vec![Output::TurnEnded(seat, how)];
        if self.holder() == Some(seat) {
            self.stick = Stick::Free;
        }
        if matches!(self.stick, Stick::Free) {
            outputs.extend(self.go_on(now));
        }
        outputs
    }

    pub(crate) fn finish(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        match self.holder() {
            Some(holder) if holder == seat => Ok(self.close_turn(seat, How::Spoke, now)),
            Some(_) => Err(Refusal::NotHolder),
            None => Err(Refusal::NoTurn),
        }
    }

    pub(crate) fn pass(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        self.to_come(seat)?;
        Ok(self.close_turn(seat, How::Passed, now))
    }

    pub(crate) fn skip(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        self.to_come(seat)?;
        Ok(self.close_turn(seat, How::Skipped, now))
    }

    /// Whoever has the turn, or has one to come in a round.
    fn to_come(&self, seat: Seat) -> Result<(), Refusal> {
        if self.place(seat).is_none() {
            return Err(Refusal::NotHere);
        }
        let ahead = self.round().is_some_and(|round| round.ahead.contains(&seat));
        if self.holder() == Some(seat) || ahead { Ok(()) } else { Err(Refusal::NotToCome) }
    }

    pub(crate) fn put_off(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        self.to_come(seat)?;
        let held = self.holder() == Some(seat);
        let Phase::Round(round) = &mut self.phase else { return Err(Refusal::NoRound) };
        if round.put_off.contains(&seat) {
            return Err(Refusal::PutOff);
        }
        round.put_off.push(seat);
        round.withdraw(seat);
        round.ahead.push(seat);
        let mut outputs = vec![Output::TurnPutOff(seat)];
        if held {
            self.stick = Stick::Free;
            outputs.extend(self.go_on(now));
        }
        Ok(outputs)
    }

    pub(crate) fn give(&mut self, seat: Seat, now: u64) -> Result<Vec<Output>, Refusal> {
        self.present(seat)?;
        if self.holder() == Some(seat) {
            return Err(Refusal::HasTurn);
        }
        match &self.phase {
            Phase::Rest | Phase::Over => return Err(Refusal::Resting),
            Phase::Round(round) if round.has_spoken(seat) => return Err(Refusal::HadTurn),
            Phase::Round(_) | Phase::Open => {}
        }
        let mut outputs: Vec<Output> = self.break_off(now).into_iter().collect();
        outputs.push(self.hand_to(seat, now));
        Ok(outputs)
    }

    pub(crate) fn next(&mut self, now: u64) -> Result<Vec<Output>, Refusal> {
        let next = self.upcoming();
        match self.holder() {
            Some(holder) => Ok(self.close_turn(holder, How::Spoke, now)),
            None => next.map(|seat| vec![self.hand_to(seat, now)]).ok_or(Refusal::NobodyNext),
        }
    }

    pub(crate) fn take_back(&mut self, now: u64) -> Result<Vec<Output>, Refusal> {
        let broken_off = self.break_off(now).ok_or(Refusal::NoTurn)?;
        self.stick = Stick::WithLeader;
        Ok(vec![broken_off])
    }

    /// The turn goes on later with what is left of its time: first in its round, or with the first hand.
    fn break_off(&mut self, now: u64) -> Option<Output> {
        let turn = *self.turn()?;
        self.stick = Stick::Free;
        if let Phase::Round(round) = &mut self.phase {
            round.break_off(turn.seat, turn.used_ms(now));
        }
        Some(Output::TurnPutOff(turn.seat))
    }

    pub(crate) fn shift(&mut self, seat: Seat, to: usize) -> Result<Vec<Output>, Refusal> {
        let Phase::Round(round) = &mut self.phase else { return Err(Refusal::NoRound) };
        if !round.withdraw(seat) {
            return Err(Refusal::NotToCome);
        }
        round.ahead.insert(to.min(round.ahead.len()), seat);
        Ok(vec![Output::Moved(seat)])
    }

    pub(crate) fn add(&mut self, ms: u64, now: u64) -> Result<Vec<Output>, Refusal> {
        if ms == 0 || ms > ADDED_MS_MAX {
            return Err(Refusal::Length);
        }
        let Stick::Held(turn) = &mut self.stick else { return Err(Refusal::NoTurn) };
        let length = turn.length_ms.ok_or(Refusal::Endless)?;
        turn.length_ms = Some(length.max(turn.used_ms(now)).saturating_add(ms));
        turn.told = false;
        Ok(vec![Output::Added(turn.seat, ms)])
    }

    pub(crate) fn pause(&mut self, now: u64) -> Result<Vec<Output>, Refusal> {
        if self.paused {
            return Err(Refusal::Paused);
        }
        self.paused = true;
        if let Stick::Held(turn) = &mut self.stick {
            turn.stop(now);
        }
        Ok(vec![Output::Paused])
    }

    pub(crate) fn resume(&mut self, now: u64) -> Result<Vec<Output>, Refusal> {
        if !self.paused {
            return Err(Refusal::Running);
        }
        self.paused = false;
        if let Stick::Held(turn) = &mut self.stick {
            turn.running_since_ms = Some(now);
        }
        Ok(vec![Output::Resumed])
    }
}

const fn check_length(turn_ms: Option<u64>) -> Result<(), Refusal> {
    match turn_ms {
        Some(ms) if ms < TURN_MS_MIN || ms > TURN_MS_MAX => Err(Refusal::Length),
        _ => Ok(()),
    }
}
