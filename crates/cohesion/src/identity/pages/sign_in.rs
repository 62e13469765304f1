//! The way in, its second step, and the way out.

use axum::extract::FromRequestParts;
use axum::extract::{RawQuery, State};
use axum::http::header::RETRY_AFTER;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::cookie::{self, Jar, Keep};
use super::super::device::Device;
use super::super::login::end_login;
use super::super::passphrase::Passphrase;
use super::super::sign_in::{Attempt, Outcome, awaits_second_step, sign_in, take_second_step};
use super::super::signed_in::{Returning, Visitor, token};
use super::super::token::Token;
use super::{with_cookie, with_login, without_login};
use crate::app::App;
use crate::error::Fault;
use crate::web::parts::{Button, Tone, actions, callout, card, fold};
use crate::web::shell::Area;
use crate::web::{Fields, Form, Next, Page, View, go};
use crate::{Error, Result, limits, say};

/// Our cookies beside the login, as a request carries them.
pub(super) struct Cookies {
    known: Option<Token>,
    step: Option<Token>,
}

impl FromRequestParts<App> for Cookies {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Self::Rejection> {
        Ok(Self { known: token(parts, app, Jar::Known), step: token(parts, app, Jar::SecondStep) })
    }
}

/// The form. Somebody who is in already goes on.
pub(super) async fn show(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let next = Next::read(Form::parse(query.as_deref().unwrap_or_default()).value("next"));
    if visitor.actor.person().is_some() {
        return go(next.path());
    }
    let form = Form::of([("next", next.path())]);
    page(&visitor.view, form, Vec::new(), None).into_response()
}

/// A passphrase is tried.
pub(super) async fn take(State(app): State<App>, visitor: Visitor, cookies: Cookies, form: Form) -> Result<Response> {
    let attempt = Attempt {
        email: form.value("email").to_owned(),
        passphrase: Passphrase::typed(form.value("passphrase")),
        device: device_of(&form),
        browser: visitor.browser,
        client: visitor.client,
        known: cookies.known,
    };
    let next = Next::read(form.value("next"));
    match sign_in(&app, visitor.actor.practice(), attempt).await {
        Ok(Outcome::In { token, known, device }) => enter(&app, &next, &token, known.as_ref(), device),
        Ok(Outcome::SecondStep(step)) => {
            let keep = Keep::For(limits::SECOND_STEP);
            let cookie = cookie::set(app.config().transport(), Jar::SecondStep, &step, keep);
            with_cookie(go(&next.behind("/sign-in/code")), &cookie)
        }
        Ok(Outcome::Refused) => {
            let faults = vec![Fault::new("passphrase", "identity-fault-sign-in")];
            Ok(page(&visitor.view, form, faults, None).status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(Error::TooMany { after_s }) => Ok(wait(page(&visitor.view, form, Vec::new(), Some(after_s)), after_s)),
        Err(other) => Err(other),
    }
}

/// The form for the second factor. Without a right passphrase before it there is none (ATK-35).
pub(super) async fn show_code(
    State(app): State<App>,
    visitor: Visitor,
    cookies: Cookies,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let next = Next::read(Form::parse(query.as_deref().unwrap_or_default()).value("next"));
    let Some(step) = cookies.step else { return Ok(go(&next.behind("/sign-in"))) };
    if !app.read(visitor.actor, async move |work| awaits_second_step(work, &step).await).await? {
        return Ok(go(&next.behind("/sign-in")));
    }
    Ok(code_page(&visitor.view, &next, Vec::new(), None).into_response())
}

/// A code is tried.
pub(super) async fn take_code(
    State(app): State<App>,
    visitor: Visitor,
    cookies: Cookies,
    form: Form,
) -> Result<Response> {
    let next = Next::read(form.value("next"));
    let Some(step) = cookies.step else { return Ok(go(&next.behind("/sign-in"))) };
    let code = form.value("code").to_owned();
    match take_second_step(&app, visitor.actor.practice(), step, code, visitor.browser).await {
        Ok(Outcome::In { token, known, device }) => {
            let response = enter(&app, &next, &token, known.as_ref(), device)?;
            with_cookie(response, &cookie::clear(app.config().transport(), Jar::SecondStep))
        }
        Ok(_) => {
            let faults = vec![Fault::new("code", "identity-fault-code")];
            let page = code_page(&visitor.view, &next, faults, None);
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(Error::SignInNeeded) => Ok(go(&next.behind("/sign-in"))),
        Err(Error::TooMany { after_s }) => {
            Ok(wait(code_page(&visitor.view, &next, Vec::new(), Some(after_s)), after_s))
        }
        Err(other) => Err(other),
    }
}

/// Signs out. A login that lay idle is ended too; where there is none, that is as good.
pub(super) async fn out(
    State(app): State<App>,
    returning: std::result::Result<Returning, Response>,
) -> Result<Response> {
    if let Ok(Returning { practice, login, .. }) = returning {
        let actor = crate::access::Actor::Person(login.signed_in(practice));
        app.write(actor, async move |work| end_login(work, login.id).await).await?;
    }
    without_login(&app, go("/"))
}

/// Whose device it is: another's, until the person says it is theirs.
pub(super) fn device_of(form: &Form) -> Device {
    if form.ticked("own") { Device::Own } else { Device::Shared }
}

/// The tick by which the person says so.
pub(super) fn own_device(view: &View, fields: &Fields<'_>) -> Markup {
    fields.tick("own", say!(view.words, "identity-own-device"))
}

/// That tries must pause.
pub(super) fn pause(view: &View, after_s: Option<u32>) -> Markup {
    html! {
        @if let Some(after_s) = after_s {
            (callout(Tone::Note, html! {
                p role="alert" { (say!(view.words, "error-too-many", minutes = after_s.div_ceil(60))) }
            }))
        }
    }
}

/// Answers 429 with the page, and says when to come back.
pub(super) fn wait(page: Page, after_s: u32) -> Response {
    let mut response = page.status(StatusCode::TOO_MANY_REQUESTS).into_response();
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(after_s));
    response
}

fn enter(app: &App, next: &Next, token: &Token, known: Option<&Token>, device: Device) -> Result<Response> {
    let response = with_login(app, go(next.path()), token, device)?;
    match known {
        Some(known) => {
            let keep = Keep::For(limits::KNOWN_BROWSER);
            with_cookie(response, &cookie::set(app.config().transport(), Jar::Known, known, keep))
        }
        None => Ok(response),
    }
}

/// The form on a page that is not its own; it leads back there.
pub(crate) fn way_in(view: &View) -> Page {
    page(view, Form::of([("next", "/")]), Vec::new(), None)
}

fn page(view: &View, form: Form, faults: Vec<Fault>, after_s: Option<u32>) -> Page {
    let view = &view.clone().in_area(Area::Plain);
    let words = view.words;
    let next = Next::read(form.value("next"));
    let f = Fields::again(view, form, faults);
    let fields = card(html! {
        (f.email("email", say!(words, "identity-email")).autocomplete("username"))
        (f.secret("passphrase", say!(words, "identity-passphrase")).autocomplete("current-password"))
        (own_device(view, &f))
        (f.hidden("next", next.path()))
        (actions(Button::submit(say!(words, "identity-sign-in"))))
    });
    Page::new(view, "identity-title-sign-in").lead(say!(words, "identity-sign-in-lead")).body(html! {
        (pause(view, after_s))
        (f.form("/sign-in", &fields))
        div.stack.stack--tight {
            (fold(say!(words, "identity-shared"), html! { p { (say!(words, "identity-shared-how")) } }))
            (fold(say!(words, "identity-lost"), html! { p { (say!(words, "identity-lost-how")) } }))
        }
    })
}

fn code_page(view: &View, next: &Next, faults: Vec<Fault>, after_s: Option<u32>) -> Page {
    let view = &view.clone().in_area(Area::Plain);
    let words = view.words;
    let f = Fields::again(view, Form::default(), faults);
    let fields = card(html! {
        (f.text("code", say!(words, "identity-code")).hint(say!(words, "identity-code-hint")).autocomplete("one-time-code"))
        (f.hidden("next", next.path()))
        (actions(Button::submit(say!(words, "identity-sign-in"))))
    });
    Page::new(view, "identity-title-code").lead(say!(words, "identity-code-lead")).body(html! {
        (pause(view, after_s))
        (f.form("/sign-in/code", &fields))
        (fold(say!(words, "identity-no-app"), html! { p { (say!(words, "identity-no-app-how")) } }))
    })
}
