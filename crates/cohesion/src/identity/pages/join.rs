//! The page behind an invitation's link.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::invitation::{Invitation, invitation};
use super::super::join::{Joining, join};
use super::super::passphrase::Beside;
use super::super::signed_in::Visitor;
use super::super::token::Token;
use super::super::totp::NewSecret;
use super::sign_in::{device_of, own_device};
use super::{chosen_passphrase, codes_page, new_second_factor, with_login};
use crate::app::App;
use crate::error::Fault;
use crate::web::forms::mend;
use crate::web::parts::{Button, actions, card};
use crate::web::shell::Area;
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The form. Looking at it changes nothing, however often and whoever looks.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(link): Path<String>) -> Result<Response> {
    match find(&app, &visitor, &link).await {
        Ok((invitation, secret)) => {
            Ok(page(&visitor.view, &link, &invitation, &secret, Form::default(), Vec::new())?.into_response())
        }
        Err(error) => opens_nothing(&visitor.view, error),
    }
}

/// The invitation is taken up.
pub(super) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(link): Path<String>,
    form: Form,
) -> Result<Response> {
    let (invitation, secret) = match find(&app, &visitor, &link).await {
        Ok(found) => found,
        Err(error) => return opens_nothing(&visitor.view, error),
    };
    let token = Token::read(&link).ok_or(Error::NotFound)?;
    let joined = match joining(&visitor, &form) {
        Ok(joining) => join(&app, visitor.actor.practice(), token, joining).await,
        Err(error) => Err(error),
    };
    let joined = match joined {
        Ok(joined) => joined,
        Err(Error::Invalid(faults)) => {
            let page = page(&visitor.view, &link, &invitation, &secret, form, faults)?;
            return mend(Error::Invalid(Vec::new()), |_| page);
        }
        Err(other) => return opens_nothing(&visitor.view, other),
    };
    let response = match joined.codes.as_slice() {
        [] => go("/"),
        codes => codes_page(&visitor.view.clone().in_area(Area::Plain), codes, "/").into_response(),
    };
    with_login(&app, response, &joined.token, joined.device)
}

async fn find(app: &App, visitor: &Visitor, link: &str) -> Result<(Invitation, NewSecret)> {
    let token = Token::read(link).ok_or(Error::NotFound)?;
    let found = app.read(visitor.actor, async move |work| {
        let invitation = invitation(work, &token).await?;
        let secret = invitation.secret(work);
        Ok((invitation, secret))
    });
    found.await
}

/// What a link that opens nothing says: used, withdrawn, over or never made, it is one page, so that nobody learns which.
fn opens_nothing(view: &View, error: Error) -> Result<Response> {
    if error != Error::NotFound {
        return Err(error);
    }
    let view = &view.clone().in_area(Area::Plain);
    let words = view.words;
    let body = html! {
        p { (say!(words, "identity-link-over-new")) }
        (actions(Button::link("/sign-in", say!(words, "identity-sign-in"))))
    };
    let page = Page::new(view, "identity-title-link-over").lead(say!(words, "identity-link-over-lead")).body(body);
    Ok(page.status(StatusCode::NOT_FOUND).into_response())
}

fn joining(visitor: &Visitor, form: &Form) -> Result<Joining> {
    if form.value("passphrase") != form.value("again") {
        return Err(Error::invalid("again", "identity-fault-differs"));
    }
    Ok(Joining {
        email: form.value("email").to_owned(),
        passphrase: form.value("passphrase").to_owned(),
        code: form.value("code").to_owned(),
        device: device_of(form),
        browser: visitor.browser,
        site: visitor.view.site.to_string(),
    })
}

fn page(
    view: &View,
    link: &str,
    invitation: &Invitation,
    secret: &NewSecret,
    form: Form,
    faults: Vec<Fault>,
) -> Result<Page> {
    let view = &view.clone().in_area(Area::Plain);
    let words = view.words;
    let f = Fields::again(view, form, faults);
    let second_factor = match invitation.beside() {
        Beside::Nothing => None,
        Beside::SecondFactor => Some(new_second_factor(view, &f, secret)?),
    };
    let fields = html! {
        (card(html! {
            (f.email("email", say!(words, "identity-email")).hint(say!(words, "identity-invited-email")).autocomplete("username"))
            (chosen_passphrase(view, &f, invitation.beside().chars_min()))
        }))
        @if let Some(second_factor) = &second_factor {
            (card(html! { h2 { (say!(words, "identity-second-factor")) } (second_factor) }))
        }
        (own_device(view, &f))
        (actions(Button::submit(say!(words, "identity-join"))))
    };
    let body = f.form(&format!("/join/{link}"), &fields);
    Ok(Page::new(view, "identity-title-join").lead(say!(words, "identity-join-lead")).body(body))
}
