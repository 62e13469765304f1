//! Scores against published tables and worked examples.

use measures::{Catalogue, Cause, Instrument, Score};

pub fn instrument(id: &str) -> &'static Instrument {
    Catalogue::built_in().get(id).unwrap()
}

pub fn score(id: &str, positions: &[usize]) -> Score {
    score_open(id, &positions.iter().copied().map(Some).collect::<Vec<_>>())
}

pub fn score_open(id: &str, positions: &[Option<usize>]) -> Score {
    instrument(id).answers(positions).unwrap().score()
}

pub fn met(score: &Score, criterion: &str) -> Option<bool> {
    score
        .criteria
        .iter()
        .find(|finding| finding.id == criterion)
        .unwrap_or_else(|| panic!("no criterion {criterion}"))
        .met
}

/// Answers of 0 to 3 that add up to a total.
fn adding_up_to(total: usize, items: usize, most: usize) -> Vec<usize> {
    (0..items).map(|item| total.saturating_sub(item * most).min(most)).collect()
}

#[test]
fn every_total_of_the_phq_9_falls_in_its_published_band() {
    for total in 0..=27_usize {
        let expected = match total {
            0..=4 => "minimal",
            5..=9 => "mild",
            10..=14 => "moderate",
            15..=19 => "moderately severe",
            _ => "severe",
        };
        let score = score("phq-9", &adding_up_to(total, 9, 3));
        assert_eq!(score.total, Some(f64::from(u32::try_from(total).unwrap())));
        assert_eq!(score.band.as_deref(), Some(expected), "total {total}");
        assert_eq!(met(&score, "case"), Some(total >= 10));
    }
}

#[test]
fn every_total_of_the_gad_7_falls_in_its_published_band() {
    for total in 0..=21_usize {
        let expected = match total {
            0..=4 => "minimal",
            5..=9 => "mild",
            10..=14 => "moderate",
            _ => "severe",
        };
        assert_eq!(score("gad-7", &adding_up_to(total, 7, 3)).band.as_deref(), Some(expected), "total {total}");
    }
}

#[test]
fn a_positive_item_nine_is_a_signal_however_small_the_total() {
    let score = score("phq-9", &[0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert_eq!(score.total, Some(1.0));
    assert_eq!(score.signals.len(), 1);
    assert_eq!((score.signals[0].item.as_str(), score.signals[0].cause), ("9", Cause::Answered));
}

#[test]
fn a_denied_item_nine_is_no_signal_however_large_the_total() {
    assert_eq!(score("phq-9", &[3, 3, 3, 3, 3, 3, 3, 3, 0]).signals, []);
}

#[test]
fn an_open_item_nine_is_risk_not_answered_and_never_zero() {
    let score = score_open("phq-9", &[Some(2), Some(2), Some(2), Some(2), Some(2), Some(2), Some(2), Some(2), None]);
    assert_eq!(score.signals[0].cause, Cause::NotAnswered);
    assert_eq!(score.total, Some(18.0), "16 over 8 items is 18 over 9");
    assert!(score.prorated);
}

#[test]
fn up_to_two_items_of_the_phq_9_may_be_open() {
    let two = [None, Some(1), Some(1), Some(1), None, Some(1), Some(1), Some(1), Some(1)];
    assert_eq!((score_open("phq-9", &two).total, score_open("phq-9", &two).prorated), (Some(9.0), true));
    let three = [None, Some(1), Some(1), None, None, Some(1), Some(1), Some(1), Some(1)];
    let score = score_open("phq-9", &three);
    assert_eq!((score.total, score.band, score.prorated), (None, None, false));
}

#[test]
fn one_item_of_the_gad_7_may_be_open() {
    let one = [Some(3), Some(3), Some(3), None, Some(3), Some(3), Some(3)];
    assert_eq!(score_open("gad-7", &one).total, Some(21.0));
    let two = [Some(3), Some(3), None, None, Some(3), Some(3), Some(3)];
    assert_eq!(score_open("gad-7", &two).total, None);
}

#[test]
fn a_score_says_which_file_and_which_scorer_made_it() {
    let score = score("gad-7", &[0; 7]);
    assert_eq!(
        (score.instrument.as_str(), score.version, score.scorer_version),
        ("gad-7", 1, measures::SCORER_VERSION)
    );
}

#[test]
fn the_same_answers_score_the_same_when_stored_and_scored_again() {
    let positions = [Some(1), None, Some(3), Some(0), Some(2), Some(1), Some(1), Some(0), Some(3)];
    let first = score_open("phq-9", &positions);
    let stored = serde_json::to_string(&first).unwrap();
    assert_eq!(serde_json::from_str::<Score>(&stored).unwrap(), score_open("phq-9", &positions));
}
