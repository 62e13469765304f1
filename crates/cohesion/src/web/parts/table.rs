//! A table that folds into one card a row where there is no room for columns.

use maud::{Markup, Render, html};

/// One column: its heading and how its cells stand.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Words.
    Words(&'a str),
    /// Numbers, set at the end of the column.
    Number(&'a str),
}

impl<'a> Column<'a> {
    const fn heading(self) -> &'a str {
        match self {
            Self::Words(heading) | Self::Number(heading) => heading,
        }
    }

    fn class(self) -> Option<&'static str> {
        matches!(self, Self::Number(_)).then_some("n")
    }
}

/// A table named by `caption`; the first cell of each row is its heading. Roles are written out because a folded table is
/// no table to a browser any more.
pub fn table<C: Render>(
    caption: impl Render,
    columns: &[Column<'_>],
    rows: impl IntoIterator<Item = Vec<C>>,
) -> Markup {
    html! {
        table.table.table--folds role="table" {
            caption { (caption) }
            thead role="rowgroup" {
                tr role="row" {
                    @for column in columns { th scope="col" role="columnheader" class=[column.class()] { (column.heading()) } }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (at, (column, cell)) in columns.iter().zip(&row).enumerate() {
                            @if at == 0 {
                                th scope="row" role="rowheader" { (cell) }
                            } @else {
                                td role="cell" class=[column.class()] data-label=(column.heading()) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}
