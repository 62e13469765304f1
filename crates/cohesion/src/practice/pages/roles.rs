//! What a person of the staff does here, as a form; and the end of their work.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Colleague, Role, change_roles, colleague, deeds, end_work};
use super::admit::role_choices;
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout, post};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Result, say};

/// The form, after a fresh proof.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let colleague = load(&app, &who, person).await?;
    let form = Form::of(colleague.roles.iter().map(|role| ("roles", role.word())));
    Ok(page(&who.view, &colleague, &Fields::filled(&who.view, form)).into_response())
}

/// Changes the roles.
pub(super) async fn change(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let roles = check.choices::<Role>("roles");
    let changed = match check.done(|| roles) {
        Ok(roles) => app.write(who.actor, async move |work| change_roles(work, person, &roles).await).await,
        Err(faults) => Err(faults),
    };
    match changed {
        Ok(()) => Ok(go(&format!("/admin/people/{person}"))),
        Err(error) => {
            let colleague = load(&app, &who, person).await?;
            mend(error, |faults| page(&who.view, &colleague, &Fields::again(&who.view, form, faults)))
        }
    }
}

/// Ends the person's work.
pub(super) async fn end(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    app.write(who.actor, async move |work| end_work(work, person).await).await?;
    Ok(go("/admin/people"))
}

async fn load(app: &App, who: &Who, person: PersonId) -> Result<Colleague> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_change_roles(work, person).await?;
        colleague(work, person).await
    });
    reading.await
}

fn page(view: &View, colleague: &Colleague, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let (called, here) = (&colleague.profile.called, format!("/admin/people/{}", colleague.person));
    let form = html! {
        (fields.checks("roles", say!(words, "practice-roles"), role_choices(words)))
        (actions(Button::submit(say!(words, "practice-save"))))
    };
    let end = Button::submit(say!(words, "practice-end-work")).danger();
    Page::new(view, "practice-title-roles")
        .crumb("/admin/people", say!(words, "place-people"))
        .crumb(here.clone(), called.as_str())
        .crumb(format!("{here}/roles"), say!(words, "practice-title-roles"))
        .body(html! {
            @if colleague.ended.is_some() {
                (callout(Tone::Plain, html! { p { (say!(words, "practice-comes-back", called = called.as_str())) } }))
            }
            (fields.form(&format!("{here}/roles"), &form))
            @if colleague.ended.is_none() {
                section.stack {
                    h2 { (say!(words, "practice-end-heading", called = called.as_str())) }
                    p { (say!(words, "practice-end-what")) }
                    (post(&format!("{here}/end"), &[], &end))
                }
            }
        })
}
