//! One member's course, for those who lead their group.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::course::chart;
use super::goals::{beside, section};
use super::latest::latest;
use super::reasons::{reason, worked_out};
use crate::app::App;
use crate::assessments::{Answer, Course, Point, Reader, courses_of, total_in_words};
use crate::enrolment::person_tabs;
use crate::goals::{Goal, Side, goals_of};
use crate::groups::{self, Capability, Session};
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::parts::{Row, Tone, callout, empty, fold, rows};
use crate::web::{Page, Path, View, Width};
use crate::{Error, Result, say};

struct Shown {
    person: PersonId,
    called: String,
    group: String,
    courses: Vec<Course>,
    /// Nothing where the group knows no goals.
    goals: Option<Vec<Goal>>,
    sessions: Vec<Session>,
}

/// Every course of a member in the groups that the actor leads; somebody who sits in none of them does not exist.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let mut shown = Vec::new();
        for group in groups::groups_led_by(work).await? {
            if group.charter.allow(Capability::OutcomeMeasures).is_err() {
                continue;
            }
            if let Some(seat) = groups::seat_of(work, group.id, person).await? {
                let courses = courses_of(work, group.id, person).await?;
                let sessions = groups::sessions(work, group.id).await?;
                let goals = match group.charter.allow(Capability::TreatmentGoals) {
                    Ok(()) => Some(goals_of(work, group.id, person).await?.readable),
                    Err(_) => None,
                };
                shown.push(Shown { person, called: seat.called, group: group.words.name, courses, goals, sessions });
            }
        }
        Ok((shown, person_tabs(work, person).await?))
    });
    let (shown, tabs) = reading.await?;
    let called = shown.first().ok_or(Error::NotFound)?.called.clone();
    let body = html! { @for group in &shown { (in_group(&who.view, group)) } };
    Ok(Page::new(&who.view, "progress-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(who.view.words, "place-people").to_string())
        .crumb(format!("/care/people/{person}"), called.clone())
        .heading(called)
        .tabs(tabs.draw(&who.view))
        .body(body)
        .into_response())
}

fn in_group(view: &View, shown: &Shown) -> Markup {
    let (charted, others): (Vec<&Course>, Vec<&Course>) =
        shown.courses.iter().partition(|course| course.has_yardstick());
    let goals = shown.goals.as_deref().unwrap_or_default();
    html! {
        section.stack {
            h2 { (shown.group) }
            @if shown.courses.is_empty() { (empty(say!(view.words, "progress-nothing-yet"))) }
            @for course in &charted {
                (chart(view, course, &shown.sessions, Reader::Clinician))
                (warnings(view, course))
                (fold(say!(view.words, "progress-worked-out"), worked_out(view, course)))
                (beside(view, course, goals, &shown.sessions, Side::Care))
            }
        }
        @if shown.goals.is_some() { (section(view, goals, &charted, &shown.sessions, (Side::Care, &address_of_goals(shown.person)))) }
        (latest(view, &others, &shown.sessions, Reader::Clinician, |answer| address(shown.person, answer)))
        (everything(view, shown))
    }
}

fn warnings(view: &View, course: &Course) -> Markup {
    html! {
        @for warning in &course.warnings {
            (callout(Tone::Note, html! {
                p { strong { (course.instrument.short_title) ": " (say!(view.words, "progress-look")) } " " (reason(view, &warning.reason)) }
            }))
        }
    }
}

/// Each time that anything was answered, the newest first, leading to the answers.
fn everything(view: &View, shown: &Shown) -> Markup {
    let mut all: Vec<(&Course, &Point)> =
        shown.courses.iter().flat_map(|course| course.points.iter().map(move |point| (course, point))).collect();
    all.sort_by_key(|(_, point)| std::cmp::Reverse(point.at));
    let row = |(course, point): &(&Course, &Point)| {
        let (title, moment) = (&course.instrument.short_title, view.moment(point.at));
        let Some(answer) = &point.answer else {
            return Row::plain(title).small(say!(view.words, "progress-not-answered", moment = moment));
        };
        let total = total_in_words(view, course.instrument, &answer.score, Reader::Clinician);
        Row::link(address(shown.person, answer), title).small(html! {
            (moment) @if let Some(total) = total { " · " (total) }
        })
    };
    html! {
        @if !all.is_empty() { (fold(say!(view.words, "progress-everything"), rows(all.iter().map(row)))) }
    }
}

fn address_of_goals(person: PersonId) -> String {
    format!("/care/people/{person}/goals")
}

fn address(person: PersonId, answer: &Answer) -> String {
    format!("/care/people/{person}/answers/{}", answer.assignment)
}
