//! Who is not on track, and how a leader learns of it.

use measures::Cause;
use measures::change::{Concern, Point, Presence, Reason, Watch, attendance, risk, watch};
use measures::glance::{LookCause, looks};

use crate::scores::{instrument, score};

/// Weekly sessions from the start on, with a total each.
fn weekly(totals: &[f64]) -> Vec<Point> {
    (0..).zip(totals).map(|(week, total)| Point { session: week, week, total: *total }).collect()
}

fn warnings(totals: &[f64]) -> Vec<(Concern, Reason)> {
    let rules = Watch::of(instrument("phq-9")).unwrap();
    watch(&rules, &weekly(totals)).into_iter().map(|warning| (warning.concern, warning.reason)).collect()
}

#[test]
fn a_steady_gain_raises_nothing() {
    assert_eq!(warnings(&[18.0, 16.0, 15.0, 13.0, 12.0, 10.0, 9.0]), []);
}

#[test]
fn a_reliable_worsening_is_red_at_any_time_and_says_whether_it_lasts() {
    let [(Concern::Red, reason)] = &warnings(&[12.0, 18.0, 12.0])[..] else { panic!("one red warning was expected") };
    assert_eq!(reason, &Reason::Deteriorated { first: 12.0, worst: 18.0, session: 1, threshold: 6.0, still: false });
}

#[test]
fn a_worsening_of_less_than_a_reliable_change_is_not_red() {
    assert_eq!(warnings(&[12.0, 17.0]), []);
}

#[test]
fn less_than_half_a_reliable_change_by_session_four_is_amber() {
    let found = warnings(&[14.0, 14.0, 13.0, 13.0, 12.0]);
    let expected = Reason::NoEarlyResponse { session: 4, gain: 2.0, expected: 3.0 };
    assert_eq!(found, [(Concern::Amber, expected)]);
}

#[test]
fn a_late_response_ends_that_warning() {
    assert_eq!(warnings(&[14.0, 14.0, 13.0, 13.0, 12.0, 12.0, 12.0, 8.0]), []);
}

#[test]
fn who_began_below_the_cutoff_is_not_asked_for_a_response() {
    assert_eq!(warnings(&[7.0, 7.0, 7.0, 7.0, 7.0]), []);
}

#[test]
fn the_published_cut_points_by_week() {
    for (week, total) in [(4, 17.0), (9, 13.0), (14, 9.0)] {
        let rules = Watch::of(instrument("phq-9")).unwrap();
        let at =
            |total| watch(&rules, &[Point { session: 0, week: 0, total: 27.0 }, Point { session: week, week, total }]);
        assert!(at(total).iter().any(|warning| matches!(warning.reason, Reason::Checkpoint { .. })), "week {week}");
        assert_eq!(at(total - 1.0), [], "week {week}");
    }
}

#[test]
fn a_checkpoint_takes_a_score_within_a_week_of_it_and_the_newest_one_decides() {
    let rules = Watch::of(instrument("phq-9")).unwrap();
    let point = |week, total| Point { session: week, week, total };
    let near = watch(&rules, &[point(0, 27.0), point(5, 17.0)]);
    assert!(matches!(near[0].reason, Reason::Checkpoint { week: 4, .. }));
    assert_eq!(watch(&rules, &[point(0, 27.0), point(7, 17.0)]), []);
    assert_eq!(watch(&rules, &[point(0, 27.0), point(4, 17.0), point(9, 12.0)]), []);
}

#[test]
fn nothing_is_said_of_someone_without_scores() {
    assert_eq!(warnings(&[]), []);
    assert_eq!(warnings(&[20.0]), []);
}

#[test]
fn an_answer_about_safety_is_red() {
    let found = risk(&score("phq-9", &[0, 0, 0, 0, 0, 0, 0, 0, 2]));
    assert_eq!(found[0].concern, Concern::Red);
    assert_eq!(found[0].reason, Reason::Risk { item: "9".to_owned(), cause: Cause::Answered });
}

#[test]
fn staying_away_after_coming_is_amber() {
    use Presence::{Came, Missed};
    assert!(attendance(&[Came, Came, Came, Missed, Came, Missed]).is_some());
    assert_eq!(attendance(&[Came, Came, Came, Missed, Came, Came]), None);
    assert_eq!(attendance(&[Missed, Came, Missed, Missed, Missed, Missed]), None, "nothing fell");
    assert_eq!(attendance(&[Missed, Missed, Missed]), None, "nothing came before");
    assert_eq!(attendance(&[]), None);
}

#[test]
fn a_low_rating_of_a_session_is_worth_a_look() {
    let form = instrument("session-check-out");
    let now = form.answers(&[9, 6, 10, 9, 8].map(Some)).unwrap();
    let found = looks(&now, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].item.as_str(), found[0].rating, found[0].cause), ("understood_by_members", 6, LookCause::Low));
}

#[test]
fn a_fall_from_ones_own_mean_is_worth_a_look() {
    let form = instrument("session-check-out");
    let answers = |rating| form.answers(&[Some(rating), Some(9), Some(9), Some(9), Some(9)]).unwrap();
    let earlier = [answers(10), answers(9)];
    assert_eq!(looks(&answers(8), &earlier), [], "1.5 below the mean");
    let found = looks(&answers(7), &earlier);
    assert_eq!((found[0].item.as_str(), found[0].cause), ("safe", LookCause::Fallen { own_mean: 9.5 }));
}

#[test]
fn the_check_out_has_no_total_and_nothing_else_has_looks() {
    assert_eq!(score("session-check-out", &[0; 5]).total, None);
    let phq = instrument("phq-9").answers(&[Some(3); 9]).unwrap();
    assert_eq!(looks(&phq, &[]), []);
}
