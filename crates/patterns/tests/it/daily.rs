//! Mood and urges by day, by hand.

use patterns::daily::{Diary, Entry, level, weekday};
use patterns::{Day, Figure, Say, Weekday};

use crate::paper::says;

fn diary(values: &[(i32, f64)]) -> Diary {
    let entries = values.iter().map(|(day, value)| Entry { day: Day(*day), value: *value }).collect();
    Diary { what: "Urge to drink".to_owned(), entries }
}

fn from_day(first: i32, values: &[f64]) -> Diary {
    diary(&(first..).zip(values.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn the_latest_week_is_held_against_all_days() {
    // Twelve days: 1 1 2 2 1 | 3 4 3 2 4 3 1 are the latest seven.
    // All in order: 1 1 1 1 2 2 2 3 3 3 4 4, the middle is (2 + 2) / 2 = 2. The week in order: 1 2 3 3 3 4 4, middle 3.
    // Above 2 in the week: 3 4 3 4 3, five of seven.
    let diary = from_day(100, &[1.0, 1.0, 2.0, 2.0, 1.0, 3.0, 4.0, 3.0, 2.0, 4.0, 3.0, 1.0]);
    let figures = [("week", 3.0), ("all", 2.0), ("above", 5.0), ("days", 7.0)];
    let statement = says(level(&diary), Say::DailyHigher, 12, &figures);
    let said = "Urge to drink: higher in the latest seven days (3) than over all your days (2). 5 of 7 days were above your middle.";
    assert_eq!(statement.english(), said);
}

#[test]
fn the_week_may_be_lower_or_the_same() {
    // Ten days: 4 4 4 | 1 1 1 1 4 1 1; all in order: six 1, four 4, middle 1: the week's middle is 1 too.
    let same = from_day(0, &[4.0, 4.0, 4.0, 1.0, 1.0, 1.0, 1.0, 4.0, 1.0, 1.0]);
    says(level(&same), Say::DailyLevel, 10, &[("week", 1.0), ("all", 1.0), ("above", 1.0)]);
    // 4 4 4 | 1 1 2 2 2 3 3; all in order: 1 1 2 2 2 3 3 4 4 4, middle 2.5; the week's is 2.
    let lower = from_day(0, &[4.0, 4.0, 4.0, 1.0, 1.0, 2.0, 2.0, 2.0, 3.0, 3.0]);
    says(level(&lower), Say::DailyLower, 10, &[("week", 2.0), ("all", 2.5), ("above", 2.0)]);
}

#[test]
fn a_week_with_three_entries_says_nothing() {
    // Day 30 ends the week 24 to 30, in which days 28, 29 and 30 have entries.
    let days: Vec<_> = (0..8).chain(28..31).map(|day| (day, 2.0)).collect();
    assert_eq!(level(&diary(&days)), None);
    let days: Vec<_> = (0..8).chain(27..31).map(|day| (day, 2.0)).collect();
    says(level(&diary(&days)), Say::DailyLevel, 12, &[("days", 4.0)]);
}

#[test]
fn a_weekday_that_stands_out_is_named() {
    // Days 3, 10, 17, 24 and 31 are Sundays (day 0 was a Thursday). 35 days; Sundays 5 5 5 5 1, all others 2.
    // The middle is 2; four of five Sundays and none of thirty others lie above.
    let value = |day: i32| {
        if day % 7 != 3 {
            2.0
        } else if day == 31 {
            1.0
        } else {
            5.0
        }
    };
    let diary = diary(&(0..35).map(|day| (day, value(day))).collect::<Vec<_>>());
    let statement = says(weekday(&diary), Say::DailyWeekday, 35, &[("above", 4.0), ("days", 5.0)]);
    assert!(statement.figures.contains(&("weekday", Figure::Weekday(Weekday::Sunday))));
    assert_eq!(statement.english(), "Urge to drink: higher on Sundays (4 of 5).");
}

#[test]
fn no_weekday_is_named_where_two_stand_out_or_none_was_seen_three_times() {
    // Saturdays (day 2) and Sundays (day 3) alike.
    let value = |day: i32| if day % 7 == 2 || day % 7 == 3 { 5.0 } else { 2.0 };
    assert_eq!(weekday(&diary(&(0..35).map(|day| (day, value(day))).collect::<Vec<_>>())), None);
    // Fourteen days: each weekday twice.
    let value = |day: i32| if day % 7 == 3 { 5.0 } else { 2.0 };
    assert_eq!(weekday(&diary(&(0..14).map(|day| (day, value(day))).collect::<Vec<_>>())), None);
}

#[test]
fn weekdays_follow_the_calendar() {
    // 1 January 1970 was a Thursday, 31 December 1969 a Wednesday, 27 November 2026 (day 20784) a Friday.
    let weekdays = [Day(0), Day(-1), Day(20_784), Day(i32::MIN), Day(i32::MAX)].map(Day::weekday);
    assert_eq!(weekdays[..3], [Weekday::Thursday, Weekday::Wednesday, Weekday::Friday]);
    assert_eq!(Day(3).since(Day(-4)), 7);
}
