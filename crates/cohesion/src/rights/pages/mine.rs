//! A member's page about what is kept of them, and all they can do about it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Correction, Kept, ask_to_correct, own_corrections, own_kept};
use crate::app::App;
use crate::error::Fault;
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, Tone, actions, card, empty, facts, missing, own, rows, saved, seen, tag};
use crate::web::{Check, Fields, Form, Page, View, go};
use crate::{Error, Legible, Result, say};

struct Shown {
    kept: Vec<Kept>,
    corrections: Legible<Correction>,
}

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    axum::extract::RawQuery(query): axum::extract::RawQuery,
) -> Result<Response> {
    let shown = read(&app, &who).await?;
    let is_asked = Form::parse(query.as_deref().unwrap_or_default()).value("done") == "asked";
    Ok(page(&who.view, &shown, &Fields::blank(&who.view), is_asked.then_some("rights-done-asked")).into_response())
}

/// Takes what is to be corrected.
pub(super) async fn ask(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (group, words) = (check.choice::<GroupId>("group"), check.area("words", 1..=TEXT_CHARS_MAX));
    let read_form = check.done(|| Some((group?, words?)));
    let asking = app.write(who.actor, async move |work| {
        let (group, words) = read_form.as_ref().map_err(Error::clone)?;
        ask_to_correct(work, *group, words).await
    });
    match asking.await {
        Ok(_) => Ok(go("/me/data?done=asked")),
        Err(Error::Invalid(faults)) => again(&app, &who, form, faults, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(Error::Conflict(words)) => again(&app, &who, form, vec![Fault::new("", words)], StatusCode::CONFLICT).await,
        Err(other) => Err(other),
    }
}

async fn again(app: &App, who: &Who, form: Form, faults: Vec<Fault>, status: StatusCode) -> Result<Response> {
    let shown = read(app, who).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults), None).status(status).into_response())
}

async fn read(app: &App, who: &Who) -> Result<Shown> {
    let reading = app.read(who.actor, async |work| {
        Ok(Shown { kept: own_kept(work).await?, corrections: own_corrections(work).await? })
    });
    reading.await
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, done: Option<&'static str>) -> Page {
    let words = view.words;
    let back = say!(words, "shell-settings");
    Page::new(view, "rights-title-mine").back("/me/settings", back).lead(say!(words, "rights-lead")).body(html! {
        @if let Some(key) = done { (saved(words.say(key, None))) }
        section.stack {
            h2 { (say!(words, "rights-kept")) }
            p { (say!(words, "rights-kept-person")) }
            @if shown.kept.is_empty() { (empty(say!(words, "rights-kept-no-group"))) }
            @for kept in &shown.kept { (membership(view, kept)) }
        }
        section.stack { h2 { (say!(words, "rights-yours")) } (doors(view)) }
        section.stack {
            h2 { (say!(words, "rights-correct")) }
            p { (say!(words, "rights-correct-self")) " " a href="/settings/contacts" { (say!(words, "rights-correct-contacts")) } }
            @if !shown.kept.is_empty() { (asking(view, shown, fields)) }
            (missing(view, shown.corrections.damaged))
            @for correction in &shown.corrections.readable { (asked(view, correction)) }
        }
        section.stack {
            h2 { (say!(words, "rights-erase")) }
            p { (say!(words, "rights-erase-about")) }
            (actions(Button::link("/me/data/erase", say!(words, "rights-erase-look")).outline()))
        }
    })
}

/// What one group keeps: what it is, until when, and why.
fn membership(view: &View, kept: &Kept) -> Markup {
    let (words, one) = (view.words, &kept.membership);
    let day = |moment| words.day_of_year(view.date(moment)).into_owned();
    let is_clinical = one.charter.kept_after_leaving().is_some();
    let what = if is_clinical { say!(words, "rights-what-therapy") } else { say!(words, "rights-what-support") };
    let months = one.charter.retention().log_months;
    let why = if is_clinical {
        say!(words, "rights-why-therapy", years = months / 12)
    } else {
        say!(words, "rights-why-support", months = months)
    };
    let until = match (one.held_since, one.due_at()) {
        (Some(since), _) => say!(words, "rights-until-held", day = day(since)),
        (None, Some(at)) => say!(words, "rights-until-day", day = day(at)).into_owned().into(),
        (None, None) => say!(words, "rights-until-open"),
    };
    card(html! {
        h3 { (kept.name) }
        p.soft { (words.say(one.charter.name_key(), None)) }
        (facts([
            (say!(words, "rights-fact-what"), what),
            (say!(words, "rights-fact-since"), day(one.since).into()),
            (say!(words, "rights-fact-until"), until),
            (say!(words, "rights-fact-why"), why),
        ]))
    })
}

fn doors(view: &View) -> Markup {
    let words = view.words;
    html! {
        (rows([
            Row::link("/me/data/copy.html", say!(words, "rights-copy-page")).small(say!(words, "rights-copy-page-about")).icon(Icon::Letter),
            Row::link("/me/data/copy.json", say!(words, "rights-copy-json")).small(say!(words, "rights-copy-json-about")).icon(Icon::Library),
            Row::link("/me/record/opened", say!(words, "identity-record-opened")).icon(Icon::Eye),
            Row::link("/me/consents", say!(words, "rights-consents")).small(say!(words, "rights-consents-about")).icon(Icon::Check),
            Row::link("/me/group", say!(words, "rights-leave")).small(say!(words, "rights-leave-about")).icon(Icon::Circle),
        ]))
        p.soft { (say!(words, "rights-copy-gaps")) }
    }
}

fn asking(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let choice = |kept: &Kept| Choice::new(kept.membership.group.to_string(), kept.name.clone());
    let groups = shown.kept.iter().map(choice).collect();
    fields.form(
        "/me/data/corrections",
        html! {
            (fields.select("group", say!(words, "rights-ask-group"), groups))
            (fields.area("words", say!(words, "rights-ask-words")).hint(say!(words, "rights-ask-hint")).voice())
            (seen(say!(words, "rights-ask-seen")))
            (actions(Button::submit(say!(words, "rights-ask-send"))))
        },
    )
}

fn asked(view: &View, correction: &Correction) -> Markup {
    let words = view.words;
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "rights-asked-on", moment = view.moment(correction.asked_at))) }
                @if correction.answer.is_none() { (tag(Tone::Note, None, say!(words, "rights-asked-waits"))) }
            }
            (own(html! { span.lines { (correction.words) } }))
            @if let Some((answer, at)) = &correction.answer {
                p { (say!(words, "rights-answered-on", moment = view.moment(*at))) }
                p.lines { (answer) }
            }
        }
    }
}
