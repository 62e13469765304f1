//! Fidelity over a group's run, for those who lead it and for whoever supervises them. Nobody who leads is named, and nothing is put
//! in an order of better and worse.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Course, Point, course, supervised};
use crate::app::App;
use crate::groups::{group_page, on_the_clock_of};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::parts::{Column, empty, missing, table};
use crate::web::words::Said;
use crate::web::{Page, Path, View, Width};
use crate::{Result, say};

/// Percentage points from session to session within which nothing is said to move.
const STEADY: f64 = 1.0;

/// One group's run.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let course = app.read(who.actor, async move |work| course(work, id).await).await?;
    let view = &who.view;
    Ok(group_page(view, &course.group, course.standing, "plans-title-course").body(one(view, &course)).into_response())
}

/// The runs of the groups that one supervises.
pub(super) async fn show_supervised(State(app): State<App>, who: Who) -> Result<Response> {
    let courses = app.read(who.actor, async |work| supervised(work).await).await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        @if courses.is_empty() { (empty(say!(words, "plans-supervised-none"))) }
        @for course in &courses {
            section.stack {
                h2 { a href={ "/care/groups/" (course.group.id) "/fidelity" } { (course.group.words.name) } }
                (one(view, course))
            }
        }
    };
    Ok(Page::new(view, "plans-title-supervised")
        .width(Width::Mid)
        .crumb("/care/supervision", say!(words, "groups-tab-supervision"))
        .crumb("", say!(words, "plans-title-supervised"))
        .lead(say!(words, "plans-supervised-what"))
        .body(body)
        .into_response())
}

fn one(view: &View, course: &Course) -> Markup {
    let view = &on_the_clock_of(view, &course.group);
    let words = view.words;
    let heads = [
        say!(words, "plans-column-session"),
        say!(words, "plans-column-percent"),
        say!(words, "plans-column-reviewed"),
        say!(words, "plans-column-deviations"),
    ];
    let columns =
        [Column::Words(&heads[0]), Column::Number(&heads[1]), Column::Number(&heads[2]), Column::Words(&heads[3])];
    let row = |point: &Point| {
        vec![
            html! { a href={ "/care/sessions/" (point.session) "/fidelity" } { (say!(words, "plans-session", number = point.number)) } ", " (view.day(point.at)) },
            html! { (say!(words, "plans-percent", percent = point.percent)) },
            html! { (say!(words, "plans-count-of", count = point.reviewed.0, of = point.reviewed.1)) },
            html! { span.lines { (point.deviations) } },
        ]
    };
    html! {
        (missing(view, course.damaged))
        @if course.points.is_empty() {
            (empty(say!(words, "plans-course-none")))
        } @else {
            p { strong { (moves(view, course)) } }
            (table(say!(words, "plans-course"), &columns, course.points.iter().map(row)))
            p.soft.small { (say!(words, "plans-course-how")) }
        }
    }
}

/// Where it moves, in a sentence.
fn moves(view: &View, course: &Course) -> Said {
    let (words, count) = (view.words, course.points.len());
    match course.drift {
        None => say!(words, "plans-drift-few", count = count),
        Some(drift) if drift.abs() < STEADY => say!(words, "plans-drift-steady", count = count),
        Some(drift) if drift < 0.0 => say!(words, "plans-drift-falls", points = rounded(-drift), count = count),
        Some(drift) => say!(words, "plans-drift-rises", points = rounded(drift), count = count),
    }
}

fn rounded(points: f64) -> String {
    format!("{points:.0}")
}
