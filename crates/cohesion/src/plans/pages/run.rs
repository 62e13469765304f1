//! A session runs: one page for a laptop in the room, without video. Every press is a form of its own; with script the page renews
//! itself for everybody who leads.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::deeds;
use super::super::{Hour, Step, hour, jot, mark_now, steer};
use super::{now, room, session_page};
use crate::access::Actor;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{SessionState, on_the_clock_of};
use crate::id::{PersonId, SessionId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::sessions::{self, Presence};
use crate::web::parts::{Button, Tone, actions, callout, post};
use crate::web::{Check, Fields, Form, Page, Path, Region, View, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    again(&app, &who, id, Form::default(), None).await
}

/// Goes on, leaves out, or goes back.
pub(super) async fn go_a_step(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let sent = form.clone();
    let stepping = app.write(who.actor, async move |work| {
        deeds::may_prepare_at(work, id).await?;
        let mut check = Check::new(&sent);
        let (step, seen) = (check.choice::<Step>("do"), check.number("seen", 0..=u32::MAX));
        let (step, seen) = check.done(|| step.zip(seen))?;
        steer(work, id, seen, step).await
    });
    let done = stepping.await;
    answer(&app, &who, id, form, done).await
}

/// Marks one member.
pub(super) async fn mark_one(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let sent = form.clone();
    let marking = app.write(who.actor, async move |work| {
        deeds::may_mark_at(work, id).await?;
        let mut check = Check::new(&sent);
        let (person, presence) = (check.choice::<PersonId>("member"), check.choice::<Presence>("presence"));
        let (person, presence) = check.done(|| person.zip(presence))?;
        mark_now(work, id, person, presence).await
    });
    let done = marking.await;
    answer(&app, &who, id, form, done).await
}

/// Keeps a line for oneself.
pub(super) async fn note(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let noting = app.write(who.actor, async move |work| {
        deeds::may_write_own_at(work, id).await?;
        let mut check = Check::new(&sent);
        let words = check.area("note", 1..=TEXT_CHARS_MAX);
        jot(work, id, &check.done(|| words)?).await
    });
    let done = noting.await;
    answer(&app, &who, id, form, done).await
}

/// Closes the session; what is not reached waits for the next one.
pub(super) async fn close_it(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let done = app.write(who.actor, async move |work| sessions::close(work, id).await).await;
    answer(&app, &who, id, form, done).await
}

async fn answer(app: &App, who: &Who, id: SessionId, form: Form, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) => Ok(go(&format!("/care/sessions/{id}/run"))),
        Err(error) => again(app, who, id, form, Some(error)).await,
    }
}

/// The page, with what stood in the way of a form that was sent, and what was typed in it.
async fn again(app: &App, who: &Who, id: SessionId, form: Form, error: Option<Error>) -> Result<Response> {
    let (status, faults, conflict) = match error {
        None => (StatusCode::OK, Vec::new(), None),
        Some(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults, None),
        Some(Error::Conflict(words)) => (StatusCode::CONFLICT, Vec::new(), Some(words)),
        Some(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| hour(work, id).await).await?;
    Ok(page(&who.view, &shown, (form, faults), conflict).status(status).into_response())
}

/// What renews itself of the page, for one viewer.
pub async fn run_region(app: &App, actor: Actor, view: &View, id: SessionId) -> Result<Region> {
    let shown = app.read(actor, async move |work| hour(work, id).await).await?;
    Ok(region(view, &shown))
}

/// What of it stands beside a live room: the agenda with its part that runs, open concerns, and a line for oneself.
pub(crate) fn agenda_part(view: &View, shown: &Hour) -> Markup {
    let view = &on_the_clock_of(view, &shown.group);
    html! {
        (now::agenda(view, shown))
        (now::current(view, shown))
        (room::concerns(view, shown))
        @if shown.may_jot { (jotting(view, shown, &Fields::filled(view, Form::default()))) }
    }
}

fn region(view: &View, shown: &Hour) -> Region {
    let view = &on_the_clock_of(view, &shown.group);
    let body = html! {
        div.thirds {
            (now::agenda(view, shown))
            div.stack.stack--loose { (now::current(view, shown)) (room::homework(view, shown)) }
            div.stack.stack--loose { (room::concerns(view, shown)) (room::here(view, shown)) }
        }
    };
    let current = shown.agenda.as_ref().and_then(|agenda| agenda.current().map(|at| &agenda.blocks[at]));
    let said = current.map(|block| say!(view.words, "plans-run-say", title = block.title.as_str()).into_owned());
    Region::new("run", body).announcing(said.unwrap_or_default())
}

fn page(view: &View, shown: &Hour, (form, faults): (Form, Vec<Fault>), conflict: Option<&'static str>) -> Page {
    let words = view.words;
    let session = &shown.session;
    let topic = shown.agenda.as_ref().map(|agenda| agenda.topic.as_str()).filter(|topic| !topic.is_empty());
    let fields = Fields::again(view, form, faults);
    let body = html! {
        @if let Some(key) = conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        @if shown.left_over > 0 { (left_over(view, shown)) }
        live-region src={ "/live/run." (session.id) } { (region(view, shown)) }
        @if shown.may_jot { (jotting(view, shown, &fields)) } @else { (fields.summary()) }
    };
    session_page(view, session, &shown.group, shown.standing, "plans-title-run")
        .heading(
            topic
                .map_or_else(|| say!(words, "plans-session", number = session.number), |topic| topic.to_owned().into()),
        )
        .tools(tools(view, shown))
        .body(body)
}

fn left_over(view: &View, shown: &Hour) -> Markup {
    let words = view.words;
    callout(
        Tone::Note,
        html! {
            p {
                (say!(words, "plans-run-left", count = shown.left_over)) " "
                a href={ "/care/sessions/" (shown.session.id) "/prepare" } { (say!(words, "plans-run-left-look")) }
            }
        },
    )
}

fn tools(view: &View, shown: &Hour) -> Markup {
    let (words, id) = (view.words, shown.session.id);
    let view = &on_the_clock_of(view, &shown.group);
    match shown.session.state {
        SessionState::Open => html! {
            @if view.now < shown.session.ends_at {
                p.soft.small { (say!(words, "sessions-close-early", time = view.time(shown.session.ends_at))) }
            }
            (post(&format!("/care/sessions/{id}/run/close"), &[], &Button::submit(say!(words, "plans-run-close")).danger()))
        },
        SessionState::Planned => {
            html! { (Button::link(format!("/care/sessions/{id}"), say!(words, "plans-run-open")).outline()) }
        }
        SessionState::Held | SessionState::Cancelled => Markup::default(),
    }
}

/// A line for oneself. What was noted before is not shown here: others can see the screen.
fn jotting(view: &View, shown: &Hour, fields: &Fields<'_>) -> Markup {
    let (words, id) = (view.words, shown.session.id);
    let inside = html! {
        (fields.area("note", say!(words, "plans-jot-words")).voice().hint(say!(words, "plans-jot-hint")))
        (actions(html! {
            (Button::submit(say!(words, "plans-jot-keep")).outline())
            (Button::link(format!("/care/sessions/{id}/briefs"), say!(words, "plans-jot-read")).quiet())
        }))
    };
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "plans-jot")) }
            (fields.form(&format!("/care/sessions/{id}/run/note"), &inside))
        }
    }
}
