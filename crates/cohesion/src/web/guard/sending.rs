//! A form on its way in: the same one sent twice is one act, and one that must wait for a proof keeps every word.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{COOKIE, LOCATION};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;

use crate::app::Sent;
use crate::say;
use crate::web::errors::{Proof, wanted_proof};
use crate::web::forms::{is_form, read_body};
use crate::web::parts::{Button, actions, callout};
use crate::web::{Area, Fields, Form, Page, View, parts};

/// The page on which somebody proves once more who they are.
const PROOF: &str = "/sign-in/again";

/// Runs a request. A form that led somewhere before leads there again, without a second act.
pub(super) async fn answer(sent: Sent, view: View, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_form(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let bytes = match read_body(&view, body).await {
        Ok(bytes) => bytes,
        Err(refusal) => return refusal,
    };
    let form = std::str::from_utf8(&bytes).map(Form::parse).unwrap_or_default();
    let path = parts.uri.path().to_owned();
    let was_here = parts.headers.contains_key(COOKIE);
    let slot = key_of(&parts.headers, &path, form.value("once")).map(|key| sent.slot(key));
    let mut led = match &slot {
        Some(slot) => Some(slot.lock().await),
        None => None,
    };
    if let Some(Some(headers)) = led.as_deref() {
        return (StatusCode::SEE_OTHER, headers.clone()).into_response();
    }
    let response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
    if let Some(proof) = asked_for(&response).filter(|_| was_here && is_worth_keeping(&form)) {
        return kept(&view, &path, &form, proof);
    }
    if let Some(led) = led.as_deref_mut().filter(|_| response.status() == StatusCode::SEE_OTHER) {
        *led = Some(response.headers().clone());
    }
    response
}

/// One browser's login, one page, one drawing of its form. Nobody's forms are not remembered.
fn key_of(headers: &HeaderMap, path: &str, once: &str) -> Option<[u8; 32]> {
    let cookie = headers.get(COOKIE)?;
    let apart = [cookie.as_bytes(), path.as_bytes(), once.as_bytes()].join(&0);
    (!once.is_empty()).then(|| keyring::digest(&apart))
}

/// Which proof the answer asks for instead of doing the act.
fn asked_for(response: &Response) -> Option<Proof> {
    let locked = response.headers().get(LOCATION).is_some_and(|to| to == PROOF);
    if locked { Some(Proof::Again) } else { wanted_proof(response) }
}

/// Whether somebody typed anything; secrets are never sent back to a browser.
fn is_worth_keeping(form: &Form) -> bool {
    let has_secret = ["passphrase", "code"].iter().any(|name| !form.value(name).is_empty());
    !has_secret && form.pairs().any(|(name, value)| name != "once" && !value.is_empty())
}

/// The page that keeps what was typed while somebody proves, beside it, who they are.
fn kept(view: &View, path: &str, form: &Form, proof: Proof) -> Response {
    let view = &view.clone().in_area(Area::Plain);
    let (words, fields) = (view.words, Fields::blank(view));
    let door = match proof {
        Proof::SignIn => "/sign-in",
        Proof::Again => PROOF,
    };
    let again = html! {
        @for (name, value) in form.pairs() { (fields.hidden(name, value)) }
        (actions(html! {
            a.btn href=(door) target="_blank" rel="noopener" { (say!(words, "error-prove")) }
            (Button::submit(say!(words, "sending-again")).outline())
        }))
    };
    let page = Page::new(view, "title-step-up").lead(say!(words, "sending-kept")).body(html! {
        (callout(parts::Tone::Brand, html! { p { (say!(words, "sending-how")) } }))
        (fields.form(path, &again))
    });
    page.status(StatusCode::FORBIDDEN).into_response()
}
