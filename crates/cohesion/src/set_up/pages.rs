//! The page behind the link that the console prints.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::begin::seed_of;
use super::{First, begin, opens};
use crate::app::App;
use crate::error::Fault;
use crate::identity::{
    Beside, Browser, Device, NewSecret, Profile, Token, chosen_passphrase, codes_page, new_second_factor, with_login,
};
use crate::limits::NAME_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, actions, card};
use crate::web::shell::Area;
use crate::web::{Check, Fields, Form, Needs, Page, Path, Routes, View};
use crate::{Error, Result, say};

/// Every route of the first start.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/set-up/{token}", Needs::Nobody, show).post("/set-up/{token}", Needs::Nobody, take)
}

async fn show(State(app): State<App>, view: View, Path(link): Path<String>) -> Result<Response> {
    let token = find(&app, &link).await?;
    Ok(page(&app, &view, &token, Form::default(), Vec::new())?.into_response())
}

async fn take(
    State(app): State<App>,
    view: View,
    headers: HeaderMap,
    Path(link): Path<String>,
    form: Form,
) -> Result<Response> {
    let token = find(&app, &link).await?;
    let begun = match first(&headers, &form) {
        Ok(first) => begin(&app, &token, first).await,
        Err(error) => Err(error),
    };
    match begun {
        Ok(joined) => {
            let page = codes_page(&view.in_area(Area::Plain), &joined.codes, "/admin");
            with_login(&app, page.into_response(), &joined.token, joined.device)
        }
        Err(Error::Invalid(faults)) => {
            let page = page(&app, &view, &token, form, faults)?;
            mend(Error::Invalid(Vec::new()), |_| page)
        }
        Err(other) => Err(other),
    }
}

async fn find(app: &App, link: &str) -> Result<Token> {
    let token = Token::read(link).ok_or(Error::NotFound)?;
    if opens(app, &token).await? { Ok(token) } else { Err(Error::NotFound) }
}

fn first(headers: &HeaderMap, form: &Form) -> Result<First> {
    let mut check = Check::new(form);
    let called = check.text("called", 1..=NAME_CHARS_MAX);
    let legal = check.text("legal", 1..=NAME_CHARS_MAX);
    let email = check.email("email");
    if form.value("passphrase") != form.value("again") {
        check.fault::<()>("again", "identity-fault-differs");
    }
    let browser =
        headers.get(USER_AGENT).and_then(|text| text.to_str().ok()).map_or_else(Browser::default, Browser::read);
    check.done(|| {
        Some(First {
            profile: Profile { called: called?, legal: legal?, email: email?, phone: None },
            passphrase: form.value("passphrase").to_owned(),
            code: form.value("code").to_owned(),
            device: Device::Own,
            browser,
        })
    })
}

fn page(app: &App, view: &View, token: &Token, form: Form, faults: Vec<Fault>) -> Result<Page> {
    let view = &view.clone().in_area(Area::Plain);
    let words = view.words;
    let f = Fields::again(view, form, faults);
    let secret = NewSecret::of(app.vault(), seed_of(token));
    let second_factor = new_second_factor(view, &f, &secret)?;
    let fields = html! {
        (card(html! {
            (f.text("called", say!(words, "set-up-called")).autocomplete("nickname"))
            (f.text("legal", say!(words, "set-up-legal")).autocomplete("name"))
            (f.email("email", say!(words, "identity-email")).autocomplete("username"))
            (chosen_passphrase(view, &f, Beside::SecondFactor.chars_min()))
        }))
        (card(html! { h2 { (say!(words, "identity-second-factor")) } (second_factor) }))
        (actions(Button::submit(say!(words, "set-up-begin"))))
    };
    let body = f.form(&format!("/set-up/{}", token.text()), &fields);
    Ok(Page::new(view, "set-up-title").lead(say!(words, "set-up-lead")).body(body))
}
