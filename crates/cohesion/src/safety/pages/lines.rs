//! The practice's crisis lines: what is shown to people in need, and what somebody still has to check.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Country, CrisisLine, LineId, LinesCheck, check_line, check_of, countries, crisis_lines, deeds, remove_line,
    take_country,
};
use super::line_form;
use crate::app::App;
use crate::identity::Who;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Row, Tone, actions, callout, empty, post, rows, tag};
use crate::web::{Fields, Form, Page, Path, View, Width, go};
use crate::{Result, say};

/// The list.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let lines = read(&app, &who).await?;
    Ok(page(&who.view, &lines, &Fields::blank(&who.view))?.into_response())
}

/// Copies a country's lines.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let country = form.value("country").to_owned();
    app.write(who.actor, async move |work| take_country(work, &country).await).await?;
    Ok(go("/admin/crisis-lines"))
}

/// "I have checked this."
pub(super) async fn check(State(app): State<App>, who: Who, Path(line): Path<LineId>) -> Result<Response> {
    app.write(who.actor, async move |work| check_line(work, line).await).await?;
    Ok(go("/admin/crisis-lines"))
}

/// Takes a line off.
pub(super) async fn remove(State(app): State<App>, who: Who, Path(line): Path<LineId>) -> Result<Response> {
    app.write(who.actor, async move |work| remove_line(work, line).await).await?;
    Ok(go("/admin/crisis-lines"))
}

/// The list, for whoever may change it.
pub(super) async fn read(app: &App, who: &Who) -> Result<Vec<CrisisLine>> {
    let reading = app.read(who.actor, async |work| {
        deeds::may_edit_lines(work).await?;
        crisis_lines(work).await
    });
    reading.await
}

/// The list with the form for a new line, as it was filled in.
pub(super) fn page(view: &View, lines: &[CrisisLine], fields: &Fields<'_>) -> Result<Page> {
    let words = view.words;
    let body = html! {
        (standing(view, lines))
        @if lines.is_empty() { (empty(say!(words, "safety-lines-none"))) } @else {
            (rows(lines.iter().map(|line| row(view, line))))
        }
        (from_country(view, &countries()?))
        section.stack {
            h2 { (say!(words, "safety-lines-add")) }
            (fields.form("/admin/crisis-lines", line_form::fields_of(view, fields)))
        }
    };
    Ok(Page::new(view, "safety-title-lines").width(Width::Mid).lead(say!(words, "safety-lines-lead")).body(body))
}

fn standing(view: &View, lines: &[CrisisLine]) -> Markup {
    let words = view.words;
    match check_of(lines, view.now) {
        LinesCheck::Empty => callout(Tone::Help, html! { p { (say!(words, "safety-lines-empty")) } }),
        LinesCheck::Stale(count) => {
            callout(Tone::Note, html! { p { (say!(words, "safety-lines-stale", count = count)) } })
        }
        LinesCheck::Fine => callout(Tone::Well, html! { p { (say!(words, "safety-lines-fine")) } }),
    }
}

fn row(view: &View, line: &CrisisLine) -> Row {
    let (words, terms) = (view.words, &line.terms);
    let checked = match line.checked_at {
        None => say!(words, "safety-line-unchecked"),
        Some(at) => say!(words, "safety-line-checked", day = words.day_of_year(view.date(at))),
    };
    let path = format!("/admin/crisis-lines/{}", line.id);
    Row::plain(html! { (terms.name) ": " (terms.number) })
        .small(html! {
            (words.say(line_form::need_key(terms.need), None)) ", " (words.say(line_form::channel_key(terms.channel), None)) ". "
            @if !terms.hours.is_empty() { (terms.hours) ". " }
            (checked)
        })
        .end(html! {
            @if line.is_stale(view.now) { (tag(Tone::Note, None, say!(words, "safety-line-look"))) }
            (actions(html! {
                (post(&format!("{path}/check"), &[], &Button::submit(say!(words, "safety-line-check")).outline().small()))
                (Button::link(&path, say!(words, "safety-line-change")).quiet().small())
                (post(&format!("{path}/remove"), &[], &Button::submit(say!(words, "safety-line-remove")).quiet().small()))
            }))
        })
}

fn from_country(view: &View, countries: &[Country]) -> Markup {
    let words = view.words;
    let fields = Fields::blank(view);
    let choices = countries.iter().map(|country| Choice::new(&country.code, words.place(&country.code))).collect();
    let form = html! {
        (fields.select("country", say!(words, "safety-lines-country"), choices).hint(say!(words, "safety-lines-country-hint")))
        (actions(Button::submit(say!(words, "safety-lines-take")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "safety-lines-country-heading")) }
            (fields.form("/admin/crisis-lines/country", &form))
        }
    }
}
