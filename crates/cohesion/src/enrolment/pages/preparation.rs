//! Ticking off what was talked through before the first session.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Prepared, Topic, preparation, prepare};
use super::frame::{Subject, act, frame, look_to};
use crate::access::Deed;
use crate::app::App;
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Item, State as How, actions, checklist, empty};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Result, say};

/// The list: what is ticked with its day, what is still open as a form.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let (subject, list) = read(&app, &who, id).await?;
    Ok(page(&who.view, &subject, &list, &Fields::blank(&who.view)).into_response())
}

/// More is ticked.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let done = check.choices::<Topic>("done");
    let ticking = async move |work: &mut Work<'_>, done: &Vec<Topic>| prepare(work, id, done).await;
    let ticked = act(&app, &who, (id, Deed::PrepareEntry), &form, check.done(|| done), ticking).await;
    let Err(error) = ticked else { return Ok(go(&format!("/care/enrolments/{id}"))) };
    let (subject, list) = read(&app, &who, id).await?;
    mend(error, |faults| page(&who.view, &subject, &list, &Fields::again(&who.view, form, faults)))
}

async fn read(app: &App, who: &Who, id: EnrolmentId) -> Result<(Subject, Vec<Prepared>)> {
    let reading = app.read(who.actor, async move |work| {
        Ok((look_to(work, Deed::PrepareEntry, id).await?, preparation(work, id).await?))
    });
    reading.await
}

fn page(view: &View, subject: &Subject, list: &[Prepared], fields: &Fields<'_>) -> Page {
    let words = view.words;
    let open: Vec<Choice> = list
        .iter()
        .filter(|prepared| prepared.ticked.is_none())
        .map(|prepared| Choice::new(prepared.topic.slug(), words.say(prepared.topic.name_key(), None)))
        .collect();
    let form = html! {
        @if open.is_empty() {
            (empty(say!(words, "enrolment-preparation-done")))
        } @else {
            (fields.checks("done", say!(words, "enrolment-preparation-today"), open))
            (subject.field(fields))
            (actions(html! {
                (Button::submit(say!(words, "enrolment-preparation-save")))
                (Button::link(subject.path(), say!(words, "groups-cancel")).quiet())
            }))
        }
    };
    frame(view, subject, "enrolment-title-preparation").lead(say!(words, "enrolment-preparation-lead")).body(html! {
        (fields.form(&format!("{}/preparation", subject.path()), &form))
        (behind(view, list))
    })
}

fn behind(view: &View, list: &[Prepared]) -> Markup {
    let items: Vec<Item> = list
        .iter()
        .filter_map(|prepared| {
            let (at, _) = prepared.ticked?;
            let name = html! { (view.words.say(prepared.topic.name_key(), None)) };
            Some(Item { state: How::Done, name, text: html! { (view.moment_alone(at)) }, action: None })
        })
        .collect();
    html! { @if !items.is_empty() { section.stack { h2 { (say!(view.words, "enrolment-preparation-behind")) } (checklist(&items)) } } }
}
