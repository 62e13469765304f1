//! A filled sheet: typed answers, and what becomes of them when their form has changed since.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::check;
use crate::form::Form;
use crate::moment::{Date, Time};
use crate::place::Place;

/// The answers of one row, by column id.
pub type Cells = BTreeMap<String, Value>;

/// Answers to one version of a form. Kept as it serialises; [`Form::fit`] makes it true again after reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// The form's id.
    pub form: String,
    /// The form's version.
    pub version: u32,
    /// By field id; an open field has none.
    pub values: BTreeMap<String, Value>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Text, long text, phone.
    Text(String),
    /// Number, scale, percent.
    Number(f64),
    /// Date.
    Date(Date),
    /// Time.
    Time(Time),
    /// Yes or no.
    YesNo(bool),
    /// One of.
    Choice(Chosen),
    /// Any of, in printed order, own words last.
    Choices(Vec<Chosen>),
    /// List, in order.
    Rows(Vec<Cells>),
    /// Matrix by row id, grid by slot such as `mon-09`.
    Table(BTreeMap<String, Cells>),
}

/// An option, or own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// The option's id.
    Option(String),
    /// What was written instead.
    Own(String),
}

/// Answers carried over to a form as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// What fits.
    pub answers: Answers,
    /// What does not, to be shown to its author beside the new form.
    pub lost: Vec<Lost>,
}

/// An answer that the form no longer asks for, or no longer takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// The field it was given to.
    pub field: String,
    /// The answer.
    pub value: Value,
}

impl Answers {
    /// No answer yet.
    pub fn open(form: &Form) -> Self {
        Self { form: form.id.clone(), version: form.version, values: BTreeMap::new() }
    }

    /// The answer at one place; a list's row is counted from 0. `None` where it is open or the place is a column.
    pub fn at(&self, place: &Place) -> Option<&Value> {
        let value = self.values.get(&place.field)?;
        let (row, column) = match (&place.row, &place.column) {
            (None, None) => return Some(value),
            (row, column) => (row.as_ref()?, column.as_ref()?),
        };
        match value {
            Value::Rows(rows) => rows.get(row.parse::<usize>().ok()?)?.get(column),
            Value::Table(rows) => rows.get(row)?.get(column),
            _ => None,
        }
    }

    /// Every answer at a place with where exactly it stands: one for a field or cell, one a row for a column.
    pub fn all_at(&self, place: &Place) -> Vec<(Place, &Value)> {
        let (Some(column), None) = (&place.column, &place.row) else {
            return self.at(place).map(|value| (place.clone(), value)).into_iter().collect();
        };
        let cell =
            |row: String, cells: &'_ Cells| cells.contains_key(column).then(|| Place::cell(&place.field, row, column));
        let places: Vec<Place> = match self.values.get(&place.field) {
            Some(Value::Rows(rows)) => {
                rows.iter().enumerate().filter_map(|(at, cells)| cell(at.to_string(), cells)).collect()
            }
            Some(Value::Table(rows)) => rows.iter().filter_map(|(row, cells)| cell(row.clone(), cells)).collect(),
            _ => Vec::new(),
        };
        places.into_iter().filter_map(|place| self.at(&place).map(|value| (place.clone(), value))).collect()
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl Value {
    /// The amount, where the answer is one.
    pub fn amount(&self) -> Option<f64> {
        match self {
            Self::Number(amount) => Some(*amount),
            _ => None,
        }
    }

    /// Whether the answer is this option, or this `yes` or `no`.
    pub fn is(&self, word: &str) -> bool {
        let is_option = |chosen: &Chosen| matches!(chosen, Chosen::Option(id) if id == word);
        match self {
            Self::YesNo(answer) => word == if *answer { "yes" } else { "no" },
            Self::Choice(chosen) => is_option(chosen),
            Self::Choices(chosen) => chosen.iter().any(is_option),
            _ => false,
        }
    }
}

impl Form {
    /// Carries stored answers over to this form: whole fields that still fit stay, the others are given back.
    pub fn fit(&self, stored: &Answers) -> Fitted {
        let mut answers = Answers::open(self);
        let mut lost = Vec::new();
        for (id, value) in &stored.values {
            let fits = self.field(id).is_some_and(|field| check::value(field, value).is_empty());
            if fits {
                answers.values.insert(id.clone(), value.clone());
            } else {
                lost.push(Lost { field: id.clone(), value: value.clone() });
            }
        }
        Fitted { answers, lost }
    }
}
