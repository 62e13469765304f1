//! Skills beside moods, and activities, by hand.

use patterns::activity::{Activity, mastery, pleasure};
use patterns::skills::{Diary, Entry, Practice, next_day, same_day};
use patterns::{Day, Say};

use crate::paper::{says, scale};

fn diary(days: &[(i32, f64, Practice)]) -> Diary {
    let entries = days.iter().map(|(day, mood, practice)| Entry { day: Day(*day), mood: *mood, practice: *practice });
    Diary { skill: "opposite action".to_owned(), mood: "sadness".to_owned(), entries: entries.collect() }
}

/// Days 0 to 14 in turn with and without: with on even days, moods 2 2 1 1 2 2 1 2 (sum 13), without 3 3 4 2 3 3 3 (sum 21).
fn fortnight() -> Vec<(i32, f64, Practice)> {
    let with = [2.0, 2.0, 1.0, 1.0, 2.0, 2.0, 1.0, 2.0];
    let without = [3.0, 3.0, 4.0, 2.0, 3.0, 3.0, 3.0];
    let even = (0..).step_by(2).zip(with).map(|(day, mood)| (day, mood, Practice::Used));
    let odd = (1..).step_by(2).zip(without).map(|(day, mood)| (day, mood, Practice::NotUsed));
    even.chain(odd).collect()
}

#[test]
fn days_with_a_skill_are_held_against_days_without() {
    // Means 13/8 = 1.625 and 21/7 = 3, so 1.375 lower. Without ranges from 2 to 4; five of the eight days with lie in it.
    let figures = [("difference", 1.375), ("with", 8.0), ("without", 7.0), ("overlap", 5.0)];
    let statement = says(same_day(&diary(&fortnight())), Say::SkillLower, 15, &figures);
    assert!(statement.english().starts_with("On days with opposite action, sadness averaged 1.4 lower."));
    assert!(statement.english().contains("either direction"));
    assert!(statement.how_english().contains("5 of the 8 days lie within the range of the others"));
}

#[test]
fn the_next_day_is_told_apart_from_the_same_day() {
    // After days with (0, 2, … 12) come the moods without: 3 3 4 2 3 3 3, mean 3, n 7. Day 14 has no day after it.
    // After days without (1, 3, … 13) come 2 1 1 2 2 1 2, mean 11/7, n 7. 3 − 11/7 = 10/7 higher.
    let figures = [("difference", 10.0 / 7.0), ("with", 7.0), ("without", 7.0), ("overlap", 1.0)];
    says(next_day(&diary(&fortnight())), Say::SkillNextHigher, 14, &figures);
    // A missing day breaks two pairs, and twelve are too few.
    let gap: Vec<_> = fortnight().into_iter().filter(|(day, ..)| *day != 5).collect();
    assert_eq!(next_day(&diary(&gap)), None);
    says(same_day(&diary(&gap)), Say::SkillLower, 14, &[]);
}

#[test]
fn four_uses_and_four_days_without_say_nothing() {
    let days = |uses: i32| {
        (0..20).map(|day| (day, 2.0, if day < uses { Practice::Used } else { Practice::NotUsed })).collect::<Vec<_>>()
    };
    assert_eq!(same_day(&diary(&days(4))), None);
    assert_eq!(same_day(&diary(&days(16))), None);
    says(same_day(&diary(&days(5))), Say::SkillLevel, 20, &[("difference", 0.0), ("overlap", 5.0)]);
    // Thirteen days, nine of them with.
    assert_eq!(same_day(&diary(&days(9)[..13])), None);
}

fn activity(day: i32, kind: &str, mastery: Option<u8>, pleasure: Option<u8>) -> Activity {
    Activity { day: Day(day), kind: kind.to_owned(), mastery: mastery.map(scale), pleasure: pleasure.map(scale) }
}

/// Walking 8 7 9 8, cooking 5 6 5, bills 2 1, and one concert with 10.
fn week() -> Vec<Activity> {
    let kinds =
        ["walking", "walking", "walking", "walking", "cooking", "cooking", "cooking", "bills", "bills", "concert"];
    let pleasures = [8, 7, 9, 8, 5, 6, 5, 2, 1, 10];
    let masteries = [4, 4, 4, 4, 6, 6, 6, 9, 8, 1];
    let rows = (0..).zip(kinds).zip(pleasures.into_iter().zip(masteries));
    rows.map(|((day, kind), (pleasure, mastery))| activity(day, kind, Some(mastery), Some(pleasure))).collect()
}

#[test]
fn the_kindest_activity_was_tried_twice() {
    // Walking (8 + 7 + 9 + 8) / 4 = 8. The concert was better, but only once.
    let statement = says(pleasure(&week()), Say::ActivityPleasure, 10, &[("mean", 8.0), ("times", 4.0)]);
    let said = "Of what you tried more than once, walking gave you most pleasure: 8 of 10 on average.";
    assert_eq!(statement.english(), said);
    // Bills (9 + 8) / 2 = 8.5.
    says(mastery(&week()), Say::ActivityMastery, 10, &[("mean", 8.5), ("times", 2.0)]);
}

#[test]
fn ten_ratings_are_needed_and_one_kind_must_lead() {
    let mut nine = week();
    nine[0].pleasure = None;
    assert_eq!(pleasure(&nine), None);
    says(mastery(&nine), Say::ActivityMastery, 10, &[]);
    let tie: Vec<Activity> =
        (0..10).map(|day| activity(day, if day % 2 == 0 { "a" } else { "b" }, None, Some(5))).collect();
    assert_eq!(pleasure(&tie), None);
    let single: Vec<Activity> = (0..10).map(|day| activity(day, "a", None, Some(5))).collect();
    assert_eq!(pleasure(&single), None);
}
