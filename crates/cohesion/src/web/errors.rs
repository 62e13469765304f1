//! What a person sees when something cannot be done: one shape, plain words, nothing echoed.

use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::parts::{Button, actions};
use super::words::Said;
use super::{Area, Next, Page, View};
use crate::error::Error;
use crate::say;

/// Seconds until what was full or away is worth another try.
const UNAVAILABLE_RETRY_S: u32 = 10;

/// An error that a handler answered with; the layer that knows the [`View`] turns it into a page.
#[derive(Clone)]
struct Unsaid(Error);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = status_of(&self).into_response();
        response.extensions_mut().insert(Unsaid(self));
        response
    }
}

/// What somebody must show before an act is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// Who they are.
    SignIn,
    /// Once more who they are.
    Again,
}

/// The proof that an answer asks for; nothing where it is about something else.
pub(super) fn wanted_proof(response: &Response) -> Option<Proof> {
    match response.extensions().get::<Unsaid>()?.0 {
        Error::SignInNeeded => Some(Proof::SignIn),
        Error::StepUpNeeded => Some(Proof::Again),
        _ => None,
    }
}

/// Turns an error that a handler answered with into its page, or into the way to a proof and back to `next`; every other
/// response goes on as it is.
pub fn say_errors(view: &View, next: Option<&Next>, mut response: Response) -> Response {
    let Some(Unsaid(error)) = response.extensions_mut().remove::<Unsaid>() else { return response };
    match (&error, next) {
        (Error::SignInNeeded, Some(next)) => super::go(&next.behind("/sign-in")),
        (Error::StepUpNeeded, Some(next)) => super::go(&next.behind("/sign-in/again")),
        _ => error_page(view, &error),
    }
}

/// The page that says `error`. A page for [`Error::NotFound`] holds nothing of who asked for what, so that it is the same,
/// byte for byte, whether the thing exists or not.
pub fn error_page(view: &View, error: &Error) -> Response {
    if let Error::SignInNeeded = error {
        return super::go("/sign-in");
    }
    if let Error::Bug(cause) | Error::Unavailable(cause) = error {
        tracing::error!(reference = view.reference, cause, "an act was not done");
    }
    let view = &view.clone().in_area(Area::Plain);
    let mut response = page(view, title_of(error), &sentence_of(view, error)).status(status_of(error)).into_response();
    let after_s = match error {
        Error::TooMany { after_s } => Some(*after_s),
        Error::Unavailable(_) => Some(UNAVAILABLE_RETRY_S),
        _ => None,
    };
    if let Some(after_s) = after_s {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(after_s));
    }
    response
}

/// What the service worker shows instead of a page while there is no connection. *Get help now* is kept beside it.
pub(super) async fn show_offline(view: View) -> Page {
    let words = view.words;
    Page::new(&view.in_area(Area::Plain), "title-offline").body(html! {
        p.lead { (say!(words, "offline-lead")) }
        p { a href="/help" { (say!(words, "offline-help")) } }
        // An empty address is the page that was asked for.
        (actions(Button::link("", say!(words, "offline-again")).outline()))
    })
}

/// A page that says, with the sentence `key`, why a request was not taken.
pub(super) fn refuse(view: &View, status: StatusCode, key: &'static str) -> Response {
    let view = &view.clone().in_area(Area::Plain);
    page(view, "title-refused", &html! { p.lead { (say!(view.words, key)) } }).status(status).into_response()
}

fn page(view: &View, title: &'static str, said: &Markup) -> Page {
    Page::new(view, title).body(html! {
        (said)
        (actions(html! {
            @if title == "title-step-up" { (Button::link("/sign-in/again", say!(view.words, "error-prove"))) }
            (Button::link("/", say!(view.words, "error-home")).outline())
        }))
    })
}

fn sentence_of(view: &View, error: &Error) -> Markup {
    let words = view.words;
    let lead = |said: Said| html! { p.lead { (said) } };
    match error {
        Error::NotFound => lead(say!(words, "error-not-found")),
        Error::SignInNeeded | Error::StepUpNeeded => lead(say!(words, "error-step-up")),
        Error::Forbidden(key) | Error::Conflict(key) => lead(words.say(key, None)),
        Error::Invalid(faults) => html! {
            p.lead { (say!(words, "error-invalid")) }
            ul.prose { @for fault in faults { li { (words.say(fault.words, None)) } } }
        },
        Error::Blocked(reasons) => html! {
            p.lead { (say!(words, "error-blocked", count = reasons.len())) }
            ul.prose { @for reason in reasons { li { (words.reason(reason)) } } }
        },
        Error::TooMany { after_s } => lead(say!(words, "error-too-many", minutes = after_s.div_ceil(60))),
        Error::Unavailable(_) => lead(say!(words, "error-unavailable")),
        Error::Bug(_) => html! {
            p.lead { (say!(words, "error-bug")) }
            @if !view.reference.is_empty() { p.soft { (say!(words, "error-reference", reference = &view.reference)) } }
        },
    }
}

const fn title_of(error: &Error) -> &'static str {
    match error {
        Error::NotFound => "title-not-found",
        Error::SignInNeeded | Error::StepUpNeeded => "title-step-up",
        Error::Invalid(_) | Error::Forbidden(_) | Error::Conflict(_) | Error::Blocked(_) => "title-refused",
        Error::TooMany { .. } => "title-too-many",
        Error::Unavailable(_) | Error::Bug(_) => "title-not-now",
    }
}

const fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::SignInNeeded => StatusCode::SEE_OTHER,
        Error::StepUpNeeded | Error::Forbidden(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict(_) | Error::Blocked(_) => StatusCode::CONFLICT,
        Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Bug(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
