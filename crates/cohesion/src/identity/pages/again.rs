//! The page that unlocks a login which lay idle, and the one before something sensitive.

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::passphrase::{Beside, Passphrase};
use super::super::prove::{Wanted, prove_again, wanted};
use super::super::signed_in::Returning;
use super::sign_in::{pause, wait};
use super::with_login;
use crate::app::App;
use crate::error::Fault;
use crate::web::parts::{Button, actions, card, post};
use crate::web::{Fields, Form, Next, Page, go};
use crate::{Error, Result, say};

/// The form.
pub(super) async fn show(returning: Returning, RawQuery(query): RawQuery) -> Response {
    let next = Next::read(Form::parse(query.as_deref().unwrap_or_default()).value("next"));
    page(&returning, &next, Vec::new(), None).into_response()
}

/// A proof is tried.
pub(super) async fn take(State(app): State<App>, returning: Returning, form: Form) -> Result<Response> {
    let next = Next::read(form.value("next"));
    let (passphrase, code) = (Passphrase::typed(form.value("passphrase")), form.value("code").to_owned());
    match prove_again(&app, returning.practice, returning.login, passphrase, code).await {
        Ok(Some(token)) => with_login(&app, go(next.path()), &token, returning.login.device),
        Ok(None) => {
            let faults = vec![Fault::new("passphrase", "identity-fault-proof")];
            let page = page(&returning, &next, faults, None);
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(Error::TooMany { after_s }) => Ok(wait(page(&returning, &next, Vec::new(), Some(after_s)), after_s)),
        Err(other) => Err(other),
    }
}

/// Nothing here says whose login it is: another person may look at the screen that was left.
fn page(returning: &Returning, next: &Next, faults: Vec<Fault>, after_s: Option<u32>) -> Page {
    let view = &returning.view;
    let words = view.words;
    let wanted = wanted(&returning.login, view.now);
    let (title, lead) = match wanted {
        Wanted::Passphrase => ("identity-title-locked", "identity-locked-lead"),
        Wanted::Everything => ("identity-title-again", "identity-again-lead"),
    };
    let f = Fields::again(view, Form::default(), faults);
    let fields = card(html! {
        (f.secret("passphrase", say!(words, "identity-passphrase")).autocomplete("current-password"))
        @if (wanted, returning.login.beside) == (Wanted::Everything, Beside::SecondFactor) {
            (f.text("code", say!(words, "identity-code")).hint(say!(words, "identity-code-hint")).autocomplete("one-time-code"))
        }
        (f.hidden("next", next.path()))
        (actions(Button::submit(say!(words, "identity-go-on"))))
    });
    Page::new(view, title).lead(words.say(lead, None)).body(html! {
        (pause(view, after_s))
        (f.form("/sign-in/again", &fields))
        (post("/sign-out", &[], &Button::submit(say!(words, "identity-somebody-else")).quiet()))
    })
}
