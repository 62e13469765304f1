//! A group at a glance: members by answers, one hue, deeper for heavier; in words beside it, and attendance at the end.

use maud::{Markup, html};

use super::attendance::{Presence, attendance};
use super::plot::Range;
use super::{number, spark};
use crate::say;
use crate::web::View;
use crate::web::parts::person;

/// What stands in one column of scores.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A score.
    Score {
        /// In points.
        score: f64,
        /// From 0 (lightest) to 4.
        depth: u8,
        /// What it rests on, in a word or two, where not every question was answered; else empty.
        note: String,
    },
    /// Asked, and no score: not answered, or why else, in a word or two.
    NoScore(String),
    /// Not asked then.
    NotAsked,
}

impl Cell {
    const fn score(&self) -> Option<f64> {
        match self {
            Self::Score { score, .. } => Some(*score),
            Self::NoScore(_) | Self::NotAsked => None,
        }
    }
}

/// One member's row.
pub struct HeatRow<'a> {
    /// The name that the viewer may see.
    pub name: &'a str,
    /// The member's page.
    pub href: &'a str,
    /// Each column of scores.
    pub scores: Vec<Cell>,
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
    let scores: Vec<Option<f64>> = row.scores.iter().map(Cell::score).collect();
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (person(row.name, Some(row.href))) }
            @for cell in &row.scores {
                @match cell {
                    Cell::Score { score, depth: level, note } => td role="cell" class={ "cell " (depth(*level)) } {
                        span { (number(*score)) @if !note.is_empty() { "*" b.unseen { " " (note) } } }
                    },
                    Cell::NoScore(why) => td.cell.none role="cell" {
                        span aria-hidden="true" { "–" }
                        b.unseen { @if why.is_empty() { (say!(view.words, "chart-no-answer")) } @else { (why) } }
                    },
                    Cell::NotAsked => td.cell role="cell" { b.unseen { (say!(view.words, "chart-not-asked")) } },
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
