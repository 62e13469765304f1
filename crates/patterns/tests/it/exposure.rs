//! Exposure and avoidance, by hand.

use patterns::avoidance::{PutOff, What, question};
use patterns::exposure::{Exposure, Outcome, between, outcome, within};
use patterns::{Day, Say};

use crate::paper::{says, scale};

fn exposure(
    day: i32,
    step: &str,
    expected: Option<u8>,
    outcome: Option<Outcome>,
    distress: Option<[u8; 3]>,
) -> Exposure {
    let distress = distress.map(|ratings| ratings.map(scale));
    Exposure { day: Day(day), step: step.to_owned(), expected: expected.map(scale), outcome, distress }
}

/// Three times on the bus, twice in the shop.
fn log() -> Vec<Exposure> {
    let not = Some(Outcome::DidNotHappen);
    vec![
        exposure(0, "bus", Some(80), not, Some([60, 90, 40])),
        exposure(3, "bus", Some(60), not, Some([50, 75, 30])),
        exposure(7, "shop", Some(40), Some(Outcome::Happened), Some([40, 60, 50])),
        exposure(9, "bus", Some(50), not, Some([30, 55, 20])),
        exposure(12, "shop", Some(20), not, None),
    ]
}

#[test]
fn what_was_feared_is_held_against_what_happened() {
    // Once of five; expected 80 + 60 + 40 + 50 + 20 = 250, over five 50.
    let figures = [("happened", 1.0), ("exposures", 5.0), ("expected", 50.0)];
    let statement = says(outcome(&log()), Say::ExposureExpected, 5, &figures);
    let said = "What you feared happened in 1 of 5 exposures. Beforehand it seemed 50 percent likely on average.";
    assert_eq!(statement.english(), said);
    let mut log = log();
    log[0].expected = None;
    says(outcome(&log), Say::ExposureOutcome, 5, &[("happened", 1.0)]);
    log.iter_mut().take(3).for_each(|exposure| exposure.outcome = None);
    assert_eq!(outcome(&log), None);
}

#[test]
fn distress_within_an_exposure_is_averaged() {
    // Start (60 + 50 + 40 + 30) / 4 = 45, height (90 + 75 + 60 + 55) / 4 = 70, end (40 + 30 + 50 + 20) / 4 = 35.
    says(within(&log()), Say::ExposureWithin, 4, &[("start", 45.0), ("peak", 70.0), ("end", 35.0)]);
    assert_eq!(within(&log()[..2]), None);
}

#[test]
fn the_height_of_distress_is_followed_from_one_time_to_the_next() {
    // The bus: 90, 75, 55; the latest is 35 lower than the first. The order of the log does not matter.
    let mut log = log();
    log.reverse();
    let figures = [("first", 90.0), ("last", 55.0), ("points", 35.0), ("exposures", 3.0)];
    let statement = says(between(&log), Say::ExposurePeakLower, 3, &figures);
    let said = "bus: at its height, distress was 35 points lower the latest time (55) than the first (90).";
    assert_eq!(statement.english(), said);
    assert_eq!((statement.period.from, statement.period.to), (Day(0), Day(9)));
    // Twice on the bus, once in the shop: three exposures, but not of one step.
    log.remove(1);
    assert_eq!(between(&log), None);
    let of = |peaks: [u8; 3]| {
        (0..).zip(peaks).map(|(day, peak)| exposure(day, "bus", None, None, Some([0, peak, 0]))).collect::<Vec<_>>()
    };
    says(between(&of([40, 90, 50])), Say::ExposurePeakHigher, 3, &[("points", 10.0)]);
    says(between(&of([40, 90, 40])), Say::ExposurePeakLevel, 3, &[("points", 0.0)]);
}

#[test]
fn what_was_put_off_becomes_a_question() {
    let put_off = [(1, What::Exposure), (4, What::NotToday), (4, What::Item), (9, What::Exposure)];
    let put_off = put_off.map(|(day, what)| PutOff { day: Day(day), what });
    let figures = [("times", 4.0), ("exposures", 2.0), ("not_today", 1.0), ("items", 1.0)];
    let statement = says(question(&put_off), Say::Avoidance, 4, &figures);
    assert!(statement.english().ends_with('?'));
    assert_eq!(question(&put_off[..2]), None);
}
