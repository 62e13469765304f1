//! Breakouts are prepared: who goes where, and for how long.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::breakouts::MINUTES;
use super::super::{Breakouts, Preparing, breakouts, deeds, prepare_breakouts};
use crate::app::App;
use crate::error::Fault;
use crate::groups::on_the_clock_of;
use crate::id::{PersonId, SessionId};
use crate::identity::Who;
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, actions, empty, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result};

/// How many breakouts the page offers.
const OFFERED: u8 = 6;
/// How long they last unless something else is chosen, in minutes.
const USUAL_MINUTES: u32 = 10;

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| breakouts(work, id).await).await?;
    let fields = Fields::filled(&who.view, filled(&shown));
    Ok(page(&who.view, &shown, &fields).into_response())
}

/// Keeps what was chosen.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_lead_at(work, id).await?;
        prepare_breakouts(work, id, &read(&sent)?).await
    });
    let (status, faults) = match keeping.await {
        Ok(()) => return Ok(go(&format!("/care/sessions/{id}/room"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, vec![Fault::new("", words)]),
        Err(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| breakouts(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields).status(status).into_response())
}

/// A field for each member, named by them; an empty one stays with those who lead.
fn read(form: &Form) -> Result<Breakouts> {
    let [shortest, longest] = MINUTES;
    let mut check = Check::new(form);
    let minutes = check.number("minutes", shortest..=longest);
    let mut places = Vec::new();
    for (name, value) in form.pairs().filter(|(_, value)| !value.is_empty()) {
        let Some(person) = name.strip_prefix("of-").and_then(|id| id.parse::<PersonId>().ok()) else { continue };
        match value.parse::<u8>() {
            Ok(place) if (1..=OFFERED).contains(&place) => places.push((person, place - 1)),
            _ => check.fault(name, "fault-choose").unwrap_or_default(),
        }
    }
    check.done(|| Some(Breakouts { minutes: minutes?, places }))
}

fn filled(shown: &Preparing) -> Form {
    let kept = shown.breakouts.clone().unwrap_or(Breakouts { minutes: USUAL_MINUTES, places: Vec::new() });
    let places = kept.places.iter().map(|(person, place)| (field(*person), (place + 1).to_string()));
    Form::of(places.chain([("minutes".to_owned(), kept.minutes.to_string())]))
}

fn field(person: PersonId) -> String {
    format!("of-{person}")
}

fn page(view: &View, shown: &Preparing, fields: &Fields<'_>) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let (words, id) = (view.words, shown.session.id);
    let choices = || {
        let rooms = (1..=OFFERED).map(|number| {
            Choice::new(number.to_string(), say!(words, "room-breakouts-number", number = u32::from(number)))
        });
        std::iter::once(Choice::new("", say!(words, "room-breakouts-with-all"))).chain(rooms).collect::<Vec<_>>()
    };
    let body = html! {
        (seen(say!(words, "room-breakouts-seen")))
        @if shown.seats.is_empty() { (empty(say!(words, "room-breakouts-nobody"))) }
        @else {
            (fields.form(&format!("/care/sessions/{id}/breakouts"), html! {
                @for seat in &shown.seats { (fields.select(&field(seat.person), seat.called.as_str(), choices())) }
                (fields.text("minutes", say!(words, "room-breakouts-minutes")))
                (actions(Button::submit(say!(words, "room-breakouts-keep"))))
            }))
        }
    };
    Page::new(view, "room-title-breakouts")
        .width(Width::Mid)
        .back(&format!("/care/sessions/{id}/room"), say!(words, "room-title-online"))
        .lead(&shown.group.words.name)
        .body(body)
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn each_member_goes_where_was_chosen() {
        let [ana, ben] = [PersonId([1; 16]), PersonId([2; 16])];
        let form = Form::of([(field(ana), "2"), (field(ben), ""), ("minutes".to_owned(), "8")]);
        assert_eq!(read(&form), Ok(Breakouts { minutes: 8, places: vec![(ana, 1)] }));
    }

    #[test]
    fn a_room_that_is_not_offered_is_said_at_its_member() {
        let of_ana = field(PersonId([1; 16]));
        let Err(Error::Invalid(faults)) = read(&Form::of([(of_ana.as_str(), "9"), ("minutes", "0")])) else {
            panic!("it needs mending")
        };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["minutes", of_ana.as_str()]);
    }
}
