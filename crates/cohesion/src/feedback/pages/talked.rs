//! "Did you talk about it?": what one has answered, and one's own account of what became of it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Confirming, Own, confirm, deeds, own_occasions};
use crate::app::App;
use crate::assessments::{AssignmentId, asked_whom};
use crate::error::Fault;
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, own, rows, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The words of the form for yes and no.
const ANSWERS: [(&str, &str); 2] = [("yes", "feedback-talked-yes"), ("no", "feedback-talked-no")];

/// What is asked, then what was said.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    again(&app, &who, (Form::default(), Vec::new(), None), None).await
}

/// Takes one account.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AssignmentId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let talked: Option<bool> = match form.value(&format!("talked-{id}")) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => check.fault(&format!("talked-{id}"), "fault-choose"),
    };
    let words = check.area(&format!("words-{id}"), 0..=REMARK_CHARS_MAX);
    let read = check.done(|| Some(Confirming { talked: talked?, words: words? }));
    let confirming = app.write(who.actor, async move |work| {
        let (group, person) = asked_whom(work, id).await?;
        deeds::may_confirm(work, group, person).await?;
        confirm(work, id, read.as_ref().map_err(Error::clone)?).await
    });
    match confirming.await {
        Ok(()) => Ok(go("/me/talks")),
        Err(Error::Invalid(faults)) => again(&app, &who, (form, faults, None), Some(id)).await,
        Err(Error::Conflict(words)) => again(&app, &who, (form, Vec::new(), Some(words)), Some(id)).await,
        Err(other) => Err(other),
    }
}

async fn again(
    app: &App,
    who: &Who,
    (form, faults, conflict): (Form, Vec<Fault>, Option<&'static str>),
    sent: Option<AssignmentId>,
) -> Result<Response> {
    let all = app.read(who.actor, async |work| own_occasions(work).await).await?;
    let status = match (conflict, faults.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let (view, words) = (&who.view, who.view.words);
    let typed = sent.map(|id| form.value(&format!("words-{id}")).to_owned()).unwrap_or_default();
    let fields = Fields::again(view, form, faults);
    // Whoever answers before they are asked, or again, sees the form that they sent.
    let is_open = |own: &&Own| own.said.is_none() && (own.is_asked || sent == Some(own.assignment));
    let cards: Vec<Markup> = all.iter().filter(is_open).map(|own| one(view, &fields, own)).collect();
    let said: Vec<Row> = all.iter().filter_map(|own| said(view, own)).collect();
    let body = html! {
        @if let Some(key) = conflict {
            (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } @if !typed.is_empty() { (own(&typed)) } }))
        }
        (fields.summary())
        section.stack {
            h2 { (say!(words, "feedback-talks-asked")) }
            @if cards.is_empty() { (empty(say!(words, "feedback-talks-none"))) }
            @for card in &cards { (card) }
        }
        @if !said.is_empty() {
            section.stack.stack--tight { h2 { (say!(words, "feedback-talks-said")) } (rows(said)) }
        }
    };
    let page = Page::new(view, "feedback-title-talks-mine").back("/me/progress", say!(words, "place-progress"));
    Ok(page.lead(say!(words, "feedback-talks-mine-lead")).body(body).status(status).into_response())
}

fn one(view: &View, fields: &Fields<'_>, own: &Own) -> Markup {
    let words = view.words;
    let id = own.assignment;
    let choices = ANSWERS.map(|(word, key)| Choice::new(word, words.say(key, None))).to_vec();
    html! {
        article.card.stack {
            h3 { (say!(words, "feedback-talks-when", title = &own.instrument.short_title, moment = view.moment(own.at))) }
            form.stack method="post" action={ "/me/answers/" (id) "/talked" } novalidate {
                (fields.radios(&format!("talked-{id}"), say!(words, "feedback-did-you-talk"), choices))
                (fields.area(&format!("words-{id}"), say!(words, "feedback-talks-words")).hint(say!(words, "feedback-talks-words-hint")).voice())
                (seen(say!(words, "feedback-talks-seen")))
                (actions(html! {
                    (Button::submit(say!(words, "feedback-talks-send")))
                    (Button::link(format!("/me/answers/{id}"), say!(words, "feedback-talks-look")).outline())
                }))
            }
        }
    }
}

fn said(view: &View, own: &Own) -> Option<Row> {
    let (talked, at) = own.said?;
    let key = if talked { ANSWERS[0].1 } else { ANSWERS[1].1 };
    let title =
        say!(view.words, "feedback-talks-when", title = &own.instrument.short_title, moment = view.moment(own.at));
    let small = html! { (view.words.say(key, None)) " · " (view.moment(at)) };
    Some(Row::link(format!("/me/answers/{}", own.assignment), title).small(small).icon(Icon::Speech))
}
