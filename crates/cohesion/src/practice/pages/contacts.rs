//! The names of a person of the staff and how they are reached, as a form.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::{correct, deeds, to_correct};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::{ContactForm, Who, Whose};
use crate::web::{Form, Page, Path};
use crate::{Error, Result, say};

/// The form, after a fresh proof.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let kept = app.read(who.actor, async move |work| to_correct(work, person).await).await?;
    Ok(page(&who, person, &ContactForm::kept(Whose::Colleague, &kept)).into_response())
}

/// They are corrected.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    let read = ContactForm::read(Whose::Colleague, &form);
    let correcting = app.write(who.actor, async move |work| {
        deeds::may_correct(work, person).await?;
        correct(work, person, read.as_ref().map_err(Error::clone)?).await
    });
    let done = correcting.await;
    let to = format!("/admin/people/{person}");
    ContactForm::answer(Whose::Colleague, form, done, &to, |again| page(&who, person, again))
}

fn page(who: &Who, person: PersonId, form: &ContactForm) -> Page {
    let (view, back) = (&who.view, format!("/admin/people/{person}"));
    Page::new(view, "identity-title-contacts").back(&back, say!(view.words, "practice-title-person")).body(form.draw(
        view,
        &format!("{back}/contacts"),
        &back,
    ))
}
