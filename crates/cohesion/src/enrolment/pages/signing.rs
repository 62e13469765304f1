//! Reading a text and signing it, and taking a signature back.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Joining, sign, take_back};
use super::joining::{next_step, page as framed, read};
use crate::agreements::{Agreement, Due, Why, draw, title};
use crate::app::App;
use crate::id::{EnrolmentId, SignatureId};
use crate::identity::Who;
use crate::limits::NAME_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout, fold, progress};
use crate::web::{Check, Fields, Form, Next, Page, Path, View, Width, go};
use crate::{Result, say};

/// The text, and the place for the name under it. One that is not asked for leads on.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path((id, slug)): Path<(EnrolmentId, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let (agreement, joining) = (slug.parse::<Agreement>()?, read(&app, &who, id).await?);
    let next = Next::read(Form::parse(query.as_deref().unwrap_or_default()).value("next"));
    let fields = Fields::filled(&who.view, Form::of([("next", next.path())]));
    match due_for(&joining, agreement) {
        Some(due) => Ok(page(&who.view, &joining, due, &fields).into_response()),
        None => Ok(go(&onward(&joining, &next))),
    }
}

/// The name is written under it.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path((id, slug)): Path<(EnrolmentId, String)>,
    form: Form,
) -> Result<Response> {
    let agreement = slug.parse::<Agreement>()?;
    let mut check = Check::new(&form);
    let (name, edition) = (check.text("name", 1..=NAME_CHARS_MAX), check.number("edition", 1..=u32::MAX));
    let read_it = check.tick("read");
    let signed = match check.done(|| read_it.and(name.zip(edition))) {
        Ok((name, edition)) => {
            app.write(who.actor, async move |work| sign(work, id, agreement, edition, &name).await).await
        }
        Err(faults) => Err(faults),
    };
    let next = Next::read(form.value("next"));
    let joining = read(&app, &who, id).await?;
    match (signed, due_for(&joining, agreement)) {
        (Err(error), Some(due)) => {
            mend(error, |faults| page(&who.view, &joining, due, &Fields::again(&who.view, form, faults)))
        }
        (Err(error), None) => Err(error),
        (Ok(()), _) => Ok(go(&onward(&joining, &next))),
    }
}

/// A signature is taken back.
pub(super) async fn take_back_signature(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SignatureId>,
) -> Result<Response> {
    app.write(who.actor, async move |work| take_back(work, id).await).await?;
    Ok(go(&format!("/me/consents/{id}")))
}

/// The next step that is open; once there is none, back to where a member came from.
fn onward(joining: &Joining, next: &Next) -> String {
    let is_back = joining.is_done() && joining.enrolment.stage.is_member() && next.path() != "/";
    if is_back { next.path().to_owned() } else { next.behind(&next_step(joining)) }
}

fn due_for(joining: &Joining, agreement: Agreement) -> Option<&Due> {
    joining.due.iter().find(|due| due.edition.agreement == agreement)
}

fn page(view: &View, joining: &Joining, due: &Due, fields: &Fields<'_>) -> Page {
    let (words, edition) = (view.words, &due.edition);
    let id = joining.enrolment.id;
    let left = joining.due.len();
    // The notice asks for no agreement, only that it has been received.
    let read_it = match edition.agreement {
        Agreement::PrivacyNotice => say!(words, "enrolment-sign-received"),
        Agreement::InformedConsent | Agreement::GroupAgreement | Agreement::Telehealth | Agreement::Participation => {
            say!(words, "enrolment-sign-read")
        }
    };
    let form = html! {
        (fields.tick("read", read_it))
        (fields.text("name", say!(words, "enrolment-sign-name")).hint(say!(words, "enrolment-sign-name-hint")).autocomplete("name"))
        (fields.hidden("edition", &edition.number.to_string()))
        (fields.hidden("next", Next::read(fields.value("next")).path()))
        (actions(Button::submit(say!(words, "enrolment-sign"))))
    };
    let drawn = fields.form(&format!("/me/joining/{id}/sign/{}", edition.agreement.slug()), &form);
    let back = html! { a.back href={ "/me/joining/" (id) } { (say!(words, "enrolment-steps")) } };
    framed(view, joining, "enrolment-title-sign")
        .width(Width::Read)
        .heading(title(&edition.wording).unwrap_or_default())
        .body(html! {
            (progress(back, say!(words, "enrolment-sign-left", count = left), 1, left))
            @if let Some(why) = why_to_sign(view, due.why) { (callout(Tone::Brand, html! { p { (why) } })) }
            (draw(&edition.wording))
            (drawn)
            (fold(say!(words, "enrolment-sign-not"), html! {
                p { (say!(words, "enrolment-sign-not-about")) }
                p { a href={ "/me/joining/" (id) "/leave" } { (say!(words, "enrolment-leave-heading")) } }
            }))
        })
}

/// Why a text is asked for again; the first time needs no reason.
pub fn why_to_sign(view: &View, why: Why) -> Option<crate::web::Said> {
    match why {
        Why::Never => None,
        Why::TakenBack => Some(say!(view.words, "enrolment-sign-why-taken-back")),
        Why::NewEdition => Some(say!(view.words, "enrolment-sign-why-new-edition")),
        Why::NewSeason => Some(say!(view.words, "enrolment-sign-why-new-season")),
        Why::SomebodyNew => Some(say!(view.words, "enrolment-sign-why-somebody-new")),
    }
}
