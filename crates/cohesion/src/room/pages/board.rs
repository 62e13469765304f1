//! The board in the room: no login, no places, nothing to press.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Board, BoardCode, board};
use super::shown;
use crate::access::Actor;
use crate::app::App;
use crate::id::SessionId;
use crate::identity::{Visitor, admit_code, right_code};
use crate::web::parts::{Button, actions, post, qr};
use crate::web::words::Said;
use crate::web::{Page, Path, Region, View, Width};
use crate::{Error, Result, say};

/// The page. Whoever tries codes has to wait between tries.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(code): Path<BoardCode>) -> Result<Response> {
    let shown = look(&app, &visitor, code).await?;
    let view = &visitor.view;
    let body = html! { live-region src={ "/board/" (code) "/live" } { (region(&app, view, Some(&shown))?) } };
    let page = Page::new(view, "room-title-board").without_places().own_heading().width(Width::Wide).body(body);
    Ok(page.into_response())
}

/// The board behind a code, for nobody in particular: whoever is signed in sees no more of it.
pub(super) async fn look(app: &App, visitor: &Visitor, code: BoardCode) -> Result<Board> {
    let client = visitor.client;
    let looking = app.write(Actor::Nobody(visitor.actor.practice()), async move |work| {
        admit_code(work, client).await?;
        match board(work, code).await {
            Ok(shown) => {
                right_code(work, client).await?;
                Ok(Some(shown))
            }
            // The try stays counted.
            Err(Error::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    });
    looking.await?.ok_or(Error::NotFound)
}

/// What the room sees; nothing of anybody once the board is taken down.
pub(super) fn region(app: &App, view: &View, shown: Option<&Board>) -> Result<Region> {
    let words = view.words;
    let body = if let Some(shown) = shown {
        let phones = phones(view, &app.config().public_url, shown)?;
        html! { div.split { (now(view, shown)) (phones) } }
    } else {
        html! { div.board { h1 { (say!(words, "room-phase-over")) } } }
    };
    let said = shown.and_then(|shown| shown::turn(view, &shown.table, None)).map(Said::into_owned);
    Ok(Region::new("board", body).announcing(said.unwrap_or_default()))
}

/// The way to the meeting for the phones of those who take part: to its live room, where that goes on. The page behind it asks
/// who is there.
fn phones(view: &View, public_url: &str, shown: &Board) -> Result<Markup> {
    let (words, session) = (view.words, shown.session.id);
    let place = if shown.table.is_in_room() { "room" } else { "meeting" };
    let picture =
        qr(&format!("{public_url}/me/sessions/{session}/{place}"), &say!(words, "room-board-phones-picture"))?;
    Ok(html! { div.stack.stack--tight { (picture) p.soft { (say!(words, "room-board-phones")) } } })
}

fn now(view: &View, shown: &Board) -> Markup {
    let (words, table) = (view.words, &shown.table);
    let topic = shown.running.as_ref().map(|running| running.topic.as_str()).filter(|topic| !topic.is_empty());
    html! {
        div.board {
            h1 { (shown::phase(view, table)) }
            @if shown.is_supervised { p { strong { (say!(words, "room-supervised")) } } }
            @if let Some(topic) = topic { p { (say!(words, "room-topic-is", topic = topic)) } }
            @if let Some(said) = shown::turn(view, table, None) { p { strong { (said) } } }
            @if let Some(said) = shown::next(view, table, None) { p { (said) } }
            @if shown::is_timer_shown(table) { (shown::time(view, table)) }
            (shown::reading_now(view, shown.running.as_ref(), shown.readings.as_ref()))
        }
    }
}

/// What those who lead do with a board, and its address.
pub(super) fn controls(view: &View, session: SessionId, code: Option<BoardCode>) -> Markup {
    let words = view.words;
    let action = format!("/care/sessions/{session}/floor/board");
    let wish = |wish: &str, button: &Button| post(&action, &[("do", wish)], button);
    html! {
        p.soft { (say!(words, "room-board-what")) }
        @match code {
            Some(code) => {
                p { a href={ "/board/" (code) } target="_blank" rel="noopener" { "/board/" (code) } }
                (actions(html! {
                    (wish("take-down", &Button::submit(say!(words, "room-board-down")).outline()))
                    (wish("put-up", &Button::submit(say!(words, "room-board-anew")).quiet()))
                }))
            }
            None => (wish("put-up", &Button::submit(say!(words, "room-board-up")).outline())),
        }
    }
}
