//! Days as plain numbers, as sealed words and the crate of patterns count them. Pure.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use patterns::Day;

use crate::clock::Timestamp;

/// A calendar day, counted from 1 January 1970.
pub(super) fn number(day: Date) -> i32 {
    (day - date(1970, 1, 1)).get_days()
}

/// The calendar day of such a number.
pub(super) fn day_of(number: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

/// The day of a moment on the clock of a zone.
pub(super) fn day_at(moment: Timestamp, zone: &TimeZone) -> Day {
    let moment = jiff::Timestamp::from_millisecond(moment.0).unwrap_or_default();
    Day(number(zone.to_datetime(moment).date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_from_its_number() {
        let day = date(2026, 11, 24);
        assert_eq!((number(date(1970, 1, 2)), day_of(number(day))), (1, Some(day)));
        assert_eq!(day_at(Timestamp(0), &TimeZone::UTC), Day(0));
    }
}
