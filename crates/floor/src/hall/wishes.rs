//! Who may ask for what: each wish to where it is granted.

use super::call::{Lead, Voice, Wish};
use super::chair::{Apart, Part, Role};
use super::door::Lock;
use super::output::{News, Output, Parting, To};
use super::{Hall, Heard, Refused};
use crate::{Input, Request, Seat, Timer};

impl Hall {
    pub(super) fn grant(&mut self, voice: Voice, wish: Wish) -> Result<Vec<Output>, Refused> {
        let seat = self.speaker(voice)?;
        let Some(role) = self.chair(seat).map(|chair| chair.role) else { return self.grant_outside(seat, &wish) };
        match wish {
            Wish::Leave => Ok(self.unseat(seat, Parting::Left)),
            Wish::TakeKind(kind) => self.take_kind(seat, kind),
            Wish::SayPlace(privacy) => self.say_place(seat, privacy),
            Wish::Mute(source) => self.mute_own(seat, source),
            Wish::Unmute(source) => self.unmute(seat, source),
            Wish::Floor(request) => self.grant_floor(seat, role, request),
            Wish::React(reaction) => self.react(seat, reaction),
            Wish::Write(channel, words) => self.write(seat, channel, &words),
            Wish::Moment => self.take_moment(seat),
            Wish::Return => self.come_back(seat),
            Wish::Signal(signal) => self.signal(seat, signal),
            Wish::Withdraw(signal) => self.withdraw(seat, signal),
            Wish::Answer(answer) => self.answer_gathering(seat, answer),
            Wish::Lead(_) if !role.leads() => Err(Refused::Leaders),
            Wish::Lead(lead) => self.lead(seat, lead),
        }
    }

    /// Whoever waits may go, and nothing else.
    fn grant_outside(&mut self, seat: Seat, wish: &Wish) -> Result<Vec<Output>, Refused> {
        if self.waiting().all(|waiting| waiting != seat) {
            return Err(Refused::NoSeat);
        }
        if *wish == Wish::Leave { Ok(self.drop_waiting(seat, Parting::Left)) } else { Err(Refused::StillWaiting) }
    }

    fn lead(&mut self, seat: Seat, lead: Lead) -> Result<Vec<Output>, Refused> {
        match lead {
            Lead::Admit(guest) => self.admit(guest),
            Lead::AdmitAll => self.admit_all(),
            Lead::TurnAway(guest) => self.turn_away(guest),
            Lead::Door(policy) => self.set_policy(policy),
            Lead::LateLimit(limit_ms) => self.set_late_limit(limit_ms),
            Lead::Lock => self.turn_key(Lock::Locked),
            Lead::Unlock => self.turn_key(Lock::Open),
            Lead::Remove(other) => self.remove(other),
            Lead::SeatInPerson(other) => self.sit_in_person(other),
            Lead::Gone(other) => self.see_off(other),
            Lead::Mute(other, source) => self.mute_by_leader(other, source),
            Lead::MuteAll => Ok(self.mute_all()),
            Lead::Spotlight(other) => self.put_in_spotlight(other),
            Lead::Hear(heard) => self.hear(heard),
            Lead::TakePart => self.take_part(seat, Part::At),
            Lead::StandBeside => self.take_part(seat, Part::Beside),
            Lead::Private(member) => self.go_private(seat, member),
            Lead::Seen(other, signal) => self.see(seat, other, signal),
            Lead::Gather(asking, words) => self.gather(asking, &words),
            Lead::Reveal => self.reveal(),
            Lead::PutAway => self.put_away(),
            Lead::Prepare(plan) => self.prepare(plan),
            Lead::OpenBreakouts(length_ms) => self.open_breakouts(length_ms),
            Lead::ExtendBreakouts(ms) => self.extend_breakouts(ms),
            Lead::Assign(other, place) => self.assign(other, place),
            Lead::Visit(place) => self.visit(seat, place),
            Lead::BackToAll => self.end_breakouts(),
            Lead::End => self.end_by_leader(),
        }
    }

    /// Coming and going follow from the hall; rounds wait for the end of breakouts; the format has a say in who sees the time.
    fn grant_floor(&mut self, seat: Seat, role: Role, request: Request) -> Result<Vec<Output>, Refused> {
        let timer = match request {
            Request::Arrive(_) | Request::Lose(_) | Request::StepAside(_) | Request::Leave(_) | Request::End => {
                return Err(Refused::ByItself);
            }
            Request::Begin(plan) => Some(plan.timer),
            Request::Discuss(_, timer) => Some(timer),
            _ => None,
        };
        let input = if role.leads() { Input::leader(request) } else { Input::of(seat, request) };
        if role.leads() && timer.is_some() && self.open.is_some() {
            return Err(Refused::BreakoutsOpen);
        }
        if role.leads() && timer == Some(Timer::Everybody) && self.setup.timer == Timer::Leaders {
            return Err(Refused::TimerHidden);
        }
        let outputs = self.floor.handle(input, self.clock_ms)?;
        Ok(self.of_floor(outputs))
    }

    fn take_part(&mut self, seat: Seat, part: Part) -> Result<Vec<Output>, Refused> {
        let chair = self.chair_mut(seat)?;
        if chair.part == part {
            return Err(Refused::Already);
        }
        chair.part = part;
        Ok(Vec::new())
    }

    fn put_in_spotlight(&mut self, seat: Option<Seat>) -> Result<Vec<Output>, Refused> {
        if seat.is_some_and(|seat| self.chair(seat).is_none()) {
            return Err(Refused::Nobody);
        }
        if self.spotlight == seat {
            return Err(Refused::Already);
        }
        self.spotlight = seat;
        Ok(vec![Output::Tell(To::Everybody, News::Spotlight(seat))])
    }

    fn hear(&mut self, heard: Heard) -> Result<Vec<Output>, Refused> {
        if self.heard == heard {
            return Err(Refused::Already);
        }
        self.heard = heard;
        let news = if heard == Heard::InTurn { News::HeardInTurn } else { News::HeardAll };
        Ok(vec![Output::Tell(To::Everybody, news)])
    }

    /// Whether somebody is in a room apart.
    pub(super) fn is_apart(&self, seat: Seat) -> Option<Apart> {
        self.chair(seat).and_then(|chair| chair.apart)
    }
}
