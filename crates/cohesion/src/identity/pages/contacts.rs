//! Names and contacts as a form: one's own under the settings, and the same fields wherever staff correct somebody's.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::signed_in::Who;
use super::super::{AccountKind, Correction, KeptProfile, Profile, change_own_contacts, own_contacts};
use super::settings_path;
use crate::app::App;
use crate::error::Fault;
use crate::limits::NAME_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::{Check, Fields, Form, Page, View, go};
use crate::{Error, Result, say};

/// Whose names and contacts a form holds: what must be filled in, and how the hints speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// One's own, as somebody who signs in.
    Own(AccountKind),
    /// Those of a person of the staff.
    Colleague,
    /// Those of somebody in a group, or on the way into one; not all of them have an address.
    Member,
}

impl Whose {
    const fn legal_chars_min(self) -> usize {
        matches!(self, Self::Own(AccountKind::Staff) | Self::Colleague) as usize
    }
}

/// The form, as the contacts are kept or as they were typed.
pub(crate) struct ContactForm {
    whose: Whose,
    form: Form,
    faults: Vec<Fault>,
    conflict: Option<&'static str>,
}

impl ContactForm {
    /// Filled with what is kept.
    pub fn kept(whose: Whose, kept: &KeptProfile) -> Self {
        let Profile { called, legal, email, phone } = &kept.profile;
        let version = kept.version.to_string();
        let fields = [
            ("called", called.as_str()),
            ("legal", legal),
            ("email", email),
            ("phone", phone.as_deref().unwrap_or_default()),
            ("version", &version),
        ];
        Self { whose, form: Form::of(fields), faults: Vec::new(), conflict: None }
    }

    /// Reads what was typed.
    pub fn read(whose: Whose, form: &Form) -> Result<Correction> {
        let mut check = Check::new(form);
        let version = check.number("version", 1..=u32::MAX);
        let called = check.text("called", 1..=NAME_CHARS_MAX);
        let legal = check.text("legal", whose.legal_chars_min()..=NAME_CHARS_MAX);
        let email = match whose {
            Whose::Member => check.optional("email", |check| check.email("email")).map(Option::unwrap_or_default),
            Whose::Own(_) | Whose::Colleague => check.email("email"),
        };
        let phone = check.optional("phone", |check| check.text("phone", 4..=NAME_CHARS_MAX));
        check.done(|| {
            let profile = Profile { called: called?, legal: legal?, email: email?, phone: phone? };
            Some(Correction { version: version?, profile })
        })
    }

    /// The answer to a form that was sent: on to `to`, or the page again with every word that was typed.
    pub fn answer(
        whose: Whose,
        form: Form,
        done: Result<()>,
        to: &str,
        page: impl FnOnce(&Self) -> Page,
    ) -> Result<Response> {
        let (faults, conflict, status) = match done {
            Ok(()) => return Ok(go(to)),
            Err(Error::Invalid(faults)) => (faults, None, StatusCode::UNPROCESSABLE_ENTITY),
            Err(Error::Conflict(key)) => (Vec::new(), Some(key), StatusCode::CONFLICT),
            Err(other) => return Err(other),
        };
        Ok(page(&Self { whose, form, faults, conflict }).status(status).into_response())
    }

    /// The fields, posted to `action`, with a way back to `back`.
    pub fn draw(&self, view: &View, action: &str, back: &str) -> Markup {
        let words = view.words;
        let fields = Fields::again(view, self.form.clone(), self.faults.clone());
        let (called_hint, email_hint) = match self.whose {
            Whose::Own(_) => ("identity-contacts-called-own-hint", "identity-contacts-email-own-hint"),
            Whose::Colleague | Whose::Member => ("identity-contacts-called-hint", "identity-contacts-email-hint"),
        };
        let drawn = html! {
            (fields.text("called", say!(words, "identity-contacts-called")).hint(words.say(called_hint, None)))
            (fields.text("legal", say!(words, "identity-contacts-legal")))
            (fields.email("email", say!(words, "identity-contacts-email")).hint(words.say(email_hint, None)))
            (fields.text("phone", say!(words, "identity-contacts-phone")))
            (fields.hidden("version", self.form.value("version")))
            (actions(html! {
                (Button::submit(say!(words, "identity-contacts-save")))
                (Button::link(back, say!(words, "identity-contacts-back")).quiet())
            }))
        };
        html! {
            @if let Some(key) = self.conflict { (callout(Tone::Note, html! { p { (words.say(key, None)) } })) }
            (fields.form(action, &drawn))
        }
    }
}

/// One's own: the form, after a fresh proof.
pub(super) async fn ask(State(app): State<App>, who: Who) -> Result<Response> {
    let kept = app.read(who.actor, async |work| own_contacts(work).await).await?;
    Ok(page(&who, &ContactForm::kept(Whose::Own(who.kind), &kept)).into_response())
}

/// One's own: they are changed.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let whose = Whose::Own(who.kind);
    let done = match ContactForm::read(whose, &form) {
        Ok(correction) => change_own_contacts(&app, who.actor, correction).await,
        Err(faults) => Err(faults),
    };
    let settings = format!("{}?done=contacts", settings_path(who.kind));
    ContactForm::answer(whose, form, done, &settings, |again| page(&who, again))
}

fn page(who: &Who, form: &ContactForm) -> Page {
    let (view, settings) = (&who.view, settings_path(who.kind));
    Page::new(view, "identity-title-contacts")
        .without_places()
        .back(settings, say!(view.words, "identity-title-settings"))
        .body(form.draw(view, "/settings/contacts", settings))
}
