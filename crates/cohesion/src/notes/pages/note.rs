//! One note to read: what was signed, who signed it, and what was added; for a supervisor the second signature.

use std::borrow::Cow;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::shown::{Shown, shown};
use super::super::{self as notes, Added, Body, Found, Names, Note, NoteId, NoteState, Said, SaidKind};
use super::beside::{WaitingText, beside, named, seen_in, signed_beside, waits_for, words_in};
use super::section::known;
use super::shared::{snippets, words_of};
use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Fault;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, When, actions, callout, facts, fold, own, seen, story, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// A form that was sent and is shown again.
#[derive(Default)]
struct Again {
    form: Form,
    faults: Vec<Fault>,
    names: Vec<Found>,
    conflict: Option<&'static str>,
}

/// The note.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<NoteId>) -> Result<Response> {
    again(&app, &who, id, Again::default()).await
}

/// Adds words to it.
pub(super) async fn add_words(
    State(app): State<App>,
    who: Who,
    Path(id): Path<NoteId>,
    form: Form,
) -> Result<Response> {
    let sent = form.clone();
    let adding = app.write(who.actor, async move |work| {
        notes::deeds::may_add_to(work, id).await?;
        notes::add(work, id, &read_words(&sent)?).await
    });
    match adding.await {
        Ok(Added::Done) => Ok(go(&format!("/care/notes/{id}"))),
        Ok(Added::Names(names)) => again(&app, &who, id, Again { form, names, ..Again::default() }).await,
        Err(error) => refused(&app, &who, id, form, error).await,
    }
}

/// Signs it beside a trainee.
pub(super) async fn sign_beside(
    State(app): State<App>,
    who: Who,
    Path(id): Path<NoteId>,
    form: Form,
) -> Result<Response> {
    let seen = seen_in(&form);
    match app.write(who.actor, async move |work| notes::countersign(work, id, seen).await).await {
        Ok(()) => Ok(go(&format!("/care/notes/{id}"))),
        Err(error) => refused(&app, &who, id, form, error).await,
    }
}

/// Sends it back with words.
pub(super) async fn give_back(
    State(app): State<App>,
    who: Who,
    Path(id): Path<NoteId>,
    form: Form,
) -> Result<Response> {
    let (seen, words) = (seen_in(&form), words_in(&form));
    match app.write(who.actor, async move |work| notes::send_back(work, id, seen, &words).await).await {
        Ok(()) => Ok(go("/care/supervision")),
        Err(error) => refused(&app, &who, id, form, error).await,
    }
}

fn read_words(form: &Form) -> Result<String> {
    let mut check = Check::new(form);
    let words = check.area("words", 1..=TEXT_CHARS_MAX);
    check.done(|| words)
}

async fn refused(app: &App, who: &Who, id: NoteId, form: Form, error: Error) -> Result<Response> {
    match error {
        Error::Conflict(words) => again(app, who, id, Again { form, conflict: Some(words), ..Again::default() }).await,
        Error::Invalid(faults) => again(app, who, id, Again { form, faults, ..Again::default() }).await,
        other => Err(other),
    }
}

async fn again(app: &App, who: &Who, id: NoteId, again: Again) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| shown(work, id).await).await?;
    let status = match (&again.conflict, again.faults.is_empty() && again.names.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    Ok(page(&who.view, &shown, &again).status(status).into_response())
}

fn page(view: &View, shown: &Shown, again: &Again) -> Page {
    let (words, note) = (view.words, &shown.note);
    let heading = say!(words, "notes-note-of", name = shown.called.as_str());
    let fields = Fields::again(view, again.form.clone(), again.faults.clone());
    let body = html! {
        @if let Some(key) = again.conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        div.split {
            div.stack.stack--loose {
                section.card.stack { (text_of(view, &note.body)) }
                @if let Some(shared) = &note.body.shared {
                    section.stack.stack--tight { h2 { (say!(words, "notes-shared")) } (words_of(view, shared)) }
                }
                @if !note.body.facts.is_empty() {
                    section.stack.stack--tight { h2 { (say!(words, "notes-facts-then")) } (known(view, &note.body.facts)) }
                }
                (said_beside(view, shown))
                (acts(view, shown, &fields, again))
            }
            aside.stack.stack--tight {
                h2 { (say!(words, "notes-signatures")) }
                (signatures(view, &shown.names, note))
                (seen(say!(words, "notes-read-by")))
            }
        }
    };
    let page = Page::new(view, "notes-title-note").width(Width::Wide);
    let page = if shown.has_part {
        page.crumb("/care/people", say!(words, "place-people"))
            .crumb(format!("/care/people/{}/notes", note.person), shown.called.clone())
            .crumb("", view.day(note.session_at))
    } else {
        page
    };
    page.heading(heading).lead(say!(words, "notes-session-of", day = view.day(note.session_at))).body(body)
}

/// What was written, field by field.
pub(super) fn text_of(view: &View, body: &Body) -> Markup {
    let parts = body.format.fields().iter().zip(&body.parts).filter(|(_, text)| !text.is_empty());
    facts(parts.map(|(key, text)| (view.words.say(key, None), html! { span.lines { (text) } })))
}

/// Who wrote, signed and signed beside.
pub(super) fn signatures(view: &View, names: &Names, note: &Note) -> Markup {
    let words = view.words;
    html! {
        @match note.signed {
            None => p.soft { (say!(words, "notes-written-by", name = named(view, names, note.written_by), moment = view.moment(note.written_at))) },
            Some(signed) => p { (by(view, names, Some(signed.by), signed.at)) },
        }
        @if note.is_late { p { (tag(Tone::Note, None, say!(words, "notes-late"))) } }
        (signed_beside(view, names, note.countersigned))
        @if note.state == NoteState::Waiting { (waits_for(view, names, note.waits_for)) }
    }
}

/// "Signed by Mara, today at 19:52".
pub(super) fn by(view: &View, names: &Names, who: Option<PersonId>, at: Timestamp) -> String {
    say!(view.words, "notes-signed-by", name = named(view, names, who), moment = view.moment(at)).into_owned()
}

/// What was added, and why it was sent back before.
fn said_beside(view: &View, shown: &Shown) -> Markup {
    let said = shown.said.iter().map(|said| line(view, &shown.names, said));
    html! {
        @if !shown.said.is_empty() {
            section.stack.stack--tight { h2 { (say!(view.words, "notes-beside")) } (story(said)) }
        }
    }
}

/// Words beside what was signed, with whose they are and when they were said.
pub(super) fn line(view: &View, names: &Names, said: &Said) -> (When, Cow<'static, str>, Markup) {
    let who = named(view, names, said.by);
    let what = match said.kind {
        SaidKind::Addendum => say!(view.words, "notes-added-by", name = who),
        SaidKind::SentBack => say!(view.words, "notes-sent-back-by", name = who),
    };
    (When::Done, view.moment(said.at), html! { (what) (own(&said.words)) })
}

/// What the reader can do with it.
fn acts(view: &View, shown: &Shown, fields: &Fields<'_>, again: &Again) -> Markup {
    let (words, id) = (view.words, shown.note.id);
    let typed = again.form.value("words");
    let area = |label| fields.area("words", label);
    html! {
        @if shown.note.state == NoteState::Draft {
            (actions(Button::link(format!("/care/sessions/{}/notes", shown.note.session), say!(words, "notes-write-on")).outline()))
        }
        @if shown.may_countersign {
            @let (base, version) = (format!("/care/notes/{id}"), shown.note.version);
            (beside(view, fields, &WaitingText { base: &base, version, what: "notes-countersign-what", hint: "notes-return-hint" }))
        }
        @if shown.may_add {
            @if !again.names.is_empty() {
                (callout(Tone::Note, html! {
                    p { strong { (say!(words, "notes-names")) } }
                    (snippets(&[typed], &again.names))
                    p { (say!(words, "notes-names-why", name = shown.called.as_str())) }
                }))
            }
            (fold(say!(words, "notes-add"), fields.form(&format!("/care/notes/{id}/addenda"), html! {
                (area(say!(words, "notes-add-words")).hint(say!(words, "notes-add-hint")))
                (actions(Button::submit(say!(words, "notes-add-do"))))
            })))
        }
    }
}
