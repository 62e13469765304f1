//! One line of JSON in, one line of JSON out: what `cohesion score` says.

use std::fmt::Display;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Number, Value, json};

use crate::answers::AnswerError;
use crate::catalogue::{Catalogue, UnknownInstrument};
use crate::instrument::Instrument;
use crate::score::{Finding, Part, Score, Signal};

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
    /// A result that JSON cannot hold.
    #[error("The result could not be written: {0}.")]
    Unwritable(String),
}

/// Scores one line `{"instrument":"phq-9","answers":[…]}`. An answer is the position of an option in printed order
/// counted from 0, the option's words in any case, or `null` where the item was left open.
///
/// Gives `{"instrument","version","total","band","prorated","subscales","criteria","signals"}` as one line.
pub fn score_line(catalogue: &Catalogue, line: &str) -> Result<String, LineError> {
    let request: Request = serde_json::from_str(line).map_err(|error| LineError::Unreadable(error.to_string()))?;
    score_request(catalogue, &request)
}

/// Scores one list such as `1,2,0,,3`, where nothing or `null` between commas is an item left open.
/// Gives the same line as [`score_line`].
pub fn score_list(catalogue: &Catalogue, instrument: &str, list: &str) -> Result<String, LineError> {
    let answer = |text: &str| match text.trim() {
        "" | "null" => Value::Null,
        word => word.parse::<i64>().map_or_else(|_| Value::from(word), Value::from),
    };
    let answers = list.split(',').map(answer).collect();
    score_request(catalogue, &Request { instrument: instrument.to_owned(), answers })
}

/// The line for a refusal: `{"error":"…"}`.
pub fn error_line(error: &impl Display) -> String {
    json!({ "error": error.to_string() }).to_string()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    instrument: String,
    answers: Vec<Value>,
}

/// The fields of a result, in the order in which they are written.
#[derive(Serialize)]
struct Line<'s> {
    instrument: &'s str,
    version: u32,
    total: Value,
    band: Option<&'s str>,
    prorated: bool,
    #[serde(serialize_with = "parts")]
    subscales: &'s [Part],
    #[serde(serialize_with = "findings")]
    criteria: &'s [Finding],
    signals: &'s [Signal],
}

fn score_request(catalogue: &Catalogue, request: &Request) -> Result<String, LineError> {
    let instrument = catalogue.get(&request.instrument)?;
    let positions = read(instrument, &request.answers)?;
    written(&instrument.answers(&positions)?.score())
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

fn written(score: &Score) -> Result<String, LineError> {
    let line = Line {
        instrument: &score.instrument,
        version: score.version,
        total: number(score.total),
        band: score.band.as_deref(),
        prorated: score.prorated,
        subscales: &score.subscales,
        criteria: &score.criteria,
        signals: &score.signals,
    };
    serde_json::to_string(&line).map_err(|error| LineError::Unwritable(error.to_string()))
}

fn parts<S: Serializer>(parts: &&[Part], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(parts.iter().map(|part| (&part.id, json!({ "total": number(part.total), "band": part.band }))))
}

fn findings<S: Serializer>(findings: &&[Finding], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(findings.iter().map(|finding| (&finding.id, finding.met)))
}

/// Whole points are written without a decimal point.
fn number(points: Option<f64>) -> Value {
    let Some(points) = points else { return Value::Null };
    #[expect(clippy::cast_possible_truncation, reason = "a whole score is far below the limits of i64")]
    let whole = points as i64;
    if points.fract() == 0.0 { Value::from(whole) } else { Number::from_f64(points).map_or(Value::Null, Value::Number) }
}
