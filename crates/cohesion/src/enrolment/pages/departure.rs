//! Ending a membership.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{DecidedBy, Departure, Ending, Goodbye, depart};
use super::frame::{Subject, act, frame, look_to};
use super::words::Worded;
use crate::access::Deed;
use crate::app::App;
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Result, say};

/// The form.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let subject = app.read(who.actor, async move |work| look_to(work, Deed::EndEnrolment, id).await).await?;
    Ok(page(&who.view, &subject, &Fields::blank(&who.view)).into_response())
}

/// The membership ends.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let (ending, decided_by) = (check.choice::<Ending>("ending"), check.choice::<DecidedBy>("decided_by"));
    let (goodbye, reason) = (check.choice::<Goodbye>("goodbye"), check.area("reason", 1..=TEXT_CHARS_MAX));
    let read =
        check.done(|| Some(Departure { ending: ending?, decided_by: decided_by?, goodbye: goodbye?, reason: reason? }));
    let departing = async move |work: &mut Work<'_>, departure: &Departure| depart(work, id, departure).await;
    let done = act(&app, &who, (id, Deed::EndEnrolment), &form, read, departing).await;
    let Err(error) = done else { return Ok(go(&format!("/care/enrolments/{id}"))) };
    let subject = app.read(who.actor, async move |work| look_to(work, Deed::EndEnrolment, id).await).await?;
    mend(error, |faults| page(&who.view, &subject, &Fields::again(&who.view, form, faults)))
}

fn page(view: &View, subject: &Subject, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let form = html! {
        (fields.radios("ending", say!(words, "enrolment-ending"), Ending::offered(view)))
        (fields.radios("decided_by", say!(words, "enrolment-ending-by"), DecidedBy::offered(view)))
        (fields.radios("goodbye", say!(words, "enrolment-goodbye"), Goodbye::offered(view)))
        (fields.area("reason", say!(words, "enrolment-reason")).hint(say!(words, "enrolment-reason-hint")))
        (subject.field(fields))
        (callout(Tone::Note, html! { p { (say!(words, "enrolment-depart-note")) } }))
        (seen(say!(words, "enrolment-seen-by-leaders")))
        (actions(html! {
            (Button::submit(say!(words, "enrolment-depart-save")).danger())
            (Button::link(subject.path(), say!(words, "groups-cancel")).quiet())
        }))
    };
    frame(view, subject, "enrolment-title-departure").body(fields.form(&format!("{}/departure", subject.path()), &form))
}
