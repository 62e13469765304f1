//! The form for something that happened at a meeting, and the page on which it is read and closed.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Found, Incident, IncidentId, KeptIncident, Written, close_incident, deeds, incident, replaced, report,
};
use super::shared::snippets;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Session};
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Row, Tone, actions, callout, facts, own, rows, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The form.
pub(super) async fn ask(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let session = session_of(&app, &who, id).await?;
    Ok(form_page(&who.view, &session, &Fields::blank(&who.view), &[]).into_response())
}

async fn session_of(app: &App, who: &Who, id: SessionId) -> Result<Session> {
    let reading = app.read(who.actor, async move |work| {
        let session = groups::session(work, id).await?;
        deeds::may_report(work, &session).await?;
        Ok(session)
    });
    reading.await
}

/// Puts it on record, or writes "another member" first.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let session = session_of(&app, &who, id).await?;
    let mut check = Check::new(&form);
    let texts = Incident::FIELDS.map(|field| check.area(field, 0..=TEXT_CHARS_MAX));
    let [happened, done, told, follow_up] = texts;
    let read = check.done(|| Some(Incident::of([happened?, done?, told?, follow_up?])));
    let is_mending = form.value("do") == "mend-incident";
    let reporting = app.write(who.actor, async move |work| {
        let written = read.as_ref().map_err(Error::clone)?;
        match report(work, id, written).await? {
            Written::Names(found) if is_mending => report(work, id, &without_names(written, &found)).await,
            other => Ok(other),
        }
    });
    let (status, faults, names) = match reporting.await {
        Ok(Written::Kept(incident)) => return Ok(go(&format!("/care/incidents/{incident}"))),
        Ok(Written::Names(names)) => (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), names),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults, Vec::new()),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, vec![Fault::new("", words)], Vec::new()),
        Err(other) => return Err(other),
    };
    let fields = Fields::again(&who.view, form, faults);
    Ok(form_page(&who.view, &session, &fields, &names).status(status).into_response())
}

fn without_names(written: &Incident, found: &[Found]) -> Incident {
    let mut texts = written.texts();
    for one in found {
        if let Some(text) = texts.get_mut(one.field) {
            *text = replaced(text, &one.hits);
        }
    }
    Incident::of(texts)
}

fn form_page(view: &View, session: &Session, fields: &Fields<'_>, names: &[Found]) -> Page {
    let (words, id) = (view.words, session.id);
    let typed = Incident::FIELDS.map(|field| fields.value(field).to_owned());
    let body = html! {
        (seen(say!(words, "notes-incident-seen")))
        p { (say!(words, "notes-incident-first")) " " a href="/help" { (say!(words, "notes-incident-help")) } }
        (fields.form(&format!("/care/sessions/{id}/incident"), html! {
            (fields.area("happened", say!(words, "notes-incident-happened")).hint(say!(words, "notes-incident-hint")))
            (fields.area("done", say!(words, "notes-incident-done")))
            (fields.area("told", say!(words, "notes-incident-told")))
            (fields.area("follow-up", say!(words, "notes-incident-follow-up")))
            @if !names.is_empty() { (named(view, &typed, names)) }
            (actions(Button::submit(say!(words, "notes-incident-report"))))
        }))
    };
    Page::new(view, "notes-title-incident")
        .width(Width::Mid)
        .crumb(format!("/care/sessions/{id}"), say!(words, "notes-meeting", number = session.number))
        .crumb(format!("/care/sessions/{id}/log"), say!(words, "notes-title-log"))
        .crumb("", say!(words, "notes-title-incident"))
        .lead(view.moment_alone(session.starts_at))
        .body(body)
}

fn named<T: AsRef<str>>(view: &View, texts: &[T], names: &[Found]) -> Markup {
    let words = view.words;
    let count: usize = names.iter().map(|found| found.hits.len()).sum();
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(words, "notes-incident-names")) } }
            (snippets(texts, names))
            (actions(Button::submit(say!(words, "notes-mend-all", count = count)).outline().small().named("do", "mend-incident")))
        },
    )
}

/// One incident.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<IncidentId>) -> Result<Response> {
    let kept = app.read(who.actor, async move |work| incident(work, id).await).await?;
    Ok(page(&who.view, &kept, &Fields::blank(&who.view), &[]).into_response())
}

/// Closes it, with what came of it.
pub(super) async fn close(
    State(app): State<App>,
    who: Who,
    Path(id): Path<IncidentId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let words = check.area("closing", 0..=TEXT_CHARS_MAX);
    let read = check.done(|| words);
    let closing = app.write(who.actor, async move |work| {
        incident(work, id).await?;
        close_incident(work, id, read.as_ref().map_err(Error::clone)?).await
    });
    let (status, faults, names) = match closing.await {
        Ok(Written::Kept(())) => return Ok(go(&format!("/care/incidents/{id}"))),
        Ok(Written::Names(names)) => (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), names),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults, Vec::new()),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, vec![Fault::new("", words)], Vec::new()),
        Err(other) => return Err(other),
    };
    let kept = app.read(who.actor, async move |work| incident(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &kept, &fields, &names).status(status).into_response())
}

fn page(view: &View, kept: &KeptIncident, fields: &Fields<'_>, names: &[Found]) -> Page {
    let words = view.words;
    let typed = [fields.value("closing").to_owned()];
    let body = html! {
        (written(view, &kept.incident))
        @match &kept.closing {
            Some(closing) => {
                section.stack {
                    h2 { (say!(words, "notes-incident-closed")) }
                    p.soft { (view.moment_alone(closing.at)) }
                    (own(&closing.words))
                }
            }
            None => {
                section.card.stack {
                    h2 { (say!(words, "notes-incident-close")) }
                    (fields.form(&format!("/care/incidents/{}/close", kept.id), html! {
                        (fields.area("closing", say!(words, "notes-incident-closing")).hint(say!(words, "notes-incident-hint")))
                        @if !names.is_empty() {
                            (callout(Tone::Note, html! {
                                p { strong { (say!(words, "notes-incident-names")) } }
                                (snippets(&typed, names))
                            }))
                        }
                        (actions(Button::submit(say!(words, "notes-incident-close-do"))))
                    }))
                }
            }
        }
    };
    Page::new(view, "notes-title-incident")
        .width(Width::Mid)
        .crumb("/care", say!(words, "place-today"))
        .crumb("", say!(words, "notes-title-incident"))
        .lead(view.moment_alone(kept.at))
        .tools(state(view, kept))
        .body(body)
}

fn state(view: &View, kept: &KeptIncident) -> Markup {
    let words = view.words;
    match kept.closing {
        Some(_) => tag(Tone::Well, None, say!(words, "notes-incident-is-closed")),
        None => tag(Tone::Note, None, say!(words, "notes-incident-is-open")),
    }
}

fn written(view: &View, incident: &Incident) -> Markup {
    let words = view.words;
    let parts = [
        (say!(words, "notes-incident-happened"), &incident.happened),
        (say!(words, "notes-incident-done"), &incident.done),
        (say!(words, "notes-incident-told"), &incident.told),
        (say!(words, "notes-incident-follow-up"), &incident.follow_up),
    ];
    let said = parts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    facts(said.map(|(name, text)| (name, html! { span.lines { (text) } })))
}

/// The incidents of a meeting, on the page of its log.
pub(super) fn of_meeting(view: &View, session: &Session, kept: &[KeptIncident]) -> Markup {
    let words = view.words;
    let row = |one: &KeptIncident| {
        Row::link(format!("/care/incidents/{}", one.id), view.moment(one.at)).end(state(view, one))
    };
    let form = format!("/care/sessions/{}/incident", session.id);
    html! {
        section.stack {
            h2 { (say!(words, "notes-incidents")) }
            @if !kept.is_empty() { (rows(kept.iter().map(row))) }
            p.soft { (say!(words, "notes-incidents-what")) }
            (actions(Button::link(form, say!(words, "notes-incident-new")).outline()))
        }
    }
}
