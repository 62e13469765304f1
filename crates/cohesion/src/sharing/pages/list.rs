//! A member's page of their group's threads, the way to it, and opening a new one where the group has a space for that.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::watch::watch;
use super::super::{Opening, Side, Space, Thread, Watch, begin, deeds, space_of, threads};
use super::draw;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, on_the_clock_of};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::TITLE_CHARS_MAX;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, missing, rows};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Legible, Result, say};

struct Shown {
    group: Group,
    space: Space,
    threads: Legible<Thread>,
    watch: Watch,
    has_space: bool,
    has_contacts: bool,
}

/// What stands on the page of a member's group: the way here, once there is something to come to.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, group: GroupId) -> Result<Markup> {
    let charter = groups::charter_of(work, group).await?;
    if charter.allow(Capability::Threads).is_err() {
        return Ok(Markup::default());
    }
    let threads = threads(work, group, Side::Member).await?;
    if threads.readable.is_empty() && !space_of(work, group, Side::Member).await?.is_open {
        return Ok(Markup::default());
    }
    let open = threads.readable.iter().filter(|thread| thread.is_open(view.now)).count();
    let row = Row::link(format!("/me/groups/{group}/threads"), say!(view.words, "sharing-title-threads"))
        .icon(Icon::Letter)
        .small(say!(view.words, "sharing-open-count", count = open));
    let contacts = charter.allow(Capability::ContactExchange).ok().map(|()| {
        Row::link(format!("/me/groups/{group}/contacts"), say!(view.words, "sharing-title-contacts")).icon(Icon::People)
    });
    Ok(rows([row].into_iter().chain(contacts)))
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let threads = threads(work, id, Side::Member).await?;
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        let has_space = group.charter.allow(Capability::ThreadSpace).is_ok();
        let has_contacts = group.charter.allow(Capability::ContactExchange).is_ok();
        let (space, watch) = (space_of(work, id, Side::Member).await?, watch(work, &group).await?);
        Ok(Shown { group, space, threads, watch, has_space, has_contacts })
    });
    reading.await
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// Opens a thread.
pub(super) async fn open(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let title = check.text("title", 1..=TITLE_CHARS_MAX);
    let title = check.done(|| title);
    let opening = app.write(who.actor, async move |work| {
        deeds::may_begin(work, id, Side::Member).await?;
        let title = title.as_ref().map_err(Error::clone)?.clone();
        let opening = Opening { title, opens_at: work.now(), closes_at: None };
        begin(work, id, Side::Member, &opening).await
    });
    let (faults, status) = match opening.await {
        Ok(thread) => return Ok(go(&format!("/me/threads/{thread}"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let zoned = &on_the_clock_of(view, &shown.group);
    let can_open = shown.has_space && shown.space.is_open;
    let form = html! {
        (fields.text("title", say!(words, "sharing-thread-title")).hint(say!(words, "sharing-thread-title-hint")))
        (actions(Button::submit(say!(words, "sharing-thread-open"))))
    };
    let body = html! {
        (draw::banner(zoned, &shown.watch, None))
        (missing(view, shown.threads.damaged))
        @if shown.threads.readable.is_empty() {
            (empty(say!(words, "sharing-no-threads")))
        } @else {
            (list(zoned, &shown.threads.readable, "/me"))
        }
        @if can_open {
            section.stack {
                h2 { (say!(words, "sharing-thread-new")) }
                (fields.form(&format!("/me/groups/{}/threads", shown.group.id), form))
            }
        } @else {
            (fields.summary())
            @if !fields.value("title").is_empty() { p { (fields.value("title")) } }
            @if shown.has_space { (callout(Tone::Plain, html! { p { (say!(words, "sharing-space-closed")) } })) }
        }
        @if shown.has_contacts {
            (rows([Row::link(format!("/me/groups/{}/contacts", shown.group.id), say!(words, "sharing-title-contacts")).icon(Icon::People)]))
        }
    };
    Page::new(view, "sharing-title-threads")
        .back("/me/group", say!(words, "place-group"))
        .lead(say!(words, "sharing-lead"))
        .body(body)
}

/// Threads as rows, each with when something was written there last and whether one can write.
pub(super) fn list(view: &View, threads: &[Thread], base: &str) -> Markup {
    let words = view.words;
    let row = |thread: &Thread| {
        let how = match (thread.is_open(view.now), thread.closes_at) {
            (true, Some(until)) => say!(words, "sharing-open-until", at = view.moment(until)),
            (true, None) => say!(words, "sharing-last-post", at = view.moment(thread.posted_at)),
            (false, _) if view.now < thread.opens_at => {
                say!(words, "sharing-opens-at", at = view.moment(thread.opens_at))
            }
            (false, _) => say!(words, "sharing-closed"),
        };
        Row::link(format!("{base}/threads/{}", thread.id), draw::title(words, thread)).icon(Icon::Letter).small(how)
    };
    rows(threads.iter().map(row))
}
