//! One session for those who lead it: who can come before it begins, attendance while it is open, what follows after.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Presence, tabs};
use super::shown::{self, Afterwards, Attendee, Shown, all_called, at_the_group};
use super::{SessionPart, absences, roll};
use crate::app::App;
use crate::error::Fault;
use crate::groups::SessionState;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::SESSION_OPENS_EARLY;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, facts, fold, post, rows, tag};
use crate::web::{Form, Page, Path, View, Width};
use crate::{Error, Result, say};

/// The forms of the page; each is filled again by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Opening and calling off: one button each.
    Hour,
    /// Attendance.
    Roll,
    /// What was done about an absence.
    Absence,
}

/// A form that was sent and is shown again.
pub(super) struct Again {
    pub part: Part,
    pub form: Form,
    pub error: Error,
}

impl Again {
    /// What needs mending in it.
    pub fn faults(&self) -> Vec<Fault> {
        match &self.error {
            Error::Invalid(faults) => faults.clone(),
            _ => Vec::new(),
        }
    }
}

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    parts: &'static [SessionPart],
) -> Result<Response> {
    let view = who.view.clone();
    let reading = app.read(who.actor, async move |work| {
        let mut shown = shown::read(work, id).await?;
        for part in parts {
            shown.more.push(part(work, &view, shown.session).await?);
        }
        Ok(shown)
    });
    Ok(page(&who.view, &reading.await?, None).into_response())
}

/// The page with a form as it was sent: what stands in the way is said, and not a word is lost.
pub(super) async fn show_again(app: &App, who: &Who, id: SessionId, again: Again) -> Result<Response> {
    let status = match &again.error {
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict(_) | Error::Blocked(_) => StatusCode::CONFLICT,
        other => return Err(other.clone()),
    };
    let shown = app.read(who.actor, async move |work| shown::read(work, id).await).await?;
    Ok(page(&who.view, &shown, Some(&again)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, again: Option<&Again>) -> Page {
    let view = &at_the_group(view, &shown.group);
    let (words, session) = (view.words, &shown.session);
    let part = |part| again.filter(|again| again.part == part);
    let number = say!(words, "sessions-number", number = session.number, count = shown.count);
    let body = html! {
        @if let Some(again) = again { (refusal(view, &again.error)) }
        div.split {
            div.stack.stack--loose {
                (hour(view, shown, part(Part::Roll)))
                (absences::section(view, shown, part(Part::Absence)))
            }
            (aside(view, shown))
        }
    };
    Page::new(view, "sessions-title")
        .width(Width::Wide)
        .crumb("/care/groups", say!(words, "place-groups"))
        .crumb(format!("/care/groups/{}", session.group), shown.group.words.name.clone())
        .crumb(format!("/care/groups/{}/sessions", session.group), say!(words, "groups-tab-sessions"))
        .crumb("", number.clone())
        .heading(number)
        .lead(when(view, shown))
        .tools(begin(view, shown))
        .tabs(tabs(view, session, &shown.group.charter, shown.standing))
        .body(body)
}

/// What stood in the way, in words; faults of fields are said beside them.
fn refusal(view: &View, error: &Error) -> Markup {
    let words = view.words;
    match error {
        Error::Conflict(key) => callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } }),
        Error::Blocked(reasons) => callout(
            Tone::Note,
            html! {
                p { strong { (say!(words, "error-blocked", count = reasons.len())) } }
                ul.prose { @for reason in reasons { li { (words.reason(reason)) } } }
            },
        ),
        _ => Markup::default(),
    }
}

fn when(view: &View, shown: &Shown) -> Markup {
    let (session, place) = (&shown.session, &shown.group.words.place);
    let until = view.time(session.ends_at);
    html! {
        (say!(view.words, "sessions-when", start = view.moment_alone(session.starts_at), end = until))
        @if !place.is_empty() { ", " (place) }
    }
}

/// The button that opens it, from the day before.
fn begin(view: &View, shown: &Shown) -> Markup {
    let (words, session) = (view.words, &shown.session);
    if session.state != SessionState::Planned || !shown.may_hold {
        return Markup::default();
    }
    let from = session.starts_at - SESSION_OPENS_EARLY;
    html! {
        @if view.now >= from {
            (post(&format!("/care/sessions/{}/open", session.id), &[], &Button::submit(say!(words, "sessions-open"))))
        } @else {
            p.soft.small { (say!(words, "sessions-open-from", moment = view.moment(from))) }
        }
    }
}

/// What the hour itself asks for.
fn hour(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    match shown.session.state {
        SessionState::Planned if shown.keeps_attendance => expected(view, shown),
        SessionState::Planned => empty(say!(words, "sessions-no-attendance")),
        SessionState::Open if shown.may_hold => roll::form(view, shown, again),
        SessionState::Open | SessionState::Held => roll::table_of(view, shown),
        SessionState::Cancelled => callout(Tone::Note, html! { p { (say!(words, "sessions-called-off")) } }),
    }
}

/// Who cannot come, and who is expected.
fn expected(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let is_away = |one: &&Attendee| one.mark.as_ref().is_some_and(|mark| mark.presence == Presence::AbsentTold);
    let (away, coming): (Vec<&Attendee>, Vec<&Attendee>) = shown.roll.iter().partition(is_away);
    let row = |one: &&Attendee| {
        let line = one.mark.as_ref().and_then(|mark| mark.words.as_deref()).unwrap_or_default();
        Row::plain(&one.called).small(line).avatar(&one.called)
    };
    html! {
        @if shown.may_hold && coming.len() < shown.needed { (too_few(view, coming.len(), shown.needed)) }
        section.stack.stack--tight {
            h2 { (say!(words, "sessions-away")) }
            @if away.is_empty() { (empty(say!(words, "sessions-away-nobody"))) } @else { (rows(away.iter().map(row))) }
        }
        section.stack.stack--tight {
            h2 {
                (say!(words, "sessions-expected")) " "
                span.count { (say!(words, "sessions-expected-count", count = coming.len(), of = shown.roll.len())) }
            }
            ul.cluster { @for one in &coming { li { (crate::web::parts::person(&one.called, None)) } } }
        }
    }
}

/// Fewer are coming than a session needs: whoever leads it decides what becomes of it.
fn too_few(view: &View, coming: usize, needed: usize) -> Markup {
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(view.words, "sessions-too-few", coming = coming, needed = needed)) } }
            p { (say!(view.words, "sessions-too-few-what")) }
        },
    )
}

fn aside(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    html! {
        div.stack.stack--loose {
            section.stack.stack--tight {
                h2 { (say!(words, "sessions-about")) }
                (facts([
                    (say!(words, "sessions-state"), state(view, shown.session.state)),
                    (say!(words, "sessions-led-by"), html! { (all_called(view, &shown.leaders)) }),
                    (say!(words, "sessions-length"), html! { (say!(words, "sessions-minutes", count = shown.session.minutes())) }),
                ]))
            }
            section.stack.stack--tight {
                h2 { (say!(words, "sessions-later")) }
                (after(view, shown))
                @for part in &shown.more { (part) }
            }
            @if shown.session.state == SessionState::Planned && shown.may_plan { (call_off(view, shown)) }
        }
    }
}

/// The way to what is written after the session, for whoever may write or read it.
fn after(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let at = |page: &str| format!("/care/sessions/{}/{page}", shown.session.id);
    html! {
        @match shown.afterwards {
            Afterwards::Notes => {
                p.soft { (say!(words, "sessions-notes-what")) }
                (actions(Button::link(at("notes"), say!(words, "sessions-notes")).outline()))
            }
            Afterwards::Log => {
                p.soft { (say!(words, "sessions-log-what")) }
                (actions(Button::link(at("log"), say!(words, "sessions-log")).outline()))
            }
            Afterwards::Nothing => p.soft { (say!(words, "sessions-later-what")) },
        }
    }
}

fn state(view: &View, state: SessionState) -> Markup {
    let words = view.words;
    match state {
        SessionState::Planned => tag(Tone::Plain, Some(Icon::Calendar), say!(words, "sessions-state-planned")),
        SessionState::Open => tag(Tone::Brand, Some(Icon::Circle), say!(words, "sessions-state-open")),
        SessionState::Held => tag(Tone::Well, None, say!(words, "sessions-state-held")),
        SessionState::Cancelled => tag(Tone::Note, None, say!(words, "sessions-state-called-off")),
    }
}

fn call_off(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let button = Button::submit(say!(words, "sessions-call-off-do")).danger();
    fold(
        say!(words, "sessions-call-off"),
        html! {
            p { (say!(words, "sessions-call-off-what")) }
            (actions(post(&format!("/care/sessions/{}/call-off", shown.session.id), &[], &button)))
        },
    )
}
