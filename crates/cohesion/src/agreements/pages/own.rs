//! What a member has signed: the list, and each text exactly as it was.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use maud::{Markup, html};

use super::super::{Edition, Signature, deeds, edition, signature, signatures_of, title};
use super::draw;
use crate::app::App;
use crate::id::SignatureId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, card, empty, facts, fold, post, rows, tag};
use crate::web::{Page, Path, View};
use crate::{Result, say};

/// Every signature of the signed-in person, the newest first.
pub(super) async fn show_all(State(app): State<App>, who: Who) -> Result<Response> {
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let grant = deeds::may_see_own(work, person)?;
        signatures_of(work, &grant, person).await
    });
    let signed = reading.await?;
    let body = match signed.as_slice() {
        [] => empty(say!(who.view.words, "agreements-none")),
        signed => rows(signed.iter().map(|signature| row(&who.view, signature))),
    };
    Ok(Page::new(&who.view, "agreements-title-own")
        .back("/me/group", say!(who.view.words, "place-group"))
        .lead(say!(who.view.words, "agreements-own-lead"))
        .body(body)
        .into_response())
}

/// One text as it was signed, with what proves that it was this one.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SignatureId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let signature = signature(work, id).await?;
        let edition = edition(work, signature.agreement, signature.edition).await?;
        Ok((signature, edition))
    });
    let (signature, edition) = reading.await?;
    let words = who.view.words;
    Ok(Page::new(&who.view, "agreements-title-copy")
        .back("/me/consents", say!(words, "agreements-title-own"))
        .heading(title(&edition.wording).unwrap_or_default())
        .body(html! {
            @if signature.withdrawn_at.is_some() {
                (callout(Tone::Note, html! { p { (say!(words, "agreements-taken-back")) } }))
            }
            (draw(&edition.wording))
            (proof(&who.view, &signature, &edition))
            @if signature.withdrawn_at.is_none() { (taking_back(&who.view, &signature)) }
        })
        .into_response())
}

fn row(view: &View, signature: &Signature) -> Row {
    let words = view.words;
    let row = Row::link(format!("/me/consents/{}", signature.id), words.say(signature.agreement.name_key(), None))
        .icon(Icon::Letter)
        .small(say!(words, "agreements-signed-on", time = view.moment(signature.signed_at)));
    match signature.withdrawn_at {
        Some(_) => row.end(tag(Tone::Note, None, say!(words, "agreements-tag-taken-back"))),
        None => row,
    }
}

fn proof(view: &View, signature: &Signature, edition: &Edition) -> Markup {
    let words = view.words;
    let mut lines = vec![
        (say!(words, "agreements-signed-by"), signature.name.clone()),
        (say!(words, "agreements-signed-at"), view.moment(signature.signed_at).into_owned()),
        (say!(words, "agreements-edition"), edition.number.to_string()),
    ];
    if let Some(at) = signature.withdrawn_at {
        lines.push((say!(words, "agreements-taken-back-at"), view.moment(at).into_owned()));
    }
    html! {
        (card(facts(lines)))
        (fold(say!(words, "agreements-fingerprint"), html! {
            p { (say!(words, "agreements-fingerprint-about")) }
            p.small { code { (HEXLOWER.encode(&signature.hash)) } }
        }))
    }
}

fn taking_back(view: &View, signature: &Signature) -> Markup {
    let words = view.words;
    let button = Button::submit(say!(words, "agreements-take-back")).danger();
    fold(
        say!(words, "agreements-take-back-heading"),
        html! {
            p { (say!(words, "agreements-take-back-about")) }
            (actions(post(&format!("/me/consents/{}/withdraw", signature.id), &[], &button)))
        },
    )
}
