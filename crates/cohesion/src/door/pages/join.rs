//! Joining a group alone: a name for it, and an address that the link goes to.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{ShownGroup, shown_group};
use super::ask::wait;
use super::open_for;
use crate::app::App;
use crate::enrolment::{Newcomer, WhoJoins, register};
use crate::id::GroupId;
use crate::identity::{Visitor, admit_from_outside};
use crate::limits::{LINE_CHARS_MAX, SHOWN_NAME_CHARS_MAX};
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The form. A group that nobody joins alone has none. Whoever is signed in joins on their own pages.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<GroupId>) -> Result<Response> {
    let group = find(&app, &visitor, id).await?;
    if visitor.actor.person().is_some() {
        return Ok(go("/me/onward"));
    }
    Ok(page(&visitor.view, &group, &Fields::blank(&visitor.view)).into_response())
}

async fn find(app: &App, visitor: &Visitor, id: GroupId) -> Result<ShownGroup> {
    let group = app.read(visitor.actor, async move |work| shown_group(work, id).await).await?;
    if group.joins == WhoJoins::Everybody { Ok(group) } else { Err(Error::NotFound) }
}

/// Registers. The answer is the same whether the address is known here or not (ATK-23).
pub(super) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let group = find(&app, &visitor, id).await?;
    let client = visitor.client;
    let done = match read(&form) {
        Ok(newcomer) => {
            let registering = app.write(visitor.actor, async move |work| {
                admit_from_outside(work, client).await?;
                register(work, id, &newcomer).await
            });
            registering.await
        }
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go("/welcome/mail")),
        Err(Error::TooMany { after_s }) => {
            let fields = Fields::again(&visitor.view, form, Vec::new());
            Ok(wait(&visitor.view, page(&visitor.view, &group, &fields), after_s))
        }
        Err(error) => mend(error, |faults| page(&visitor.view, &group, &Fields::again(&visitor.view, form, faults))),
    }
}

fn read(form: &Form) -> Result<Newcomer> {
    let mut check = Check::new(form);
    let called = check.text("called", 1..=SHOWN_NAME_CHARS_MAX);
    let email = check.email("email");
    let reach = check.text("reach", 0..=LINE_CHARS_MAX);
    let reach = match reach.as_deref() {
        Some("") => Some(None),
        Some(_) if !form.ticked("consents") => check.fault("consents", "door-fault-consent"),
        _ => reach.clone().map(Some),
    };
    check.done(|| Some(Newcomer { called: called?, email: email?, reach: reach? }))
}

/// Where to look next.
pub(super) async fn look_into_mail(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    open_for(&app, &visitor).await?;
    let words = visitor.view.words;
    let body = html! {
        (saved(say!(words, "door-mail-sent")))
        p { (say!(words, "door-mail-next")) }
        p.soft { (say!(words, "door-mail-neutral")) }
        (actions(Button::link("/welcome", say!(words, "door-back")).outline()))
    };
    Ok(Page::new(&visitor.view, "door-title-mail").body(body).into_response())
}

fn page(view: &View, group: &ShownGroup, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let at = format!("/welcome/groups/{}", group.id);
    let form = html! {
        (fields.text("called", say!(words, "door-shown-name")).hint(say!(words, "door-shown-name-hint")).autocomplete("off"))
        (fields.email("email", say!(words, "door-join-email")).hint(say!(words, "door-join-email-hint")))
        (fields.text("reach", say!(words, "door-safety-reach")).hint(say!(words, "door-safety-reach-hint")))
        (fields.tick("consents", say!(words, "door-safety-consent")))
        (actions(Button::submit(say!(words, "door-send-link"))))
    };
    Page::new(view, "door-title-join").back(&at, &group.words.title).lead(say!(words, "door-join-lead")).body(html! {
        (callout(Tone::Plain, html! { p { (say!(words, "door-not-treatment")) } }))
        (seen(say!(words, "door-join-seen")))
        (fields.form(&format!("{at}/join"), &form))
    })
}
