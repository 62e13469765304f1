//! What only leaders read, by hand: participation, attendance, climate and signs of danger.

use patterns::attendance::{Arrival, Visit, away, later, rate};
use patterns::climate::{Ratings, latest, means};
use patterns::participation::{Speaking, level, little};
use patterns::risk::{Sign, What, task};
use patterns::{Audience, Day, Pattern, Say};

use crate::paper::{says, scale};

fn rated(ratings: &[u8]) -> Speaking {
    Speaking::Rated((0..).zip(ratings).map(|(week, rating)| (Day(week * 7), scale(*rating))).collect())
}

fn turns(turns: &[u32]) -> Speaking {
    Speaking::Turns((0..).zip(turns).map(|(week, turns)| (Day(week * 7), *turns)).collect())
}

#[test]
fn little_speech_in_the_latest_three_sessions_is_told() {
    // 2 3 2 before, middle 2; then 1 0 1.
    let statement = says(little(&rated(&[2, 3, 2, 1, 0, 1])), Say::ParticipationRatedLittle, 6, &[("usual", 2.0)]);
    assert_eq!(statement.english(), "Spoke little in the latest 3 sessions; before that, 2 of 3.");
    assert_eq!(statement.audience, Audience::Leader);
    assert_eq!(little(&rated(&[2, 3, 2, 1, 2, 1])), None);
    assert_eq!(little(&rated(&[1, 0, 1])), None);
}

#[test]
fn turns_are_held_against_the_members_own_middle() {
    // 8 10 6 before, middle 8, half is 4; then 3 2 3.
    says(little(&turns(&[8, 10, 6, 3, 2, 3])), Say::ParticipationFewTurns, 6, &[("usual", 8.0)]);
    // Four turns are half and not fewer.
    assert_eq!(little(&turns(&[8, 10, 6, 3, 4, 3])), None);
    // Somebody who never spoke does not speak less.
    assert_eq!(little(&turns(&[0, 0, 0, 0, 0])), None);
}

#[test]
fn the_own_middle_needs_four_sessions() {
    // 0 2 3 3 in order: middle (2 + 3) / 2.
    says(level(&rated(&[3, 0, 3, 2])), Say::ParticipationRated, 4, &[("middle", 2.5)]);
    says(level(&turns(&[4, 7, 5, 9, 1])), Say::ParticipationTurns, 5, &[("middle", 5.0)]);
    assert_eq!(level(&rated(&[3, 0, 3])), None);
}

fn visits(minutes: &[Option<u16>]) -> Vec<Visit> {
    let arrival = |minutes: Option<u16>| minutes.map_or(Arrival::Away, |late_min| Arrival::Came { late_min });
    (0..).zip(minutes).map(|(week, minutes)| Visit { day: Day(week * 7), arrival: arrival(*minutes) }).collect()
}

#[test]
fn sessions_that_a_member_came_to_are_counted() {
    let some = visits(&[Some(0), None, Some(5), Some(0)]);
    assert_eq!(says(rate(&some), Say::AttendanceRate, 4, &[("came", 3.0)]).english(), "Came to 3 of 4 sessions.");
    assert_eq!(rate(&some[..2]), None);
}

#[test]
fn staying_away_is_told_to_leaders() {
    let row = visits(&[Some(0), Some(0), Some(0), None, None]);
    says(away(&row), Say::AttendanceAway, 5, &[("missed", 2.0)]);
    // Two of the latest three, after coming to both before.
    let fell = visits(&[Some(0), Some(0), None, Some(0), None]);
    says(away(&fell), Say::AttendanceFell, 5, &[("missed", 2.0), ("latest", 3.0)]);
    assert_eq!(away(&visits(&[Some(0), Some(0), Some(0), Some(0), None])), None);
    // Two sessions in all are too few to say anything, although both were missed.
    assert_eq!(away(&visits(&[None, None])), None);
}

#[test]
fn coming_later_and_later_is_a_slope() {
    // 0, 4, absent, 6, 12: differences for each step 4, 3, 4, 2, 4, 6; in order 2 3 4 4 4 6, middle 4.
    let drift = visits(&[Some(0), Some(4), None, Some(6), Some(12)]);
    says(later(&drift), Say::AttendanceLater, 4, &[("minutes", 4.0)]);
    assert_eq!(later(&visits(&[Some(10), Some(5), Some(0)])), None);
    assert_eq!(later(&visits(&[Some(0), None, Some(20)])), None);
}

fn ratings(day: i32, values: &[f64]) -> Ratings {
    Ratings { day: Day(day), values: values.to_vec() }
}

#[test]
fn sessions_with_fewer_than_four_ratings_are_left_out() {
    // Means: 6, (left out), 8, 5. Before: (6 + 8) / 2 = 7; the latest is lower.
    let sessions = [
        ratings(0, &[5.0, 6.0, 6.0, 7.0]),
        ratings(7, &[1.0, 1.0, 1.0]),
        ratings(14, &[8.0, 8.0, 7.0, 9.0]),
        ratings(21, &[4.0, 5.0, 6.0, 5.0, 5.0]),
    ];
    says(latest(&sessions), Say::ClimateLower, 3, &[("latest", 5.0), ("raters", 5.0), ("before", 7.0)]);
    assert_eq!(means(&sessions).iter().map(|session| session.day.0).collect::<Vec<_>>(), [0, 14, 21]);
    assert_eq!((latest(&sessions[..3]), means(&sessions[..3]).len()), (None, 0));
    // Three that can be read and one that cannot are three.
    let damaged = [&sessions[..3], &[ratings(21, &[4.0, 5.0, 6.0, f64::NAN])]].concat();
    assert_eq!(latest(&damaged), None);
}

fn sign(day: i32, what: What) -> Sign {
    Sign { day: Day(day), what }
}

#[test]
fn one_sign_of_danger_is_a_task() {
    let signs = [sign(4, What::SuicideUrge(scale(4))), sign(5, What::SuicideUrge(scale(3))), sign(6, What::SelfHarm)];
    let figures = [("signs", 2.0), ("urges", 1.0), ("self_harm", 1.0), ("answers", 0.0), ("others", 0.0)];
    let statement = says(task(&signs), Say::RiskTask, 2, &figures);
    assert_eq!((statement.pattern, statement.audience), (Pattern::Risk, Audience::Leader));
    assert_eq!(task(&signs[1..2]), None);
    for what in [What::Answer, What::AskedForHelp, What::LeaderSaw, What::SomebodyWorried, What::MissedAfterSign] {
        says(task(&[sign(1, what)]), Say::RiskTask, 1, &[("signs", 1.0)]);
    }
}
