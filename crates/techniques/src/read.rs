//! Reads what was typed into a form: names and texts in, typed answers and faults by field out.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{Answers, Cells, Chosen, Value};
use crate::check;
use crate::fault::{Fault, FaultKind};
use crate::field::{Choice, Field, Kind, OWN_NAME, OwnWords, own_row};
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
    /// Every answer that could be read and fits. Rows of lists are counted anew, without those left empty.
    pub answers: Answers,
    /// Every answer that did not, and what a finished sheet lacks, in the order of the form. Their places are those
    /// that were typed.
    pub faults: Vec<Fault>,
}

impl Form {
    /// Reads what was typed. Names are places (`mood`, `people.0.name`, `urges.suicide.strength`, `week.mon-09.mood`);
    /// several options share a name, and own words beside them end in `.own`. Other names are passed over.
    pub fn read<'t>(
        &self,
        entries: impl IntoIterator<Item = (&'t str, &'t str)>,
        completeness: Completeness,
    ) -> Reading {
        let mut reader = Reader::new(entries);
        let mut answers = Answers::open(self);
        for field in self.fields() {
            let read = match field.kind.columns() {
                [] => reader.one(field, &Place::field(&field.id)),
                _ => reader.rows(field),
            };
            if let Some(value) = read {
                answers.values.insert(field.id.clone(), value);
            }
        }
        if completeness == Completeness::Finished {
            for missing in check::finished(self, &answers) {
                reader.miss(missing);
            }
        }
        let mut faults = reader.faults;
        faults.sort_by_key(|fault| self.fields().position(|field| field.id == fault.place.field));
        Reading { answers, faults }
    }
}

/// What was typed, and what has been found on the way through it.
struct Reader<'t> {
    /// Texts by the name they were typed under; a name may come several times.
    typed: BTreeMap<&'t str, Vec<&'t str>>,
    faults: Vec<Fault>,
    /// For each list, the numbers its rows were typed under.
    typed_rows: BTreeMap<String, Vec<String>>,
}

impl<'t> Reader<'t> {
    fn new(entries: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut typed = BTreeMap::<&str, Vec<&str>>::new();
        for (name, text) in entries {
            let text = text.trim();
            if !text.is_empty() {
                typed.entry(name).or_default().push(text);
            }
        }
        Self { typed, faults: Vec::new(), typed_rows: BTreeMap::new() }
    }

    fn all(&self, name: &str) -> Vec<&'t str> {
        self.typed.get(name).cloned().unwrap_or_default()
    }

    fn fault(&mut self, place: Place, kind: FaultKind) {
        self.faults.push(Fault { place, kind });
    }

    /// Notes what a finished sheet lacks, where it was typed, unless something is wrong there already.
    fn miss(&mut self, mut missing: Fault) {
        let numbers = self.typed_rows.get(&missing.place.field);
        if let (Some(row), Some(numbers)) = (&mut missing.place.row, numbers)
            && let Some(typed) = row.parse::<usize>().ok().and_then(|at| numbers.get(at))
        {
            row.clone_from(typed);
        }
        if !self.faults.iter().any(|fault| fault.place == missing.place) {
            self.faults.push(missing);
        }
    }

    /// A field with rows; `None` where nothing was typed into any that it has.
    fn rows(&mut self, field: &Field) -> Option<Value> {
        let mut read: Vec<(String, Cells)> = Vec::new();
        for row in self.names_of_rows(field) {
            let cells = self.cells(field, row);
            if !cells.is_empty() {
                read.push((row.to_owned(), cells));
            }
        }
        if read.is_empty() {
            return None;
        }
        let Kind::List { rows_max, .. } = &field.kind else {
            let value = Value::Table(read.into_iter().collect());
            self.faults.extend(check::value(field, &value));
            return Some(value);
        };
        if read.len() > *rows_max {
            self.fault(Place::field(&field.id), FaultKind::TooManyRows { found: read.len(), most: *rows_max });
            read.truncate(*rows_max);
        }
        let (numbers, rows) = read.into_iter().unzip();
        self.typed_rows.insert(field.id.clone(), numbers);
        Some(Value::Rows(rows))
    }

    /// The rows of a field that something was typed into, a list's by their numbers.
    fn names_of_rows(&self, field: &Field) -> Vec<&'t str> {
        let inside = self.typed.keys().filter_map(|name| name.strip_prefix(field.id.as_str())?.strip_prefix('.'));
        let rows: BTreeSet<&'t str> = inside.filter_map(|rest| rest.split('.').next()).collect();
        let is_there = |row: &&str| match field.kind {
            Kind::List { .. } => row.parse::<u32>().is_ok(),
            _ => field.kind.has_row(row),
        };
        let mut rows: Vec<&str> = rows.into_iter().filter(is_there).collect();
        rows.sort_by_key(|row| row.parse::<u32>().ok());
        rows
    }

    fn cells(&mut self, field: &Field, row: &str) -> Cells {
        let mut cells = Cells::new();
        for column in field.kind.columns() {
            let place = Place::cell(&field.id, row, &column.id);
            if let Some(value) = self.one(column, &place) {
                cells.insert(column.id.clone(), value);
            }
        }
        let name = self.all(&Place::cell(&field.id, row, OWN_NAME).to_string());
        if let (Some(name), Some(_)) = (name.first(), own_row(row)) {
            cells.insert(OWN_NAME.to_owned(), Value::Text((*name).to_owned()));
        }
        cells
    }

    /// One answer at a place; a fault and `None` where it cannot be read or does not fit.
    fn one(&mut self, field: &Field, place: &Place) -> Option<Value> {
        let name = place.to_string();
        let (given, own) = (self.all(&name), self.all(&format!("{name}.own")));
        let read = match &field.kind {
            Kind::OneOf { own_words: OwnWords::Yes, .. } if given.is_empty() => {
                own.first().map(|words| Ok(Value::Choice(Chosen::Own((*words).to_owned()))))
            }
            Kind::AnyOf { options, .. } => choices(options, &given, &own),
            kind => given.first().map(|text| parsed(kind, text)),
        };
        match read?.and_then(|value| check::single(&field.kind, &value).map(|()| value)) {
            Ok(value) => Some(value),
            Err(kind) => {
                self.fault(place.clone(), kind);
                None
            }
        }
    }
}

fn choices(options: &[Choice], given: &[&str], own: &[&str]) -> Option<Result<Value, FaultKind>> {
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
