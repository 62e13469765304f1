//! Pages on which a person changes how they prove who they are. Each begins with a fresh proof, so that nothing typed is lost.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::factors::{
    OwnAccount, change_passphrase, may_change_factors, own_account, remove_second_factor, renew_recovery_codes,
    set_second_factor,
};
use super::super::passphrase::{Beside, Passphrase};
use super::super::signed_in::Who;
use super::super::totp::NewSecret;
use super::{chosen_passphrase, codes_page, new_second_factor, settings_path};
use crate::app::App;
use crate::error::Fault;
use crate::id::{self, Bytes};
use crate::web::forms::mend;
use crate::web::parts::{Button, actions, card};
use crate::web::{Fields, Form, Page, go};
use crate::{Error, Result, say};

/// Another passphrase: the form.
pub(super) async fn ask_passphrase(State(app): State<App>, who: Who) -> Result<Response> {
    let account = begin(&app, &who).await?;
    Ok(passphrase_page(&who, &account, Vec::new()).into_response())
}

/// Another passphrase: it is set.
pub(super) async fn take_passphrase(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let account = begin(&app, &who).await?;
    let done = match chosen(&who, &account, &form) {
        Ok(passphrase) => change_passphrase(&app, who.actor, passphrase).await,
        Err(fault) => Err(Error::Invalid(vec![fault])),
    };
    match done {
        Ok(()) => Ok(go(&format!("{}?done=passphrase", settings_path(who.kind)))),
        Err(error) => mend(error, |faults| passphrase_page(&who, &account, faults)),
    }
}

/// A second factor, or another one: the form.
pub(super) async fn ask_second_factor(State(app): State<App>, who: Who) -> Result<Response> {
    begin(&app, &who).await?;
    Ok(second_factor_page(&app, &who, id::random()?, Vec::new())?.into_response())
}

/// A second factor: the app shows a code, and recovery codes are given.
pub(super) async fn take_second_factor(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    // A form without its seed is shown again with another one.
    let seed = id::from_text(form.value("seed")).map_or_else(id::random, Ok)?;
    let code = form.value("code").to_owned();
    match app.write(who.actor, async move |work| set_second_factor(work, seed, &code).await).await {
        Ok(codes) => {
            let next = format!("{}?done=second-factor", settings_path(who.kind));
            Ok(codes_page(&who.view, &codes, &next).into_response())
        }
        Err(Error::Invalid(faults)) => {
            let page = second_factor_page(&app, &who, seed, faults)?;
            mend(Error::Invalid(Vec::new()), |_| page)
        }
        Err(other) => Err(other),
    }
}

/// Going without a second factor: the form.
pub(super) async fn ask_removal(State(app): State<App>, who: Who) -> Result<Response> {
    begin(&app, &who).await?;
    Ok(removal_page(&who, Vec::new()).into_response())
}

/// Going without a second factor: done.
pub(super) async fn remove(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    match remove_second_factor(&app, who.actor, Passphrase::typed(form.value("passphrase"))).await {
        Ok(()) => Ok(go(&format!("{}?done=removed", settings_path(who.kind)))),
        Err(error) => mend(error, |faults| removal_page(&who, faults)),
    }
}

/// New recovery codes: the page that says what becomes of the old ones.
pub(super) async fn ask_codes(State(app): State<App>, who: Who) -> Result<Response> {
    if begin(&app, &who).await?.beside == Beside::Nothing {
        return Err(Error::NotFound);
    }
    let words = who.view.words;
    let body = html! {
        form method="post" action="/settings/codes" { (actions(Button::submit(say!(words, "identity-codes-new")))) }
    };
    Ok(page(&who, "identity-title-codes-new", say!(words, "identity-codes-new-lead"), body).into_response())
}

/// New recovery codes.
pub(super) async fn renew_codes(State(app): State<App>, who: Who) -> Result<Response> {
    let codes = app.write(who.actor, async |work| renew_recovery_codes(work).await).await?;
    Ok(codes_page(&who.view, &codes, settings_path(who.kind)).into_response())
}

async fn begin(app: &App, who: &Who) -> Result<OwnAccount> {
    let beginning = app.read(who.actor, async |work| {
        may_change_factors(work).await?;
        own_account(work).await
    });
    beginning.await
}

fn chosen(who: &Who, account: &OwnAccount, form: &Form) -> std::result::Result<Passphrase, Fault> {
    if form.value("passphrase") != form.value("again") {
        return Err(Fault::new("again", "identity-fault-differs"));
    }
    let known = &account.profile;
    let words = [&*who.view.site, &known.called, &known.legal, &known.email];
    Passphrase::choose(form.value("passphrase"), account.beside, &words)
}

fn passphrase_page(who: &Who, account: &OwnAccount, faults: Vec<Fault>) -> Page {
    let words = who.view.words;
    let f = Fields::again(&who.view, Form::default(), faults);
    let fields = card(html! {
        (chosen_passphrase(&who.view, &f, account.beside.chars_min()))
        (actions(Button::submit(say!(words, "identity-save"))))
    });
    let body = f.form("/settings/passphrase", &fields);
    page(who, "identity-title-passphrase", say!(words, "identity-others-end"), body)
}

fn second_factor_page(app: &App, who: &Who, seed: Bytes, faults: Vec<Fault>) -> Result<Page> {
    let words = who.view.words;
    let f = Fields::again(&who.view, Form::default(), faults);
    let secret = NewSecret::of(app.vault(), seed);
    let fields = card(html! {
        (new_second_factor(&who.view, &f, &secret)?)
        (f.hidden("seed", &id::to_text(seed)))
        (actions(Button::submit(say!(words, "identity-save"))))
    });
    let body = f.form("/settings/second-factor", &fields);
    Ok(page(who, "identity-title-second-factor", say!(words, "identity-others-end"), body))
}

fn removal_page(who: &Who, faults: Vec<Fault>) -> Page {
    let words = who.view.words;
    let f = Fields::again(&who.view, Form::default(), faults);
    let fields = card(html! {
        (f.secret("passphrase", say!(words, "identity-passphrase")).autocomplete("current-password"))
        (actions(Button::submit(say!(words, "identity-second-factor-without")).danger()))
    });
    let body = f.form("/settings/second-factor/remove", &fields);
    page(who, "identity-title-removal", say!(words, "identity-removal-lead"), body)
}

fn page(who: &Who, title: &'static str, lead: crate::web::Said, body: Markup) -> Page {
    let back = say!(who.view.words, "identity-title-settings");
    Page::new(&who.view, title).without_places().back(settings_path(who.kind), back).lead(lead).body(body)
}
