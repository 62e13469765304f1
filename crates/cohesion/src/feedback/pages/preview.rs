//! A draft as its reader will see it; giving it is an act of its own, from here.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Letter, LetterId, LetterState, Obstacle, Released, Spoken, deeds, obstacles, release, store};
use super::compose::{called, frame, theirs};
use super::draw;
use crate::app::App;
use crate::error::Fault;
use crate::groups;
use crate::identity::{self, Who};
use crate::notes::{mending, snippets};
use crate::web::parts::{Button, Tone, actions, callout, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

struct Shown {
    letter: Letter,
    called: String,
    /// Who would give it.
    from: String,
    obstacles: Vec<Obstacle>,
    has_left: bool,
}

/// The letter to read through. One that is given has no such page any more.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<LetterId>) -> Result<Response> {
    again(&app, &who, id, (Form::default(), None)).await
}

/// Gives it.
pub(super) async fn give(State(app): State<App>, who: Who, Path(id): Path<LetterId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let version = check.number("seen", 1..=u32::MAX);
    let version = check.done(|| version);
    let spoken = if form.ticked("spoken") { Spoken::Yes } else { Spoken::NotYet };
    let giving = app.write(who.actor, async move |work| {
        let row = store::find_letter(work, id).await?;
        deeds::may_release(work, &row).await?;
        release(work, id, version.clone()?, spoken).await
    });
    let not = match giving.await {
        Ok(Released::Done) => return Ok(go(&format!("/care/letters/{id}"))),
        Ok(Released::Not(_)) => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Err(Error::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, Some("feedback-conflict-changed")),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, Some(words)),
        Err(other) => return Err(other),
    };
    again(&app, &who, id, (form, Some(not))).await
}

async fn again(
    app: &App,
    who: &Who,
    id: LetterId,
    (form, not): (Form, Option<(StatusCode, Option<&'static str>)>),
) -> Result<Response> {
    let reader = who.person;
    let reading = app.read(who.actor, async move |work| {
        let row = store::find_letter(work, id).await?;
        let grant = deeds::may_write_on(work, &row).await?;
        let letter = theirs(work, id, reader).await?;
        let about = work.about(&grant, reader);
        let from = identity::called(work, &about, reader).await?;
        let called = called(work, &letter).await?;
        let has_left = !groups::is_seated(work, letter.group, letter.person).await?;
        let is_draft = letter.state == LetterState::Draft;
        let obstacles = if is_draft { obstacles(work, &letter, Spoken::NotYet).await? } else { Vec::new() };
        Ok(Shown { letter, called, from, obstacles, has_left })
    });
    let shown = reading.await?;
    if shown.letter.state == LetterState::Released && not.is_none() {
        return Ok(go(&format!("/care/letters/{id}")));
    }
    let (status, conflict) = not.unwrap_or((StatusCode::OK, None));
    Ok(page(&who.view, &shown, form, conflict, status).status(status).into_response())
}

fn page(view: &View, shown: &Shown, form: Form, conflict: Option<&'static str>, status: StatusCode) -> Page {
    let (words, letter) = (view.words, &shown.letter);
    let was_sent = status != StatusCode::OK;
    let faults = if was_sent { faults(&shown.obstacles, &form) } else { Vec::new() };
    let fields = Fields::again(view, form, faults);
    let is_draft = letter.state == LetterState::Draft;
    let names = if is_draft { (&shown.called, &shown.from) } else { (&letter.body.to, &letter.body.from) };
    let body = html! {
        @if let Some(key) = conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        @else if shown.has_left { (callout(Tone::Note, html! { p { strong { (say!(words, "feedback-conflict-left")) } } })) }
        (draw::letter(view, &letter.body, (names.0, names.1), view.now))
        @if is_draft {
            (in_the_way(view, shown))
            (giving(view, &fields, shown))
        } @else {
            (actions(Button::link(format!("/care/letters/{}", letter.id), say!(words, "feedback-open")).outline()))
        }
    };
    frame(view, letter, &shown.called, say!(words, "feedback-read-through", name = shown.called.as_str())).body(body)
}

/// A tick that is missing, where the form was sent without it.
fn faults(obstacles: &[Obstacle], form: &Form) -> Vec<Fault> {
    let is_missing = obstacles.contains(&Obstacle::Unspoken) && !form.ticked("spoken");
    is_missing.then(|| Fault::new("spoken", "fault-tick")).into_iter().collect()
}

fn in_the_way(view: &View, shown: &Shown) -> Markup {
    let (words, parts) = (view.words, &shown.letter.body.parts);
    let one = |obstacle: &Obstacle| match obstacle {
        Obstacle::Unnoticed => callout(Tone::Note, html! { p { strong { (say!(words, "feedback-unnoticed")) } } }),
        Obstacle::NoDay => callout(Tone::Note, html! { p { strong { (say!(words, "feedback-no-day")) } } }),
        Obstacle::Unspoken => callout(
            Tone::Note,
            html! { p { strong { (say!(words, "feedback-unspoken")) } } p { (say!(words, "feedback-unspoken-what")) } },
        ),
        Obstacle::Names(found) => callout(
            Tone::Note,
            html! {
                p { strong { (say!(words, "feedback-names")) } }
                (snippets(parts, found))
                p { (say!(words, "feedback-names-why")) }
                form method="post" action={ "/care/letters/" (shown.letter.id) } { (mending(view, "letter", parts, found)) }
            },
        ),
    };
    html! { @for obstacle in &shown.obstacles { (one(obstacle)) } }
}

fn giving(view: &View, fields: &Fields<'_>, shown: &Shown) -> Markup {
    let (words, letter) = (view.words, &shown.letter);
    let name = shown.called.as_str();
    let is_worse = shown.obstacles.contains(&Obstacle::Unspoken);
    html! {
        (fields.form(&format!("/care/letters/{}/release", letter.id), html! {
            (fields.hidden("seen", &letter.version.to_string()))
            @if is_worse { (fields.tick("spoken", say!(words, "feedback-spoken", name = name))) }
            (seen(say!(words, "feedback-given-seen", name = name)))
            (actions(html! {
                @if !shown.has_left { (Button::submit(say!(words, "feedback-give", name = name))) }
                (Button::link(format!("/care/letters/{}", letter.id), say!(words, "feedback-write-on")).outline())
            }))
        }))
    }
}
