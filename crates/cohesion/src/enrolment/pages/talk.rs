//! The first talk: reading it, writing it down, correcting it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Screening, deeds, screen, screening};
use super::frame::{Subject, act, frame, look};
use super::talk_form as form_of;
use crate::app::App;
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Session, SessionState};
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::web::forms::mend;
use crate::web::parts::{Button, actions, empty, seen};
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Result, say};

struct Shown {
    subject: Subject,
    screening: Option<Screening>,
    to_come: Vec<Session>,
}

/// The form, filled with what is on record.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let form = shown.screening.as_ref().map(form_of::filled).unwrap_or_default();
    Ok(page(&who.view, &shown, &Fields::filled(&who.view, form)).into_response())
}

/// What was learned is written down.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let read = if is_structured(&shown) { form_of::structured(&form) } else { form_of::suitability(&form) };
    let deed = deeds::for_screening(&shown.subject.group.charter).0;
    let writing = async move |work: &mut Work<'_>, learned: &Screening| screen(work, id, learned).await;
    let done = act(&app, &who, (id, deed), &form, read, writing).await;
    match done {
        Ok(()) => Ok(go(&shown.subject.path())),
        Err(error) => mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults))),
    }
}

async fn read(app: &App, who: &Who, id: EnrolmentId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let subject = look(work, id).await?;
        let screening = screening(work, id).await?;
        let now: Timestamp = work.now();
        let mut to_come = groups::sessions(work, subject.group.id).await?;
        to_come.retain(|session| session.state == SessionState::Planned && session.starts_at > now);
        Ok(Shown { subject, screening, to_come })
    });
    reading.await
}

fn is_structured(shown: &Shown) -> bool {
    shown.subject.group.charter.allow(Capability::StructuredScreening).is_ok()
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let view = &groups::on_the_clock_of(view, &shown.subject.group);
    let page = frame(view, &shown.subject, "enrolment-title-talk");
    let (writing, _) = deeds::for_screening(&shown.subject.group.charter);
    if !shown.subject.may(writing) {
        return page.body(read_only(view, shown, fields));
    }
    let form = html! {
        (questions(view, shown, fields))
        (shown.subject.field(fields))
        (seen(say!(words, "enrolment-seen-by-leaders")))
        (actions(html! {
            (Button::submit(say!(words, "enrolment-talk-save")))
            (Button::link(shown.subject.path(), say!(words, "groups-cancel")).quiet())
        }))
    };
    page.lead(say!(words, "enrolment-talk-lead"))
        .body(fields.form(&format!("{}/screening", shown.subject.path()), &form))
}

fn questions(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    if is_structured(shown) {
        form_of::structured_fields(view, fields, &shown.to_come)
    } else {
        form_of::suitability_fields(view, fields)
    }
}

/// What was written down, for whoever reads it and does not write it.
fn read_only(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    html! {
        @if shown.screening.is_some() {
            fieldset.stack disabled { (questions(view, shown, fields)) }
        } @else {
            (empty(say!(view.words, "enrolment-talk-none")))
        }
    }
}
