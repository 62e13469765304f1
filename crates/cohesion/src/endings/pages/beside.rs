//! The second signature under a trainee's summary: signed beside, or sent back with words.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Summary, countersign, deeds, send_back};
use super::summary::{News, Shown, page, read};
use crate::app::App;
use crate::error::Fault;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, callout, own, post};
use crate::web::{Check, Fields, Form, View, go};
use crate::{Error, Result, say};

/// Signs it beside a trainee.
pub(super) async fn sign_beside(
    State(app): State<App>,
    who: Who,
    Path((group, person)): Path<(GroupId, PersonId)>,
) -> Result<Response> {
    match app.write(who.actor, async move |work| countersign(work, group, person).await).await {
        Ok(()) => Ok(go(&format!("/care/groups/{group}/summaries/{person}"))),
        Err(error) => refused(&app, &who, (group, person), Form::default(), error).await,
    }
}

/// Sends it back with words.
pub(super) async fn give_back(
    State(app): State<App>,
    who: Who,
    Path((group, person)): Path<(GroupId, PersonId)>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let words = check.area("words", 1..=TEXT_CHARS_MAX);
    let typed = check.done(|| words);
    let returning = app.write(who.actor, async move |work| {
        deeds::may_countersign(work, group, person).await?;
        send_back(work, group, person, typed.as_ref().map_err(Error::clone)?).await
    });
    match returning.await {
        Ok(()) => Ok(go("/care/supervision")),
        Err(error) => refused(&app, &who, (group, person), form, error).await,
    }
}

async fn refused(
    app: &App,
    who: &Who,
    (group, person): (GroupId, PersonId),
    form: Form,
    error: Error,
) -> Result<Response> {
    let (faults, conflict, status): (Vec<Fault>, _, _) = match error {
        Error::Invalid(faults) => (faults, None, StatusCode::UNPROCESSABLE_ENTITY),
        Error::Conflict(words) => (Vec::new(), Some(words), StatusCode::CONFLICT),
        other => return Err(other),
    };
    let shown = read(app, who, group, person).await?;
    let fields = Fields::again(&who.view, form, faults);
    let news = News::of(conflict);
    Ok(page(&who.view, &shown, &fields, &news).status(status).into_response())
}

/// What whoever supervises can do with it.
pub(super) fn acts(view: &View, summary: &Summary, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let base = format!("/care/groups/{}/summaries/{}", summary.group, summary.person);
    html! {
        section.stack {
            h2 { (say!(words, "notes-countersign")) }
            p.soft { (say!(words, "endings-countersign-what")) }
            (post(&format!("{base}/countersign"), &[], &Button::submit(say!(words, "notes-countersign-do"))))
            (fields.form(&format!("{base}/return"), html! {
                (fields.area("words", say!(words, "notes-return-words")).hint(say!(words, "endings-return-hint")))
                (actions(Button::submit(say!(words, "notes-return-do")).outline()))
            }))
        }
    }
}

/// Who signed beside it, or is asked to.
pub(super) fn signature(view: &View, shown: &Shown) -> Markup {
    let (words, summary) = (view.words, &shown.summary);
    html! {
        @if let Some(signed) = summary.countersigned {
            p { (say!(words, "notes-countersigned-by", name = shown.name_of(view, signed.by), moment = view.moment(signed.at))) }
        } @else if let Some(asked) = summary.waits_for.filter(|_| summary.is_waiting()) {
            p { (say!(words, "notes-waits-for", name = shown.name_of(view, asked))) }
        }
    }
}

/// Why it was sent back, above the draft that it is again.
pub(super) fn sent_back(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    html! {
        @if let Some(returned) = &shown.summary.body.returned {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "notes-sent-back-by", name = shown.name_of(view, returned.by))) } " " (view.moment(returned.at)) }
                (own(&returned.words))
            }))
        }
    }
}
