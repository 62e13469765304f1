//! The pages: reporting, for everybody; and for those who handle it the list, a report, a case, its letter, who could see what.

mod acts;
mod case;
mod cases;
mod facts;
mod forms;
mod letter;
mod outcome;
mod own;
mod report;
mod shown;
mod who;

use axum::http::StatusCode;
use jiff::civil::DateTime;
use maud::{Markup, html};

use super::{Waiting, WaitingFor};
use crate::access::Deed;
use crate::clock::Timestamp;
use crate::error::Fault;
use crate::groups;
use crate::id::GroupId;
use crate::say;
use crate::web::parts::{Icon, Row, Tone, rows, tag};
use crate::web::shell::Area;
use crate::web::words::Said;
use crate::web::{Check, Needs, Routes, View};
use crate::work::Work;
use crate::{Error, Result};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (see, handle) = (Needs::Deed(Deed::SeeBreach), Needs::Deed(Deed::HandleBreach));
    Routes::new()
        .get("/breaches", Needs::Login, own::show)
        .post("/breaches", Needs::Login, own::take)
        .get("/breaches/reports/{report}", see, report::show)
        .post("/breaches/reports/{report}", handle, report::open_case)
        .post("/breaches/reports/{report}/join", handle, report::join_case)
        .get("/breaches/cases", Needs::Login, cases::show)
        .get("/breaches/cases/new", Needs::Login, cases::ask)
        .post("/breaches/cases", Needs::Login, cases::take)
        .get("/breaches/cases/{case}", see, case::show)
        .get("/breaches/cases/{case}/facts", handle, facts::show)
        .post("/breaches/cases/{case}/facts", handle, facts::take)
        .post("/breaches/cases/{case}/affected", handle, acts::affected)
        .post("/breaches/cases/{case}/contain", handle, acts::contain)
        .post("/breaches/cases/{case}/decide", handle, acts::decide)
        .post("/breaches/cases/{case}/second", handle, acts::second)
        .post("/breaches/cases/{case}/tell", handle, acts::tell)
        .get("/breaches/cases/{case}/letter", handle, letter::show)
        .post("/breaches/cases/{case}/letter", handle, letter::take)
        .post("/breaches/cases/{case}/learn", handle, acts::learn)
        .post("/breaches/cases/{case}/close", handle, acts::close)
        .post("/breaches/cases/{case}/reopen", handle, acts::reopen)
        .get("/breaches/cases/{case}/who", Needs::Deed(Deed::SeeSight), who::show)
}

/// What stands on the page of a member's group: the way to report something.
pub(crate) async fn group_part(_: &mut Work<'_>, view: &View, _: GroupId) -> Result<Markup> {
    let row = Row::link("/breaches", say!(view.words, "breaches-title")).icon(Icon::Lock);
    Ok(rows([row.small(say!(view.words, "breaches-small"))]))
}

/// What waits for whoever handles it, on their Today; nothing where nothing waits.
pub(crate) fn waiting_part(view: &View, waiting: &[Waiting]) -> Markup {
    let words = view.words;
    html! {
        @if !waiting.is_empty() {
            section.stack {
                h2 { (say!(words, "breaches-waiting")) }
                (rows(waiting.iter().map(|one| waiting_row(view, one))))
            }
        }
    }
}

fn waiting_row(view: &View, one: &Waiting) -> Row {
    let words = view.words;
    let (href, name) = match one.what {
        WaitingFor::Report(id) => (format!("/breaches/reports/{id}"), say!(words, "breaches-waits-report")),
        WaitingFor::Case(id) => (format!("/breaches/cases/{id}"), say!(words, "breaches-waits-case")),
    };
    let row = Row::link(href, name).icon(Icon::Lock);
    match one.due_at {
        Some(due) => row.small(by_when(view, due)).end(late_tag(view, due)),
        None => row.small(say!(words, "breaches-no-clock")),
    }
}

/// "By Friday 27 November, 15:00", or that it is over.
fn by_when(view: &View, due: Timestamp) -> Said {
    let moment = view.moment(due);
    if due <= view.now {
        say!(view.words, "breaches-was-due", moment = moment)
    } else {
        say!(view.words, "breaches-due", moment = moment)
    }
}

fn late_tag(view: &View, due: Timestamp) -> Markup {
    if due <= view.now {
        tag(Tone::Note, Some(Icon::Clock), say!(view.words, "breaches-late"))
    } else {
        Markup::default()
    }
}

/// The view in the places of whoever leads groups, or of whoever runs the site.
fn placed(view: &View, leads: Leads) -> View {
    view.clone().in_area(match leads {
        Leads::Groups => view.area_of_groups(),
        Leads::Nothing => Area::Admin,
    })
}

/// Whether somebody leads groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leads {
    Groups,
    Nothing,
}

/// Reads whether the actor leads any group.
async fn leads(work: &mut Work<'_>) -> Result<Leads> {
    let led = groups::groups_led_by(work).await?;
    Ok(if led.is_empty() { Leads::Nothing } else { Leads::Groups })
}

/// The moment that the fields `field-on` and `field-at` name, on the view's clock.
fn moment(check: &mut Check<'_>, view: &View, field: &str) -> Option<Timestamp> {
    let (on, at) = (format!("{field}-on"), format!("{field}-at"));
    let (date, time) = (check.date(&on), check.time(&at));
    let moment = view.zone.to_timestamp(date?.to_datetime(time?));
    match moment {
        Ok(moment) => Some(Timestamp(moment.as_millisecond())),
        Err(_) => check.fault(&on, "fault-date"),
    }
}

/// The fields of a moment, filled in.
fn moment_pairs(view: &View, field: &str, at: Timestamp) -> Vec<(String, String)> {
    let civil: DateTime = view.zone.to_datetime(jiff::Timestamp::from_millisecond(at.0).unwrap_or_default());
    vec![
        (format!("{field}-on-day"), civil.day().to_string()),
        (format!("{field}-on-month"), civil.month().to_string()),
        (format!("{field}-on-year"), civil.year().to_string()),
        (format!("{field}-at"), format!("{}:{:02}", civil.hour(), civil.minute())),
    ]
}

/// What an act that a form asked for came to, where it was not done.
fn to_mend(error: Error) -> Result<(Vec<Fault>, StatusCode)> {
    match error {
        Error::Invalid(faults) => Ok((faults, StatusCode::UNPROCESSABLE_ENTITY)),
        Error::Conflict(words) => Ok((vec![Fault::new("", words)], StatusCode::CONFLICT)),
        other => Err(other),
    }
}
