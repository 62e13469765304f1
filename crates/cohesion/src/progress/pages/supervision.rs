//! What waits for a supervisor's signature, the oldest first.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use crate::app::App;
use crate::clock::Timestamp;
use crate::endings::{WaitingSummary, waiting_summaries};
use crate::identity::Who;
use crate::notes::{Waiting, Waits};
use crate::web::parts::{Icon, Row, empty, rows};
use crate::web::words::Said;
use crate::web::{Page, View, Width};
use crate::work::Work;
use crate::{Result, notes, plans, room, say};

/// The queue.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| {
        Ok((waiting(work).await?, plans::supervises(work).await?, room::supervised(work).await?))
    });
    let ((notes, summaries), supervises, groups) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        @if notes.is_empty() && summaries.is_empty() { (empty(say!(words, "progress-supervision-none"))) }
        @else { (rows(notes.iter().map(|one| row(view, one)).chain(summaries.iter().map(|one| summary_row(view, one))))) }
        (room::supervised_part(view, &groups))
        @if supervises { p { a href="/care/supervision/fidelity" { (say!(words, "progress-supervision-fidelity")) } } }
    };
    Ok(Page::new(view, "progress-title-supervision")
        .width(Width::Mid)
        .lead(say!(words, "progress-supervision-what"))
        .body(body)
        .into_response())
}

/// Notes and summaries that wait. Whoever signs beside nobody has no such page.
async fn waiting(work: &mut Work<'_>) -> Result<(Vec<Waiting>, Vec<WaitingSummary>)> {
    let summaries = waiting_summaries(work).await?;
    let waits = if summaries.is_empty() { Waits::Nothing } else { Waits::Something };
    Ok((notes::waiting(work, waits).await?, summaries))
}

fn row(view: &View, one: &Waiting) -> Row {
    let name = somebody(view, one.called.as_ref());
    let name = say!(view.words, "notes-waiting-row", name = name, day = view.day(one.session_at));
    let signed = (one.signed_by.as_ref(), one.signed_at);
    Row::link(format!("/care/notes/{}", one.id), name).icon(Icon::Practice).small(signed_by(view, signed))
}

fn summary_row(view: &View, one: &WaitingSummary) -> Row {
    let name = say!(view.words, "endings-summary-of", name = somebody(view, one.called.as_ref()));
    let signed = (one.signed_by.as_ref(), one.signed_at);
    Row::link(format!("/care/summaries/{}", one.seat), name).icon(Icon::Practice).small(signed_by(view, signed))
}

fn signed_by(view: &View, (name, at): (Option<&String>, Timestamp)) -> Said {
    say!(view.words, "notes-signed-by", name = somebody(view, name), moment = view.moment(at))
}

fn somebody(view: &View, name: Option<&String>) -> String {
    name.cloned().unwrap_or_else(|| say!(view.words, "sessions-somebody").into_owned())
}
