//! A member's own progress.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::course::{Reader, chart};
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::assessments::{Course, courses_of};
use crate::groups::{Session, seats_of, sessions};
use crate::identity::Who;
use crate::web::Page;
use crate::web::parts::{empty, fold};
use crate::{Result, say};

/// All courses of the signed-in person, group by group. No other member is in them.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        let mut all: Vec<(Vec<Course>, Vec<Session>)> = Vec::new();
        for seat in seats_of(work, &grant, person).await? {
            if seat.until.is_none() {
                all.push((courses_of(work, seat.group, person).await?, sessions(work, seat.group).await?));
            }
        }
        Ok(all)
    });
    let all = reading.await?;
    let words = who.view.words;
    let body = html! {
        @if all.iter().all(|(courses, _)| courses.is_empty()) { (empty(say!(words, "progress-nothing-yet"))) }
        @for (courses, sessions) in &all {
            @for course in courses.iter().filter(|course| course.outcome.is_some()) {
                section.stack { (chart(&who.view, course, sessions, Reader::Member)) }
            }
        }
        (fold(say!(words, "progress-meaning"), html! { p { (say!(words, "progress-meaning-text")) } }))
    };
    Ok(Page::new(&who.view, "progress-title-mine").body(body).into_response())
}
