//! The names of somebody in a group, or on the way into one, and how they are reached, as a form.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::{correct, deeds, to_correct};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::{ContactForm, Who, Whose};
use crate::web::{Form, Page, Path};
use crate::{Error, Result, say};

/// The form.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let kept = app.read(who.actor, async move |work| to_correct(work, person).await).await?;
    Ok(page(&who, person, &ContactForm::kept(Whose::Member, &kept)).into_response())
}

/// They are corrected.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    let read = ContactForm::read(Whose::Member, &form);
    let correcting = app.write(who.actor, async move |work| {
        deeds::may_correct(work, person).await?;
        correct(work, person, read.as_ref().map_err(Error::clone)?).await
    });
    let done = correcting.await;
    let to = format!("/care/people/{person}");
    ContactForm::answer(Whose::Member, form, done, &to, |again| page(&who, person, again))
}

fn page(who: &Who, person: PersonId, form: &ContactForm) -> Page {
    let (view, back) = (&who.view, format!("/care/people/{person}"));
    Page::new(view, "identity-title-contacts").back(&back, say!(view.words, "enrolment-title-person")).body(form.draw(
        view,
        &format!("{back}/contacts"),
        &back,
    ))
}
