//! What was put off, told as a question.

use crate::day::{Day, Period};
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// Something that the member put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PutOff {
    /// The day.
    pub day: Day,
    /// What it was.
    pub what: What,
}

/// What was put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An exposure that was offered.
    Exposure,
    /// "Not today" to a form or a round.
    NotToday,
    /// An item that was left open.
    Item,
}

/// Asks about what was put off. Needs three. Figures: `times` in all; `exposures`, `not_today`, `items`.
pub fn question(put_off: &[PutOff]) -> Option<Statement> {
    let count = |what: What| put_off.iter().filter(|one| one.what == what).count();
    let figures = figures![
        times = put_off.len(),
        exposures = count(What::Exposure),
        not_today = count(What::NotToday),
        items = count(What::Item),
    ];
    Pattern::Avoidance.state(put_off.len(), Period::of(put_off.iter().map(|one| one.day)), Say::Avoidance, figures)
}
