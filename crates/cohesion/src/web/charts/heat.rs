//! A group at a glance: members by answers, one hue, deeper for heavier; in words beside it, and attendance at the end.

use maud::{Markup, html};

use super::attendance::{Presence, attendance};
use super::plot::Range;
use super::{number, spark};
use crate::say;
use crate::web::View;
use crate::web::parts::person;

/// One member's row.
pub struct HeatRow<'a> {
    /// The name that the viewer may see.
    pub name: &'a str,
    /// The member's page.
    pub href: &'a str,
    /// The score of each column with its depth from 0 (lightest) to 4; nothing where there was no answer.
    pub scores: Vec<Option<(f64, u8)>>,
    /// The band of the member's usual ups and downs.
    pub usual: Option<(f64, f64)>,
    /// The change in words, a tag where it wants a look.
    pub change: Markup,
    /// The sessions.
    pub sessions: Vec<Presence>,
}

/// The whole table.
pub struct Heat<'a> {
    /// What the table holds, such as "Members and sessions".
    pub label: &'a str,
    /// The heading of each column of scores: "start", "1", "2".
    pub columns: Vec<String>,
    /// The scores that the questionnaire can give.
    pub range: Range,
    /// The members: those that want a look first, then by name.
    pub rows: Vec<HeatRow<'a>>,
}

/// The table. Narrow, each row is a card; roles are written out so that it stays a table for screen readers.
pub fn heat(view: &View, heat: &Heat<'_>) -> Markup {
    let words = view.words;
    let heading = |text| html! { th scope="col" role="columnheader" { (text) } };
    html! {
        div.scroll role="region" aria-label=(heat.label) tabindex="0" {
            table.heat role="table" aria-label=(heat.label) {
                thead role="rowgroup" {
                    tr role="row" {
                        (heading(say!(words, "chart-person")))
                        @for column in &heat.columns { th.cell-head scope="col" role="columnheader" { (column) } }
                        (heading(say!(words, "chart-trend"))) (heading(say!(words, "chart-in-words"))) (heading(say!(words, "chart-attendance")))
                    }
                }
                tbody role="rowgroup" { @for row in &heat.rows { (heat_row(view, heat.range, row)) } }
            }
        }
    }
}

/// What the depths mean, from the lightest on, and that a dashed frame is no answer.
pub fn heat_key(view: &View, levels: &[(u8, &str)]) -> Markup {
    html! {
        ul.key {
            @for (level, text) in levels { li { i class=(depth(*level)) {} (text) } }
            li { i.none {} (say!(view.words, "chart-no-answer")) }
        }
    }
}

fn heat_row(view: &View, range: Range, row: &HeatRow<'_>) -> Markup {
    let scores: Vec<Option<f64>> = row.scores.iter().map(|cell| cell.map(|(score, _)| score)).collect();
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (person(row.name, Some(row.href))) }
            @for cell in &row.scores {
                @match cell {
                    Some((score, level)) => td role="cell" class={ "cell " (depth(*level)) } { span { (number(*score)) } },
                    None => td.cell.none role="cell" {
                        span aria-hidden="true" { "–" }
                        b.unseen { (say!(view.words, "chart-no-answer")) }
                    },
                }
            }
            td.trend role="cell" { (spark(&scores, range, row.usual)) }
            td.words role="cell" { (row.change) }
            td.went role="cell" { (attendance(view, row.name, &row.sessions)) }
        }
    }
}

fn depth(level: u8) -> &'static str {
    ["h0", "h1", "h2", "h3", "h4"][usize::from(level.min(4))]
}
