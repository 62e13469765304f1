//! A person's own settings: how they sign in, where they are signed in, and how their pages look.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::Profile;
use super::super::account::AccountKind;
use super::super::device::{Browser, Device};
use super::super::factors::{OwnAccount, choose_scheme, own_account};
use super::super::login::{Login, LoginState, end_all_logins, end_login, logins};
use super::super::passphrase::Beside;
use super::super::signed_in::Who;
use super::{settings_path, without_login};
use crate::app::App;
use crate::id::LoginId;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, Tone, actions, post, rows, saved, tag};
use crate::web::shell::Scheme;
use crate::web::{Check, Fields, Form, Page, View, go};
use crate::{Result, say};

/// What was done before the page is shown again.
const DONE: [(&str, &str); 6] = [
    ("contacts", "identity-done-contacts"),
    ("passphrase", "identity-done-passphrase"),
    ("second-factor", "identity-done-second-factor"),
    ("removed", "identity-done-removed"),
    ("look", "identity-done-look"),
    ("login", "identity-done-login"),
];

/// All of it on one page.
pub(super) async fn show(State(app): State<App>, who: Who, RawQuery(query): RawQuery) -> Result<Response> {
    let reading = app.read(who.actor, async |work| Ok((own_account(work).await?, logins(work).await?)));
    let (account, logins) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let done = DONE.iter().find(|(what, _)| *what == query.value("done"));
    let page = Page::new(view, "identity-title-settings").body(html! {
        @if let Some((_, key)) = done { (saved(words.say(key, None))) }
        section.stack { h2 { (say!(words, "identity-settings-contacts")) } (contacts(view, &account)) }
        section.stack { h2 { (say!(words, "identity-settings-sign-in")) } (ways_in(view, &account)) }
        section.stack { h2 { (say!(words, "identity-settings-devices")) } (devices(view, who.login, &logins)) }
        section.stack { h2 { (say!(words, "identity-settings-look")) } (look(view, account.scheme)) }
        @if account.kind == AccountKind::Member {
            section.stack {
                h2 { (say!(words, "identity-settings-record")) }
                (rows([
                    Row::link("/me/record/opened", say!(words, "identity-record-opened")).icon(Icon::Eye),
                    Row::link("/me/data", say!(words, "identity-record-data")).icon(Icon::Shield),
                ]))
            }
        }
    });
    let page = match account.kind {
        AccountKind::Member => page,
        AccountKind::Staff => page.back("/", say!(words, "identity-back")),
    };
    Ok(page.into_response())
}

/// Light, dark or as the device says.
pub(super) async fn choose_look(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let scheme = match form.value("scheme") {
        "light" => Scheme::Light,
        "dark" => Scheme::Dark,
        _ => Scheme::Device,
    };
    app.write(who.actor, async move |work| choose_scheme(work, scheme).await).await?;
    Ok(go(&format!("{}?done=look", settings_path(who.kind))))
}

/// Ends one login, or all of them. Whoever ends the one they sit at is out.
pub(super) async fn end(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    if form.value("login") == "all" {
        app.write(who.actor, async |work| end_all_logins(work).await).await?;
        return without_login(&app, go("/sign-in"));
    }
    let mut check = Check::new(&form);
    let login = check.choice::<LoginId>("login");
    let login = check.done(|| login)?;
    app.write(who.actor, async move |work| end_login(work, login).await).await?;
    if login == who.login {
        return without_login(&app, go("/sign-in"));
    }
    Ok(go(&format!("{}?done=login", settings_path(who.kind))))
}

fn contacts(view: &View, account: &OwnAccount) -> Markup {
    let Profile { called, email, phone, .. } = &account.profile;
    let change = Button::link("/settings/contacts", say!(view.words, "identity-change")).outline().small();
    let reached = std::iter::once(email.as_str()).chain(phone.as_deref()).collect::<Vec<_>>().join(" · ");
    rows([Row::plain(called).small(reached).avatar(called).end(change)])
}

fn ways_in(view: &View, account: &OwnAccount) -> Markup {
    let words = view.words;
    let change = |path: &str, key| Button::link(path, words.say(key, None)).outline().small();
    let passphrase = Row::plain(say!(words, "identity-passphrase"))
        .icon(Icon::Lock)
        .end(change("/settings/passphrase", "identity-change"));
    let factor = Row::plain(say!(words, "identity-second-factor")).icon(Icon::Phone);
    let list = match account.beside {
        Beside::Nothing => {
            let offer = factor.small(say!(words, "identity-second-factor-offer"));
            vec![passphrase, offer.end(change("/settings/second-factor", "identity-second-factor-add"))]
        }
        Beside::SecondFactor => {
            let codes = Row::plain(say!(words, "identity-codes"))
                .small(say!(words, "identity-codes-left", count = account.codes_left))
                .icon(Icon::Key)
                .end(change("/settings/codes", "identity-codes-new"));
            let in_place = factor
                .small(say!(words, "identity-second-factor-stands"))
                .end(change("/settings/second-factor", "identity-second-factor-move"));
            vec![passphrase, in_place, codes]
        }
    };
    let may_go_without = account.kind == AccountKind::Member && account.beside == Beside::SecondFactor;
    html! {
        (rows(list))
        @if may_go_without { p { a href="/settings/second-factor/remove" { (say!(words, "identity-second-factor-without")) } } }
    }
}

fn devices(view: &View, here: LoginId, logins: &[Login]) -> Markup {
    let words = view.words;
    let row = |login: &Login| {
        let since = say!(words, "identity-login-since", moment = view.moment(login.opened_at));
        let small = html! {
            (since)
            @if login.device == Device::Shared { " · " (say!(words, "identity-login-shared")) }
            @if login.state(view.now) == LoginState::Locked { " · " (say!(words, "identity-login-locked")) }
        };
        let end = html! {
            @if login.id == here {
                (tag(Tone::Brand, Some(Icon::Check), say!(words, "identity-login-here")))
            } @else {
                (post("/settings/logins/end", &[("login", &login.id.to_string())], &Button::submit(say!(words, "identity-login-end")).outline().small()))
            }
        };
        Row::plain(label(view, login.browser)).small(small).end(end)
    };
    html! {
        (rows(logins.iter().map(row)))
        (actions(html! {
            (post("/sign-out", &[], &Button::submit(say!(words, "shell-sign-out")).outline()))
            (post("/settings/logins/end", &[("login", "all")], &Button::submit(say!(words, "identity-login-end-all")).quiet()))
        }))
    }
}

fn label(view: &View, browser: Browser) -> String {
    let words = view.words;
    match browser.names() {
        (Some(family), Some(system)) => {
            say!(words, "identity-browser-on", browser = family, system = system).into_owned()
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => say!(words, "identity-browser").into_owned(),
    }
}

fn look(view: &View, scheme: Scheme) -> Markup {
    let words = view.words;
    let chosen = scheme.attribute().unwrap_or("device");
    let f = Fields::filled(view, Form::of([("scheme", chosen)]));
    let choices = vec![
        Choice::new("device", say!(words, "identity-look-device")),
        Choice::new("light", say!(words, "identity-look-light")),
        Choice::new("dark", say!(words, "identity-look-dark")),
    ];
    let fields = html! {
        (f.radios("scheme", say!(words, "identity-look-which"), choices))
        (actions(Button::submit(say!(words, "identity-save")).outline()))
    };
    f.form("/settings/look", &fields)
}
