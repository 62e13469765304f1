//! One piece of homework, for the member it was set for: what to do, and how it went.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Material, MyTask, Report, TaskId, TaskState, begin_task, my_task, report};
use crate::app::App;
use crate::error::Fault;
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::safety::{help_beside, tells_of_danger};
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, actions, post, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// What was set, and room to say how it went.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<TaskId>) -> Result<Response> {
    let task = app.read(who.actor, async move |work| my_task(work, id).await).await?;
    Ok(page(&who.view, &task, filled(&task), Vec::new()).into_response())
}

/// Keeps how it went.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<TaskId>, form: Form) -> Result<Response> {
    let task = app.read(who.actor, async move |work| my_task(work, id).await).await?;
    let mut check = Check::new(&form);
    let number: Option<i64> = check.choice("state");
    let state = match number.map(TaskState::from_code) {
        Some(Err(_)) => check.fault("state", "fault-choose"),
        known => known.and_then(Result::ok),
    };
    let words = check.area("words", 0..=REMARK_CHARS_MAX);
    let kept = match check.done(|| Some(Report { state: state?, words: words? })) {
        Ok(said) => app.write(who.actor, async move |work| report(work, id, &said).await).await,
        Err(error) => Err(error),
    };
    match kept {
        // Help stands beside the words, on the page where they are.
        Ok(()) if tells_of_danger(form.value("words")) => Ok(go(&format!("/me/practice/tasks/{id}"))),
        Ok(()) => Ok(go("/me/practice")),
        Err(error) => mend(error, |faults| page(&who.view, &task, form, faults)),
    }
}

/// Begins its worksheet, or goes on with the one that was begun.
pub(super) async fn begin_sheet(State(app): State<App>, who: Who, Path(id): Path<TaskId>) -> Result<Response> {
    match app.write(who.actor, async move |work| begin_task(work, id).await).await {
        Ok(sheet) => Ok(go(&format!("/me/practice/sheets/{sheet}"))),
        Err(error @ Error::Conflict(_)) => {
            let task = app.read(who.actor, async move |work| my_task(work, id).await).await?;
            mend(error, |faults| page(&who.view, &task, filled(&task), faults))
        }
        Err(other) => Err(other),
    }
}

fn filled(task: &MyTask) -> Form {
    Form::of([("state", task.state.code().to_string()), ("words", task.words.clone())])
}

fn page(view: &View, task: &MyTask, form: Form, faults: Vec<Fault>) -> Page {
    let (words, at) = (view.words, format!("/me/practice/tasks/{}", task.id));
    let fields = Fields::again(view, form, faults);
    let states =
        TaskState::ALL.iter().map(|state| Choice::new(state.code().to_string(), words.say(state.name_key(), None)));
    let inside = html! {
        (fields.radios("state", say!(words, "techniques-how-did-it-go"), states.collect()))
        (fields.area("words", say!(words, "techniques-in-the-way")).hint(say!(words, "techniques-in-the-way-hint")).voice())
        (seen(say!(words, "techniques-task-seen")))
        (actions(Button::submit(say!(words, "techniques-task-keep"))))
    };
    let title = task.homework.material.title().map_or_else(|| say!(words, "techniques-gone"), Into::into);
    let body = html! {
        @if !task.homework.instruction.is_empty() { p.lead { (task.homework.instruction) } }
        p.soft { (say!(words, "techniques-until", moment = view.moment(task.homework.due_at))) }
        (material(view, task))
        @if !task.homework.obstacle.is_empty() { p { (task.homework.obstacle) } }
        section.stack {
            h2 { (say!(words, "techniques-how-did-it-go")) }
            (help_beside(view, &task.words))
            (fields.form(&at, inside))
        }
    };
    Page::new(view, "techniques-title-task")
        .back("/me/practice", say!(words, "place-practice"))
        .heading(title)
        .body(body)
}

fn material(view: &View, task: &MyTask) -> Markup {
    let words = view.words;
    match (&task.homework.material, task.sheet) {
        (_, Some(sheet)) => actions(
            Button::link(format!("/me/practice/sheets/{sheet}"), say!(words, "techniques-go-on-sheet")).icon(Icon::Pen),
        ),
        (Material::Form(_), None) => {
            let button = Button::submit(say!(words, "techniques-begin")).icon(Icon::Pen);
            post(&format!("/me/practice/tasks/{}/begin", task.id), &[], &button)
        }
        (Material::Skill(skill), None) => actions(
            Button::link(format!("/me/practice/skills/{skill}"), say!(words, "techniques-read-skill")).icon(Icon::Leaf),
        ),
    }
}
