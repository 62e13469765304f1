//! The amounts that figures reckon with, from answers and from figures before them.

use crate::answers::{Answers, Value};
use crate::figure::{Figure, Outcome, Stop};
use crate::place::Place;

/// One amount by name: a figure worked out before, or a field.
pub(crate) fn number(name: &str, answers: &Answers, earlier: &[Figure]) -> Result<f64, Stop> {
    if let Some(figure) = earlier.iter().find(|figure| figure.id == name && figure.row.is_none()) {
        return match &figure.outcome {
            Outcome::Value(value) => Ok(*value),
            Outcome::Open(fields) => Err(Stop::Open(fields.clone())),
            Outcome::Contradiction => Err(Stop::Contradiction),
        };
    }
    answers.values.get(name).and_then(Value::amount).ok_or_else(|| Stop::Open(vec![name.to_owned()]))
}

/// Every amount in a column.
pub(crate) fn amounts(of: &Place, answers: &Answers) -> Vec<f64> {
    answers.all_at(of).into_iter().filter_map(|(_, value)| value.amount()).collect()
}
