//! How days, numbers and plurals are said.

use jiff::civil::{date, time};
use jiff::tz::TimeZone;

use super::Words;
use crate::clock::{Span, Timestamp};
use crate::say;

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("the zones are bundled")
}

/// Tuesday 24 November 2026, 15:06 in London.
const NOW: Timestamp = Timestamp(1_795_532_760_000);

fn said(offset: Span, zone: &TimeZone) -> String {
    Words::english().moment(NOW + offset, NOW, zone).into_owned()
}

#[test]
fn a_day_is_said_with_its_weekday() {
    assert_eq!(Words::english().day(date(2026, 11, 24)), "Tuesday 24 November");
    assert_eq!(Words::english().day_of_year(date(2028, 5, 31)), "31 May 2028");
    assert_eq!(Words::english().day_short(date(2026, 12, 1)), "1 Dec");
    assert_eq!(Words::english().time(time(9, 5, 0, 0)), "09:05");
}

#[test]
fn a_moment_near_now_is_said_by_its_distance() {
    let london = zone("Europe/London");
    assert_eq!(said(Span(0), &london), "today, 15:06");
    assert_eq!(said(Span::hours(21), &london), "tomorrow, 12:06");
    assert_eq!(said(Span::hours(-16), &london), "yesterday, 23:06");
    assert_eq!(said(Span::days(7), &london), "Tuesday 1 December, 15:06");
    assert_eq!(said(Span::days(60), &london), "23 January 2027, 15:06");
}

#[test]
fn today_is_what_the_viewers_own_zone_says() {
    assert_eq!(said(Span(0), &zone("Pacific/Auckland")), "today, 04:06");
    assert_eq!(said(Span::hours(9), &zone("Europe/London")), "tomorrow, 00:06");
    assert_eq!(said(Span::hours(9), &zone("America/New_York")), "today, 19:06");
}

#[test]
fn numbers_and_names_are_said_without_marks_and_separators() {
    let words = Words::english();
    assert_eq!(say!(words, "form-mend", count = 1), "One thing needs another look");
    assert_eq!(say!(words, "form-mend", count = 12_000), "12000 things need another look");
    assert_eq!(say!(words, "parts-call", number = "116 123"), "Call 116 123");
}

#[test]
fn a_language_that_is_not_built_in_is_english() {
    assert_eq!(Words::of("tlh").tag(), "en");
    assert_eq!(Words::of("en").direction(), "ltr");
    assert_eq!(Words::all().count(), 1);
}
