//! A member's page of ways to be reached that they exchange with others of their group.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Exchange, ExchangeId, ExchangeState, Party, PostId, Reply, Side, ask_contact, deeds, exchanges, reply_to_contact,
    store,
};
use super::mine;
use crate::app::App;
use crate::error::Fault;
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::CONTACT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, empty, missing, post, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Legible, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let all = app.read(who.actor, async move |work| exchanges(work, id).await).await?;
    Ok(page(&who.view, id, &all, &Fields::blank(&who.view)).into_response())
}

/// Asks the writer of a post.
pub(super) async fn ask(State(app): State<App>, who: Who, Path(id): Path<PostId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let way = check.text("way", 1..=CONTACT_CHARS_MAX);
    let way = check.done(|| way);
    let asking = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        deeds::may_exchange(work, row.group).await?;
        deeds::may_see_post(work, &row, Side::Member).await?;
        ask_contact(work, id, way.as_ref().map_err(Error::clone)?).await?;
        Ok(row.group)
    });
    let done = asking.await.map(|group| format!("/me/groups/{group}/contacts"));
    mine::answered(&app, &who, id, form, done).await
}

/// Agrees, or ends it.
pub(super) async fn answer(
    State(app): State<App>,
    who: Who,
    Path(id): Path<ExchangeId>,
    form: Form,
) -> Result<Response> {
    let group = app.read(who.actor, async move |work| {
        let row = store::find_exchange(work, id).await?;
        let (me, _) = deeds::may_exchange(work, row.group).await?;
        if [row.asker, row.asked].contains(&me) { Ok(row.group) } else { Err(Error::NotFound) }
    });
    let group = group.await?;
    let reply = reply(&form, id);
    let replying = app.write(who.actor, async move |work| {
        reply_to_contact(work, id, reply.as_ref().map_err(Error::clone)?).await.map(|_| ())
    });
    let (faults, status) = match replying.await {
        Ok(()) => return Ok(go(&format!("/me/groups/{group}/contacts"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let all = app.read(who.actor, async move |work| exchanges(work, group).await).await?;
    Ok(page(&who.view, group, &all, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn reply(form: &Form, id: ExchangeId) -> Result<Reply> {
    if form.value("do") == "end" {
        return Ok(Reply::End);
    }
    let mut check = Check::new(form);
    let way = check.text(&format!("way-{id}"), 1..=CONTACT_CHARS_MAX);
    check.done(|| way.map(Reply::Agree))
}

fn page(view: &View, group: GroupId, all: &Legible<Exchange>, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let cards = html! { @for exchange in &all.readable { (one(view, exchange, fields)) } };
    let body = html! {
        (fields.summary())
        (missing(view, all.damaged))
        @if all.readable.is_empty() { (empty(say!(words, "sharing-no-contacts"))) }
        (cards)
    };
    Page::new(view, "sharing-title-contacts")
        .back(&format!("/me/groups/{group}/threads"), say!(words, "sharing-title-threads"))
        .lead(say!(words, "sharing-contacts-lead"))
        .body(body)
}

fn one(view: &View, exchange: &Exchange, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let action = format!("/me/contacts/{}", exchange.id);
    let with = exchange.with.as_str();
    let is_mine_to_answer = exchange.party == Party::Asked && exchange.state == ExchangeState::Asked;
    let way = fields.text(&format!("way-{}", exchange.id), say!(words, "sharing-contact-way"));
    let end = if exchange.state == ExchangeState::Agreed {
        say!(words, "sharing-contact-end")
    } else if is_mine_to_answer {
        say!(words, "sharing-contact-no")
    } else {
        say!(words, "sharing-contact-withdraw")
    };
    html! {
        article.card.stack.stack--tight {
            div.spread { h2 { (with) } (tag(Tone::Plain, None, words.say(exchange.state.name_key(), None))) }
            @if let Some(gives) = &exchange.gives { p { (say!(words, "sharing-contact-you-give", way = gives.as_str())) } }
            @if let Some(sees) = &exchange.sees { p { (say!(words, "sharing-contact-you-see", name = with, way = sees.as_str())) } }
            @if is_mine_to_answer {
                p { (say!(words, "sharing-contact-asked", name = with)) }
                form.stack.stack--tight method="post" action=(action) novalidate {
                    (way.hint(say!(words, "sharing-contact-way-hint")))
                    (actions(Button::submit(say!(words, "sharing-contact-agree")).outline().named("do", "agree")))
                }
            }
            (post(&action, &[("do", "end")], &Button::submit(end).quiet().small()))
        }
    }
}
