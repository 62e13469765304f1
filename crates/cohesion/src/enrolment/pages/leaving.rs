//! A member leaves by themself.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::leave;
use super::joining::{page as framed, read};
use crate::app::App;
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, actions, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Result, say};

/// What leaving means, and the button that does it.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let joining = read(&app, &who, id).await?;
    let fields = Fields::blank(&who.view);
    Ok(page(&who.view, framed(&who.view, &joining, "enrolment-title-leave"), id, &fields).into_response())
}

/// They have left.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let reason = Check::new(&form).area("reason", 0..=TEXT_CHARS_MAX).unwrap_or_default();
    app.write(who.actor, async move |work| leave(work, id, &reason).await).await?;
    Ok(go("/me/group"))
}

fn page(view: &View, framed: Page, id: EnrolmentId, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let form = html! {
        (fields.area("reason", say!(words, "enrolment-leave-reason")).hint(say!(words, "enrolment-leave-reason-hint")))
        (seen(say!(words, "enrolment-leave-seen")))
        (actions(html! {
            (Button::submit(say!(words, "enrolment-leave")).danger())
            (Button::link("/me/group", say!(words, "enrolment-leave-stay")).outline())
        }))
    };
    framed.body(html! {
        p { (say!(words, "enrolment-leave-about")) }
        p { (say!(words, "enrolment-leave-goodbye")) }
        (fields.form(&format!("/me/joining/{id}/leave"), &form))
    })
}
