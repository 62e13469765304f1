//! The log of a support group's meeting.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{KeptIncident, KeptLog, MeetingLog, incidents_at, keep_log, meeting_log};
use super::incident::of_meeting;
use crate::app::App;
use crate::groups::Session;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::{HEADS_MAX, TEXT_CHARS_MAX};
use crate::web::parts::{Button, Tone, actions, callout, facts, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, room, say};

/// The log.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = read_log(&app, &who, id).await?;
    let fields = Fields::filled(&who.view, filled(&shown));
    Ok(page(&who.view, &shown, &fields, None).into_response())
}

/// What the page shows.
struct Shown {
    session: Session,
    kept: Option<KeptLog>,
    /// How many the floor counted at most at one time, where people came to it.
    counted: Option<u32>,
    incidents: Vec<KeptIncident>,
}

async fn read_log(app: &App, who: &Who, id: SessionId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let (session, kept) = meeting_log(work, id).await?;
        let incidents = incidents_at(work, &session).await?;
        Ok(Shown { session, kept, counted: room::most_heads(work, id).await?, incidents })
    });
    reading.await
}

/// Keeps it. Where somebody else has kept another one meanwhile, both are shown and nothing is lost.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let kept = match read(&form) {
        Ok((log, seen)) => app.write(who.actor, async move |work| keep_log(work, id, seen, &log).await).await,
        Err(error) => Err(error),
    };
    let (status, faults, conflict) = match kept {
        Ok(()) => return Ok(go(&format!("/care/sessions/{id}/log"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults, None),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, Vec::new(), Some(words)),
        Err(other) => return Err(other),
    };
    let shown = read_log(&app, &who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields, conflict).status(status).into_response())
}

fn read(form: &Form) -> Result<(MeetingLog, u32)> {
    let mut check = Check::new(form);
    let heads = check.number("heads", 0..=HEADS_MAX);
    let (topic, incidents) = (check.area("topic", 0..=TEXT_CHARS_MAX), check.area("incidents", 0..=TEXT_CHARS_MAX));
    let seen = check.number("seen", 0..=u32::MAX);
    check.done(|| Some((MeetingLog { heads: heads?, topic: topic?, incidents: incidents? }, seen?)))
}

/// What is kept; before that, the head-count of the floor is offered.
fn filled(shown: &Shown) -> Form {
    let Some(KeptLog { log, .. }) = &shown.kept else {
        return shown.counted.map_or_else(Form::default, |heads| Form::of([("heads", heads.to_string())]));
    };
    Form::of([("heads", log.heads.to_string()), ("topic", log.topic.clone()), ("incidents", log.incidents.clone())])
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, conflict: Option<&'static str>) -> Page {
    let (session, kept) = (&shown.session, shown.kept.as_ref());
    let (words, id) = (view.words, session.id);
    let version = kept.map_or(0, |kept| kept.version);
    let body = html! {
        @if let Some(key) = conflict {
            (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } @if let Some(kept) = kept { (said(view, &kept.log)) } }))
        }
        (seen(say!(words, "notes-log-seen")))
        @if let Some(heads) = shown.counted { p.soft { (say!(words, "notes-log-counted", count = heads)) } }
        (fields.form(&format!("/care/sessions/{id}/log"), html! {
            (fields.hidden("seen", &version.to_string()))
            (fields.number("heads", say!(words, "notes-log-heads")).hint(say!(words, "notes-log-heads-hint")))
            (fields.area("topic", say!(words, "notes-log-topic")))
            (fields.area("incidents", say!(words, "notes-log-incidents")).hint(say!(words, "notes-log-incidents-hint")))
            (actions(Button::submit(say!(words, "notes-log-keep"))))
        }))
        (of_meeting(view, session, &shown.incidents))
    };
    Page::new(view, "notes-title-log")
        .width(Width::Mid)
        .crumb(format!("/care/sessions/{id}"), say!(words, "notes-meeting", number = session.number))
        .crumb("", say!(words, "notes-title-log"))
        .lead(view.moment_alone(session.starts_at))
        .tools(html! { @if let Some(kept) = kept.filter(|_| conflict.is_none()) { (saved(say!(words, "notes-kept", time = view.moment(kept.written_at)))) } })
        .body(body)
}

/// A log in words.
fn said(view: &View, log: &MeetingLog) -> Markup {
    let words = view.words;
    facts([
        (say!(words, "notes-log-heads"), log.heads.to_string()),
        (say!(words, "notes-log-topic"), log.topic.clone()),
        (say!(words, "notes-log-incidents"), log.incidents.clone()),
    ])
}
