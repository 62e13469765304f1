//! How much each spoke, when a session is over: a table by name for those who lead, and a page of a member's own.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::talk_time::{has_own, is_shown};
use super::super::{OwnTalk, Spoken, TalkTime, own_talk, talk_time};
use crate::app::App;
use crate::groups::{Session, SessionState, on_the_clock_of};
use crate::id::SessionId;
use crate::identity::Who;
use crate::plans::session_page;
use crate::web::parts::{Button, Column, actions, empty, facts, missing, seen, table, watch};
use crate::web::{Page, Path, View};
use crate::work::Work;
use crate::{Result, say};

/// The page of those who lead.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| talk_time(work, id).await).await?;
    Ok(page(&who.view, &shown).into_response())
}

/// A member's own.
pub(super) async fn show_own(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| own_talk(work, id).await).await?;
    Ok(own_page(&who.view, &shown).into_response())
}

/// The way there from the session's page, for those who lead.
pub(crate) async fn session_part(work: &mut Work<'_>, view: &View, session: Session) -> Result<Markup> {
    if !has_begun(&session) || !is_shown(work, &session).await? {
        return Ok(Markup::default());
    }
    let words = view.words;
    let way = Button::link(format!("/care/sessions/{}/talk", session.id), say!(words, "room-title-talk")).outline();
    Ok(html! { p.soft { (say!(words, "room-talk-what")) } (actions(way)) })
}

/// The same from a member's page, where they agreed.
pub(crate) async fn own_session_part(work: &mut Work<'_>, view: &View, session: Session) -> Result<Markup> {
    if !has_begun(&session) || !has_own(work, &session).await? {
        return Ok(Markup::default());
    }
    let href = format!("/me/sessions/{}/talk", session.id);
    Ok(html! { p { a href=(href) { (say!(view.words, "room-title-own-talk")) } } })
}

fn has_begun(session: &Session) -> bool {
    matches!(session.state, SessionState::Open | SessionState::Held)
}

fn page(view: &View, shown: &TalkTime) -> Page {
    let (words, members) = (view.words, &shown.members);
    let body = html! {
        (seen(say!(words, "room-talk-seen")))
        (missing(view, members.damaged))
        @if members.readable.is_empty() { (empty(words.say(none(&shown.session), None))) }
        @else {
            p { (say!(words, "room-talk-agreed")) " " (say!(words, "room-talk-watch")) }
            (by_name(view, shown))
            p { strong { (say!(words, "room-talk-silent", time = time(shown.silence_s()))) } }
        }
        (unknown(view))
    };
    session_page(view, &shown.session, &shown.group, shown.standing, "room-title-talk").body(body)
}

/// Why there is nothing to show.
const fn none(session: &Session) -> &'static str {
    match session.state {
        SessionState::Planned => "room-talk-ahead",
        SessionState::Open | SessionState::Held | SessionState::Cancelled => "room-talk-none",
    }
}

fn by_name(view: &View, shown: &TalkTime) -> Markup {
    let words = view.words;
    let heads = ["room-reach-name", "room-talk-spoke", "room-talk-turns", "room-talk-longest", "room-talk-overlap"];
    let heads = heads.map(|key| words.say(key, None));
    let columns: Vec<_> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| if at == 0 { Column::Words(head) } else { Column::Number(head) })
        .collect();
    let row = |(called, spoken): &(Option<String>, Spoken)| {
        let called = called.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned());
        let [talk, turns, longest, overlap] = numbers(spoken);
        vec![called, talk, turns, longest, overlap]
    };
    table(say!(words, "room-talk-table"), &columns, shown.members.readable.iter().map(row))
}

/// In the order in which both pages show them.
fn numbers(spoken: &Spoken) -> [String; 4] {
    [time(spoken.talk_s), spoken.turns.to_string(), time(spoken.longest_s), time(spoken.overlap_s)]
}

fn time(seconds: u64) -> String {
    watch(i64::try_from(seconds).unwrap_or_default())
}

/// What a number of this page is not.
fn unknown(view: &View) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-talk-unknown")) }
            p { (say!(words, "room-talk-unknown-what")) " " (say!(words, "room-talk-unknown-silence")) " " (say!(words, "room-talk-unknown-people")) }
            p { (say!(words, "room-talk-unknown-use")) }
        }
    }
}

fn own_page(view: &View, shown: &OwnTalk) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let (words, session) = (view.words, &shown.session);
    let [talk, turns, longest, overlap] = numbers(&shown.spoken).map(|number| html! { (number) });
    let body = html! {
        (seen(say!(words, "room-own-talk-seen")))
        (facts([
            (say!(words, "room-talk-spoke"), talk),
            (say!(words, "room-talk-turns"), turns),
            (say!(words, "room-talk-longest"), longest),
            (say!(words, "room-talk-overlap"), overlap),
        ]))
        p.soft { (say!(words, "room-talk-watch")) }
        (unknown(view))
        p { (say!(words, "room-own-talk-change")) }
    };
    let (start, end) = (view.moment_alone(session.starts_at), view.time(session.ends_at));
    Page::new(view, "room-title-own-talk")
        .back(&format!("/me/sessions/{}", session.id), say!(words, "room-the-session"))
        .lead(say!(words, "room-when", start = start, end = end))
        .body(body)
}
