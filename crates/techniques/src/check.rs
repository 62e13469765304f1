//! Whether answers are what their fields ask for, and whether a finished sheet has what it needs.

use std::collections::BTreeMap;

use crate::answers::{Answers, Cells, Chosen, Value};
use crate::fault::{Fault, FaultKind};
use crate::field::{Choice, Field, Kind, Need, OWN_NAME, OwnWords, TEXT_CHARS_MAX, own_row};
use crate::form::Form;
use crate::place::Place;

/// What is wrong with one field's answer; nothing where it fits.
pub(crate) fn value(field: &Field, value: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let fault = |kind| Fault { place: Place::field(&field.id), kind };
    match (&field.kind, value) {
        (Kind::List { columns, rows_max, .. }, Value::Rows(rows)) => {
            if rows.len() > *rows_max {
                faults.push(fault(FaultKind::TooManyRows { found: rows.len(), most: *rows_max }));
            }
            for (at, cells) in rows.iter().enumerate() {
                row(field, columns, &at.to_string(), cells, &mut faults);
            }
        }
        (Kind::Matrix { columns, .. } | Kind::Grid { columns, .. }, Value::Table(rows)) => {
            table(field, columns, rows, &mut faults);
        }
        (kind, value) => faults.extend(single(kind, value).err().map(fault)),
    }
    faults
}

/// What a finished sheet still needs, and times that do not follow one another.
pub(crate) fn finished(form: &Form, answers: &Answers) -> Vec<Fault> {
    let mut faults = Vec::new();
    for field in form.fields().filter(|field| is_asked(field, answers)) {
        if field.need == Need::Needed && !answers.values.contains_key(&field.id) {
            faults.push(Fault { place: Place::field(&field.id), kind: FaultKind::Needed });
        }
        faults.extend(open_cells(field, answers));
    }
    for order in &form.orders {
        faults.extend(out_of_order(order, answers));
    }
    faults
}

/// Whether the earlier answer that opens a field has been given.
pub(crate) fn is_asked(field: &Field, answers: &Answers) -> bool {
    field.only_if.as_ref().is_none_or(|condition| {
        let given = answers.at(&condition.place());
        given.is_some_and(|value| condition.is.iter().any(|word| value.is(word)))
    })
}

fn row(field: &Field, columns: &[Field], name: &str, cells: &Cells, faults: &mut Vec<Fault>) {
    for (id, value) in cells {
        let place = Place::cell(&field.id, name, id);
        let found = match columns.iter().find(|column| column.id == *id) {
            Some(column) => single(&column.kind, value),
            None if id == OWN_NAME && own_row(name).is_some() => text(value, TEXT_CHARS_MAX),
            None => Err(FaultKind::NotAsked),
        };
        faults.extend(found.err().map(|kind| Fault { place, kind }));
    }
}

fn table(field: &Field, columns: &[Field], rows: &BTreeMap<String, Cells>, faults: &mut Vec<Fault>) {
    for (name, cells) in rows {
        if !field.kind.has_row(name) {
            let place = Place { field: field.id.clone(), row: Some(name.clone()), column: None };
            faults.push(Fault { place, kind: FaultKind::NotAsked });
            continue;
        }
        if own_row(name).is_some() && !cells.contains_key(OWN_NAME) {
            faults.push(Fault { place: Place::cell(&field.id, name, OWN_NAME), kind: FaultKind::NoName });
        }
        row(field, columns, name, cells, faults);
    }
}

/// One answer that is not made of rows.
pub(crate) fn single(kind: &Kind, value: &Value) -> Result<(), FaultKind> {
    match (kind, value) {
        (Kind::Text { length_chars_max } | Kind::LongText { length_chars_max }, value) => {
            text(value, *length_chars_max)
        }
        (Kind::Phone, value) => phone(value),
        (Kind::Number { from, to, .. }, Value::Number(number)) => within(*number, *from, *to),
        (Kind::Scale { .. } | Kind::Percent, Value::Number(number)) => {
            let (from, to) = kind.range().unwrap_or_default();
            within(*number, from, to)?;
            if number.fract() == 0.0 { Ok(()) } else { Err(FaultKind::NotWhole) }
        }
        (Kind::Date, Value::Date(_)) | (Kind::Time, Value::Time(_)) | (Kind::YesNo, Value::YesNo(_)) => Ok(()),
        (Kind::OneOf { options, own_words }, Value::Choice(one)) => chosen(options, *own_words, one),
        (Kind::AnyOf { options, own_words }, Value::Choices(many)) => {
            many.iter().try_for_each(|one| chosen(options, *own_words, one))
        }
        _ => Err(FaultKind::OtherKind),
    }
}

fn text(value: &Value, most: usize) -> Result<(), FaultKind> {
    let Value::Text(text) = value else { return Err(FaultKind::OtherKind) };
    match text.chars().count() {
        found if found > most => Err(FaultKind::TooLong { found, most }),
        _ => Ok(()),
    }
}

fn phone(value: &Value) -> Result<(), FaultKind> {
    text(value, TEXT_CHARS_MAX)?;
    let Value::Text(number) = value else { return Err(FaultKind::OtherKind) };
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_dialled = number.chars().all(|sign| sign.is_ascii_digit() || " +-()./#*".contains(sign));
    if digits >= 2 && is_dialled { Ok(()) } else { Err(FaultKind::NotAPhone) }
}

fn within(number: f64, from: f64, to: f64) -> Result<(), FaultKind> {
    if (from..=to).contains(&number) { Ok(()) } else { Err(FaultKind::OutOfRange { from, to }) }
}

fn chosen(options: &[Choice], own_words: OwnWords, chosen: &Chosen) -> Result<(), FaultKind> {
    match chosen {
        Chosen::Option(id) if options.iter().any(|option| option.id == *id) => Ok(()),
        Chosen::Own(words) if own_words == OwnWords::Yes => text(&Value::Text(words.clone()), TEXT_CHARS_MAX),
        _ => Err(FaultKind::NotOffered),
    }
}

/// Cells of a matrix that its rows need, and columns that each given row of a list needs.
fn open_cells(field: &Field, answers: &Answers) -> Vec<Fault> {
    let needed = |row: &str, column: &str| {
        let place = Place::cell(&field.id, row, column);
        answers.at(&place).is_none().then_some(Fault { place, kind: FaultKind::Needed })
    };
    match (&field.kind, answers.values.get(&field.id)) {
        (Kind::Matrix { rows, .. }, _) => {
            rows.iter().flat_map(|row| row.needed.iter().filter_map(move |column| needed(&row.id, column))).collect()
        }
        (Kind::List { columns, .. }, Some(Value::Rows(rows))) => (0..rows.len())
            .flat_map(|at| {
                let columns = columns.iter().filter(|column| column.need == Need::Needed);
                columns.filter_map(move |column| needed(&at.to_string(), &column.id))
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Times in order go once round the clock at most: the ways from each to the next add up to the way from first to last.
fn out_of_order(order: &[String], answers: &Answers) -> Option<Fault> {
    let times: Vec<(&String, _)> = order
        .iter()
        .filter_map(|field| match answers.values.get(field) {
            Some(Value::Time(time)) => Some((field, *time)),
            _ => None,
        })
        .collect();
    let (_, first) = times.first()?;
    let mut way = 0;
    for ((_, earlier), (field, later)) in times.iter().zip(times.iter().skip(1)) {
        way += earlier.minutes_until(*later);
        if way != first.minutes_until(*later) {
            return Some(Fault { place: Place::field(*field), kind: FaultKind::BeforeTheOneBefore });
        }
    }
    None
}
