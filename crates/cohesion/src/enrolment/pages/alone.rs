//! The first step of somebody who came by themselves: what a support group is and is not, ticked one by one.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::super::{Joining, Suitability, begin_alone};
use super::joining::{page, read};
use crate::app::App;
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::web::forms::mend;
use crate::web::parts::{Button, actions, seen};
use crate::web::{Check, Fields, Form, Path, View, go};
use crate::{Error, Result, say};

/// Goes on alone.
pub(super) async fn begin(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let joining = read(&app, &who, id).await?;
    if !joining.begins_alone {
        return Err(Error::NotFound);
    }
    let mut check = Check::new(&form);
    let ticks = [check.tick("knows"), check.tick("shares"), check.tick("grown")];
    let done = match check.done(|| ticks.into_iter().collect::<Option<Vec<()>>>()) {
        Ok(_) => {
            let fits = Suitability { knows_it_is_not_treatment: true, ..Suitability::default() };
            app.write(who.actor, async move |work| begin_alone(work, id, &fits).await).await
        }
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go(&format!("/me/joining/{id}"))),
        Err(error) => mend(error, |faults| {
            let fields = Fields::again(&who.view, form, faults);
            page(&who.view, &joining, "enrolment-title-joining").body(self::form(&who.view, &joining, &fields))
        }),
    }
}

/// The form.
pub(super) fn form(view: &View, joining: &Joining, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let ticks = html! {
        (fields.tick("knows", say!(words, "enrolment-alone-knows")))
        (fields.tick("shares", say!(words, "enrolment-alone-shares")))
        (fields.tick("grown", say!(words, "enrolment-alone-grown")))
        (actions(Button::submit(say!(words, "enrolment-go-on"))))
    };
    html! {
        p { (say!(words, "enrolment-alone-about")) }
        (seen(say!(words, "enrolment-alone-seen")))
        (fields.form(&format!("/me/joining/{}/begin", joining.enrolment.id), &ticks))
        p { a href={ "/me/joining/" (joining.enrolment.id) "/leave" } { (say!(words, "enrolment-leave-heading")) } }
    }
}
