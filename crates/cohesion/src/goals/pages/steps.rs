//! "My step": the page of private steps, for their owner alone.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::take_step::is_own;
use super::super::{Step, StepId, StepMove, own_steps, take_step, write_step};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Row, Tone, actions, empty, fold, post, rows, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, Said, View, go};
use crate::{Error, Result, say};

struct Shown {
    /// Support groups in which the reader sits, by name.
    groups: Vec<(GroupId, String)>,
    steps: Vec<(StepId, Option<Step>)>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let shown = read(&app, &who).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who) -> Result<Shown> {
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let mut found = Vec::new();
        for group in groups::seated_in(work, person).await? {
            if groups::charter_of(work, group).await?.allow(Capability::PrivateStep).is_ok() {
                let grant = groups::may_see(work, group).await?;
                found.push((group, groups::group(work, &grant, group).await?.words.name));
            }
        }
        Ok(Shown { groups: found, steps: own_steps(work).await? })
    });
    reading.await
}

/// A new step.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let shown = read(&app, &who).await?;
    if shown.groups.is_empty() {
        return Err(Error::NotFound);
    }
    let mut check = Check::new(&form);
    let group = match shown.groups[..] {
        [(only, _)] if form.value("group").is_empty() => Some(only),
        _ => check.choice("group"),
    };
    let words = check.text("words", 1..=LINE_CHARS_MAX);
    let step = check.done(|| Some((group?, words?)));
    let writing = app.write(who.actor, async move |work| {
        let (group, words) = step.as_ref().map_err(Error::clone)?;
        write_step(work, *group, words).await.map(|_| ())
    });
    let done = writing.await;
    answer(&app, &who, form, done).await
}

/// A step is ticked off, set aside, taken up again, or deleted.
pub(super) async fn move_on(State(app): State<App>, who: Who, Path(id): Path<StepId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let to = check.choice::<StepMove>("to");
    let read = check.done(|| to);
    let moving = app.write(who.actor, async move |work| {
        is_own(work, id).await?;
        take_step(work, id, *read.as_ref().map_err(Error::clone)?).await
    });
    let done = moving.await;
    answer(&app, &who, form, done).await
}

async fn answer(app: &App, who: &Who, form: Form, done: Result<()>) -> Result<Response> {
    let (faults, status) = match done {
        Ok(()) => return Ok(go("/me/steps")),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(app, who).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let choices = || shown.groups.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let form = html! {
        @match &shown.groups[..] {
            [(only, _)] => (fields.hidden("group", &only.to_string())),
            _ => (fields.radios("group", say!(words, "goals-form-group"), choices())),
        }
        (fields.text("words", say!(words, "goals-step-new")).hint(say!(words, "goals-step-hint")).voice())
        (actions(Button::submit(say!(words, "goals-step-write"))))
    };
    let is_now = |step: &&(StepId, Option<Step>)| {
        step.1.as_ref().is_none_or(|step| step.done_at.is_none() && step.aside_at.is_none())
    };
    let (now, past): (Vec<_>, Vec<_>) = shown.steps.iter().partition(is_now);
    let page = Page::new(view, "goals-title-steps").back("/me/group", say!(words, "place-group"));
    page.lead(say!(words, "goals-steps-lead")).body(html! {
        (seen(say!(words, "goals-steps-seen")))
        @if shown.groups.is_empty() {
            (fields.summary())
            @if shown.steps.is_empty() { (empty(say!(words, "goals-no-support-group"))) }
        } @else {
            (fields.form("/me/steps", &form))
        }
        @if !now.is_empty() { (rows(now.iter().map(|(id, step)| line(view, *id, step.as_ref())))) }
        @if !past.is_empty() {
            (fold(say!(words, "goals-steps-past"), rows(past.iter().map(|(id, step)| line(view, *id, step.as_ref())))))
        }
    })
}

fn line(view: &View, id: StepId, step: Option<&Step>) -> Row {
    let words = view.words;
    let Some(step) = step else {
        return Row::plain(say!(words, "goals-step-damaged")).end(delete(view, id));
    };
    let row = Row::plain(html! { span.voice { (step.words) } }).small(say!(
        words,
        "goals-step-written",
        time = view.moment(step.written_at)
    ));
    let marked = match (step.done_at, step.aside_at) {
        (Some(_), _) => Some(tag(Tone::Well, None, say!(words, "goals-step-done"))),
        (_, Some(_)) => Some(tag(Tone::Plain, None, say!(words, "goals-step-aside"))),
        _ => None,
    };
    row.end(html! {
        span.cluster {
            @match marked {
                Some(marked) => { (marked) (button(id, StepMove::Again, say!(words, "goals-step-again"))) }
                None => {
                    (button(id, StepMove::Done, say!(words, "goals-step-tick")))
                    (button(id, StepMove::Aside, say!(words, "goals-step-put-aside")))
                }
            }
            (delete(view, id))
        }
    })
}

fn button(id: StepId, to: StepMove, text: Said) -> Markup {
    post(&format!("/me/steps/{id}"), &[("to", to.word())], &Button::submit(text).quiet().small())
}

fn delete(view: &View, id: StepId) -> Markup {
    let gone = Button::submit(say!(view.words, "goals-step-delete")).danger().small();
    post(&format!("/me/steps/{id}"), &[("to", StepMove::Delete.word())], &gone)
}
