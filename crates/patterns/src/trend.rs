//! The course of a questionnaire's total: first against last with reliable change, and the slope between.

use measures::change::{Trend, Yardstick, theil_sen};

use crate::day::{Day, Period};
use crate::numbers::{NOISE, by_day};
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One total, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Total {
    /// The day it was given.
    pub day: Day,
    /// The total.
    pub points: f64,
}

/// How the latest total stands against the first, in words that tell noise from change. Needs four days with a total.
///
/// Figures: `points` between first and last, without sign; `first`, `last`; `slope` in points a week after Theil and
/// Sen, negative where falling. Reliable change after Jacobson and Truax 1991, by the instrument's yardstick.
pub fn totals(yardstick: &Yardstick, totals: &[Total]) -> Option<Statement> {
    let days = by_day(totals.iter().map(|total| (total.day, total.points)));
    let (first_day, first) = days.first_key_value()?;
    let (first, last) = (*first, *days.last_key_value()?.1);
    let weeks: Vec<_> = days.iter().map(|(day, points)| (weeks_between(*first_day, *day), *points)).collect();
    let slope = theil_sen(&weeks)?;
    let say = say(yardstick.reliably(first, last), last - first);
    let points = (last - first).abs();
    Pattern::Trend.state(days.len(), Period::of(days.keys().copied()), say, figures![points, first, last, slope])
}

fn say(reliably: Option<Trend>, difference: f64) -> Say {
    let lower = difference < 0.0;
    match reliably {
        Some(Trend::Better) if lower => Say::TrendBetterLower,
        Some(Trend::Better) => Say::TrendBetterHigher,
        Some(Trend::Worse) if lower => Say::TrendWorseLower,
        Some(Trend::Worse) => Say::TrendWorseHigher,
        Some(Trend::Same) => Say::TrendSame,
        None if difference.abs() < NOISE => Say::TrendLevel,
        None if lower => Say::TrendLower,
        None => Say::TrendHigher,
    }
}

fn weeks_between(first: Day, day: Day) -> f64 {
    (f64::from(day.0) - f64::from(first.0)) / 7.0
}
