//! What comes next on somebody's way, with the one thing to do about it.

use maud::{Markup, html};

use super::super::{Answer, Decided, Meeting, Stage, deeds};
use super::invitation::invitation;
use super::way::{Sent, Shown, Which, fields_of};
use super::words::Worded;
use crate::access::Deed;
use crate::agreements::Agreement;
use crate::say;
use crate::web::parts::{Button, Item, State, Tone, actions, callout, card, checklist, fold, post};
use crate::web::{Form, View};

/// The card of what comes next, with what the actor can do about it, and the way out.
pub(super) fn next(view: &View, shown: &Shown, sent: Option<&Sent>) -> Markup {
    let enrolment = &shown.subject.enrolment;
    let body = match enrolment.stage {
        Stage::Enquiry | Stage::ScreeningBooked => talk(view, shown, sent),
        Stage::Screened => decide(view, shown),
        Stage::Waitlisted => wait(view, shown),
        Stage::Offered => offered(view, shown),
        Stage::Accepted => accepted(view, shown),
        Stage::Prepared => prepared(view, shown, sent),
        Stage::Seated => seated(view, shown, sent),
        Stage::OnHold => on_hold(view, shown),
        Stage::Left | Stage::Redirected | Stage::Declined | Stage::Withdrawn | Stage::Lapsed => {
            return Markup::default();
        }
    };
    html! {
        section.stack {
            h2 { (say!(view.words, "enrolment-what-next")) }
            @if shown.readiness.meeting == Meeting::PossibleConflict && enrolment.stage.is_before_the_seat() {
                (callout(Tone::Note, html! { p { strong { (say!(view.words, "enrolment-possible-conflict")) } " " (say!(view.words, "enrolment-possible-conflict-about")) } }))
            }
            (card(body))
        }
        @if enrolment.stage.is_before_the_seat() && shown.subject.may(Deed::EndEnrolment) {
            (call_off(view, shown, sent))
        }
    }
}

pub(super) fn button(shown: &Shown, what: &str, button: &Button) -> Markup {
    let person = shown.subject.enrolment.person.to_string();
    post(&format!("{}/{what}", shown.subject.path()), &[("person", &person)], button)
}

fn talk(view: &View, shown: &Shown, sent: Option<&Sent>) -> Markup {
    let (words, at) = (view.words, shown.subject.path());
    let fields = fields_of(view, sent, Which::Talk, Form::default());
    let form = html! {
        (fields.date("date", say!(words, "enrolment-talk-date")))
        (fields.time("time", say!(words, "enrolment-talk-time")))
        (shown.subject.field(&fields))
        (actions(Button::submit(say!(words, "enrolment-talk-book")).outline()))
    };
    let booking = fields.form(&format!("{at}/talk"), &form);
    html! {
        @match shown.subject.enrolment.screening_at {
            Some(time) => p.lead { (say!(words, "enrolment-talk-booked", time = view.moment(time))) },
            None => p { (say!(words, "enrolment-talk-about")) },
        }
        @if shown.subject.may(deeds::for_screening(&shown.subject.group.charter).0) {
            (actions(Button::link(format!("{at}/screening"), say!(words, "enrolment-talk-write"))))
        }
        @if shown.subject.may(Deed::PrepareEntry) { (booking) }
    }
}

fn decide(view: &View, shown: &Shown) -> Markup {
    let (words, at) = (view.words, shown.subject.path());
    let (may_decide, read_talk) =
        (shown.subject.may(Deed::DecideEntry), deeds::for_screening(&shown.subject.group.charter).1);
    let again = Button::link(format!("{at}/decision"), say!(words, "enrolment-decide"));
    let talk = html! {
        @if shown.subject.may(read_talk) {
            (Button::link(format!("{at}/screening"), say!(words, "enrolment-talk-read")).outline())
        }
    };
    html! {
        @match shown.decided.as_ref().filter(|decided| decided.waits) {
            Some(decided) if is_ones_own(shown, decided) => {
                p { (say!(words, "enrolment-waits-for-co-leader")) }
                (actions(html! { @if may_decide { (again.outline()) } (talk) }))
            }
            Some(_) if may_decide => {
                p { (say!(words, "enrolment-countersign-about")) }
                (actions(html! {
                    (button(shown, "countersign", &Button::submit(say!(words, "enrolment-countersign"))))
                    (again.outline()) (talk)
                }))
            }
            Some(_) => {
                p { (say!(words, "enrolment-countersign-waits")) }
                (actions(talk))
            }
            None => {
                p { (say!(words, "enrolment-decide-about")) }
                (actions(html! { @if may_decide { (again) } (talk) }))
            }
        }
    }
}

fn is_ones_own(shown: &Shown, decided: &Decided) -> bool {
    decided.by == Some(shown.viewer)
}

fn wait(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    html! {
        p { (say!(words, "enrolment-wait-about")) }
        @if shown.subject.may(Deed::OfferPlace) {
            (actions(button(shown, "offer", &Button::submit(say!(words, "enrolment-offer")))))
        }
    }
}

fn offered(view: &View, shown: &Shown) -> Markup {
    let (words, enrolment) = (view.words, &shown.subject.enrolment);
    let until = enrolment.offer_until.unwrap_or(enrolment.since);
    let person = enrolment.person.to_string();
    html! {
        p { (say!(words, "enrolment-offered-until", time = view.moment(until))) }
        (invitation(view, shown))
        @if shown.subject.may(Deed::AnswerOffer) {
            p.soft { (say!(words, "enrolment-offered-about")) }
            (actions(html! {
                @for (answer, word, _) in Answer::CHOICES {
                    @let said = Button::submit(answer.said(view));
                    @let said = if *answer == Answer::Take { said } else { said.outline() };
                    (post(&format!("{}/answer", shown.subject.path()), &[("person", &person), ("answer", word)], &said))
                }
            }))
        }
    }
}

fn accepted(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let prepare = Button::link(format!("{}/preparation", shown.subject.path()), say!(words, "enrolment-prepare"));
    html! {
        p { (say!(words, "enrolment-accepted-about")) }
        @if shown.subject.may(Deed::PrepareEntry) { (actions(prepare)) }
        (invitation(view, shown))
        (own_steps(view, shown))
    }
}

fn prepared(view: &View, shown: &Shown, sent: Option<&Sent>) -> Markup {
    let words = view.words;
    if !shown.readiness.joining.is_done() {
        return html! {
            p { (say!(words, "enrolment-prepared-about")) }
            (invitation(view, shown))
            (own_steps(view, shown))
        };
    }
    let fields = fields_of(view, sent, Which::Seat, Form::default());
    let form = html! {
        @if shown.readiness.meeting == Meeting::PossibleConflict {
            (fields.area("conflict", say!(words, "enrolment-conflict-field")).hint(say!(words, "enrolment-conflict-hint")))
        }
        (shown.subject.field(&fields))
        (actions(Button::submit(say!(words, "enrolment-give-seat"))))
    };
    html! {
        p { (say!(words, "enrolment-ready-about")) }
        @for reason in &shown.readiness.missing { (callout(Tone::Note, html! { p { (words.reason(reason)) } })) }
        @if shown.subject.may(Deed::KeepSeat) { (fields.form(&format!("{}/seat", shown.subject.path()), &form)) }
    }
}

fn seated(view: &View, shown: &Shown, sent: Option<&Sent>) -> Markup {
    let words = view.words;
    let fields = fields_of(view, sent, Which::Hold, Form::default());
    let form = html! {
        (fields.date("until", say!(words, "enrolment-hold-until")).hint(say!(words, "enrolment-hold-hint")))
        (fields.text("hold_reason", say!(words, "enrolment-hold-reason")))
        (shown.subject.field(&fields))
        (actions(Button::submit(say!(words, "enrolment-hold")).outline()))
    };
    let holding = fields.form(&format!("{}/hold", shown.subject.path()), &form);
    html! {
        p { (say!(words, "enrolment-seated-about")) }
        @if !shown.readiness.joining.due.is_empty() { (own_steps(view, shown)) }
        @if shown.subject.may(Deed::KeepSeat) { (fold_unless_sent(view, sent, &holding)) }
        @if shown.subject.may(Deed::EndEnrolment) { (actions(departure(view, shown))) }
    }
}

fn fold_unless_sent(view: &View, sent: Option<&Sent>, form: &Markup) -> Markup {
    let heading = say!(view.words, "enrolment-hold-heading");
    if sent.is_some_and(|sent| sent.which == Which::Hold) {
        html! { h3 { (heading) } (form) }
    } else {
        fold(heading, form)
    }
}

fn on_hold(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let until = shown.subject.enrolment.hold_until;
    html! {
        @match until {
            Some(until) => p { (say!(words, "enrolment-away-until", time = view.moment(until))) },
            None => { p { (say!(words, "enrolment-away-signature")) } (own_steps(view, shown)) }
        }
        (actions(html! {
            @if until.is_some() && shown.subject.may(Deed::KeepSeat) {
                (button(shown, "back", &Button::submit(say!(words, "enrolment-welcome-back"))))
            }
            @if shown.subject.may(Deed::EndEnrolment) { (departure(view, shown)) }
        }))
    }
}

fn departure(view: &View, shown: &Shown) -> Button {
    Button::link(format!("{}/departure", shown.subject.path()), say!(view.words, "enrolment-depart")).quiet()
}

/// The person's own steps, as far as they are done.
fn own_steps(view: &View, shown: &Shown) -> Markup {
    let (words, joining) = (view.words, &shown.readiness.joining);
    let state = |is_done| if is_done { State::Done } else { State::Open };
    let done = |is_done| if is_done { say!(words, "enrolment-done") } else { say!(words, "enrolment-open") };
    let item = |name, is_done: bool| Item {
        state: state(is_done),
        name: html! { (words.say(name, None)) },
        text: html! { (done(is_done)) },
        action: None,
    };
    let mut items =
        vec![item("enrolment-own-name", joining.called.is_some()), item("enrolment-own-place", !joining.asks_where())];
    let asked = Agreement::asked_by(shown.subject.group.charter.consent());
    let unsigned = |agreement: &Agreement| joining.due.iter().any(|due| due.edition.agreement == *agreement);
    items.extend(asked.iter().map(|agreement| item(agreement.name_key(), !unsigned(agreement))));
    checklist(&items)
}

fn call_off(view: &View, shown: &Shown, sent: Option<&Sent>) -> Markup {
    let words = view.words;
    let fields = fields_of(view, sent, Which::CallOff, Form::default());
    let form = html! {
        (fields.area("reason", say!(words, "enrolment-call-off-reason")))
        (shown.subject.field(&fields))
        (actions(Button::submit(say!(words, "enrolment-call-off")).danger()))
    };
    let drawn = fields.form(&format!("{}/call-off", shown.subject.path()), &form);
    let heading = say!(words, "enrolment-call-off-heading");
    if sent.is_some_and(|sent| sent.which == Which::CallOff) {
        html! { section.stack { h2 { (heading) } (drawn) } }
    } else {
        fold(heading, drawn)
    }
}
