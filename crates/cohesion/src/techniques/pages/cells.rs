//! Fields with rows: the cells of a list, a matrix with its rows, and one day of a week.

use ::techniques::field::OWN_NAME;
use ::techniques::{Field, Kind, Row};
use maud::{Markup, html};

use super::draw::{Sheet, single};
use super::written::slots;
use crate::say;
use crate::web::parts::fold;

/// One cell. Where many stand on a page, a number is typed rather than chosen.
pub(super) fn cell(on: &Sheet<'_>, column: &Field, name: &str) -> Markup {
    match &column.kind {
        Kind::Scale { from, to, low, high } => {
            let ends = say!(
                on.view.words,
                "techniques-range-ends",
                from = *from,
                to = *to,
                low = low.as_str(),
                high = high.as_str()
            );
            html! { (on.fields.number(name, &column.label).hint(ends)) }
        }
        _ => single(on, column, name, &column.label),
    }
}

/// Rows that the form names, and some of one's own. A single number a row stands beside the row's name.
pub(super) fn matrix(on: &Sheet<'_>, field: &Field, rows: &[Row], columns: &[Field], own_rows: usize) -> Markup {
    let words = on.view.words;
    let alone = match columns {
        [only] if only.kind.is_amount() => Some(only),
        _ => None,
    };
    html! {
        fieldset.stack {
            legend { strong { (field.label) } }
            @if let Some(hint) = &field.hint { p.hint { (hint) } }
            @if let Some(Kind::Scale { from, to, low, high }) = alone.map(|column| &column.kind) {
                p.hint { (say!(words, "techniques-range-ends", from = *from, to = *to, low = low.as_str(), high = high.as_str())) }
            }
            @if let Some(column) = alone {
                div.cells {
                    @for row in rows { (on.fields.number(&format!("{}.{}.{}", field.id, row.id, column.id), &row.label)) }
                }
            } @else {
                @for row in rows {
                    fieldset.card.stack.stack--tight {
                        legend { (row.label) }
                        @for column in columns { (cell(on, column, &format!("{}.{}.{}", field.id, row.id, column.id))) }
                    }
                }
            }
            @if own_rows > 0 {
                (fold(say!(words, "techniques-own-rows"), html! {
                    @for number in 1..=own_rows { (own_row(on, field, columns, number)) }
                }))
            }
        }
    }
}

fn own_row(on: &Sheet<'_>, field: &Field, columns: &[Field], number: usize) -> Markup {
    let words = on.view.words;
    let at = format!("{}.own-{number}", field.id);
    html! {
        fieldset.card.stack.stack--tight {
            legend { (say!(words, "techniques-own-row", number = number)) }
            (on.fields.text(&format!("{at}.{OWN_NAME}"), say!(words, "techniques-own-row-name")).voice())
            @for column in columns { (cell(on, column, &format!("{at}.{}", column.id))) }
        }
    }
}

/// One day, hour by hour; an hour opens when it is wanted, and says what stands in it.
pub(super) fn day_of_grid(
    on: &Sheet<'_>,
    field: &Field,
    columns: &[Field],
    day: &str,
    (from_hour, to_hour): (u8, u8),
) -> Markup {
    html! {
        fieldset.stack {
            legend { strong { (field.label) } }
            @if let Some(hint) = &field.hint { p.hint { (hint) } }
            @for (slot, time) in slots(day, from_hour, to_hour) {
                @let first = columns.first().map(|column| on.typed.value(&format!("{}.{slot}.{}", field.id, column.id)));
                (fold(
                    html! {
                        @if let Some(time) = time { (time.to_string()) }
                        @if let Some(first) = first.filter(|first| !first.is_empty()) { " · " (first) }
                    },
                    html! { @for column in columns { (cell(on, column, &format!("{}.{slot}.{}", field.id, column.id))) } },
                ))
            }
        }
    }
}
