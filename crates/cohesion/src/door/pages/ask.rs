//! Asking for a place, without being signed in.

use axum::extract::State;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Asking, ShownGroup, ask, shown_group};
use super::open_for;
use crate::app::App;
use crate::id::GroupId;
use crate::identity::Visitor;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX, TEXT_CHARS_MAX};
use crate::safety::help_cards;
use crate::web::forms::mend;
use crate::web::parts::{Button, Tone, actions, callout, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The form.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<GroupId>) -> Result<Response> {
    let group = app.read(visitor.actor, async move |work| shown_group(work, id).await).await?;
    Ok(page(&visitor.view, &group, &Fields::blank(&visitor.view)).into_response())
}

/// Asks. Whatever was written, and whoever it is, the answer is the same page without any content.
pub(super) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let group = app.read(visitor.actor, async move |work| shown_group(work, id).await).await?;
    let client = visitor.client;
    let done = match read(&form) {
        Ok(asking) => app.write(visitor.actor, async move |work| ask(work, client, id, &asking).await).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go("/welcome/thanks")),
        Err(Error::TooMany { after_s }) => {
            let fields = Fields::again(&visitor.view, form, Vec::new());
            Ok(wait(&visitor.view, page(&visitor.view, &group, &fields), after_s))
        }
        Err(error) => mend(error, |faults| page(&visitor.view, &group, &Fields::again(&visitor.view, form, faults))),
    }
}

/// Answers 429 with the page, with every word kept, and says when to come back.
pub(super) fn wait(view: &View, page: Page, after_s: u32) -> Response {
    let lead = say!(view.words, "error-too-many", minutes = after_s.div_ceil(60));
    let mut response = page.lead(lead).status(StatusCode::TOO_MANY_REQUESTS).into_response();
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(after_s));
    response
}

fn read(form: &Form) -> Result<Asking> {
    let mut check = Check::new(form);
    let called = check.text("called", 1..=NAME_CHARS_MAX);
    let email = check.optional("email", |check| check.email("email"));
    let phone = check.text("phone", 0..=NAME_CHARS_MAX);
    let words = check.area("words", 1..=TEXT_CHARS_MAX);
    let times = check.text("times", 0..=LINE_CHARS_MAX);
    check.done(|| {
        let (email, phone) = (email?.unwrap_or_default(), Some(phone?).filter(|phone| !phone.is_empty()));
        Some(Asking { called: called?, email, phone, words: words?, times: times? })
    })
}

/// That it arrived, and what happens next. Nothing on it comes from the form.
pub(super) async fn thanks(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    open_for(&app, &visitor).await?;
    let view = visitor.view.clone();
    let help = app.read(visitor.actor, async move |work| help_cards(work, &view).await).await?;
    let words = visitor.view.words;
    let body = html! {
        (saved(say!(words, "door-asked")))
        p { (say!(words, "door-asked-next")) }
        (actions(Button::link("/welcome", say!(words, "door-back")).outline()))
        section.stack { h2 { (say!(words, "door-until-then")) } (help) }
    };
    Ok(Page::new(&visitor.view, "door-title-thanks").body(body).into_response())
}

fn page(view: &View, group: &ShownGroup, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let at = format!("/welcome/groups/{}", group.id);
    let form = html! {
        (fields.text("called", say!(words, "door-called")).hint(say!(words, "door-called-hint")).autocomplete("nickname"))
        (fields.email("email", say!(words, "door-email")).hint(say!(words, "door-reach-hint")))
        (fields.text("phone", say!(words, "door-phone")).autocomplete("tel"))
        (fields.area("words", say!(words, "door-words")).hint(say!(words, "door-words-hint")))
        (fields.text("times", say!(words, "door-times")))
        (actions(Button::submit(say!(words, "door-send"))))
    };
    Page::new(view, "door-title-ask").back(&at, &group.words.title).lead(say!(words, "door-ask-lead")).body(html! {
        (callout(Tone::Help, html! {
            p { strong { (say!(words, "door-not-watched")) } " " a href="/help" { (say!(words, "door-get-help")) } }
        }))
        (seen(say!(words, "door-ask-seen")))
        (fields.form(&format!("{at}/ask"), &form))
    })
}
