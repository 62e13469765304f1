//! Mood or urges from a diary, day by day, held against the member's own middle.

use std::collections::BTreeMap;

use crate::day::{Day, Period, Weekday};
use crate::numbers::{NOISE, as_f64, by_day, median};
use crate::statement::{Figure, Pattern, Statement, figures};
use crate::words::Say;

/// One kind of entry in one member's diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Diary {
    /// What is rated, as the diary calls it: "urge to drink".
    pub what: String,
    /// The ratings; of two for one day the later counts.
    pub entries: Vec<Entry>,
}

/// One day's rating, in the diary's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The day.
    pub day: Day,
    /// The rating.
    pub value: f64,
}

/// Days in the latest week that must have an entry.
const WEEK_DAYS_MIN: usize = 4;

/// Entries that a day of the week must have.
const WEEKDAY_ENTRIES_MIN: usize = 3;

/// The share of a weekday's entries that must lie above the member's middle, and the largest share of the others.
const WEEKDAY_SHARE: (f64, f64) = (0.75, 0.5);

/// The middle of the latest seven days beside the middle of all days. Needs ten days, four of them in the latest seven.
///
/// Figures: `what`; `week` and `all`, medians in the diary's unit; `above` of the `days` in the week lie above `all`.
pub fn level(diary: &Diary) -> Option<Statement> {
    let days = days(diary);
    let last = *days.keys().next_back()?;
    let latest: Vec<f64> = days.iter().filter(|(day, _)| last.since(**day) < 7).map(|(_, value)| *value).collect();
    let all = median(&days.values().copied().collect::<Vec<_>>())?;
    let week = median(&latest)?;
    if latest.len() < WEEK_DAYS_MIN {
        return None;
    }
    let above = latest.iter().filter(|value| **value > all + NOISE).count();
    let say = match week - all {
        difference if difference > NOISE => Say::DailyHigher,
        difference if difference < -NOISE => Say::DailyLower,
        _ => Say::DailyLevel,
    };
    let figures = figures![what = diary.what.as_str(), week, all, above, days = latest.len()];
    Pattern::Daily.state(days.len(), Period::of(days.keys().copied()), say, figures)
}

/// The day of the week that most often lies above the member's middle. Needs ten days and three of that weekday, of
/// which three in four lie above, while of all other days at most half do. Nothing when two weekdays share the place.
///
/// Figures: `what`; `weekday`; `above` of the `days` of that weekday.
pub fn weekday(diary: &Diary) -> Option<Statement> {
    let days = days(diary);
    let all = median(&days.values().copied().collect::<Vec<_>>())?;
    let mut high: Vec<_> = Weekday::ALL.into_iter().filter_map(|weekday| standing_out(&days, weekday, all)).collect();
    high.sort_by(|one, other| other.lead.total_cmp(&one.lead));
    let found = match high.as_slice() {
        [only] => only,
        [first, second, ..] if first.lead - second.lead > NOISE => first,
        _ => return None,
    };
    let mut figures = figures![what = diary.what.as_str(), above = found.above, days = found.days];
    figures.push(("weekday", Figure::Weekday(found.weekday)));
    Pattern::Daily.state(days.len(), Period::of(days.keys().copied()), Say::DailyWeekday, figures)
}

/// A weekday whose entries lie above the member's middle more often than the others do.
struct High {
    weekday: Weekday,
    above: usize,
    days: usize,
    lead: f64,
}

fn standing_out(days: &BTreeMap<Day, f64>, weekday: Weekday, all: f64) -> Option<High> {
    let (own, others): (Vec<_>, Vec<_>) = days.iter().partition(|(day, _)| day.weekday() == weekday);
    let above = |entries: &[(&Day, &f64)]| entries.iter().filter(|(_, value)| **value > all + NOISE).count();
    if own.len() < WEEKDAY_ENTRIES_MIN || others.is_empty() {
        return None;
    }
    let share = as_f64(above(&own)) / as_f64(own.len());
    let other_share = as_f64(above(&others)) / as_f64(others.len());
    let stands_out = share >= WEEKDAY_SHARE.0 && other_share <= WEEKDAY_SHARE.1;
    stands_out.then(|| High { weekday, above: above(&own), days: own.len(), lead: share - other_share })
}

fn days(diary: &Diary) -> BTreeMap<Day, f64> {
    by_day(diary.entries.iter().map(|entry| (entry.day, entry.value)))
}
