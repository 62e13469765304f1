//! Values worked out from a sheet: minutes, shares and differences, each said with what it lacks.

use serde::{Deserialize, Serialize};

use crate::amount::{amounts, number};
use crate::answers::{Answers, Value};
use crate::form::Form;
use crate::moment::DAY_MINUTES;
use crate::place::Place;

/// A value that a form works out.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureRule {
    /// Unique among the form's fields and figures.
    pub id: String,
    /// What it is called on the page.
    pub label: String,
    /// What it counts.
    pub unit: Unit,
    /// How it is worked out.
    pub by: Method,
    /// The rule in plain words, for "how was this worked out".
    pub words: String,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes; pages write hours and minutes.
    Minutes,
    /// Hundredths.
    Percent,
    /// Points of the scale asked.
    Points,
    /// How many.
    Count,
}

/// How a figure is worked out. Names are fields, or figures before this one where a single amount is asked.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Method {
    /// Minutes from one time field to the next occurrence of another, over midnight where it is earlier.
    MinutesBetween {
        /// The earlier time.
        from: String,
        /// The later time.
        to: String,
    },
    /// An amount less others.
    Minus {
        /// What is taken from.
        from: String,
        /// What is taken away.
        less: Vec<String>,
    },
    /// One amount as hundredths of another.
    Share {
        /// The part.
        part: String,
        /// The whole.
        of: String,
    },
    /// The sum of a column.
    Sum {
        /// The column.
        of: Place,
    },
    /// The mean of a column.
    Mean {
        /// The column.
        of: Place,
    },
    /// The highest of a column.
    Highest {
        /// The column.
        of: Place,
    },
    /// How many rows or options there are.
    Count {
        /// The list, or the field with several options.
        of: Place,
    },
    /// For each row of a matrix, one column less another.
    Gap {
        /// The matrix.
        field: String,
        /// What is taken from.
        from: String,
        /// What is taken away.
        less: String,
    },
}

/// A value worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The rule's id.
    pub id: String,
    /// The row of the matrix, where the rule gives one value a row.
    pub row: Option<String>,
    /// What it counts.
    pub unit: Unit,
    /// What came out, to a tenth.
    pub outcome: Outcome,
}

/// What came out of a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The value, rounded to a tenth.
    Value(f64),
    /// Some answer it needs is open: these fields.
    Open(Vec<String>),
    /// The answers contradict each other, such as more time awake than time in bed.
    Contradiction,
}

impl Form {
    /// Every figure of a sheet, in the order of the file; a rule over rows gives one for each row that has both.
    pub fn figures_of(&self, answers: &Answers) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        for rule in &self.figures {
            let found = match &rule.by {
                Method::Gap { field, from, less } => gaps(rule, field, (from, less), answers),
                method => {
                    let outcome = outcome(rule.unit, method, answers, &figures);
                    vec![Figure { id: rule.id.clone(), row: None, unit: rule.unit, outcome }]
                }
            };
            figures.extend(found);
        }
        figures
    }
}

fn outcome(unit: Unit, method: &Method, answers: &Answers, earlier: &[Figure]) -> Outcome {
    let get = |name: &str| number(name, answers, earlier);
    let reckoned = match method {
        Method::MinutesBetween { from, to } => minutes_between(from, to, answers),
        Method::Minus { from, less } => {
            let names = std::iter::once(from).chain(less);
            all_of(names.map(|name| get(name))).map(|all| all[0] - all[1..].iter().sum::<f64>())
        }
        Method::Share { part, of } => match all_of([get(part), get(of)].into_iter()) {
            Ok(both) if both[1] == 0.0 => Err(Stop::Contradiction),
            Ok(both) => Ok(both[0] / both[1] * 100.0),
            Err(stop) => Err(stop),
        },
        Method::Sum { of } => column(of, answers, |all| all.iter().sum()),
        Method::Mean { of } => column(of, answers, |all| all.iter().sum::<f64>() / count(all.len())),
        Method::Highest { of } => column(of, answers, |all| all.iter().copied().fold(f64::MIN, f64::max)),
        Method::Count { of } => Ok(count(rows(of, answers))),
        Method::Gap { .. } => Err(Stop::Contradiction),
    };
    match reckoned {
        Ok(value) if is_possible(unit, value) => Outcome::Value(tenth(value)),
        Ok(_) | Err(Stop::Contradiction) => Outcome::Contradiction,
        Err(Stop::Open(fields)) => Outcome::Open(fields),
    }
}

/// Why a rule has no value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Stop {
    /// These fields are open.
    Open(Vec<String>),
    /// The answers contradict each other.
    Contradiction,
}

impl Stop {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Open(mut fields), Self::Open(more)) => {
                fields.extend(more.into_iter().filter(|field| !fields.contains(field)).collect::<Vec<_>>());
                Self::Open(fields)
            }
            _ => Self::Contradiction,
        }
    }
}

/// All amounts, or everything that stands in their way.
fn all_of(amounts: impl Iterator<Item = Result<f64, Stop>>) -> Result<Vec<f64>, Stop> {
    let (mut all, mut stops) = (Vec::new(), Vec::new());
    for amount in amounts {
        match amount {
            Ok(amount) => all.push(amount),
            Err(stop) => stops.push(stop),
        }
    }
    stops.into_iter().reduce(Stop::and).map_or(Ok(all), Err)
}

fn minutes_between(from: &str, to: &str, answers: &Answers) -> Result<f64, Stop> {
    let time = |name: &str| match answers.values.get(name) {
        Some(Value::Time(time)) => Ok(f64::from(time.minutes())),
        _ => Err(Stop::Open(vec![name.to_owned()])),
    };
    let both = all_of([time(from), time(to)].into_iter())?;
    Ok((both[1] - both[0]).rem_euclid(f64::from(DAY_MINUTES)))
}

fn column(of: &Place, answers: &Answers, reckon: impl Fn(&[f64]) -> f64) -> Result<f64, Stop> {
    let all = amounts(of, answers);
    if all.is_empty() { Err(Stop::Open(vec![of.field.clone()])) } else { Ok(reckon(&all)) }
}

fn rows(of: &Place, answers: &Answers) -> usize {
    match answers.values.get(&of.field) {
        Some(Value::Rows(rows)) => rows.len(),
        Some(Value::Table(rows)) => rows.len(),
        Some(Value::Choices(chosen)) => chosen.len(),
        _ => 0,
    }
}

fn gaps(rule: &FigureRule, field: &str, (from, less): (&str, &str), answers: &Answers) -> Vec<Figure> {
    let Some(Value::Table(rows)) = answers.values.get(field) else { return Vec::new() };
    let gap = |row: &String| {
        let amount = |column: &str| answers.at(&Place::cell(field, row, column)).and_then(Value::amount);
        let outcome = Outcome::Value(tenth(amount(from)? - amount(less)?));
        Some(Figure { id: rule.id.clone(), row: Some(row.clone()), unit: rule.unit, outcome })
    };
    rows.keys().filter_map(gap).collect()
}

/// Minutes lie within a day, shares within a whole; points may fall below nothing.
fn is_possible(unit: Unit, value: f64) -> bool {
    match unit {
        Unit::Minutes => (0.0..=f64::from(DAY_MINUTES)).contains(&value),
        Unit::Percent => (0.0..=100.0).contains(&value),
        Unit::Points | Unit::Count => value.is_finite(),
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn count(rows: usize) -> f64 {
    u32::try_from(rows).map_or(f64::INFINITY, f64::from)
}
