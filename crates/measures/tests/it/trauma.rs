//! PCL-5 and PC-PTSD-5 after the National Center for PTSD.

use crate::scores::{met, score, score_open};

/// The PCL-5 with 2 on the items named and 0 elsewhere.
fn two_on(items: &[usize]) -> Vec<usize> {
    (1..=20).map(|item| if items.contains(&item) { 2 } else { 0 }).collect()
}

#[test]
fn the_cluster_rule_can_be_met_with_a_total_of_twelve() {
    for id in ["pcl-5", "pcl-5-week"] {
        let score = score(id, &two_on(&[1, 6, 8, 9, 15, 16]));
        assert_eq!(score.total, Some(12.0));
        assert_eq!(met(&score, "cluster_rule"), Some(true));
        assert_eq!((met(&score, "provisional_31"), met(&score, "provisional_33")), (Some(false), Some(false)));
    }
}

#[test]
fn each_cluster_is_needed() {
    for (left_out, cluster) in [(1, "cluster_b"), (6, "cluster_c"), (8, "cluster_d"), (15, "cluster_e")] {
        let items: Vec<usize> = [1, 6, 8, 9, 15, 16].into_iter().filter(|item| *item != left_out).collect();
        let score = score("pcl-5", &two_on(&items));
        assert_eq!((met(&score, cluster), met(&score, "cluster_rule")), (Some(false), Some(false)));
    }
}

#[test]
fn a_rating_below_moderately_counts_for_no_cluster() {
    let score = score("pcl-5", &[1; 20]);
    assert_eq!((score.total, met(&score, "cluster_rule")), (Some(20.0), Some(false)));
}

#[test]
fn the_cutoffs_stand_at_both_ends_of_the_published_range() {
    let mut answers = vec![1; 20];
    answers[..6].fill(3);
    let thirty_two = score("pcl-5", &answers);
    assert_eq!(thirty_two.total, Some(32.0));
    assert_eq!((met(&thirty_two, "provisional_31"), met(&thirty_two, "provisional_33")), (Some(true), Some(false)));
    assert_eq!(thirty_two.band, None, "there are no official bands");
}

#[test]
fn an_open_item_gives_no_total_but_what_is_certain_of_the_clusters() {
    let mut answers: Vec<Option<usize>> = two_on(&[1, 6, 8, 9, 15, 16]).into_iter().map(Some).collect();
    answers[1] = None;
    let score = score_open("pcl-5", &answers);
    assert_eq!((score.total, score.prorated), (None, false));
    assert_eq!(met(&score, "cluster_rule"), Some(true), "cluster B is met by item 1");
    answers[0] = None;
    assert_eq!(met(&score_open("pcl-5", &answers), "cluster_rule"), None);
}

#[test]
fn the_clusters_have_scores_of_their_own() {
    let parts = score("pcl-5", &[4; 20]).subscales;
    let totals: Vec<_> = parts.iter().map(|part| (part.id.as_str(), part.total)).collect();
    assert_eq!(totals, [("b", Some(20.0)), ("c", Some(8.0)), ("d", Some(28.0)), ("e", Some(24.0))]);
}

#[test]
fn no_event_is_zero_and_stopped_at_the_gate() {
    let forms: [&[Option<usize>]; 3] =
        [&[Some(0)], &[Some(0), None, None, None, None, None], &[Some(0), Some(1), Some(1), Some(1), Some(1), Some(1)]];
    for form in forms {
        let score = score_open("pc-ptsd-5", form);
        assert_eq!((score.total, score.stopped_at_gate), (Some(0.0), true));
        assert_eq!(met(&score, "stopped_at_gate"), Some(true));
        assert_eq!((met(&score, "positive_sensitive"), score.prorated), (Some(false), false));
    }
}

#[test]
fn after_an_event_each_yes_counts_one() {
    let three = score("pc-ptsd-5", &[1, 1, 0, 1, 0, 1]);
    assert_eq!((three.total, three.stopped_at_gate), (Some(3.0), false));
    assert_eq!((met(&three, "positive_sensitive"), met(&three, "positive")), (Some(true), Some(false)));
    assert_eq!(met(&score("pc-ptsd-5", &[1, 1, 1, 1, 0, 1]), "positive"), Some(true));
}

#[test]
fn an_open_gate_leaves_the_screen_open() {
    let score = score_open("pc-ptsd-5", &[None; 6]);
    assert_eq!((score.total, score.stopped_at_gate), (None, false));
}
