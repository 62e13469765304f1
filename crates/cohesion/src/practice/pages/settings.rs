//! The settings as a form.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Settings, change_settings, deeds, settings};
use super::set_up::tabs;
use crate::app::App;
use crate::identity::Who;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX};
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions};
use crate::web::words::COUNTRIES;
use crate::web::{Check, Fields, Form, Page, View, Words, go};
use crate::{Error, Result, say};

/// The settings as they are.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| {
        deeds::may_see_set_up(work).await?;
        settings(work).await
    });
    let form = filled(&reading.await?);
    Ok(page(&who.view, &Fields::filled(&who.view, form)).into_response())
}

/// Changes them.
pub(super) async fn change(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let read = read(&form);
    let changing = app.write(who.actor, async move |work| {
        deeds::may_change_settings(work).await?;
        change_settings(work, read.as_ref().map_err(Error::clone)?).await
    });
    match changing.await {
        Ok(()) => Ok(go("/admin")),
        Err(error) => mend(error, |faults| page(&who.view, &Fields::again(&who.view, form, faults))),
    }
}

fn filled(settings: &Settings) -> Form {
    let home = settings.home.as_ref();
    let background = settings.asks_background_check.then_some(("asks-background-check", "yes"));
    let members_to_run = settings.members_to_run.to_string();
    let lines = [
        ("site-name", settings.site_name.as_str()),
        ("country", home.map_or("", |home| home.country())),
        ("region", home.and_then(|home| home.region()).unwrap_or_default()),
        ("zone", &settings.zone),
        ("language", &settings.language),
        ("contact", &settings.contact),
        ("duty-hours", &settings.duty_hours),
        ("leave-url", &settings.leave_url),
        ("members-to-run", &members_to_run),
    ];
    Form::of(lines.into_iter().chain(background))
}

fn read(form: &Form) -> Result<Settings> {
    let mut check = Check::new(form);
    let site_name = check.text("site-name", 1..=NAME_CHARS_MAX);
    let home = check.optional("country", |check| place(check, form));
    let zone = check.text("zone", 1..=NAME_CHARS_MAX);
    let language = check.text("language", 2..=NAME_CHARS_MAX);
    let contact = check.text("contact", 0..=LINE_CHARS_MAX);
    let duty_hours = check.text("duty-hours", 0..=LINE_CHARS_MAX);
    let leave_url = check.text("leave-url", 1..=LINE_CHARS_MAX);
    let members_to_run = check.number("members-to-run", 1..=20);
    check.done(|| {
        Some(Settings {
            site_name: site_name?,
            home: home?,
            zone: zone?,
            language: language?,
            leave_url: leave_url?,
            contact: contact?,
            duty_hours: duty_hours?,
            members_to_run: members_to_run?,
            asks_background_check: form.ticked("asks-background-check"),
        })
    })
}

/// A place from the fields `country` and `region`.
pub(super) fn place(check: &mut Check<'_>, form: &Form) -> Option<super::super::Jurisdiction> {
    let (country, region) = (form.value("country"), form.value("region").trim().to_uppercase());
    let code = if region.is_empty() { country.to_owned() } else { format!("{country}-{region}") };
    code.parse().ok().or_else(|| check.fault("country", "practice-fault-place"))
}

/// The two fields that [`place`] reads.
pub(super) fn place_fields(words: Words, fields: &Fields<'_>, label: &str) -> Markup {
    let countries = std::iter::once(Choice::new("", say!(words, "practice-choose-country")))
        .chain(COUNTRIES.into_iter().map(|code| Choice::new(code, words.place(code))));
    html! {
        (fields.select("country", label, countries.collect()))
        (fields.text("region", say!(words, "practice-region")).hint(say!(words, "practice-region-hint")).short())
    }
}

fn page(view: &View, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let languages = Words::all().map(|language| Choice::new(language.tag(), language.tag())).collect();
    let body = html! {
        (fields.text("site-name", say!(words, "practice-site-name")).hint(say!(words, "practice-site-name-hint")))
        (place_fields(words, fields, &say!(words, "practice-country")))
        (fields.text("zone", say!(words, "practice-zone")).hint(say!(words, "practice-zone-hint")))
        (fields.select("language", say!(words, "practice-language"), languages))
        (fields.text("contact", say!(words, "practice-contact")).hint(say!(words, "practice-contact-hint")))
        (fields.text("duty-hours", say!(words, "practice-duty-hours")).hint(say!(words, "practice-duty-hours-hint")))
        (fields.text("leave-url", say!(words, "practice-leave-url")).hint(say!(words, "practice-leave-url-hint")))
        (fields.number("members-to-run", say!(words, "practice-members-to-run")).hint(say!(words, "practice-members-to-run-hint")))
        (fields.tick("asks-background-check", say!(words, "practice-asks-background-check")))
        (actions(Button::submit(say!(words, "practice-save"))))
    };
    Page::new(view, "practice-title-settings").tabs(tabs(view)).body(fields.form("/admin/settings", &body))
}
