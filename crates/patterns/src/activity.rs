//! Which activities gave most pleasure, and which most sense of mastery.

use crate::day::{Day, Period};
use crate::numbers::highest_mean;
use crate::scale::Scale;
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One activity that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// The day.
    pub day: Day,
    /// Its kind, as the member calls it: "walking".
    pub kind: String,
    /// Sense of mastery.
    pub mastery: Option<Scale<10>>,
    /// Pleasure.
    pub pleasure: Option<Scale<10>>,
}

/// How often an activity must have been done to be named.
const TIMES_MIN: usize = 2;

/// The kind of activity with the highest mean pleasure. Needs ten entries with pleasure, and two kinds done twice.
///
/// Figures: `activity`; `mean` of 0 to 10; `times`. Nothing when two kinds share the first place.
pub fn pleasure(entries: &[Activity]) -> Option<Statement> {
    highest(entries, |entry| entry.pleasure, Say::ActivityPleasure)
}

/// The kind of activity with the highest mean mastery, as [`pleasure`].
pub fn mastery(entries: &[Activity]) -> Option<Statement> {
    highest(entries, |entry| entry.mastery, Say::ActivityMastery)
}

fn highest(entries: &[Activity], rating: fn(&Activity) -> Option<Scale<10>>, say: Say) -> Option<Statement> {
    let rated = entries.iter().filter(|entry| rating(entry).is_some());
    let ratings = entries.iter().filter_map(|entry| Some((entry.kind.as_str(), rating(entry)?.number())));
    let (activity, mean, times) = highest_mean(ratings, TIMES_MIN)?;
    let period = Period::of(rated.clone().map(|entry| entry.day));
    Pattern::Activity.state(rated.count(), period, say, figures![activity, mean, times])
}
