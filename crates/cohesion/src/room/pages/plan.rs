//! What a form asks of the floor, and the form that begins a round or a discussion.

use ::floor::{Order, Plan, Purpose, Request, Seat, Timer};
use maud::{Markup, html};

use super::super::{Desk, seat_of};
use super::shown;
use crate::groups::Capability;
use crate::id::{self, PersonId};
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, actions};
use crate::web::{Check, Fields, Form, View};
use crate::{Error, Result};

/// The lengths of a turn that are offered, in minutes; 0 has no end.
const MINUTES: [u64; 6] = [0, 1, 2, 3, 5, 10];
/// What one press adds to a turn, in milliseconds.
const ADDED_MS: u64 = 60_000;

/// The request that a form stands for.
pub(super) fn request(form: &Form) -> Result<Request> {
    match form.value("do") {
        "begin" => plan(form).map(Request::Begin),
        "discuss" => plan(form).map(|plan| Request::Discuss(plan.turn_ms, plan.timer)),
        "rest" => Ok(Request::Rest),
        "next" => Ok(Request::Next),
        "take-back" => Ok(Request::TakeBack),
        "add" => Ok(Request::Add(ADDED_MS)),
        "pause" => Ok(Request::Pause),
        "resume" => Ok(Request::Resume),
        "end" => Ok(Request::End),
        word => about_somebody(form, word),
    }
}

fn about_somebody(form: &Form, word: &str) -> Result<Request> {
    let mut check = Check::new(form);
    let seat: Option<Seat> = check.choice::<PersonId>("member").map(seat_of);
    let to = if word == "move" { check.number("to", 0..=::floor::SEATS_MAX) } else { Some(0) };
    let (seat, to) = check.done(|| seat.zip(to))?;
    match word {
        "bring" => Ok(Request::Arrive(seat)),
        "leave" => Ok(Request::Leave(seat)),
        "finish" => Ok(Request::Finish(seat)),
        "skip" => Ok(Request::Skip(seat)),
        "give" => Ok(Request::Give(seat)),
        "lower" => Ok(Request::Lower(seat)),
        "move" => Ok(Request::Move(seat, to)),
        _ => Err(Error::invalid("do", "room-fault-press")),
    }
}

fn plan(form: &Form) -> Result<Plan> {
    let mut check = Check::new(form);
    let purpose = match form.value("purpose") {
        "check-in" => Some(Purpose::CheckIn),
        "sharing" => Some(Purpose::Sharing),
        "closing" => Some(Purpose::Closing),
        _ => check.fault("purpose", "fault-choose"),
    };
    let order = match form.value("order") {
        "seats" => Some(Order::Seats),
        "drawn" => Some(Order::Drawn(seed()?)),
        _ => check.fault("order", "fault-choose"),
    };
    let timer = match form.value("timer") {
        "everybody" => Some(Timer::Everybody),
        "leaders" => Some(Timer::Leaders),
        _ => check.fault("timer", "fault-choose"),
    };
    let minutes = form.value("length").parse().ok().filter(|minutes| MINUTES.contains(minutes));
    let minutes = minutes.or_else(|| check.fault("length", "fault-choose"));
    check.done(|| {
        let turn_ms = minutes.map(|minutes| minutes * 60_000)?;
        Some(Plan { purpose: purpose?, order: order?, turn_ms: Some(turn_ms).filter(|ms| *ms > 0), timer: timer? })
    })
}

fn seed() -> Result<u64> {
    let mut seed = [0; 8];
    seed.copy_from_slice(&id::random()?[..8]);
    Ok(u64::from_be_bytes(seed))
}

/// What the form says before anybody has chosen. Leaders alone see the time until they choose otherwise.
pub(super) fn usual() -> Form {
    Form::of([("purpose", "check-in"), ("order", "seats"), ("length", "2"), ("timer", "leaders")])
}

/// The same under what was sent, where the form that was sent had no round in it.
pub(super) fn over_usual(sent: Form) -> Form {
    let has_round = sent.pairs().any(|(name, _)| name == "purpose");
    if has_round {
        return sent;
    }
    let typed: Vec<(String, String)> = sent.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let usual = usual();
    let usual = usual.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Form::of(typed.into_iter().chain(usual))
}

/// The form that begins a round or a discussion.
pub(super) fn begin(view: &View, shown: &Desk, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let purposes = [(Purpose::CheckIn, "check-in"), (Purpose::Sharing, "sharing"), (Purpose::Closing, "closing")];
    let purposes = purposes.map(|(purpose, word)| Choice::new(word, shown::purpose(view, purpose))).to_vec();
    let orders =
        [Choice::new("seats", say!(words, "room-order-seats")), Choice::new("drawn", say!(words, "room-order-drawn"))];
    let lengths =
        MINUTES.map(|minutes| Choice::new(minutes.to_string(), say!(words, "room-length", minutes = minutes)));
    let is_quiet = shown.group.charter.allow(Capability::MeetingScript).is_ok();
    html! {
        section.card.stack {
            h2 { (say!(words, "room-begin")) }
            @if is_quiet { p.soft { (say!(words, "room-quiet-care")) } }
            form.stack method="post" action={ "/care/sessions/" (shown.session.id) "/floor" } novalidate {
                (fields.radios("purpose", say!(words, "room-purpose"), purposes))
                (fields.select("order", say!(words, "room-order"), orders.to_vec()))
                (fields.select("length", say!(words, "room-length-of"), lengths.to_vec()))
                (fields.radios("timer", say!(words, "room-timer"), timers(view, shown)))
                (actions(html! {
                    (Button::submit(say!(words, "room-begin-do")).named("do", "begin"))
                    (Button::submit(say!(words, "room-discuss-do")).outline().named("do", "discuss"))
                }))
            }
        }
    }
}

fn timers(view: &View, shown: &Desk) -> Vec<Choice> {
    let words = view.words;
    let leaders = Choice::new("leaders", say!(words, "room-timer-leaders"));
    if !shown.may_show_timer {
        return vec![leaders.small(say!(words, "room-timer-only"))];
    }
    vec![leaders, Choice::new("everybody", say!(words, "room-timer-everybody"))]
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn a_form_says_what_is_asked_of_the_floor() {
        let ana = PersonId([3; 16]);
        let member = ana.to_string();
        for (word, asked) in [
            ("rest", Request::Rest),
            ("add", Request::Add(60_000)),
            ("give", Request::Give(seat_of(ana))),
            ("bring", Request::Arrive(seat_of(ana))),
            ("move", Request::Move(seat_of(ana), 2)),
        ] {
            let form = Form::of([("do", word), ("member", member.as_str()), ("to", "2")]);
            assert_eq!(request(&form), Ok(asked), "{word}");
        }
    }

    #[test]
    fn a_round_is_as_it_was_chosen() {
        let form = Form::of([
            ("do", "begin"),
            ("purpose", "sharing"),
            ("order", "seats"),
            ("length", "0"),
            ("timer", "leaders"),
        ]);
        let plan = Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: None, timer: Timer::Leaders };
        assert_eq!(request(&form), Ok(Request::Begin(plan)));
    }

    #[test]
    fn what_cannot_be_is_said_field_by_field() {
        let form =
            Form::of([("do", "begin"), ("purpose", "none"), ("order", ""), ("length", "999999"), ("timer", "x")]);
        let Err(Error::Invalid(faults)) = request(&form) else { panic!("it needs mending") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["purpose", "order", "timer", "length"]);
        for (word, field) in [("give", "member"), ("nonsense", "member"), ("", "member")] {
            let Err(Error::Invalid(faults)) = request(&Form::of([("do", word)])) else {
                panic!("{word} needs mending")
            };
            assert_eq!(faults[0].field, field);
        }
        let form = Form::of([("do", "nonsense"), ("member", PersonId([3; 16]).to_string().as_str())]);
        assert_eq!(request(&form), Err(Error::invalid("do", "room-fault-press")));
    }
}
