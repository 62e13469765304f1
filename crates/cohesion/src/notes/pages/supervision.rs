//! What waits for a supervisor's signature, the oldest first.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Waiting, waiting};
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Icon, Row, empty, rows};
use crate::web::{Page, View, Width};
use crate::{Result, plans, say};

/// The queue.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| Ok((waiting(work).await?, plans::supervises(work).await?)));
    let (waiting, supervises) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        @if waiting.is_empty() { (empty(say!(words, "notes-supervision-none"))) }
        @else { (rows(waiting.iter().map(|one| row(view, one)))) }
        @if supervises { p { a href="/care/supervision/fidelity" { (say!(words, "notes-supervision-fidelity")) } } }
    };
    Ok(Page::new(view, "notes-title-supervision")
        .width(Width::Mid)
        .lead(say!(words, "notes-supervision-what"))
        .body(body)
        .into_response())
}

fn row(view: &View, one: &Waiting) -> Row {
    let words = view.words;
    let or_somebody =
        |name: &Option<String>| name.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned());
    let small = say!(words, "notes-signed-by", name = or_somebody(&one.signed_by), moment = view.moment(one.signed_at));
    let name = say!(words, "notes-waiting-row", name = or_somebody(&one.called), day = view.day(one.session_at));
    Row::link(format!("/care/notes/{}", one.id), name).icon(Icon::Practice).small(small)
}
