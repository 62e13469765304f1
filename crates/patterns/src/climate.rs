//! The group's own ratings of its sessions, for leaders: means without names, and none of a few.

use serde::Serialize;

use crate::day::{Day, Period};
use crate::numbers::{NOISE, mean};
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// The ratings of one session. They carry no names, so that nobody can be found in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    /// The day of the session.
    pub day: Day,
    /// From 0 to 10, one a person, in any order.
    pub values: Vec<f64>,
}

/// The mean of a session that enough people rated.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SessionMean {
    /// The day of the session.
    pub day: Day,
    /// From 0 to 10.
    pub mean: f64,
    /// How many people rated it; [`RATERS_MIN`] at least.
    pub raters: usize,
}

/// Below so many people a mean would give away who said what.
pub const RATERS_MIN: usize = 4;

/// The means of the sessions that at least four people rated, in order; empty with fewer than three such sessions.
pub fn means(sessions: &[Ratings]) -> Vec<SessionMean> {
    let mut shown: Vec<SessionMean> = sessions.iter().filter_map(session_mean).collect();
    shown.sort_by_key(|session| session.day);
    if shown.len() < Pattern::Climate.minimum() { Vec::new() } else { shown }
}

/// The latest mean against the mean of those before. Needs three sessions that at least four people rated.
///
/// Figures: `latest`, its `raters`; `before`, the mean of the earlier sessions' means; `sessions`.
pub fn latest(sessions: &[Ratings]) -> Option<Statement> {
    let shown = means(sessions);
    let (last, earlier) = shown.split_last()?;
    let before = mean(&earlier.iter().map(|session| session.mean).collect::<Vec<_>>())?;
    let say = match last.mean - before {
        change if change > NOISE => Say::ClimateHigher,
        change if change < -NOISE => Say::ClimateLower,
        _ => Say::ClimateLevel,
    };
    let figures = figures![latest = last.mean, raters = last.raters, before, sessions = shown.len()];
    Pattern::Climate.state(shown.len(), Period::of(shown.iter().map(|session| session.day)), say, figures)
}

fn session_mean(session: &Ratings) -> Option<SessionMean> {
    let values: Vec<f64> = session.values.iter().copied().filter(|value| value.is_finite()).collect();
    if values.len() < RATERS_MIN {
        return None;
    }
    Some(SessionMean { day: session.day, mean: mean(&values)?, raters: values.len() })
}
