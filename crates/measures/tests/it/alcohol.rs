//! AUDIT and AUDIT-C after the WHO manual.

use crate::scores::{met, score, score_open};

#[test]
fn items_nine_and_ten_take_three_options_that_count_nothing_two_and_four() {
    let none = [0; 10];
    for (position, points) in [(0, 0.0), (1, 2.0), (2, 4.0)] {
        let mut answers = none;
        answers[8] = position;
        assert_eq!(score("audit", &answers).total, Some(points));
    }
    assert_eq!(score("audit", &[4, 4, 4, 4, 4, 4, 4, 4, 2, 2]).total, Some(40.0));
}

#[test]
fn the_four_zones_of_the_manual() {
    // Items 1 to 8 give up to 32 in steps of one.
    for (total, band) in [
        (7, "low risk"),
        (8, "hazardous"),
        (15, "hazardous"),
        (16, "harmful"),
        (19, "harmful"),
        (20, "possible dependence"),
    ] {
        let answers: Vec<usize> =
            (0..10).map(|item| if item < 8 { total.min((item + 1) * 4) - total.min(item * 4) } else { 0 }).collect();
        let score = score("audit", &answers);
        assert_eq!(score.band.as_deref(), Some(band), "total {total}");
        assert_eq!(met(&score, "hazardous_or_harmful"), Some(total >= 8));
    }
}

#[test]
fn who_never_drinks_may_go_on_to_item_nine() {
    let mut answers = [None; 10];
    (answers[0], answers[8], answers[9]) = (Some(0), Some(0), Some(1));
    let score = score_open("audit", &answers);
    assert_eq!((score.total, score.prorated), (Some(2.0), false));
}

#[test]
fn an_item_left_open_without_that_reason_gives_no_total() {
    let mut answers = [Some(1); 10];
    answers[6] = None;
    assert_eq!(score_open("audit", &answers).total, None);
}

#[test]
fn the_parts_of_the_audit_add_up() {
    let parts: Vec<_> = score("audit", &[1, 2, 3, 4, 0, 1, 2, 0, 1, 2])
        .subscales
        .into_iter()
        .map(|part| (part.id, part.total))
        .collect();
    let expected = [("consumption", 6.0), ("dependence", 5.0), ("harm", 8.0)];
    assert_eq!(parts, expected.map(|(id, points)| (id.to_owned(), Some(points))));
}

#[test]
fn the_short_form_has_a_cutoff_for_women_and_one_for_men() {
    let three = score("audit-c", &[1, 1, 1]);
    assert_eq!((met(&three, "positive_women"), met(&three, "positive_men")), (Some(true), Some(false)));
    let four = score("audit-c", &[2, 1, 1]);
    assert_eq!((met(&four, "positive_men"), met(&four, "positive_uk")), (Some(true), Some(false)));
    assert_eq!(met(&score("audit-c", &[3, 1, 1]), "positive_uk"), Some(true));
    assert_eq!(score("audit-c", &[0]).total, Some(0.0), "never: the form ends here");
}
