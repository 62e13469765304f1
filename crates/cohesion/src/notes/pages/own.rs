//! A clinician's own note about a session, for nobody else.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{KeptWords, process, process_note, write_process_note};
use crate::app::App;
use crate::error::Fault;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, callout, own, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The note.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let (_, kept) = app.read(who.actor, async move |work| process_note(work, id).await).await?;
    let form = Form::of([("words", kept.as_ref().map(|kept| kept.words.clone()).unwrap_or_default())]);
    let version = kept.as_ref().map_or(0, |kept| kept.version);
    let fields = Fields::filled(&who.view, form);
    Ok(page(&who.view, id, &fields, (version, kept.as_ref()), Other::None).into_response())
}

/// Writes it. Where another window has kept other words, both are shown and nothing is lost.
pub(super) async fn write(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let writing = app.write(who.actor, async move |work| {
        process::may_write(work, id).await?;
        let (words, seen) = read(&sent)?;
        write_process_note(work, id, seen, &words).await
    });
    let written = writing.await;
    match written {
        Ok(()) => Ok(go(&format!("/care/sessions/{id}/process"))),
        Err(Error::Invalid(faults)) => Ok(mended(&who.view, id, form, faults).into_response()),
        Err(Error::Conflict(_)) => changed(&app, &who, id, form).await,
        Err(other) => Err(other),
    }
}

fn read(form: &Form) -> Result<(String, u32)> {
    let mut check = Check::new(form);
    let (words, seen) = (check.area("words", 0..=TEXT_CHARS_MAX), check.number("seen", 0..=u32::MAX));
    check.done(|| words.zip(seen))
}

fn mended(view: &View, id: SessionId, form: Form, faults: Vec<Fault>) -> Page {
    let seen = form.value("seen").parse().unwrap_or(0);
    let fields = Fields::again(view, form, faults);
    page(view, id, &fields, (seen, None), Other::None).status(StatusCode::UNPROCESSABLE_ENTITY)
}

/// What is kept stands beside what was typed; before a fresh proof of who is there it is not opened.
async fn changed(app: &App, who: &Who, id: SessionId, form: Form) -> Result<Response> {
    let (seen, kept) = match app.read(who.actor, async move |work| process_note(work, id).await).await {
        Ok((_, kept)) => (kept.as_ref().map_or(0, |kept| kept.version), kept),
        Err(Error::StepUpNeeded) => (form.value("seen").parse().unwrap_or(0), None),
        Err(other) => return Err(other),
    };
    let fields = Fields::filled(&who.view, form);
    let other = kept.as_ref().map_or(Other::Closed, Other::Shown);
    let shown = page(&who.view, id, &fields, (seen, None), other);
    Ok(shown.status(StatusCode::CONFLICT).into_response())
}

/// Words that another window has kept meanwhile.
#[derive(Clone, Copy)]
enum Other<'a> {
    None,
    Shown(&'a KeptWords),
    Closed,
}

fn page(
    view: &View,
    id: SessionId,
    fields: &Fields<'_>,
    (version, kept): (u32, Option<&KeptWords>),
    other: Other<'_>,
) -> Page {
    let words = view.words;
    let body = html! {
        (seen(say!(words, "notes-own-seen")))
        @if !matches!(other, Other::None) {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "notes-conflict-own-changed")) } }
                @match other {
                    Other::Shown(other) => (own(html! { span.lines { (other.words) } })),
                    Other::Closed => p { (say!(words, "notes-own-prove")) },
                    Other::None => {}
                }
            }))
        }
        (fields.form(&format!("/care/sessions/{id}/process"), html! {
            (fields.hidden("seen", &version.to_string()))
            (fields.area("words", say!(words, "notes-own-words")).voice().hint(say!(words, "notes-own-hint")))
            (actions(Button::submit(say!(words, "notes-own-keep"))))
        }))
    };
    Page::new(view, "notes-title-own")
        .width(Width::Mid)
        .crumb(format!("/care/sessions/{id}/notes"), say!(words, "notes-title-desk"))
        .crumb("", say!(words, "notes-title-own"))
        .tools(html! { @if let Some(kept) = kept { (saved(say!(words, "notes-kept", time = view.moment(kept.written_at)))) } })
        .body(body)
}
