//! A week of diary cards side by side, pure: emotions, urges, targets and skills by day.

use ::techniques::answers::Cells;
use ::techniques::field::OWN_NAME;
use ::techniques::{Form, Kind, Value};
use jiff::civil::Date;

use super::sheet::{day_number, day_of};
use super::{Sheet, SheetState};

/// Days of a week.
pub const DAYS: usize = 7;

/// One line: its name, and a number a day.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekLine {
    /// What it is.
    pub label: String,
    /// One cell a day; none where nothing was written.
    pub cells: [Option<String>; DAYS],
}

/// The lines of one question of the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The field's id.
    pub field: String,
    /// The page it stands on, such as "Urges today".
    pub title: String,
    /// Its lines, in the order of the card; those without any number are left out.
    pub lines: Vec<WeekLine>,
}

/// Seven days of cards.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// The first day.
    pub first: Date,
    /// Which days have a finished card. One that is only begun counts for nothing yet.
    pub filled: [bool; DAYS],
    /// What is on them.
    pub bands: Vec<Band>,
}

impl Week {
    /// The week that begins on `first`, of the sheets of a form that lie in it.
    pub fn of(form: &Form, sheets: &[&Sheet], first: Date) -> Self {
        let begin = day_number(first);
        let place = |sheet: &Sheet| sheet.day.and_then(|day| usize::try_from(day - begin).ok()).filter(|at| *at < DAYS);
        let days: Vec<(usize, &Sheet)> = sheets.iter().filter_map(|sheet| Some((place(sheet)?, *sheet))).collect();
        let mut filled = [false; DAYS];
        for (at, sheet) in &days {
            filled[*at] = sheet.state == SheetState::Finished;
        }
        let mut bands = Vec::new();
        for step in &form.steps {
            for field in &step.fields {
                let mut lines: Vec<WeekLine> = Vec::new();
                for (at, sheet) in &days {
                    if let Some(value) = sheet.answers.values.get(&field.id) {
                        lay(&mut lines, *at, &field.kind, &field.label, value);
                    }
                }
                if let Kind::Matrix { rows, .. } = &field.kind {
                    let place = |line: &WeekLine| rows.iter().position(|row| row.label == line.label);
                    lines.sort_by_key(|line| place(line).unwrap_or(usize::MAX));
                }
                if !lines.is_empty() && field.kind != Kind::Date {
                    bands.push(Band { field: field.id.clone(), title: step.title.clone(), lines });
                }
            }
        }
        Self { first, filled, bands }
    }

    /// The days, in order.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let begin = day_number(self.first);
        (begin..).take(DAYS).filter_map(day_of)
    }
}

/// Lays one answer of one day into its lines. Words stay on their card: a week is numbers and yes or no.
fn lay(lines: &mut Vec<WeekLine>, at: usize, kind: &Kind, label: &str, value: &Value) {
    match (kind, value) {
        (Kind::Matrix { rows, .. }, Value::Table(table)) => {
            for (id, cells) in table {
                let known = rows.iter().find(|row| row.id == *id).map(|row| row.label.clone());
                let Some(label) = known.or_else(|| text(cells, OWN_NAME)) else { continue };
                if let Some(amount) = cells.values().find_map(Value::amount) {
                    put(lines, at, label, amount.to_string());
                }
            }
        }
        (Kind::List { columns, .. }, Value::Rows(rows)) => {
            let Some(name) = columns.first() else { return };
            for cells in rows {
                let Some(label) = text(cells, &name.id) else { continue };
                let marks: Vec<String> =
                    columns.iter().skip(1).filter_map(|column| mark(cells.get(&column.id)?)).collect();
                if !marks.is_empty() {
                    put(lines, at, label, marks.join(" · "));
                }
            }
        }
        (_, value) => {
            if let Some(mark) = mark(value) {
                put(lines, at, label.to_owned(), mark);
            }
        }
    }
}

fn put(lines: &mut Vec<WeekLine>, at: usize, label: String, mark: String) {
    let known = lines.iter().position(|line| line.label == label).unwrap_or_else(|| {
        lines.push(WeekLine { label, cells: Default::default() });
        lines.len() - 1
    });
    lines[known].cells[at] = Some(mark);
}

/// A number as it is; yes as a cross and no as a circle, which a key explains.
fn mark(value: &Value) -> Option<String> {
    match value {
        Value::Number(amount) => Some(amount.to_string()),
        Value::YesNo(true) => Some("×".to_owned()),
        Value::YesNo(false) => Some("○".to_owned()),
        _ => None,
    }
}

fn text(cells: &Cells, column: &str) -> Option<String> {
    match cells.get(column) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    }
}
