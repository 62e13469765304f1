//! Geometry against the drawing that it is made after, and what a picture must always have beside it.

use jiff::civil::{Date, date};
use maud::html;

use super::plot::{NARROW, Plot, WIDE, pushed_apart, spaced};
use super::*;
use crate::clock::Timestamp;
use crate::web::View;

/// The days and scores of mockup 04.
fn seven_weeks() -> Vec<Point> {
    let scores = [18.0, 17.0, 18.0, 14.0, 13.0, 11.0, 9.0];
    let day = |week: i64| date(2026, 10, 13).checked_add(jiff::Span::new().weeks(week)).expect("a day of 2026");
    (0_i64..)
        .zip(scores)
        .map(|(week, score)| Point {
            day: day(week),
            score: Some(score),
            note: String::new(),
            against_start: "lower".into(),
        })
        .collect()
}

fn a_trend(points: Vec<Point>) -> Trend<'static> {
    let sessions: Vec<Date> = points.iter().skip(1).map(|point| point.day).collect();
    let zones = [(0.0, "hardly any"), (5.0, "mild"), (10.0, "moderate"), (15.0, "marked"), (20.0, "heavy")];
    Trend {
        finding: "Your last scores are lower than at the start",
        sentence: "From 18 to 9 in six sessions.",
        picture: "Line of seven scores from 18 to 9.",
        range: Range::new(0.0, 27.0),
        zones: zones.map(|(from, name)| Zone { from, name }).to_vec(),
        usual: Some((12.5, 23.5)),
        usual_words: "Your usual ups and downs: 6 points above and below the start",
        cutoff: None,
        better: Better::Lower,
        points,
        sessions,
    }
}

fn drawn(of: &Trend<'_>) -> String {
    trend(&View::public("/", Timestamp(0)), of).into_string()
}

#[test]
fn points_lie_where_the_drawing_has_them() {
    let points = seven_weeks();
    let narrow = Plot::new(NARROW, Range::new(0.0, 27.0), points[0].day, points[6].day);
    let wide = Plot::new(WIDE, Range::new(0.0, 27.0), points[0].day, points[6].day);
    let at =
        |plot: &Plot, point: &Point| format!("{:.1} {:.1}", plot.x(point.day), plot.y(point.score.unwrap_or_default()));
    assert_eq!(at(&narrow, &points[0]), "48.0 94.0");
    assert_eq!(at(&narrow, &points[3]), "146.0 129.6");
    assert_eq!(at(&narrow, &points[6]), "244.0 174.0");
    assert_eq!(at(&wide, &points[0]), "52.0 104.0");
    assert_eq!(at(&wide, &points[6]), "498.0 194.0");
}

#[test]
fn bands_lie_where_the_drawing_has_them() {
    let page = drawn(&a_trend(seven_weeks()));
    for band in [
        r#"class="usual" x="30.0" y="45.1" width="232.0" height="97.8""#,
        r#"class="zone" x="30.0" y="125.1" width="232.0" height="44.4""#,
        r#"class="usual" x="34.0" y="49.0" width="482.0" height="110.0""#,
    ] {
        assert!(page.contains(band), "{band}");
    }
}

#[test]
fn a_picture_never_stands_without_its_words_and_its_table() {
    let page = drawn(&a_trend(seven_weeks()));
    assert!(page.contains("<h2>Your last scores are lower than at the start</h2>"));
    assert_eq!(page.matches(r#"role="img" aria-label="Line of seven scores from 18 to 9.""#).count(), 2);
    assert!(page.contains("<details"));
    assert_eq!(page.matches("<tr").count(), 8);
    assert!(!page.contains("style="));
}

#[test]
fn a_missing_answer_is_a_gap_in_the_line_and_said_in_the_table() {
    let mut points = seven_weeks();
    points[2].score = None;
    let page = drawn(&a_trend(points));
    assert!(page.contains("no answer"));
    assert_eq!(page.matches("<circle").count(), 2 * 6);
    assert_eq!(page.matches("class=\"line\"").count(), 2 * 2, "before the gap and behind it, in both pictures");
    assert!(page.contains(r#"<path class="gap" d="M80.7 102.9L146.0 129.6">"#), "{page}");
}

#[test]
fn a_gap_at_either_end_has_no_bridge() {
    let mut points = seven_weeks();
    (points[0].score, points[6].score) = (None, None);
    let page = drawn(&a_trend(points));
    assert_eq!(page.matches("class=\"gap\"").count(), 1, "the one in the key");
}

#[test]
fn a_score_from_fewer_answers_says_so_in_the_picture_and_in_the_table() {
    let mut points = seven_weeks();
    points[3].note = "pro-rated".into();
    let page = drawn(&a_trend(points));
    assert_eq!(page.matches("class=\"dot part\"").count(), 3, "in both pictures and in the key");
    assert!(page.contains("pro-rated</small>"));
}

#[test]
fn one_answer_or_none_is_drawn_without_a_line() {
    let mut one = a_trend(seven_weeks().into_iter().take(1).collect());
    one.sessions.clear();
    let page = drawn(&one);
    assert!(!page.contains("class=\"line\""));
    assert!(page.contains(r#"cx="146.0" cy="94.0""#));
    assert!(!drawn(&a_trend(Vec::new())).contains("<circle"));
}

#[test]
fn labels_that_would_touch_are_left_out_but_never_the_ends() {
    assert_eq!(spaced(&[0.0, 10.0, 20.0, 30.0, 40.0], 18.0), [0, 2, 4]);
    assert_eq!(spaced(&[0.0, 10.0], 18.0), [0]);
    assert_eq!(spaced(&[0.0, 20.0, 21.0], 18.0), [0, 2]);
    assert!(spaced(&[], 18.0).is_empty());
}

#[test]
fn names_of_narrow_zones_are_moved_apart() {
    assert_eq!(pushed_apart(&[10.0, 12.0, 40.0], 16.0), [10.0, 26.0, 42.0]);
}

#[test]
fn scores_outside_the_range_are_drawn_at_its_edge() {
    assert!((Range::new(0.0, 27.0).share(30.0) - 1.0).abs() < f64::EPSILON);
    assert!(Range::new(0.0, 27.0).share(-1.0).abs() < f64::EPSILON);
}

#[test]
fn a_score_is_written_as_people_write_it() {
    assert_eq!([number(9.0), number(9.5), number(12.96), number(0.0), number(-1.0)], ["9", "9.5", "13", "0", "−1"]);
}

#[test]
fn a_row_of_heat_says_what_is_missing_and_how_a_member_came() {
    let view = View::public("/", Timestamp(0));
    let row = HeatRow {
        name: "Lee",
        href: "/care/people/lee",
        scores: vec![
            Cell::Score { score: 15.0, depth: 3, note: "pro-rated".into() },
            Cell::NoScore(String::new()),
            Cell::NotAsked,
        ],
        usual: Some((9.5, 20.5)),
        change: html! { "no clear change" },
        sessions: vec![Presence::Came, Presence::Away, Presence::NotAsked, Presence::Came],
    };
    let label = "Members and sessions";
    let page = heat(
        &view,
        &Heat {
            label,
            columns: vec!["start".into(), "1".into(), "2".into()],
            range: Range::new(0.0, 27.0),
            rows: vec![row],
        },
    );
    let page = page.into_string();
    assert!(page.contains(r#"aria-label="Lee: 2 × came, 1 × away without word""#), "{page}");
    assert_eq!((page.matches("no answer").count(), page.matches("not asked").count()), (1, 1));
    assert!(page.contains("15*<b class=\"unseen\"> pro-rated"), "{page}");
    assert_eq!(page.matches("role=\"columnheader\"").count(), 7);
}
