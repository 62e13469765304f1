//! One's own summaries, once they were given out.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::own_summaries;
use super::summary::text_of;
use crate::app::App;
use crate::identity::{AccountKind, Who};
use crate::web::Page;
use crate::web::parts::{empty, missing, seen};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Member {
        return Err(Error::NotFound);
    }
    let own = app.read(who.actor, async |work| own_summaries(work).await).await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        (missing(view, own.damaged))
        @if own.readable.is_empty() { (empty(say!(words, "endings-own-none"))) }
        @for (signed, body) in &own.readable {
            article.card.stack {
                h2 { (say!(words, "endings-own-of", day = words.day_of_year(view.date(signed.at)))) }
                (text_of(view, body))
            }
        }
        @if !own.readable.is_empty() { (seen(say!(words, "endings-own-seen"))) }
    };
    let page = Page::new(view, "endings-title-own").back("/me/progress", say!(words, "place-progress"));
    Ok(page.lead(say!(words, "endings-own-lead")).body(body).into_response())
}
