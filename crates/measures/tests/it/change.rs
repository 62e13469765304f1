//! Reliable and clinically significant change against published examples.

use measures::Direction;
use measures::change::{
    Boundary, ChangeError, Class, Open, Population, ReliableChange, Treatment, Trend, Yardstick, criterion_c, judge,
    talking_therapies, theil_sen, trend,
};

use crate::scores::instrument;

fn near(value: f64, expected: f64, slack: f64) {
    assert!((value - expected).abs() < slack, "{value} is not {expected}");
}

pub fn yardstick(id: &str) -> Yardstick {
    Yardstick::of(instrument(id)).unwrap()
}

#[test]
fn the_worked_example_of_jacobson_and_truax() {
    // Dyadic adjustment before and after marital therapy: SE 3.35, S_diff 4.74, RC 3.16.
    let reliable = ReliableChange::derived(7.5, 0.80, "Jacobson and Truax 1991").unwrap();
    near(reliable.points() / 1.96 / std::f64::consts::SQRT_2, 3.35, 0.005);
    near(reliable.points() / 1.96, 4.74, 0.005);
    near(reliable.index(32.5, 47.5).unwrap(), 3.16, 0.005);
    let couples = |mean| Population { mean, sd: 7.5 };
    near(criterion_c(couples(40.0), couples(60.0)), 50.0, 1e-9);
}

#[test]
fn the_threshold_in_points() {
    near(ReliableChange::derived(6.0, 0.84, "").unwrap().points(), 6.65, 0.005);
}

#[test]
fn the_criterion_between_two_populations() {
    near(criterion_c(Population { mean: 15.0, sd: 5.0 }, Population { mean: 4.0, sd: 3.0 }), 8.125, 1e-9);
}

#[test]
fn the_criterion_published_with_the_claus_2020_data() {
    // The documentation of the R package clinicalsignificance prints these figures for its BDI-II example.
    near(criterion_c(Population { mean: 35.48, sd: 8.16 }, Population { mean: 8.0, sd: 8.0 }), 21.6, 0.05);
}

#[test]
fn a_change_of_exactly_the_threshold_is_reliable() {
    let phq = yardstick("phq-9");
    assert_eq!(phq.reliably(16.0, 10.0), Some(Trend::Better));
    assert_eq!(phq.reliably(16.0, 11.0), Some(Trend::Same));
    assert_eq!(phq.reliably(10.0, 16.0), Some(Trend::Worse));
}

#[test]
fn the_classes_on_the_phq_9() {
    let phq = yardstick("phq-9");
    for (totals, class) in [
        (vec![18.0, 14.0, 9.0], Class::Recovered),
        (vec![18.0, 12.0], Class::Improved),
        (vec![12.0, 9.0], Class::NoReliableChange),
        (vec![12.0, 18.0], Class::Deteriorated),
        (vec![8.0, 2.0], Class::NotClassifiable(Open::BaselineBelowCutoff)),
        (vec![18.0], Class::NotClassifiable(Open::TooFewScores)),
        (vec![], Class::NotClassifiable(Open::TooFewScores)),
    ] {
        assert_eq!(judge(&phq, &totals).class, class, "{totals:?}");
    }
}

#[test]
fn a_worsening_from_below_the_cutoff_is_still_seen() {
    let outcome = judge(&yardstick("phq-9"), &[8.0, 15.0]);
    assert_eq!(outcome.class, Class::NotClassifiable(Open::BaselineBelowCutoff));
    assert_eq!((outcome.reliably, outcome.gain), (Some(Trend::Worse), Some(-7.0)));
}

#[test]
fn a_rising_who_5_is_a_recovery() {
    let who = yardstick("who-5");
    assert_eq!(judge(&who, &[40.0, 60.0]).class, Class::Recovered);
    assert_eq!(judge(&who, &[40.0, 50.0]).class, Class::Improved, "50 is still in the clinical range");
    assert_eq!(judge(&who, &[48.0, 36.0]).class, Class::Deteriorated);
}

#[test]
fn nobody_recovers_without_a_published_clinical_range() {
    let open = Yardstick { clinical: None, ..yardstick("phq-9") };
    let outcome = judge(&open, &[27.0, 0.0]);
    assert_eq!((outcome.class, outcome.is_clinical), (Class::Improved, None));
}

#[test]
fn without_a_threshold_there_is_no_class() {
    let k10 = yardstick("k10");
    assert_eq!(judge(&k10, &[40.0, 12.0]).class, Class::NotClassifiable(Open::NoThreshold));
    assert_eq!(trend(&k10, &[40.0, 12.0]), None);
}

#[test]
fn a_practice_may_bring_its_own_figures() {
    let reliable = Some(ReliableChange::derived(8.0, 0.9, "Our own test and retest, 2026").unwrap());
    let clinical = Some(Boundary { from: 22.0, source: "ABS".to_owned() });
    let k10 = Yardstick { reliable, clinical, ..yardstick("k10") };
    assert_eq!(judge(&k10, &[40.0, 12.0]).class, Class::Recovered);
}

#[test]
fn a_class_stands_with_its_figures_and_their_sources() {
    let phq = yardstick("phq-9");
    let outcome = judge(&phq, &[18.0, 14.0, 9.0]);
    assert_eq!((outcome.ends, outcome.gain, outcome.is_clinical), (Some((18.0, 9.0)), Some(9.0), Some(false)));
    let (reliable, clinical) = (phq.reliable.unwrap(), phq.clinical.unwrap());
    near(reliable.points(), 6.0, 1e-9);
    assert_eq!(reliable.source(), "NHS Talking Therapies manual: reliable change on the PHQ-9.");
    assert_eq!(clinical.source, "NHS Talking Therapies manual: caseness on the PHQ-9.");
}

#[test]
fn figures_that_make_no_threshold_are_refused() {
    assert_eq!(ReliableChange::derived(0.0, 0.8, "").unwrap_err(), ChangeError::Deviation(0.0));
    assert_eq!(ReliableChange::derived(5.0, 1.0, "").unwrap_err(), ChangeError::Reliability(1.0));
    assert!(ReliableChange::derived(f64::NAN, 0.5, "").is_err());
    assert!(ReliableChange::derived(5.0, f64::NAN, "").is_err());
    assert_eq!(
        ReliableChange::published(-6.0, "").unwrap_err().to_string(),
        "A threshold of change must be a positive number of points, but -6 was given."
    );
}

#[test]
fn recovery_as_the_nhs_counts_it() {
    let measure = |id, first, last| Treatment { yardstick: yardstick(id), first, last };
    let of = |phq: (f64, f64), gad: (f64, f64)| {
        talking_therapies(&[measure("phq-9", phq.0, phq.1), measure("gad-7", gad.0, gad.1)])
    };

    let recovered = of((18.0, 9.0), (12.0, 7.0));
    assert!(recovered.case_at_start && recovered.recovery && recovered.reliable_recovery());

    let by_a_point = of((10.0, 9.0), (5.0, 5.0));
    assert!(
        by_a_point.recovery && !by_a_point.reliable_recovery(),
        "below both thresholds, but by less than is reliable"
    );

    let anxiety_left = of((18.0, 9.0), (12.0, 8.0));
    assert!(!anxiety_left.recovery && anxiety_left.reliably == Trend::Better);

    let mixed = of((18.0, 9.0), (6.0, 10.0));
    assert_eq!(mixed.reliably, Trend::Same, "better on one, worse on the other");

    assert_eq!(of((12.0, 12.0), (7.0, 11.0)).reliably, Trend::Worse);
    assert!(!of((9.0, 2.0), (7.0, 1.0)).case_at_start);
}

#[test]
fn one_odd_score_does_not_tilt_the_line() {
    let falling: Vec<(f64, f64)> = vec![(0.0, 20.0), (1.0, 18.0), (2.0, 16.0), (3.0, 27.0), (4.0, 12.0)];
    near(theil_sen(&falling).unwrap(), -2.0, 1e-9);
    near(theil_sen(&[(0.0, 1.0), (1.0, 2.0), (2.0, 4.0)]).unwrap(), 1.5, 1e-9);
    assert_eq!(theil_sen(&[(1.0, 5.0), (1.0, 9.0)]), None);
    assert_eq!(theil_sen(&[]), None);
    assert_eq!(theil_sen(&[(0.0, f64::NAN), (1.0, 2.0)]), None);
}

#[test]
fn a_member_reads_a_direction_and_whether_it_is_more_than_usual() {
    let words = |totals: &[f64]| trend(&yardstick("phq-9"), totals).map(Trend::words);
    assert_eq!(words(&[18.0, 9.0]), Some("better"));
    assert_eq!(words(&[18.0, 14.0]), Some("about the same"));
    assert_eq!(words(&[9.0, 18.0]), Some("worse"));
    assert_eq!(words(&[9.0]), None);
    assert_eq!(
        Trend::Better.sentence(),
        "Better than at the start. The change is larger than the usual ups and downs."
    );
}

#[test]
fn higher_is_better_where_the_instrument_says_so() {
    assert_eq!(yardstick("who-5").direction, Direction::HigherIsBetter);
    near(yardstick("who-5").gain(40.0, 60.0), 20.0, 1e-9);
    near(yardstick("phq-9").gain(18.0, 9.0), 9.0, 1e-9);
}
