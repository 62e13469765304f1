//! Reads what was typed into a form: names and texts in, typed answers and faults by field out.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{Answers, Cells, Chosen, Value};
use crate::check;
use crate::field::{DAYS, Field, Kind, OWN_NAME, OwnWords};
use crate::form::Form;
use crate::moment::{Date, Time};
use crate::place::Place;

/// Whether the sheet is being put aside or handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// Open fields and times out of order are nobody's business yet.
    Draft,
    /// What the form needs must be there.
    Finished,
}

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Every answer that could be read and fits.
    pub answers: Answers,
    /// Every answer that did not, and what a finished sheet lacks; in the order of the form.
    pub faults: Vec<Fault>,
}

/// One answer to mend.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Where it was typed.
    pub place: Place,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with an answer. Pages say it in the words of `locales/`; the sentence here is for logs and tests.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FaultKind {
    /// A finished sheet has this answered.
    #[error("Fill this in, or save the sheet as a draft.")]
    Needed,
    /// More characters than the field takes.
    #[error("This has {found} characters; shorten it to {most}.")]
    TooLong {
        /// Characters given.
        found: usize,
        /// Characters taken.
        most: usize,
    },
    /// Not a number.
    #[error("Write a number, like 7.")]
    NotANumber,
    /// A fraction where whole numbers are asked.
    #[error("Choose a whole number.")]
    NotWhole,
    /// Outside what the field takes.
    #[error("Choose a number from {from} to {to}.")]
    OutOfRange {
        /// Lowest.
        from: f64,
        /// Highest.
        to: f64,
    },
    /// No such day.
    #[error("Write a date, like 2026-11-24.")]
    NotADate,
    /// No such time.
    #[error("Write a time, like 17:30.")]
    NotATime,
    /// Nothing that can be dialled.
    #[error("Write a phone number, like 030 123456.")]
    NotAPhone,
    /// Neither yes nor no.
    #[error("Choose yes or no.")]
    NotYesOrNo,
    /// Not among the options.
    #[error("Choose one of the options.")]
    NotOffered,
    /// More rows than the list takes.
    #[error("There are {found} rows; keep the {most} that matter most.")]
    TooManyRows {
        /// Rows given.
        found: usize,
        /// Rows taken.
        most: usize,
    },
    /// A row of one's own without a name.
    #[error("Give this row a name.")]
    NoName,
    /// A time that comes before the one it follows.
    #[error("Check this time: it comes before the one above it.")]
    BeforeTheOneBefore,
    /// An answer of another kind than the field's; from stored answers only.
    #[error("This answer is of another kind than the question.")]
    OtherKind,
    /// A row or column that the form does not have; from stored answers only.
    #[error("The form does not ask for this.")]
    NotAsked,
}

/// Texts by the name they were typed under; a name may come several times.
struct Typed<'t>(BTreeMap<&'t str, Vec<&'t str>>);

impl Form {
    /// Reads what was typed. Names are places (`mood`, `people.0.name`, `urges.suicide.strength`, `week.mon-09.mood`);
    /// several options share a name, and own words beside them end in `.own`. Other names are passed over.
    pub fn read<'t>(
        &self,
        entries: impl IntoIterator<Item = (&'t str, &'t str)>,
        completeness: Completeness,
    ) -> Reading {
        let typed = Typed::new(entries);
        let mut answers = Answers::open(self);
        let mut faults = Vec::new();
        for field in self.fields() {
            let read = rows(field, &typed, &mut faults).or_else(|| {
                let place = Place::field(&field.id);
                one(field, &place, &typed, &mut faults)
            });
            if let Some(value) = read {
                answers.values.insert(field.id.clone(), value);
            }
        }
        if completeness == Completeness::Finished {
            for missing in check::finished(self, &answers) {
                if !faults.iter().any(|fault| fault.place == missing.place) {
                    faults.push(missing);
                }
            }
        }
        let place_of = |fault: &Fault| self.fields().position(|field| field.id == fault.place.field);
        faults.sort_by_key(place_of);
        Reading { answers, faults }
    }
}

impl<'t> Typed<'t> {
    fn new(entries: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut typed = BTreeMap::<&str, Vec<&str>>::new();
        for (name, text) in entries {
            let text = text.trim();
            if !text.is_empty() {
                typed.entry(name).or_default().push(text);
            }
        }
        Self(typed)
    }

    fn all(&self, name: &str) -> &[&'t str] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The rows typed under a field, by what stands between its name and the next dot.
    fn rows(&self, field: &Field) -> Vec<&'t str> {
        let inside = self.0.keys().filter_map(|name| name.strip_prefix(field.id.as_str())?.strip_prefix('.'));
        let rows: BTreeSet<&str> = inside.filter_map(|rest| rest.split('.').next()).collect();
        let mut rows: Vec<&str> = rows.into_iter().filter(|row| !row.is_empty()).collect();
        rows.sort_by_key(|row| (row.parse::<usize>().ok(), slot_order(row)));
        rows
    }
}

/// A grid's slots in the order of the week; other rows by name.
fn slot_order(row: &str) -> (Option<usize>, String) {
    (row.get(..3).and_then(|day| DAYS.iter().position(|known| *known == day)), row.to_owned())
}

/// A field with rows; `None` for one without, or where nothing was typed.
fn rows(field: &Field, typed: &Typed<'_>, faults: &mut Vec<Fault>) -> Option<Value> {
    if field.kind.columns().is_empty() {
        return None;
    }
    let names = typed.rows(field);
    let mut read: Vec<(String, Cells)> = Vec::new();
    for name in names {
        let cells = cells(field, name, typed, faults);
        if !cells.is_empty() {
            read.push((name.to_owned(), cells));
        }
    }
    let value = match &field.kind {
        Kind::List { rows_max, .. } => {
            read.retain(|(name, _)| name.parse::<usize>().is_ok());
            let found = read.len();
            if found > *rows_max {
                let kind = FaultKind::TooManyRows { found, most: *rows_max };
                faults.push(Fault { place: Place::field(&field.id), kind });
                read.truncate(*rows_max);
            }
            Value::Rows(read.into_iter().map(|(_, cells)| cells).collect())
        }
        _ => Value::Table(read.into_iter().filter(|(name, _)| field.kind.has_row(name)).collect()),
    };
    let is_empty = matches!(&value, Value::Rows(rows) if rows.is_empty())
        || matches!(&value, Value::Table(rows) if rows.is_empty());
    if is_empty {
        return None;
    }
    faults.extend(check::value(field, &value));
    Some(value)
}

fn cells(field: &Field, row: &str, typed: &Typed<'_>, faults: &mut Vec<Fault>) -> Cells {
    let mut cells = Cells::new();
    for column in field.kind.columns() {
        let place = Place::cell(&field.id, row, &column.id);
        if let Some(value) = one(column, &place, typed, faults) {
            cells.insert(column.id.clone(), value);
        }
    }
    if crate::field::own_row(row).is_some()
        && let Some(name) = typed.all(&Place::cell(&field.id, row, OWN_NAME).to_string()).first()
    {
        cells.insert(OWN_NAME.to_owned(), Value::Text((*name).to_owned()));
    }
    cells
}

/// One answer at a place; a fault and `None` where it cannot be read or does not fit.
fn one(field: &Field, place: &Place, typed: &Typed<'_>, faults: &mut Vec<Fault>) -> Option<Value> {
    let name = place.to_string();
    let own = typed.all(&format!("{name}.own"));
    let given = typed.all(&name);
    let read = match &field.kind {
        Kind::OneOf { own_words: OwnWords::Yes, .. } if given.is_empty() => {
            own.first().map(|words| Ok(Value::Choice(Chosen::Own((*words).to_owned()))))
        }
        Kind::AnyOf { options, .. } => choices(options, given, own),
        kind => given.first().map(|text| parsed(kind, text)),
    };
    let checked = read?.and_then(|value| check::single(&field.kind, &value).map(|()| value));
    checked.map_err(|kind| faults.push(Fault { place: place.clone(), kind })).ok()
}

fn choices(options: &[crate::field::Choice], given: &[&str], own: &[&str]) -> Option<Result<Value, FaultKind>> {
    if given.iter().any(|id| !options.iter().any(|option| option.id == *id)) {
        return Some(Err(FaultKind::NotOffered));
    }
    let known = options.iter().filter(|option| given.contains(&option.id.as_str()));
    let chosen: Vec<Chosen> = known
        .map(|option| Chosen::Option(option.id.clone()))
        .chain(own.first().map(|words| Chosen::Own((*words).to_owned())))
        .collect();
    (!chosen.is_empty()).then_some(Ok(Value::Choices(chosen)))
}

fn parsed(kind: &Kind, text: &str) -> Result<Value, FaultKind> {
    match kind {
        Kind::Number { .. } | Kind::Scale { .. } | Kind::Percent => {
            let number = text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite());
            number.map(Value::Number).ok_or(FaultKind::NotANumber)
        }
        Kind::Date => Date::parse(text).map(Value::Date).ok_or(FaultKind::NotADate),
        Kind::Time => Time::parse(text).map(Value::Time).ok_or(FaultKind::NotATime),
        Kind::YesNo => match text {
            "yes" => Ok(Value::YesNo(true)),
            "no" => Ok(Value::YesNo(false)),
            _ => Err(FaultKind::NotYesOrNo),
        },
        Kind::OneOf { .. } => Ok(Value::Choice(Chosen::Option(text.to_owned()))),
        _ => Ok(Value::Text(text.to_owned())),
    }
}
