//! What erasing would do, shown before it is done; and what was done.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Erased, Fate, Kept, Plan, erase, own_kept};
use super::fate;
use crate::app::App;
use crate::error::Fault;
use crate::identity::{Who, without_login};
use crate::web::parts::{Button, Tone, actions, callout, card};
use crate::web::{Area, Check, Fields, Form, Page, View};
use crate::{Error, Result, say};

/// The plan.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let kept = app.read(who.actor, async |work| own_kept(work).await).await?;
    Ok(page(&who.view, &kept, &Fields::blank(&who.view)).into_response())
}

/// It is done; the login that asked for it is over.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let sure = check.tick("sure");
    let sure = check.done(|| sure);
    let erasing = app.write(who.actor, async move |work| {
        sure.as_ref().map_err(Error::clone)?;
        erase(work).await
    });
    let (faults, status) = match erasing.await {
        Ok(erased) => return without_login(&app, done(&who.view, &erased).into_response()),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let kept = app.read(who.actor, async |work| own_kept(work).await).await?;
    Ok(page(&who.view, &kept, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn page(view: &View, kept: &[Kept], fields: &Fields<'_>) -> Page {
    let words = view.words;
    let memberships: Vec<_> = kept.iter().map(|kept| kept.membership).collect();
    let plan = Plan::of(&memberships, view.now);
    let back = say!(words, "rights-title-mine");
    let page = Page::new(view, "rights-title-erase").back("/me/data", back).lead(say!(words, "rights-erase-lead"));
    page.body(html! {
        @if plan.is_held() { (fields.summary()) (callout(Tone::Note, html! { p { (say!(words, "rights-conflict-held")) } })) }
        section.stack {
            h2 { (say!(words, "rights-erase-plan")) }
            (list(view, kept.iter().map(|kept| kept.name.as_str()).zip(plan.0.iter().map(|(_, fate)| *fate))))
            (card(html! { h3 { (say!(words, "rights-erase-person")) } p { (person(view, &plan)) } }))
            p.soft { (say!(words, "rights-erase-others")) }
            p.soft { (say!(words, "rights-erase-backups")) }
        }
        @if !plan.is_held() {
            section.stack {
                h2 { (say!(words, "rights-erase-sure")) }
                p { (say!(words, "rights-erase-copy")) " " a href="/me/data/copy.html" { (say!(words, "rights-copy-page")) } }
                (fields.form("/me/data/erase", html! {
                    (fields.tick("sure", say!(words, "rights-erase-tick")))
                    (actions(html! {
                        (Button::submit(say!(words, "rights-erase-do")).danger())
                        (Button::link("/me/data", say!(words, "rights-erase-not")).outline())
                    }))
                }))
            }
        }
    })
}

fn done(view: &View, erased: &Erased) -> Page {
    let view = &view.clone().in_area(Area::Plain);
    let words = view.words;
    Page::new(view, "rights-title-erased").lead(say!(words, "rights-erased-lead")).body(html! {
        (list(view, erased.lines()))
        (card(html! { h3 { (say!(words, "rights-erase-person")) } p { (person(view, &erased.plan)) } }))
        p { (say!(words, "rights-erased-signed-out")) }
        (actions(Button::link("/help", say!(words, "rights-erased-help")).outline()))
    })
}

fn list<'a>(view: &View, lines: impl Iterator<Item = (&'a str, Fate)>) -> Markup {
    html! { @for (name, of) in lines { (card(html! { h3 { (name) } (fate(view, of)) })) } }
}

/// What becomes of names, addresses and ways to sign in.
fn person(view: &View, plan: &Plan) -> crate::web::Said {
    if plan.is_whole() { say!(view.words, "rights-person-goes") } else { say!(view.words, "rights-person-stays") }
}
