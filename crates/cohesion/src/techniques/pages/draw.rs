//! How a worksheet asks: each kind of field as a part of the page.

use ::techniques::field::{OwnWords, RowOrder};
use ::techniques::{Choice, Field, Kind};
use maud::{Markup, html};

use super::cells::{cell, day_of_grid, matrix};
use crate::say;
use crate::web::forms::Choice as Offered;
use crate::web::{Fields, Form, View};

/// Empty rows that stand below those that are filled in.
const BLANK_ROWS: usize = 2;

/// What a page is drawn with.
pub(super) struct Sheet<'a> {
    pub view: &'a View,
    pub fields: &'a Fields<'a>,
    /// What was typed or kept, to know how many rows there are.
    pub typed: &'a Form,
}

/// One field, whatever it asks; of a week, one day.
pub(super) fn field(on: &Sheet<'_>, field: &Field, day: Option<&str>) -> Markup {
    match &field.kind {
        Kind::List { columns, rows_max, row_name, order } => {
            let count = rows_on(on.typed, &field.id, *rows_max);
            list(on, field, columns, (row_name, *order), count)
        }
        Kind::Matrix { rows, columns, own_rows } => matrix(on, field, rows, columns, *own_rows),
        Kind::Grid { columns, from_hour, to_hour } => match day {
            Some(day) => day_of_grid(on, field, columns, day, (*from_hour, *to_hour)),
            None => Markup::default(),
        },
        _ => single(on, field, &field.id, &field.label),
    }
}

/// One answer that is not made of rows, with room for what it needs.
pub(super) fn single(on: &Sheet<'_>, field: &Field, name: &str, label: &str) -> Markup {
    let (fields, words) = (on.fields, on.view.words);
    let hint = hint(on.view, field);
    let with = |options: &[Choice], own: OwnWords, many: bool| {
        let offered = options.iter().map(|option| {
            let choice = Offered::new(&option.id, &option.label);
            option.hint.iter().fold(choice, Offered::small)
        });
        let offered = offered.collect();
        let choices = if many { fields.checks(name, label, offered) } else { fields.radios(name, label, offered) };
        html! {
            @match &hint { Some(hint) => (choices.hint(hint)), None => (choices) }
            @if own == OwnWords::Yes { (fields.text(&format!("{name}.own"), say!(words, "techniques-own-words")).voice()) }
        }
    };
    match &field.kind {
        Kind::OneOf { options, own_words } => with(options, *own_words, false),
        Kind::AnyOf { options, own_words } => with(options, *own_words, true),
        Kind::YesNo => {
            let offered = vec![
                Offered::new("yes", say!(words, "techniques-yes")),
                Offered::new("no", say!(words, "techniques-no")),
            ];
            let choices = fields.radios(name, label, offered).question();
            html! { @match &hint { Some(hint) => (choices.hint(hint)), None => (choices) } }
        }
        Kind::Scale { from, to, low, high } if to - from <= 10 => {
            let choices = fields.numbers(name, label, *from..=*to, low, high);
            html! { @match &hint { Some(hint) => (choices.hint(hint)), None => (choices) } }
        }
        kind => {
            let field = match kind {
                Kind::LongText { .. } => fields.area(name, label).voice(),
                Kind::Number { .. } | Kind::Scale { .. } | Kind::Percent => fields.number(name, label),
                Kind::Date => fields.date(name, label),
                Kind::Time => fields.time(name, label),
                _ => fields.text(name, label).voice(),
            };
            html! { @match &hint { Some(hint) => (field.hint(hint)), None => (field) } }
        }
    }
}

/// What helps to answer: the form's own hint, and the range where it is a number.
pub(super) fn hint(view: &View, field: &Field) -> Option<String> {
    let words = view.words;
    let range = match &field.kind {
        Kind::Number { unit, from, to } => Some(say!(
            words,
            "techniques-range-unit",
            from = from.to_string(),
            to = to.to_string(),
            unit = unit.as_str()
        )),
        Kind::Scale { from, to, low, high } if to - from > 10 => {
            Some(say!(words, "techniques-range-ends", from = *from, to = *to, low = low.as_str(), high = high.as_str()))
        }
        // Many a label says it already.
        Kind::Percent if field.label.contains("100") => None,
        Kind::Percent => Some(say!(words, "techniques-range-percent")),
        Kind::Time => Some(say!(words, "techniques-time-hint")),
        _ => None,
    };
    let parts: Vec<String> = field.hint.iter().cloned().chain(range.map(std::borrow::Cow::into_owned)).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Rows to show: those that hold something, and a few below.
fn rows_on(typed: &Form, field: &str, rows_max: usize) -> usize {
    let inside = typed.pairs().filter(|(_, text)| !text.trim().is_empty());
    let numbers = inside.filter_map(|(name, _)| name.strip_prefix(field)?.strip_prefix('.')?.split('.').next());
    let filled = numbers.filter_map(|number| number.parse::<usize>().ok()).max().map_or(0, |last| last + 1);
    (filled + BLANK_ROWS).min(rows_max)
}

fn list(on: &Sheet<'_>, field: &Field, columns: &[Field], (row_name, order): (&str, RowOrder), count: usize) -> Markup {
    let words = on.view.words;
    html! {
        fieldset.stack {
            legend { strong { (field.label) } }
            @if let Some(hint) = &field.hint { p.hint { (hint) } }
            @if order == RowOrder::Meant { p.hint { (say!(words, "techniques-in-order")) } }
            @for row in 0..count {
                fieldset.card.stack.stack--tight {
                    legend { (say!(words, "techniques-row", name = row_name, number = row + 1)) }
                    @for column in columns { (cell(on, column, &format!("{}.{row}.{}", field.id, column.id))) }
                }
            }
        }
    }
}
