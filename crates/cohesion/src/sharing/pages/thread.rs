//! One thread: its newest page, which renews itself; earlier ones; a search in it; and the form to write.

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::watch::watch;
use super::super::{
    By, Done, Finding, Found, Kind, Leaf, PostId, Side, ThreadId, Until, Watch, deeds, find, leaf, store, write,
};
use super::{base, draw, form};
use crate::access::{Actor, Deed};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Group, group_page, on_the_clock_of};
use crate::id::Bytes;
use crate::identity::Who;
use crate::web::parts::{Button, Tone, actions, callout, empty, fold, missing, post};
use crate::web::{Fields, Form, Page, Path, Region, View, go};
use crate::work::Work;
use crate::{Error, Legible, Result, say};

/// What the page shows.
struct Shown {
    leaf: Leaf,
    watch: Watch,
    side: Side,
    readers: String,
    found: Option<Found>,
}

async fn read(work: &mut Work<'_>, id: ThreadId, side: Side, until: Until) -> Result<Shown> {
    let leaf = leaf(work, id, side, until).await?;
    let watch = watch(work, &leaf.group).await?;
    let grant = groups::may_see(work, leaf.group.id).await?;
    let readers = groups::named_readers(work, &grant, leaf.group.id).await?.join(", ");
    Ok(Shown { leaf, watch, side, readers, found: None })
}

/// The page of a member.
pub(super) async fn show_mine(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ThreadId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    show(&app, &who, id, Side::Member, query).await
}

/// The page of those who lead.
pub(super) async fn show_led(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ThreadId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    show(&app, &who, id, Side::Leading, query).await
}

async fn show(app: &App, who: &Who, id: ThreadId, side: Side, query: Option<String>) -> Result<Response> {
    let before = Form::parse(&query.unwrap_or_default()).value("before").parse::<PostId>().ok();
    let until = before.map_or(Until::Now, Until::Before);
    let shown = app.read(who.actor, async move |work| read(work, id, side, until).await).await?;
    let fields = Fields::filled(&who.view, form::blank(&Kind::FRESH));
    Ok(page(&who.view, &shown, &fields, &Fields::blank(&who.view), &[]).into_response())
}

/// A member looks for words. They are sent like a form, so that no address and no history holds them.
pub(super) async fn find_mine(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    look(&app, &who, id, Side::Member, form).await
}

/// Somebody who leads looks for words.
pub(super) async fn find_led(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    look(&app, &who, id, Side::Leading, form).await
}

async fn look(app: &App, who: &Who, id: ThreadId, side: Side, form: Form) -> Result<Response> {
    let (words, before) = (form.value("find").to_owned(), form.value("before").parse::<PostId>().ok());
    let reading = app.read(who.actor, async move |work| {
        let mut shown = read(work, id, side, Until::Now).await?;
        match find(work, id, side, &words, before).await {
            Ok(found) => {
                shown.found = Some(found);
                Ok((shown, Vec::new()))
            }
            Err(Error::Invalid(faults)) => Ok((shown, faults)),
            Err(other) => Err(other),
        }
    });
    let (shown, faults) = reading.await?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let search = Fields::again(&who.view, form, faults);
    let fields = Fields::filled(&who.view, form::blank(&Kind::FRESH));
    Ok(page(&who.view, &shown, &fields, &search, &[]).status(status).into_response())
}

/// A member writes.
pub(super) async fn write_mine(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    take(&app, &who, id, Side::Member, form).await
}

/// Somebody who leads writes.
pub(super) async fn write_led(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ThreadId>,
    form: Form,
) -> Result<Response> {
    take(&app, &who, id, Side::Leading, form).await
}

async fn take(app: &App, who: &Who, id: ThreadId, side: Side, form: Form) -> Result<Response> {
    let writing = form::read(&form, None);
    let writing = app.write(who.actor, async move |work| {
        let thread = store::find_thread(work, id).await?;
        deeds::may_write(work, &thread, side).await?;
        write(work, id, side, writing.as_ref().map_err(Error::clone)?).await
    });
    let (faults, found, status) = match sent(writing.await, &format!("{}/threads/{id}", base(side)))? {
        Sent::Gone(response) => return Ok(response),
        Sent::Again(faults, found, status) => (faults, found, status),
    };
    let shown = app.read(who.actor, async move |work| read(work, id, side, Until::Now).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    let search = Fields::blank(&who.view);
    Ok(page(&who.view, &shown, &fields, &search, &found).status(status).into_response())
}

/// What follows for whoever sent something.
pub(super) enum Sent {
    /// They go on to another page.
    Gone(Response),
    /// They see the form again, with what they typed.
    Again(Vec<Fault>, Vec<Finding>, StatusCode),
}

/// On to the help where it tells of danger, to the post otherwise, or the form again.
pub(super) fn sent(done: Result<Done>, thread: &str) -> Result<Sent> {
    Ok(match done {
        Ok(Done::Help(_, alert)) => Sent::Gone(go(&format!("/me/alerts/{alert}"))),
        Ok(Done::Posted(post)) => Sent::Gone(go(&format!("{thread}#post-{post}"))),
        Ok(Done::Waits(post)) => Sent::Gone(go(&format!("/me/posts/{post}"))),
        Ok(Done::Told(found)) => {
            Sent::Again(vec![Fault::new("text", "sharing-fault-held")], found, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Error::Invalid(faults)) => Sent::Again(faults, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => Sent::Again(vec![Fault::new("", words)], Vec::new(), StatusCode::CONFLICT),
        Err(other) => return Err(other),
    })
}

/// What renews itself of the page, for one viewer.
pub async fn thread_region(app: &App, actor: Actor, view: &View, id: Bytes) -> Result<Region> {
    let reading = app.read(actor, async move |work| {
        let thread = store::find_thread(work, ThreadId(id)).await?;
        let side = deeds::side_of(work, thread.group).await?;
        Ok((leaf(work, thread.id, side, Until::Now).await?, side))
    });
    let (leaf, side) = reading.await?;
    Ok(region(view, &leaf, side))
}

fn region(view: &View, leaf: &Leaf, side: Side) -> Region {
    let view = &on_the_clock_of(view, &leaf.group);
    Region::new("thread", posts(view, &leaf.posts, side, say!(view.words, "sharing-no-posts").as_ref()))
}

fn posts(view: &View, posts: &Legible<super::super::Post>, side: Side, none: &str) -> Markup {
    let names = names(&posts.readable);
    html! {
        div.stack {
            (missing(view, posts.damaged))
            @if posts.readable.is_empty() { (empty(none)) }
            @for post in &posts.readable { (draw::in_thread(view, side, post, &names)) }
        }
    }
}

/// The names that can be called: those on the page.
pub(super) fn names(posts: &[super::super::Post]) -> Vec<String> {
    let by = posts.iter().filter_map(|post| post.said.as_ref()).map(|said| &said.by);
    by.filter_map(|by| match by {
        By::Oneself(called) | By::Member(called) | By::Leader(called) => Some(called.clone()),
        By::Nameless(_) => None,
    })
    .collect()
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, search: &Fields<'_>, found: &[Finding]) -> Page {
    let words = view.words;
    let leaf = &shown.leaf;
    let (thread, base) = (&leaf.thread, base(shown.side));
    let here = format!("{base}/threads/{}", thread.id);
    let zoned = &on_the_clock_of(view, &leaf.group);
    let body = html! {
        (draw::banner(zoned, &shown.watch, thread.closes_at))
        @match &shown.found {
            Some(hits) => (results(zoned, shown.side, hits, search.value("find"), &here)),
            None => (reading(zoned, shown, &here)),
        }
        (looking(view, search, &here))
        (writing(zoned, shown, fields, found, &here))
        p.soft { (say!(words, "sharing-erased-on", day = words.day_of_year(zoned.date(thread.expires_at)))) }
    };
    let page = frame(view, &leaf.group, leaf, shown.side);
    page.heading(draw::title(view.words, thread)).body(body)
}

fn frame(view: &View, group: &Group, leaf: &Leaf, side: Side) -> Page {
    let words = view.words;
    match side {
        Side::Member => Page::new(view, "sharing-title-thread")
            .back(&format!("/me/groups/{}/threads", group.id), say!(words, "sharing-title-threads")),
        Side::Leading => group_page(view, group, leaf.standing, "sharing-title-thread"),
    }
}

fn reading(view: &View, shown: &Shown, here: &str) -> Markup {
    let (words, leaf) = (view.words, &shown.leaf);
    html! {
        h2 { (say!(words, "sharing-posts")) }
        @if let Some(earlier) = leaf.earlier { p { a href={ (here) "?before=" (earlier) } { (say!(words, "sharing-earlier")) } } }
        @if leaf.is_last {
            live-region src={ "/live/thread." (leaf.thread.id) } { (region(view, leaf, shown.side)) }
        } @else {
            (posts(view, &leaf.posts, shown.side, say!(words, "sharing-no-posts").as_ref()))
            p { a href=(here) { (say!(words, "sharing-newest")) } }
        }
    }
}

fn results(view: &View, side: Side, found: &Found, sought: &str, here: &str) -> Markup {
    let words = view.words;
    let button = Button::submit(say!(words, "sharing-further")).outline().small();
    html! {
        section.stack {
            h2 { (say!(words, "sharing-found-heading", what = sought)) }
            (posts(view, &found.posts, side, say!(words, "sharing-found-nothing").as_ref()))
            @if let Some(last) = found.further { (post(&format!("{here}/find"), &[("find", sought), ("before", &last.to_string())], &button)) }
            p { a href=(here) { (say!(words, "sharing-newest")) } }
        }
    }
}

/// The search. It changes nothing.
fn looking(view: &View, search: &Fields<'_>, here: &str) -> Markup {
    let words = view.words;
    let field = html! { (search.text("find", say!(words, "sharing-find")).hint(say!(words, "sharing-find-hint")).autocomplete("off")) };
    let action = format!("{here}/find");
    html! {
        (search.summary())
        (fold(say!(words, "sharing-find-open"), html! {
            form.stack.stack--tight method="post" action=(action) role="search" {
                (field)
                (actions(Button::submit(say!(words, "sharing-find-do")).outline().small()))
            }
        }))
    }
}

fn writing(view: &View, shown: &Shown, fields: &Fields<'_>, found: &[Finding], here: &str) -> Markup {
    let (words, leaf) = (view.words, &shown.leaf);
    let may_write = shown.side == Side::Member || leaf.standing.allows(Deed::LeadThreads);
    let ask = form::Ask {
        action: here,
        side: shown.side,
        kinds: &Kind::FRESH,
        answered: None,
        readers: &shown.readers,
        found,
    };
    html! {
        @if may_write && leaf.thread.is_open(view.now) {
            section.stack { h2 { (say!(words, "sharing-write")) } (form::draw(view, fields, &ask)) }
        } @else if may_write {
            (kept(fields))
            (callout(Tone::Plain, html! { p { (say!(words, "sharing-is-closed")) } }))
        }
    }
}

/// What was typed where there is no form any more: nothing is lost.
pub(super) fn kept(fields: &Fields<'_>) -> Markup {
    html! {
        (fields.summary())
        @if !fields.value("text").is_empty() { (crate::web::parts::own(html! { span.lines { (fields.value("text")) } })) }
    }
}
