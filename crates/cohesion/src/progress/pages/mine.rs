//! A member's own progress.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::course::chart;
use super::goals::{beside, section};
use super::latest::latest;
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::assessments::{Course, Reader, courses_of};
use crate::feedback::own_part;
use crate::goals::{Goals, Side, my_goals};
use crate::groups::{Session, seats_of, sessions};
use crate::identity::Who;
use crate::web::parts::{Button, actions, empty, fold};
use crate::web::{Page, View};
use crate::{Result, say};

/// What a member sees of one group.
struct InGroup {
    courses: Vec<Course>,
    sessions: Vec<Session>,
    /// Nothing where the group knows no goals.
    goals: Option<Goals>,
}

/// All courses of the signed-in person, group by group. No other member is in them.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let person = who.person;
    let frame = who.view.clone();
    let reading = app.read(who.actor, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        let mut goals = my_goals(work).await?;
        let mut all: Vec<InGroup> = Vec::new();
        for seat in seats_of(work, &grant, person).await? {
            if seat.until.is_none() {
                let at = goals.iter().position(|(group, _)| *group == seat.group);
                let (courses, sessions) =
                    (courses_of(work, seat.group, person).await?, sessions(work, seat.group).await?);
                all.push(InGroup { courses, sessions, goals: at.map(|at| goals.swap_remove(at).1) });
            }
        }
        Ok((all, own_part(work, &frame).await?))
    });
    let (all, feedback) = reading.await?;
    let words = who.view.words;
    let body = html! {
        @if all.iter().all(|in_group| in_group.courses.is_empty()) { (empty(say!(words, "progress-nothing-yet"))) }
        @for shown in &all { (in_group(&who.view, shown)) }
        (feedback)
        (actions(html! {
            (Button::link("/me/answers", say!(words, "progress-answers")).outline())
            (Button::link("/me/summaries", say!(words, "progress-summaries")).outline())
        }))
        (fold(say!(words, "progress-meaning"), html! { p { (say!(words, "progress-meaning-text")) } }))
    };
    Ok(Page::new(&who.view, "progress-title-mine").body(body).into_response())
}

/// What has a yardstick as a chart, with the goals that go with it; the rest by its latest result.
fn in_group(view: &View, shown: &InGroup) -> Markup {
    let InGroup { courses, sessions, goals } = shown;
    let (charted, others): (Vec<&Course>, Vec<&Course>) = courses.iter().partition(|course| course.has_yardstick());
    let of_mine = goals.as_ref().map(|goals| goals.readable.as_slice()).unwrap_or_default();
    html! {
        @for course in &charted {
            section.stack { (chart(view, course, sessions, Reader::Member)) }
            (beside(view, course, of_mine, sessions, Side::Own))
        }
        @if goals.is_some() { (section(view, of_mine, &charted, sessions, (Side::Own, "/me/goals"))) }
        (latest(view, &others, sessions, Reader::Member, |answer| format!("/me/answers/{}", answer.assignment)))
    }
}
