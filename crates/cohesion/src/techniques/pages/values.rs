//! How a filled worksheet reads: answers in words, figures with what they were worked out from.

use ::techniques::answers::{Cells, Chosen};
use ::techniques::field::{DAYS, OWN_NAME};
use ::techniques::figure::Unit;
use ::techniques::{Answers, Field, Figure, Form, Kind, Outcome, Step, Value};
use maud::{Markup, html};

use super::super::{LostAnswer, Replies};
use crate::say;
use crate::web::parts::{Tone, callout, facts, fold};
use crate::web::{Said, View};

/// The whole sheet, a box a page, with a leader's words where they belong; the same on paper.
pub(super) fn whole(view: &View, form: &Form, answers: &Answers, replies: &Replies) -> Markup {
    html! {
        div.sheet {
            @for (at, step) in form.steps.iter().enumerate() {
                @let has_rows = step.fields.iter().any(|field| !field.kind.columns().is_empty());
                div.full[has_rows] {
                    h2 { (at + 1) ". " (step.title) }
                    (page(view, step, answers))
                    @if let Some(reply) = replies.to_pages.get(&step.id) { (said(view, reply, replies.by.as_deref())) }
                }
            }
        }
        @if !replies.to_all.is_empty() { (said(view, &replies.to_all, replies.by.as_deref())) }
        (figures(view, form, answers))
    }
}

fn said(view: &View, reply: &str, by: Option<&str>) -> Markup {
    let words = view.words;
    let by = by.map_or_else(|| say!(words, "techniques-somebody"), |by| by.to_owned().into());
    callout(Tone::Brand, html! { p { strong { (say!(words, "techniques-reply-of", name = by)) } } p { (reply) } })
}

fn page(view: &View, step: &Step, answers: &Answers) -> Markup {
    let given = step.fields.iter().filter_map(|field| Some((field, answers.values.get(&field.id)?)));
    let given: Vec<(&Field, &Value)> = given.collect();
    html! {
        @if given.is_empty() { p.soft { (say!(view.words, "techniques-left-open")) } }
        @for (field, value) in given {
            @if step.fields.len() > 1 { p.soft.small { (field.label) } }
            (answer(view, field, value))
        }
    }
}

fn answer(view: &View, field: &Field, value: &Value) -> Markup {
    match value {
        Value::Rows(rows) => html! {
            ul.plain { @for row in rows { li { (cells(view, field, row)) } } }
        },
        Value::Table(rows) => html! {
            ul.plain { @for (name, row) in sorted(field, rows) { li { strong { (row_name(view, field, name, row)) } " " (cells(view, field, row)) } } }
        },
        single => html! { p { (one(view, &field.kind, single)) } },
    }
}

/// Rows in the order in which the form names them; a week from Monday on.
fn sorted<'a>(field: &Field, rows: &'a std::collections::BTreeMap<String, Cells>) -> Vec<(&'a String, &'a Cells)> {
    let place = |name: &str| match &field.kind {
        Kind::Matrix { rows, .. } => rows.iter().position(|row| row.id == name).unwrap_or(usize::MAX),
        _ => DAYS.iter().position(|day| name.starts_with(day)).unwrap_or(usize::MAX),
    };
    let mut rows: Vec<(&String, &Cells)> = rows.iter().collect();
    rows.sort_by_key(|(name, _)| (place(name), (*name).clone()));
    rows
}

/// What a row is called: by the form, by whoever added it, or by its day and hour.
pub(super) fn row_name(view: &View, field: &Field, name: &str, row: &Cells) -> String {
    if let Kind::Matrix { rows, .. } = &field.kind {
        let known = rows.iter().find(|known| known.id == name).map(|known| known.label.clone());
        let own = || row.get(OWN_NAME).map(|own| plain(view, &Kind::Phone, own));
        return known.or_else(own).unwrap_or_default();
    }
    let (day, hour) = name.split_once('-').unwrap_or((name, ""));
    let number = DAYS.iter().position(|known| *known == day).map_or(1, |at| at + 1);
    format!("{} {hour}:00", say!(view.words, "date-weekday", number = number))
}

fn cells(view: &View, field: &Field, row: &Cells) -> Markup {
    let columns = field.kind.columns();
    let given = columns.iter().filter_map(|column| Some((column, row.get(&column.id)?)));
    html! {
        @for (at, (column, value)) in given.enumerate() {
            @if at > 0 { " · " }
            @match value {
                Value::Text(text) => (text),
                value => { @if columns.len() > 1 { span.soft { (column.label) ": " } } (one(view, &column.kind, value)) }
            }
        }
    }
}

fn one(view: &View, kind: &Kind, value: &Value) -> Markup {
    html! { (plain(view, kind, value)) }
}

/// One answer in words.
pub(super) fn plain(view: &View, kind: &Kind, value: &Value) -> String {
    let words = view.words;
    let chosen = |chosen: &Chosen| match chosen {
        Chosen::Own(own) => own.clone(),
        Chosen::Option(id) => kind
            .options()
            .iter()
            .find(|option| option.id == *id)
            .map_or_else(String::new, |option| option.label.clone()),
    };
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => match kind {
            Kind::Number { unit, .. } => format!("{number} {unit}"),
            Kind::Scale { to, .. } => say!(words, "techniques-of", number = number.to_string(), of = *to).into_owned(),
            Kind::Percent => say!(words, "techniques-of", number = number.to_string(), of = 100).into_owned(),
            _ => number.to_string(),
        },
        Value::Date(date) => {
            let (year, month, day) = date.parts();
            let parts = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
            let date = parts.and_then(|((year, month), day)| jiff::civil::Date::new(year, month, day).ok());
            date.map_or_else(String::new, |date| words.day_of_year(date).into_owned())
        }
        Value::Time(time) => time.to_string(),
        Value::YesNo(true) => say!(words, "techniques-yes").into_owned(),
        Value::YesNo(false) => say!(words, "techniques-no").into_owned(),
        Value::Choice(one) => chosen(one),
        Value::Choices(many) => many.iter().map(chosen).collect::<Vec<_>>().join(", "),
        Value::Rows(rows) => rows.iter().map(|row| loose(view, row)).collect::<Vec<_>>().join("; "),
        Value::Table(rows) => rows.values().map(|row| loose(view, row)).collect::<Vec<_>>().join("; "),
    }
}

/// Cells of a row whose columns may not be known any more.
fn loose(view: &View, row: &Cells) -> String {
    row.values().map(|value| plain(view, &Kind::Phone, value)).collect::<Vec<_>>().join(", ")
}

/// Figures, each with its rule in words.
pub(super) fn figures(view: &View, form: &Form, answers: &Answers) -> Markup {
    let words = view.words;
    let figures = form.figures_of(answers);
    let is_worth_it = |figure: &&Figure| !matches!(figure.outcome, Outcome::Open(_));
    let shown: Vec<&Figure> = figures.iter().filter(is_worth_it).collect();
    if shown.is_empty() {
        return Markup::default();
    }
    let label = |figure: &Figure| {
        let rule = form.figures.iter().find(|rule| rule.id == figure.id);
        let row = figure.row.as_deref().unwrap_or_default();
        format!("{} {row}", rule.map_or("", |rule| rule.label.as_str())).trim().to_owned()
    };
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-figures")) }
            (facts(shown.iter().map(|figure| (label(figure), outcome(view, figure)))))
            (fold(say!(words, "techniques-figures-how"), html! {
                ul { @for rule in &form.figures { li { strong { (rule.label) } ": " (rule.words) } } }
            }))
        }
    }
}

fn outcome(view: &View, figure: &Figure) -> Said {
    let words = view.words;
    match &figure.outcome {
        Outcome::Value(value) => amount(view, figure.unit, *value),
        Outcome::Contradiction => say!(words, "techniques-figure-contradiction"),
        Outcome::Open(_) => say!(words, "techniques-left-open"),
    }
}

fn amount(view: &View, unit: Unit, value: f64) -> Said {
    let words = view.words;
    let text = value.to_string().replace('-', "−");
    match unit {
        Unit::Minutes if value >= 60.0 => {
            let (hours, minutes) = ((value / 60.0).floor(), (value % 60.0).round());
            say!(words, "techniques-hours", hours = hours, minutes = minutes)
        }
        Unit::Minutes => say!(words, "techniques-minutes", minutes = value),
        Unit::Percent => say!(words, "techniques-percent", percent = text),
        Unit::Points | Unit::Count => text.into(),
    }
}

/// That the form has changed, and what it no longer takes.
pub(super) fn changed(view: &View, lost: &[LostAnswer]) -> Markup {
    let words = view.words;
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(words, "techniques-form-changed")) } }
            @if lost.is_empty() { p { (say!(words, "techniques-form-changed-all")) } } @else {
                p { (say!(words, "techniques-form-changed-lost")) }
                ul { @for answer in lost { li { (plain(view, &Kind::Phone, &answer.value)) } } }
            }
        },
    )
}

/// A day of a grid, such as "Monday".
pub(super) fn day_name(view: &View, day: &str) -> Said {
    let number = DAYS.iter().position(|known| *known == day).map_or(1, |at| at + 1);
    say!(view.words, "date-weekday", number = number)
}
