//! A session beside its plan, ticked in two minutes.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Check as Asked, Delivered, Element, Fidelity, Rating, Usual, deeds, rate, rating};
use super::session_page;
use crate::app::App;
use crate::error::Fault;
use crate::groups::on_the_clock_of;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::{BLOCK_MINUTES_MAX, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::forms::Choice;
use crate::web::parts::{Button, Column, Tone, actions, callout, empty, facts, saved, seen, table};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| rating(work, id).await).await?;
    let form = filled(&shown);
    Ok(page(&who.view, &shown, form, Vec::new(), None).into_response())
}

/// Takes what was ticked.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let rating_it = app.write(who.actor, async move |work| {
        deeds::may_rate_at(work, id).await?;
        let shown = rating(work, id).await?;
        let (seen, fidelity) = read(&sent, &shown)?;
        rate(work, id, seen, &fidelity).await
    });
    let (status, faults, conflict) = match rating_it.await {
        Ok(()) => return Ok(go(&format!("/care/sessions/{id}/fidelity"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults, None),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, Vec::new(), Some(words)),
        Err(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| rating(work, id).await).await?;
    let form = if conflict.is_some() { super::sheet::typed_over(&form, version(&shown)) } else { form };
    Ok(page(&who.view, &shown, form, faults, conflict).status(status).into_response())
}

fn version(shown: &Rating) -> u32 {
    shown.kept.as_ref().map_or(0, |kept| kept.version)
}

/// Titles and planned minutes of the elements: as they were rated, or as they stand in the plan.
fn elements(shown: &Rating) -> Vec<(String, u32)> {
    match &shown.kept {
        Some(kept) => kept.fidelity.elements.iter().map(|one| (one.title.clone(), one.planned)).collect(),
        None => shown.elements.iter().map(|one| (one.title.clone(), one.planned)).collect(),
    }
}

fn checks(shown: &Rating) -> Vec<String> {
    match &shown.kept {
        Some(kept) => kept.fidelity.checks.iter().map(|check| check.words.clone()).collect(),
        None => shown.checks.clone(),
    }
}

fn read(form: &Form, shown: &Rating) -> Result<(u32, Fidelity)> {
    let mut check = Check::new(form);
    let seen = check.number("seen", 0..=u32::MAX);
    let mut rated = Vec::new();
    for (at, (title, planned)) in elements(shown).into_iter().enumerate() {
        let delivered = check.choice(&format!("delivered-{at}"));
        let minutes = check.number(&format!("minutes-{at}"), 0..=BLOCK_MINUTES_MAX);
        let reason = check.text(&format!("reason-{at}"), 0..=LINE_CHARS_MAX);
        if let (Some(delivered), Some(minutes), Some(reason)) = (delivered, minutes, reason) {
            rated.push(Element { title, planned, delivered, minutes, reason });
        }
    }
    let ticked: Vec<&str> = form.values("check").collect();
    let checks = checks(shown).into_iter().enumerate();
    let checks = checks.map(|(at, words)| Asked { words, is_met: ticked.contains(&at.to_string().as_str()) }).collect();
    let usual: Option<Vec<Usual>> = check.choices("usual");
    let (done, of) = (check.number("reviewed", 0..=999), check.number("reviewed-of", 0..=999));
    let deviations = check.area("deviations", 0..=TEXT_CHARS_MAX);
    check.done(|| {
        let (usual, deviations) = (usual?, deviations?);
        Some((seen?, Fidelity { elements: rated, checks, usual, reviewed: (done?, of?), deviations }))
    })
}

/// The form as it is kept, or as the running view knows it.
fn filled(shown: &Rating) -> Form {
    let mut pairs = vec![("seen".to_owned(), version(shown).to_string())];
    let mut pair = |name: String, value: String| pairs.push((name, value));
    if let Some(kept) = &shown.kept {
        let Fidelity { elements, checks, usual, reviewed, deviations } = &kept.fidelity;
        for (at, one) in elements.iter().enumerate() {
            pair(format!("delivered-{at}"), one.delivered.word().to_owned());
            pair(format!("minutes-{at}"), one.minutes.to_string());
            pair(format!("reason-{at}"), one.reason.clone());
        }
        for (at, _) in checks.iter().enumerate().filter(|(_, check)| check.is_met) {
            pair("check".to_owned(), at.to_string());
        }
        for usual in usual {
            pair("usual".to_owned(), usual.word().to_owned());
        }
        pair("reviewed".to_owned(), reviewed.0.to_string());
        pair("reviewed-of".to_owned(), reviewed.1.to_string());
        pair("deviations".to_owned(), deviations.clone());
    } else {
        for (at, one) in shown.elements.iter().enumerate() {
            pair(format!("delivered-{at}"), one.delivered.map_or("", Delivered::word).to_owned());
            pair(format!("minutes-{at}"), one.minutes.to_string());
        }
        pair("reviewed".to_owned(), shown.homework.0.to_string());
        pair("reviewed-of".to_owned(), shown.homework.1.to_string());
    }
    Form::of(pairs)
}

fn page(view: &View, shown: &Rating, form: Form, faults: Vec<Fault>, conflict: Option<&'static str>) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let words = view.words;
    let is_shown_again = !faults.is_empty() || conflict.is_some();
    let body = html! {
        (seen(say!(words, "plans-fidelity-seen")))
        @if let Some(key) = conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        @if !shown.is_begun() {
            (empty(say!(words, "plans-fidelity-not-begun")))
        } @else {
            @if let Some(kept) = &shown.kept { (told(view, shown, &kept.fidelity)) }
            @if shown.may_rate { (draw(view, shown, form, faults)) }
            @else if shown.kept.is_none() { (empty(say!(words, "plans-fidelity-none"))) }
        }
        p { a href={ "/care/groups/" (shown.group.id) "/fidelity" } { (say!(words, "plans-fidelity-run")) } }
    };
    let kept = shown.kept.as_ref().filter(|_| !is_shown_again);
    session_page(view, &shown.session, &shown.group, shown.standing, "plans-title-fidelity")
        .tools(html! { @if let Some(kept) = kept { (saved(say!(words, "plans-kept", time = view.moment(kept.written_at)))) } })
        .body(body)
}

/// What it came to, in words and in a table.
fn told(view: &View, shown: &Rating, fidelity: &Fidelity) -> Markup {
    let words = view.words;
    let heads = [
        say!(words, "plans-element"),
        say!(words, "plans-element-delivered"),
        say!(words, "plans-element-minutes"),
        say!(words, "plans-element-reason"),
    ];
    let columns =
        [Column::Words(&heads[0]), Column::Words(&heads[1]), Column::Number(&heads[2]), Column::Words(&heads[3])];
    let row = |one: &Element| {
        vec![
            one.title.clone(),
            words.say(one.delivered.name_key(), None).into_owned(),
            say!(words, "plans-minutes-of", used = one.minutes, minutes = one.planned).into_owned(),
            one.reason.clone(),
        ]
    };
    let by = shown.written_by.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned());
    html! {
        section.stack {
            h2 { (say!(words, "plans-fidelity-percent", percent = fidelity.percent())) }
            p.soft { (say!(words, "plans-fidelity-how")) }
            @if !fidelity.elements.is_empty() { (table(say!(words, "plans-elements"), &columns, fidelity.elements.iter().map(row))) }
            (facts([
                (say!(words, "plans-reviewed"), html! { (say!(words, "plans-count-of", count = fidelity.reviewed.0, of = fidelity.reviewed.1)) }),
                (say!(words, "plans-fidelity-by"), html! { (by) }),
                (say!(words, "plans-deviations"), html! { span.lines { (fidelity.deviations) } }),
            ]))
        }
    }
}

fn draw(view: &View, shown: &Rating, form: Form, faults: Vec<Fault>) -> Markup {
    let words = view.words;
    let seen = form.value("seen").to_owned();
    let fields = Fields::again(view, form, faults);
    let ticks = checks(shown).into_iter().enumerate().map(|(at, words)| Choice::new(at.to_string(), words));
    let ticks: Vec<Choice> = ticks.collect();
    let usual = Usual::ALL.map(|usual| Choice::new(usual.word(), words.say(usual.name_key(), None)));
    let inside = html! {
        (fields.hidden("seen", &seen))
        @for (at, (title, planned)) in elements(shown).iter().enumerate() { (element(view, &fields, at, (title, *planned))) }
        @if !ticks.is_empty() { (fields.checks("check", say!(words, "plans-checks"), ticks)) }
        (fields.checks("usual", say!(words, "plans-usual"), usual.into()))
        (fields.number("reviewed", say!(words, "plans-reviewed")))
        (fields.number("reviewed-of", say!(words, "plans-reviewed-of")))
        (fields.area("deviations", say!(words, "plans-deviations")).hint(say!(words, "plans-deviations-hint")))
        (actions(Button::submit(say!(words, "plans-fidelity-keep"))))
    };
    html! {
        section.stack {
            h2 { (say!(words, "plans-fidelity-form")) }
            p.soft { (say!(words, "plans-fidelity-what")) }
            (fields.form(&format!("/care/sessions/{}/fidelity", shown.session.id), &inside))
        }
    }
}

fn element(view: &View, fields: &Fields<'_>, at: usize, (title, planned): (&str, u32)) -> Markup {
    let words = view.words;
    let open = std::iter::once(Choice::new("", say!(words, "plans-delivered-open")));
    let ways = Delivered::ALL.map(|way| Choice::new(way.word(), words.say(way.name_key(), None)));
    html! {
        div.card.stack.stack--tight {
            h3 { (title) " " span.count { (say!(words, "plans-planned", minutes = planned)) } }
            (fields.select(&format!("delivered-{at}"), say!(words, "plans-delivered-of", title = title), open.chain(ways).collect()))
            (fields.number(&format!("minutes-{at}"), say!(words, "plans-minutes-had", title = title)))
            (fields.text(&format!("reason-{at}"), say!(words, "plans-reason-of", title = title)))
        }
    }
}
