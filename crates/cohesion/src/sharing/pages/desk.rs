//! The page of those who lead: the threads there are, opening one, and closing one before its time.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::{Date, Time};
use maud::{Markup, html};

use super::super::{Opening, Side, Space, Thread, ThreadId, begin, close, deeds, matters, space_of, store, threads};
use super::{draw, list};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::clock::Timestamp;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, Rule, group_page, on_the_clock_of};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::TITLE_CHARS_MAX;
use crate::web::parts::{Button, Icon, Row, Tone, actions, empty, missing, post, rows, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Legible, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    space: Space,
    threads: Legible<Thread>,
    waiting: usize,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let threads = threads(work, id, Side::Leading).await?;
        let waiting = matters(work, id).await?;
        let grant = groups::may_see(work, id).await?;
        let (group, standing) = (groups::group(work, &grant, id).await?, groups::standing(work, id).await?);
        let space = space_of(work, id, Side::Leading).await?;
        Ok(Shown { group, standing, space, threads, waiting: waiting.readable.len() + waiting.damaged })
    });
    reading.await
}

/// What was typed, before the group's clock is known.
struct Typed {
    title: String,
    from: Option<(Date, Time)>,
    until: Option<(Date, Time)>,
}

/// Opens a thread.
pub(super) async fn open(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let typed = typed(&form);
    let opening = app.write(who.actor, async move |work| {
        deeds::may_begin(work, id, Side::Leading).await?;
        let opening = opening(work, id, typed.as_ref().map_err(Error::clone)?).await?;
        begin(work, id, Side::Leading, &opening).await
    });
    match opening.await {
        Ok(thread) => Ok(go(&format!("/care/threads/{thread}"))),
        Err(error) => again(&app, &who, id, form, error).await,
    }
}

fn typed(form: &Form) -> Result<Typed> {
    let mut check = Check::new(form);
    let title = check.text("title", 1..=TITLE_CHARS_MAX);
    let mut moment = |field: &str, time: &str| check.optional(field, |check| check.date(field).zip(check.time(time)));
    let (from, until) = (moment("from", "from-time"), moment("until", "until-time"));
    check.done(|| Some(Typed { title: title?, from: from?, until: until? }))
}

async fn opening(work: &mut Work<'_>, group: GroupId, typed: &Typed) -> Result<Opening> {
    let zone = groups::zone_of(work, group).await?;
    let moment = |field: &str, (date, time): (Date, Time)| {
        let moment = zone.to_timestamp(date.to_datetime(time));
        moment.map(|moment| Timestamp(moment.as_millisecond())).map_err(|_| Error::invalid(field, "fault-date"))
    };
    let opens_at = typed.from.map_or(Ok(work.now()), |from| moment("from", from))?;
    let closes_at = typed.until.map(|until| moment("until", until)).transpose()?;
    Ok(Opening { title: typed.title.clone(), opens_at, closes_at })
}

/// Closes a thread now.
pub(super) async fn close_it(State(app): State<App>, who: Who, Path(id): Path<ThreadId>) -> Result<Response> {
    let closing = app.write(who.actor, async move |work| {
        let row = store::find_thread(work, id).await?;
        close(work, id).await?;
        Ok(row.group)
    });
    Ok(go(&format!("/care/groups/{}/threads", closing.await?)))
}

async fn again(app: &App, who: &Who, id: GroupId, form: Form, error: Error) -> Result<Response> {
    let (faults, status) = match error {
        Error::Invalid(faults) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Error::Conflict(words) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        other => return Err(other),
    };
    let shown = read(app, who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let zoned = &on_the_clock_of(view, &shown.group);
    let base = format!("/care/groups/{}", shown.group.id);
    let may_lead = shown.standing.allows(Deed::LeadThreads);
    let has_space = shown.group.charter.allow(Capability::ThreadSpace).is_ok();
    let queue = Row::link(format!("{base}/moderation"), say!(words, "sharing-title-queue"))
        .icon(Icon::Shield)
        .small(say!(words, "sharing-queue-count", count = shown.waiting));
    let settings = (has_space && may_lead).then(|| {
        let how = if shown.space.is_open { "sharing-space-is-open" } else { "sharing-space-is-closed" };
        Row::link(format!("{base}/threads/settings"), say!(words, "sharing-title-settings"))
            .icon(Icon::Pen)
            .small(words.say(how, None))
    });
    let body = html! {
        p.lead { (say!(words, if has_space { "sharing-care-lead" } else { "sharing-care-lead-hours" })) }
        (rows([queue].into_iter().chain(settings)))
        section.stack {
            h2 { (say!(words, "sharing-title-threads")) }
            (missing(view, shown.threads.damaged))
            @if shown.threads.readable.is_empty() {
                (empty(say!(words, "sharing-no-threads")))
            } @else {
                (list::list(zoned, &shown.threads.readable, "/care"))
                @if may_lead { (open_ones(zoned, &shown.threads.readable)) }
            }
        }
        @if may_lead { (new_thread(view, shown, fields)) } @else { (fields.summary()) }
    };
    group_page(view, &shown.group, shown.standing, "sharing-title-threads").body(body)
}

/// Those that can be closed now.
fn open_ones(view: &View, threads: &[Thread]) -> Markup {
    let words = view.words;
    let open = threads.iter().filter(|thread| thread.is_open(view.now));
    let row = |thread: &Thread| {
        let button = Button::submit(say!(words, "sharing-close", title = draw::title(words, thread))).quiet().small();
        Row::plain(draw::title(words, thread)).end(html! {
            (tag(Tone::Brand, None, say!(words, "sharing-is-open")))
            (post(&format!("/care/threads/{}/close", thread.id), &[], &button))
        })
    };
    rows(open.map(row))
}

fn new_thread(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let needs_hours = shown.group.charter.rule(Capability::ThreadHours) == Rule::Required;
    let hint = say!(words, if needs_hours { "sharing-until-hint" } else { "sharing-until-hint-open" });
    let form = html! {
        (fields.text("title", say!(words, "sharing-thread-title")).hint(say!(words, "sharing-thread-title-hint")))
        (fields.date("from", say!(words, "sharing-from")).hint(say!(words, "sharing-from-hint")))
        (fields.time("from-time", say!(words, "sharing-from-time")))
        (fields.date("until", say!(words, "sharing-until")).hint(hint))
        (fields.time("until-time", say!(words, "sharing-until-time")))
        (actions(Button::submit(say!(words, "sharing-thread-open"))))
    };
    html! {
        section.stack {
            h2 { (say!(words, "sharing-thread-new")) }
            (fields.form(&format!("/care/groups/{}/threads", shown.group.id), form))
        }
    }
}
