//! A member's own progress.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::course::chart;
use super::latest::latest;
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::assessments::{Course, Reader, courses_of};
use crate::groups::{Session, seats_of, sessions};
use crate::identity::Who;
use crate::web::parts::{Button, actions, empty, fold};
use crate::web::{Page, View};
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
        @for (courses, sessions) in &all { (in_group(&who.view, courses, sessions)) }
        (actions(Button::link("/me/answers", say!(words, "progress-answers")).outline()))
        (fold(say!(words, "progress-meaning"), html! { p { (say!(words, "progress-meaning-text")) } }))
    };
    Ok(Page::new(&who.view, "progress-title-mine").body(body).into_response())
}

/// What has a yardstick as a chart; the rest by its latest result.
fn in_group(view: &View, courses: &[Course], sessions: &[Session]) -> Markup {
    let (charted, others): (Vec<&Course>, Vec<&Course>) = courses.iter().partition(|course| course.has_yardstick());
    html! {
        @for course in charted { section.stack { (chart(view, course, sessions, Reader::Member)) } }
        (latest(view, &others, sessions, Reader::Member, |answer| format!("/me/answers/{}", answer.assignment)))
    }
}
