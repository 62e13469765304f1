//! One member's course, for those who lead their group.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::course::{Reader, chart};
use crate::app::App;
use crate::assessments::{Course, courses_of};
use crate::groups::{self, Session};
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::parts::{Tone, callout, empty, fold};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

struct Shown {
    called: String,
    group: String,
    courses: Vec<Course>,
    sessions: Vec<Session>,
}

/// Every course of a member in the groups that the actor leads; somebody who sits in none of them does not exist.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let mut shown = Vec::new();
        for group in groups::groups_led_by(work).await? {
            if let Some(seat) = groups::seat_of(work, group.id, person).await? {
                let courses = courses_of(work, group.id, person).await?;
                let sessions = groups::sessions(work, group.id).await?;
                shown.push(Shown { called: seat.called, group: group.words.name, courses, sessions });
            }
        }
        Ok(shown)
    });
    let shown = reading.await?;
    let called = shown.first().ok_or(Error::NotFound)?.called.clone();
    let body = html! { @for group in &shown { (in_group(&who.view, group)) } };
    Ok(Page::new(&who.view, "progress-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(who.view.words, "place-people").to_string())
        .crumb(format!("/care/people/{person}"), called.clone())
        .heading(called)
        .body(body)
        .into_response())
}

fn in_group(view: &View, shown: &Shown) -> Markup {
    let scored = || shown.courses.iter().filter(|course| course.outcome.is_some());
    html! {
        section.stack {
            h2 { (shown.group) }
            @if scored().next().is_none() { (empty(say!(view.words, "progress-nothing-yet"))) }
            @for course in scored() {
                (warnings(view, course))
                (chart(view, course, &shown.sessions, Reader::Clinician))
                (worked_out(view, course))
            }
        }
    }
}

fn warnings(view: &View, course: &Course) -> Markup {
    html! {
        @for warning in &course.warnings {
            (callout(Tone::Note, html! {
                p { strong { (say!(view.words, "progress-look")) } " " (warning.reason.sentence()) }
            }))
        }
    }
}

fn worked_out(view: &View, course: &Course) -> Markup {
    let Some(outcome) = &course.outcome else { return Markup::default() };
    fold(say!(view.words, "progress-worked-out"), html! { p { (outcome.explanation) } })
}
