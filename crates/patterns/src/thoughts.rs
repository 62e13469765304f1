//! Thought records: how belief in a thought changed while writing, and which thinking habit was named most.

use std::collections::BTreeSet;

use crate::day::{Day, Period};
use crate::numbers::{NOISE, mean, most_frequent};
use crate::scale::Scale;
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One thought record.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The day it was written.
    pub day: Day,
    /// Belief in the thought at first, in percent.
    pub before: Option<Scale<100>>,
    /// Belief in it at the end.
    pub after: Option<Scale<100>>,
    /// The thinking habits that the member named; each counts once a record.
    pub habits: Vec<String>,
}

/// In how many records a habit must have been named.
const HABIT_MIN: usize = 3;

/// How belief changed from the beginning of a record to its end. Needs five records with both figures.
///
/// Figure: `points`, the mean of before − after in percentage points, without sign.
pub fn belief(records: &[Record]) -> Option<Statement> {
    let rated = records.iter().filter(|record| record.before.is_some() && record.after.is_some());
    let change = |record: &Record| Some(record.before?.number() - record.after?.number());
    let changes: Vec<f64> = rated.clone().filter_map(change).collect();
    let change = mean(&changes)?;
    let say = match change {
        change if change > NOISE => Say::BeliefLower,
        change if change < -NOISE => Say::BeliefHigher,
        _ => Say::BeliefLevel,
    };
    let period = Period::of(rated.map(|record| record.day));
    Pattern::Thoughts.state(changes.len(), period, say, figures![points = change.abs()])
}

/// The thinking habit named in most records. Needs five records, and a habit in three of them that no other equals.
///
/// Figures: `habit`; `times`; `records`.
pub fn habit(records: &[Record]) -> Option<Statement> {
    let once = |record: &'_ Record| {
        record
            .habits
            .iter()
            .map(String::as_str)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let named: Vec<String> = records.iter().flat_map(once).collect();
    let (habit, times) = most_frequent(named.iter().map(String::as_str))?;
    if times < HABIT_MIN {
        return None;
    }
    let period = Period::of(records.iter().map(|record| record.day));
    Pattern::Thoughts.state(records.len(), period, Say::Habit, figures![habit, times, records = records.len()])
}
