//! The course of a total, by hand.

use measures::Direction;
use measures::change::{ReliableChange, Yardstick};
use patterns::trend::{Total, totals};
use patterns::{Day, Say};

use crate::paper::says;

fn course(points: &[(i32, f64)]) -> Vec<Total> {
    points.iter().map(|(day, points)| Total { day: Day(*day), points: *points }).collect()
}

fn yardstick(direction: Direction, reliable: Option<f64>) -> Yardstick {
    let reliable = reliable.map(|points| ReliableChange::published(points, "an example").unwrap());
    Yardstick { direction, reliable, clinical: None }
}

#[test]
fn a_fall_beyond_noise_is_told_with_its_slope() {
    // Totals 18, 15, 14, 11 in weeks 0, 1, 2, 3: 7 lower, and 6 is reliable.
    // Slopes of all pairs: −3, −2, −7/3, −1, −2, −3; in order −3 −3 −7/3 −2 −2 −1; the middle is (−7/3 − 2) / 2 = −13/6.
    let totals_given = course(&[(0, 18.0), (7, 15.0), (14, 14.0), (21, 11.0)]);
    let statement = totals(&yardstick(Direction::HigherIsWorse, Some(6.0)), &totals_given);
    let statement = says(statement, Say::TrendBetterLower, 4, &[("points", 7.0), ("slope", -13.0 / 6.0)]);
    assert_eq!((statement.period.from, statement.period.to), (Day(0), Day(21)));
    let said = "Your total is 7 lower than at the start. That is better, and more than the usual ups and downs.";
    assert_eq!(statement.english(), said);
    assert!(statement.how_english().starts_with("From your 4 totals: the latest, 11, against the first, 18."));
}

#[test]
fn the_direction_of_the_questionnaire_decides_what_is_better() {
    let rising = course(&[(0, 10.0), (7, 12.0), (14, 15.0), (21, 18.0)]);
    let of = |direction, reliable| totals(&yardstick(direction, reliable), &rising);
    says(of(Direction::HigherIsWorse, Some(6.0)), Say::TrendWorseHigher, 4, &[("points", 8.0)]);
    says(of(Direction::HigherIsBetter, Some(6.0)), Say::TrendBetterHigher, 4, &[]);
    says(of(Direction::HigherIsWorse, Some(9.0)), Say::TrendSame, 4, &[]);
    says(of(Direction::HigherIsWorse, None), Say::TrendHigher, 4, &[]);
    let falling = course(&[(0, 18.0), (7, 15.0), (14, 12.0), (21, 10.0)]);
    says(totals(&yardstick(Direction::HigherIsBetter, Some(6.0)), &falling), Say::TrendWorseLower, 4, &[]);
    says(totals(&yardstick(Direction::HigherIsBetter, None), &falling), Say::TrendLower, 4, &[]);
    let level = course(&[(0, 9.0), (7, 15.0), (14, 12.0), (21, 9.0)]);
    says(totals(&yardstick(Direction::HigherIsBetter, None), &level), Say::TrendLevel, 4, &[]);
}

#[test]
fn two_totals_of_one_day_count_once_and_order_does_not_matter() {
    let yardstick = yardstick(Direction::HigherIsWorse, Some(6.0));
    // Three days only.
    assert_eq!(totals(&yardstick, &course(&[(0, 18.0), (7, 15.0), (7, 14.0), (21, 11.0)])), None);
    let mixed = course(&[(21, 11.0), (0, 18.0), (14, 14.0), (7, f64::NAN), (7, 15.0)]);
    says(totals(&yardstick, &mixed), Say::TrendBetterLower, 4, &[("points", 7.0)]);
}
