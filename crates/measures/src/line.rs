//! One line of JSON in, one line of JSON out: what `cohesion score` says.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use crate::answers::AnswerError;
use crate::catalogue::{Catalogue, UnknownInstrument};
use crate::instrument::Instrument;
use crate::score::{Finding, Part, Score};

/// Why a line was not scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Not the JSON that is expected.
    #[error("This line is not of the form {{\"instrument\":\"phq-9\",\"answers\":[0,1,null,…]}}: {0}.")]
    Unreadable(String),
    /// No such instrument.
    #[error(transparent)]
    Unknown(#[from] UnknownInstrument),
    /// Answers that do not fit the instrument.
    #[error(transparent)]
    Answers(#[from] AnswerError),
    /// Something in the list that is neither a position nor an option.
    #[error(
        "Item {item} was given {given}; an answer is the position of an option counted from 0, its exact words, or null."
    )]
    NotAnAnswer {
        /// Place in the list, counted from 1.
        item: usize,
        /// What was given.
        given: String,
    },
}

/// Scores one line `{"instrument":"phq-9","answers":[…]}`. An answer is the position of an option in printed order
/// counted from 0, the option's words in any case, or `null` where the item was left open.
///
/// Gives `{"instrument","version","total","band","prorated","subscales","criteria","signals"}` as one line.
pub fn score_line(catalogue: &Catalogue, line: &str) -> Result<String, LineError> {
    let request: Request = serde_json::from_str(line).map_err(|error| LineError::Unreadable(error.to_string()))?;
    let instrument = catalogue.get(&request.instrument)?;
    let positions = read(instrument, &request.answers)?;
    Ok(written(&instrument.answers(&positions)?.score()))
}

/// The line for a refusal: `{"error":"…"}`.
pub fn error_line(error: &LineError) -> String {
    json!({ "error": error.to_string() }).to_string()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    instrument: String,
    answers: Vec<Value>,
}

#[derive(Serialize)]
struct Line<'s> {
    instrument: &'s str,
    version: u32,
    total: Value,
    band: Option<&'s str>,
    prorated: bool,
    subscales: Map<String, Value>,
    criteria: Map<String, Value>,
    signals: &'s [crate::score::Signal],
}

fn read(instrument: &Instrument, answers: &[Value]) -> Result<Vec<Option<usize>>, LineError> {
    answers.iter().enumerate().map(|(index, answer)| position(instrument, index, answer)).collect()
}

fn position(instrument: &Instrument, index: usize, answer: &Value) -> Result<Option<usize>, LineError> {
    let words = |word: &str| {
        let item = instrument.items.get(index)?;
        instrument
            .options(item)
            .iter()
            .position(|option| option.label.as_ref().is_some_and(|label| label.eq_ignore_ascii_case(word.trim())))
    };
    let found = match answer {
        Value::Null => return Ok(None),
        Value::Number(number) => number.as_u64().and_then(|position| usize::try_from(position).ok()),
        Value::String(word) => words(word),
        _ => None,
    };
    found.map(Some).ok_or_else(|| LineError::NotAnAnswer { item: index + 1, given: answer.to_string() })
}

fn written(score: &Score) -> String {
    let line = Line {
        instrument: &score.instrument,
        version: score.version,
        total: number(score.total),
        band: score.band.as_deref(),
        prorated: score.prorated,
        subscales: score
            .subscales
            .iter()
            .map(|Part { id, total, band }| (id.clone(), json!({ "total": number(*total), "band": band })))
            .collect(),
        criteria: score.criteria.iter().map(|Finding { id, met }| (id.clone(), json!(met))).collect(),
        signals: &score.signals,
    };
    json!(line).to_string()
}

/// Whole points are written without a decimal point.
fn number(points: Option<f64>) -> Value {
    let Some(points) = points else { return Value::Null };
    #[expect(clippy::cast_possible_truncation, reason = "a whole score is far below the limits of i64")]
    let whole = points as i64;
    if points.fract() == 0.0 { Value::from(whole) } else { Number::from_f64(points).map_or(Value::Null, Value::Number) }
}
