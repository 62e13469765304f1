//! Somebody new joins the staff.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Admission, Role, admit, deeds};
use crate::app::App;
use crate::identity::{Profile, Who};
use crate::limits::NAME_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions, seen};
use crate::web::{Check, Fields, Form, Page, View, Words, go};
use crate::{Error, Result, say};

/// The empty form. It asks for a fresh proof before anything is typed, so that nothing typed is lost to it.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    app.read(who.actor, async |work| deeds::may_admit(work).await.map(|_| ())).await?;
    Ok(page(&who.view, &Fields::blank(&who.view)).into_response())
}

/// Admits the person and shows their page.
pub(super) async fn send(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let read = read(&form);
    let admitting = app.write(who.actor, async move |work| {
        deeds::may_admit(work).await?;
        admit(work, read.as_ref().map_err(Error::clone)?).await
    });
    match admitting.await {
        Ok(person) => Ok(go(&format!("/admin/people/{person}"))),
        Err(error) => mend(error, |faults| page(&who.view, &Fields::again(&who.view, form, faults))),
    }
}

/// The cards for all roles.
pub(super) fn role_choices(words: Words) -> Vec<Choice> {
    let card = |role: Role| {
        Choice::new(role.word(), words.say(role.name_key(), None)).small(words.say(role.about_key(), None))
    };
    Role::ALL.into_iter().map(card).collect()
}

fn read(form: &Form) -> Result<Admission> {
    let mut check = Check::new(form);
    let (called, legal) = (check.text("called", 1..=NAME_CHARS_MAX), check.text("legal", 1..=NAME_CHARS_MAX));
    let email = check.email("email");
    let phone = check.optional("phone", |check| check.text("phone", 4..=NAME_CHARS_MAX));
    let roles = check.choices("roles");
    check.done(|| {
        let profile = Profile { called: called?, legal: legal?, email: email?, phone: phone? };
        Some(Admission { profile, roles: roles? })
    })
}

fn page(view: &View, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let body = html! {
        (seen(say!(words, "practice-admit-seen")))
        (fields.text("called", say!(words, "practice-called")).hint(say!(words, "practice-called-hint")))
        (fields.text("legal", say!(words, "practice-legal")))
        (fields.email("email", say!(words, "practice-email")).hint(say!(words, "practice-email-hint")))
        (fields.text("phone", say!(words, "practice-phone")).hint(say!(words, "practice-optional")))
        (fields.checks("roles", say!(words, "practice-roles"), role_choices(words)))
        (actions(Button::submit(say!(words, "practice-admit-send"))))
    };
    Page::new(view, "practice-title-admit")
        .crumb("/admin/people", say!(words, "place-people"))
        .crumb("/admin/people/new", say!(words, "practice-title-admit"))
        .body(fields.form("/admin/people/new", &body))
}
