//! The desk of those who lead a meeting: whose turn it is, the order, who is here, the next round, the board and the topic.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Desk, Whose, deeds, desk, lead, make_board, pick_topic, take_board_down, topics};
use super::board::controls;
use super::{order, people, plan, shown};
use crate::access::Actor;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{Session, SessionState, on_the_clock_of};
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::plans::session_page;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::words::Said;
use crate::web::{Check, Fields, Form, Page, Path, Region, View, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    again(&app, &who, id, plan::usual(), None).await
}

/// Something is asked of the floor.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let leading = app.write(who.actor, async move |work| {
        deeds::may_lead_at(work, id).await?;
        lead(work, id, plan::request(&sent)?).await
    });
    let done = leading.await;
    answer(&app, &who, id, form, done).await
}

/// Puts the board up, or takes it down.
pub(super) async fn set_board(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let wish = form.value("do").to_owned();
    let setting = app.write(who.actor, async move |work| {
        deeds::may_lead_at(work, id).await?;
        match wish.as_str() {
            "put-up" => make_board(work, id).await,
            "take-down" => take_board_down(work, id).await,
            _ => Err(Error::invalid("do", "room-fault-press")),
        }
    });
    let done = setting.await;
    answer(&app, &who, id, form, done).await
}

/// Says what the meeting is about: one of the list, or one's own words before it.
pub(super) async fn set_topic(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let sent = form.clone();
    let setting = app.write(who.actor, async move |work| {
        deeds::may_lead_at(work, id).await?;
        let mut check = Check::new(&sent);
        let (own, listed) = (check.text("topic", 0..=LINE_CHARS_MAX), check.text("listed", 0..=LINE_CHARS_MAX));
        let (own, listed) = check.done(|| own.zip(listed))?;
        let listed = topics().find(|topic| *topic == listed).unwrap_or_default();
        pick_topic(work, id, if own.is_empty() { listed } else { &own }).await
    });
    let done = setting.await;
    answer(&app, &who, id, form, done).await
}

async fn answer(app: &App, who: &Who, id: SessionId, form: Form, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) => Ok(go(&format!("/care/sessions/{id}/floor"))),
        Err(error) => again(app, who, id, plan::over_usual(form), Some(error)).await,
    }
}

async fn again(app: &App, who: &Who, id: SessionId, form: Form, error: Option<Error>) -> Result<Response> {
    let (status, faults) = match error {
        None => (StatusCode::OK, Vec::new()),
        Some(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
        Some(Error::Conflict(words)) => (StatusCode::CONFLICT, vec![Fault::new("", words)]),
        Some(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| desk(work, id).await).await?;
    let view = &on_the_clock_of(&who.view, &shown.group);
    Ok(page(view, &shown, &Fields::again(view, form, faults)).status(status).into_response())
}

/// What renews itself of the page, for one viewer.
pub async fn desk_region(app: &App, actor: Actor, view: &View, id: SessionId) -> Result<Region> {
    let shown = app.read(actor, async move |work| desk(work, id).await).await?;
    Ok(region(&on_the_clock_of(view, &shown.group), &shown))
}

fn region(view: &View, shown: &Desk) -> Region {
    if shown.whose == Whose::Rooms {
        return Region::new("desk", in_room(view, shown));
    }
    let body = html! {
        div.thirds {
            (order::queue(view, shown))
            div.stack.stack--loose { (order::turn(view, shown)) (reading(view, shown)) }
            (people::here(view, shown))
        }
    };
    let said = shown::turn(view, &shown.table, None).map(Said::into_owned);
    Region::new("desk", body).announcing(said.unwrap_or_default())
}

fn page(view: &View, shown: &Desk, fields: &Fields<'_>) -> Page {
    let (words, session) = (view.words, &shown.session);
    let is_open = session.state == SessionState::Open;
    let forms = html! {
        @if shown.whose == Whose::Meetings { (plan::begin(view, shown, fields)) }
        (topic(view, shown, fields))
        (board(view, shown))
    };
    let body = html! {
        (fields.summary())
        @if is_open {
            live-region src={ "/live/desk." (session.id) } { (region(view, shown)) }
            p { a href={ "/care/sessions/" (session.id) "/floor" } { (say!(words, "room-look-again")) } }
            (forms)
        } @else {
            (closed(view, session))
            (topic(view, shown, fields))
        }
    };
    session_page(view, session, &shown.group, shown.standing, "room-title-floor").body(body)
}

/// What a meeting says that is not open, to those who lead it; to others once it is over.
pub(super) fn closed(view: &View, session: &Session) -> Markup {
    let words = view.words;
    callout(
        Tone::Plain,
        html! {
            @if session.state == SessionState::Planned {
                p { strong { (say!(words, "room-not-begun")) } }
                p { a href={ "/care/sessions/" (session.id) } { (say!(words, "room-open-first")) } }
            } @else {
                p { strong { (say!(words, "room-phase-over")) } }
            }
        },
    )
}

/// What is read aloud now, for whoever reads it.
fn reading(view: &View, shown: &Desk) -> Markup {
    shown::reading_now(view, shown.running.as_ref(), shown.readings.as_ref())
}

/// What the meeting is about, where it has a script.
fn topic(view: &View, shown: &Desk, fields: &Fields<'_>) -> Markup {
    let (words, id) = (view.words, shown.session.id);
    let is_ahead = matches!(shown.session.state, SessionState::Planned | SessionState::Open);
    if shown.readings.is_none() || !is_ahead {
        return Markup::default();
    }
    let none = Choice::new("", say!(words, "room-topic-none"));
    let listed = std::iter::once(none).chain(topics().map(|topic| Choice::new(topic, topic))).collect();
    let now = shown.running.as_ref().map(|running| running.topic.as_str()).filter(|topic| !topic.is_empty());
    html! {
        section.card.stack {
            h2 { (say!(words, "room-topic")) }
            @if let Some(topic) = now { p { (say!(words, "room-topic-is", topic = topic)) } }
            form.stack method="post" action={ "/care/sessions/" (id) "/floor/topic" } novalidate {
                (fields.select("listed", say!(words, "room-topic-listed"), listed))
                (fields.text("topic", say!(words, "room-topic-own")).hint(say!(words, "room-topic-own-hint")))
                (actions(Button::submit(say!(words, "room-topic-take")).outline()))
            }
            p { a href={ "/care/groups/" (shown.group.id) "/readings" } { (say!(words, "room-readings-change")) } }
        }
    }
}

/// The board for a large screen.
fn board(view: &View, shown: &Desk) -> Markup {
    html! {
        section.card.stack {
            h2 { (say!(view.words, "room-board")) }
            (controls(view, shown.session.id, shown.code))
        }
    }
}

/// The meeting goes on in its live room.
fn in_room(view: &View, shown: &Desk) -> Markup {
    let (words, room) = (view.words, format!("/care/sessions/{}/room", shown.session.id));
    let sentences = html! { p { strong { (say!(words, "room-in-room")) } } p { (say!(words, "room-in-room-desk")) } };
    callout(Tone::Well, html! { (sentences) (actions(Button::link(room, say!(words, "room-in-room-go")))) })
}
