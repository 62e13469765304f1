//! Instruments without wording score all the same.

use measures::Cause;

use crate::scores::{met, score, score_open};

#[test]
fn core_10_answered_with_nothing_is_eight_after_reversal() {
    let score = score("core-10", &[0; 10]);
    assert_eq!((score.total, score.band.as_deref()), (Some(8.0), Some("non-clinical")));
}

#[test]
fn the_bands_of_the_core_10() {
    // Items 2 and 3 at their best, so that the others are the total.
    for (total, band) in [
        (10, "non-clinical"),
        (11, "mild"),
        (14, "mild"),
        (15, "moderate"),
        (19, "moderate"),
        (20, "moderate to severe"),
        (24, "moderate to severe"),
        (25, "severe"),
        (32, "severe"),
    ] {
        let others: Vec<usize> = (0..8).map(|item| total.min((item + 1) * 4) - total.min(item * 4)).collect();
        let answers: Vec<usize> = [others[0], 4, 4].into_iter().chain(others[1..].iter().copied()).collect();
        let score = score("core-10", &answers);
        assert_eq!((score.total, score.band.as_deref()), (Some(f64::from(u32::try_from(total).unwrap())), Some(band)));
        assert_eq!(met(&score, "clinical"), Some(total >= 11));
    }
}

#[test]
fn one_item_of_the_core_10_may_be_open_and_is_the_mean_of_the_others() {
    let mut answers = [Some(1); 10];
    (answers[1], answers[2], answers[9]) = (Some(3), Some(2), None);
    let score = score_open("core-10", &answers);
    assert_eq!((score.total, score.prorated), (Some(11.1), true), "10 over 9 items, times 10");
    answers[8] = None;
    assert_eq!(score_open("core-10", &answers).total, None);
}

#[test]
fn plans_to_end_ones_life_are_a_signal() {
    let mut answers = [Some(0); 10];
    answers[5] = Some(1);
    assert_eq!(score_open("core-10", &answers).signals[0].cause, Cause::Answered);
    answers[5] = None;
    assert_eq!(score_open("core-10", &answers).signals[0].cause, Cause::NotAnswered);
}

#[test]
fn the_who_5_counts_from_nothing_to_a_hundred() {
    // Position 0 is the best answer and counts 5.
    let raw_twelve = score("who-5", &[2, 2, 3, 3, 3]);
    assert_eq!((raw_twelve.total, met(&raw_twelve, "low_well_being")), (Some(48.0), Some(true)));
    let raw_thirteen = score("who-5", &[2, 2, 2, 3, 3]);
    assert_eq!((raw_thirteen.total, met(&raw_thirteen, "low_well_being")), (Some(52.0), Some(false)));
    assert_eq!((score("who-5", &[0; 5]).total, score("who-5", &[5; 5]).total), (Some(100.0), Some(0.0)));
}

#[test]
fn the_who_5_points_to_depression_at_twenty_eight_and_below() {
    assert_eq!(met(&score("who-5", &[3, 3, 4, 4, 4]), "likely_depression"), Some(true), "raw 7");
    assert_eq!(met(&score("who-5", &[3, 3, 3, 4, 4]), "likely_depression"), Some(false), "raw 8");
}

#[test]
fn the_dass_21_doubles_each_part_and_has_no_total() {
    let score = score("dass-21", &[3; 21]);
    assert_eq!((score.total, score.band), (None, None));
    for part in score.subscales {
        assert_eq!((part.total, part.band.as_deref()), (Some(42.0), Some("extremely severe")));
    }
}

#[test]
fn the_published_table_of_the_dass_21() {
    let items: [(&str, [usize; 7]); 3] = [
        ("depression", [3, 5, 10, 13, 16, 17, 21]),
        ("anxiety", [2, 4, 7, 9, 15, 19, 20]),
        ("stress", [1, 6, 8, 11, 12, 14, 18]),
    ];
    let tops = [("depression", [9, 13, 20, 27]), ("anxiety", [7, 9, 14, 19]), ("stress", [14, 18, 25, 33])];
    let names = ["normal", "mild", "moderate", "severe", "extremely severe"];
    for ((id, places), (_, tops)) in items.into_iter().zip(tops) {
        for sum in 0..=21_usize {
            let mut answers = [0; 21];
            for (index, place) in places.into_iter().enumerate() {
                answers[place - 1] = sum.min((index + 1) * 3) - sum.min(index * 3);
            }
            let doubled = sum * 2;
            let name = names[tops.iter().filter(|top| doubled > **top).count()];
            let parts = score("dass-21", &answers).subscales;
            let part = parts.iter().find(|part| part.id == id).unwrap();
            assert_eq!(
                (part.total, part.band.as_deref()),
                (Some(f64::from(u32::try_from(doubled).unwrap())), Some(name)),
                "{id} {doubled}"
            );
        }
    }
}

#[test]
fn only_the_item_about_work_may_be_open_on_the_wsas() {
    let score = score_open("wsas", &[None, Some(4), Some(4), Some(4), Some(4)]);
    assert_eq!((score.total, score.prorated, score.band.as_deref()), (Some(20.0), true, Some("significant")));
    assert_eq!(score_open("wsas", &[Some(4), None, Some(4), Some(4), Some(4)]).total, None);
}

#[test]
fn the_bands_of_the_isi_and_the_wsas() {
    for (answers, band) in [
        ([1; 7], "no clinically significant insomnia"),
        ([2; 7], "subthreshold insomnia"),
        ([3; 7], "clinical insomnia, moderate"),
        ([4; 7], "clinical insomnia, severe"),
    ] {
        assert_eq!(score("isi", &answers).band.as_deref(), Some(band));
    }
    assert_eq!(score("wsas", &[1, 2, 2, 2, 2]).band.as_deref(), Some("subclinical"));
    assert_eq!(score("wsas", &[5, 4, 4, 4, 4]).band.as_deref(), Some("moderately severe or worse"));
}

#[test]
fn the_ders_16_counts_from_one_and_has_five_parts() {
    let low = score("ders-16", &[0; 16]);
    assert_eq!(low.total, Some(16.0));
    let totals: Vec<_> = low.subscales.iter().map(|part| (part.id.as_str(), part.total)).collect();
    assert_eq!(
        totals,
        [
            ("clarity", Some(2.0)),
            ("goals", Some(3.0)),
            ("impulse", Some(3.0)),
            ("strategies", Some(5.0)),
            ("non_acceptance", Some(3.0))
        ]
    );
    assert_eq!(score("ders-16", &[4; 16]).total, Some(80.0));
}

#[test]
fn agreeing_with_everything_on_the_rosenberg_is_fifteen() {
    assert_eq!(score("rosenberg", &[0; 10]).total, Some(15.0));
    // Strong agreement with items 1, 3, 4, 7 and 10, strong disagreement with the reversed ones.
    let best = [0, 3, 0, 0, 3, 3, 0, 3, 3, 0];
    assert_eq!(
        (score("rosenberg", &best).total, score("rosenberg", &best).band.as_deref()),
        (Some(30.0), Some("high"))
    );
}

#[test]
fn the_kessler_scales_count_from_nothing_and_from_ten() {
    assert_eq!((score("k6", &[0; 6]).total, score("k6", &[4; 6]).total), (Some(0.0), Some(24.0)));
    assert_eq!(met(&score("k6", &[3, 2, 2, 2, 2, 2]), "serious"), Some(true));
    assert_eq!(met(&score("k6", &[2; 6]), "serious"), Some(false));
    for (answers, total, band) in [
        ([0; 10], 10.0, "low"),
        ([1; 10], 20.0, "moderate"),
        ([2; 10], 30.0, "very high"),
        ([4; 10], 50.0, "very high"),
    ] {
        let score = score("k10", &answers);
        assert_eq!((score.total, score.band.as_deref()), (Some(total), Some(band)));
    }
    assert_eq!(score("k10", &[2, 2, 2, 2, 1, 1, 1, 1, 1, 1]).band.as_deref(), Some("high"));
}

#[test]
fn the_two_item_screens_are_positive_from_three() {
    for id in ["phq-2", "gad-2"] {
        assert_eq!(met(&score(id, &[1, 1]), "positive"), Some(false));
        assert_eq!(met(&score(id, &[2, 1]), "positive"), Some(true));
    }
    assert_eq!(met(&score("phq-2", &[1, 1]), "positive_sensitive"), Some(true));
}

#[test]
fn the_phq_8_is_the_phq_9_without_item_nine() {
    let (eight, nine) = (crate::scores::instrument("phq-8"), crate::scores::instrument("phq-9"));
    assert_eq!(eight.items, nine.items[..8]);
    let score = score("phq-8", &[3; 8]);
    assert_eq!((score.total, score.band.as_deref(), score.signals), (Some(24.0), Some("severe"), vec![]));
}
