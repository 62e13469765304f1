//! Pages of identity: signing in and out, proving again, joining, and one's own settings.

mod again;
mod contacts;
mod factors;
mod join;
mod settings;
mod sign_in;

use axum::http::HeaderValue;
use axum::http::header::{HeaderName, SET_COOKIE};
use axum::response::Response;
use maud::{Markup, html};

use super::account::AccountKind;
use super::cookie::{self, Jar, Keep};
use super::device::Device;
use super::token::Token;
use super::totp::NewSecret;
use crate::access::Deed;
use crate::app::App;
use crate::web::parts::{Button, Tone, actions, callout, qr};
use crate::web::{Fields, Needs, Page, Routes, View};
use crate::{Error, Result, limits, say};

pub(crate) use contacts::{ContactForm, Whose};
pub(crate) use sign_in::way_in;

/// Every route of identity.
pub(crate) fn routes() -> Routes {
    let own = Needs::Login;
    let factors = Needs::Deed(Deed::ChangeOwnFactors);
    let contacts = Needs::Deed(Deed::ChangeOwnContacts);
    Routes::new()
        .get("/sign-in", Needs::Nobody, sign_in::show)
        .post("/sign-in", Needs::Nobody, sign_in::take)
        .get("/sign-in/code", Needs::Nobody, sign_in::show_code)
        .post("/sign-in/code", Needs::Nobody, sign_in::take_code)
        .get("/sign-in/again", own, again::show)
        .post("/sign-in/again", own, again::take)
        .post("/sign-out", Needs::Nobody, sign_in::out)
        .get("/join/{token}", Needs::Nobody, join::show)
        .post("/join/{token}", Needs::Nobody, join::take)
        .get("/me/settings", own, settings::show)
        .get("/settings", own, settings::show)
        .post("/settings/look", own, settings::choose_look)
        .post("/settings/logins/end", own, settings::end)
        .get("/settings/contacts", contacts, contacts::ask)
        .post("/settings/contacts", contacts, contacts::take)
        .get("/settings/passphrase", factors, factors::ask_passphrase)
        .post("/settings/passphrase", factors, factors::take_passphrase)
        .get("/settings/second-factor", factors, factors::ask_second_factor)
        .post("/settings/second-factor", factors, factors::take_second_factor)
        .get("/settings/second-factor/remove", factors, factors::ask_removal)
        .post("/settings/second-factor/remove", factors, factors::remove)
        .get("/settings/codes", factors, factors::ask_codes)
        .post("/settings/codes", factors, factors::renew_codes)
}

/// Where a person's own settings are.
pub(super) fn settings_path(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Member => "/me/settings",
        AccountKind::Staff => "/settings",
    }
}

/// Sends one more cookie with a response.
fn with_cookie(mut response: Response, cookie: &str) -> Result<Response> {
    let value = HeaderValue::from_str(cookie).map_err(|cause| Error::bug(cause.to_string()))?;
    response.headers_mut().append(SET_COOKIE, value);
    Ok(response)
}

/// Gives the browser its login.
pub(crate) fn with_login(app: &App, response: Response, token: &Token, device: Device) -> Result<Response> {
    let keep = Keep::on(device, limits::LOGIN_MEMBER);
    with_cookie(response, &cookie::set(app.config().transport(), Jar::Login, token, keep))
}

/// Takes the login away, and asks the browser to forget what it kept.
pub(crate) fn without_login(app: &App, response: Response) -> Result<Response> {
    let mut response = with_cookie(response, &cookie::clear(app.config().transport(), Jar::Login))?;
    let forget = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), forget);
    Ok(response)
}

/// A passphrase being chosen, typed twice.
pub(crate) fn chosen_passphrase(view: &View, fields: &Fields<'_>, chars_min: usize) -> Markup {
    let words = view.words;
    let hint = say!(words, "identity-new-passphrase-hint", count = chars_min);
    html! {
        (fields.secret("passphrase", say!(words, "identity-new-passphrase")).hint(hint).autocomplete("new-password"))
        (fields.secret("again", say!(words, "identity-new-passphrase-again")).autocomplete("new-password"))
    }
}

/// An app being given its secret: the picture, the letters, and the code it must show.
pub(crate) fn new_second_factor(view: &View, fields: &Fields<'_>, secret: &NewSecret) -> Result<Markup> {
    let words = view.words;
    let picture = qr(&secret.address(&view.site)?, &say!(words, "identity-app-picture"))?;
    Ok(html! {
        p { (say!(words, "identity-app")) }
        (picture)
        p.soft { (say!(words, "identity-app-letters")) " " code { (secret.letters()) } }
        (fields.text("code", say!(words, "identity-app-code")).hint(say!(words, "identity-app-code-hint")).code())
    })
}

/// Recovery codes, shown this once.
pub(crate) fn codes_page(view: &View, codes: &[String], next: &str) -> Page {
    let words = view.words;
    Page::new(view, "identity-title-codes").without_places().lead(say!(words, "identity-codes-lead")).body(html! {
        ul.codes { @for code in codes { li { code { (code) } } } }
        (callout(Tone::Note, say!(words, "identity-codes-once")))
        (actions(Button::link(next, say!(words, "identity-codes-kept"))))
    })
}
