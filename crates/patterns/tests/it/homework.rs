//! Homework and thought records, by hand.

use patterns::homework::{State, Task, difficulty, done, latency, obstacle};
use patterns::thoughts::{Record, belief, habit};
use patterns::{Day, Say};

use crate::paper::{says, scale};

fn task(given: i32, state: State, hard: Option<u8>, obstacle: &str) -> Task {
    let obstacle = Some(obstacle.to_owned()).filter(|word| !word.is_empty());
    Task { given: Day(given), state, difficulty: hard.map(scale), obstacle }
}

/// Five tasks: three done after 2, 5 and 3 days, one in part, one not; time was short twice, sleep once.
fn tasks() -> Vec<Task> {
    vec![
        task(0, State::Done(Day(2)), Some(4), ""),
        task(7, State::Partly, Some(8), "time"),
        task(14, State::Done(Day(19)), Some(6), "sleep"),
        task(21, State::NotDone, None, "time"),
        task(28, State::Done(Day(31)), None, ""),
    ]
}

#[test]
fn tasks_are_counted() {
    let figures = [("done", 3.0), ("partly", 1.0), ("not_done", 1.0), ("tasks", 5.0)];
    let statement = says(done(&tasks()), Say::HomeworkDonePartly, 5, &figures);
    assert_eq!(statement.english(), "3 of 5 done, 1 more in part.");
    assert_eq!((statement.period.from, statement.period.to), (Day(0), Day(28)));
    let whole: Vec<Task> = tasks().into_iter().filter(|task| task.state != State::Partly).collect();
    assert_eq!(says(done(&whole), Say::HomeworkDone, 4, &[]).english(), "3 of 4 done.");
}

#[test]
fn the_obstacle_named_most_is_told() {
    let statement = says(obstacle(&tasks()), Say::HomeworkObstacle, 5, &[("times", 2.0)]);
    assert_eq!(statement.english(), "What got in the way most often: time (2 times).");
    // Named once each, or twice each: none is the most frequent.
    let once = [
        task(0, State::NotDone, None, "time"),
        task(7, State::NotDone, None, "sleep"),
        task(9, State::Partly, None, ""),
    ];
    assert_eq!(obstacle(&once), None);
    let tie = [&tasks()[..], &[task(35, State::Partly, None, "sleep")]].concat();
    assert_eq!(obstacle(&tie), None);
}

#[test]
fn the_wait_and_the_difficulty_are_medians() {
    // Waits 2, 5, 3 in order 2 3 5: middle 3.
    assert_eq!(says(latency(&tasks()), Say::HomeworkLatency, 3, &[("days", 3.0)]).n, 3);
    // Ratings 4, 8, 6 in order 4 6 8: middle 6.
    says(difficulty(&tasks()), Say::HomeworkDifficulty, 3, &[("difficulty", 6.0)]);
    // Two that were done are too few, although three tasks were given.
    assert_eq!(latency(&tasks()[..4]), None);
    // Done before it was given is a slip of the pen.
    let slip = [&tasks()[..4], &[task(28, State::Done(Day(27)), None, "")]].concat();
    assert_eq!(latency(&slip), None);
}

fn record(day: i32, before: Option<u8>, after: Option<u8>, habits: &[&str]) -> Record {
    let habits = habits.iter().map(|habit| (*habit).to_owned()).collect();
    Record { day: Day(day), before: before.map(scale), after: after.map(scale), habits }
}

/// Eight records; six name mind reading, one of them twice; five have both figures.
fn records() -> Vec<Record> {
    vec![
        record(0, Some(90), Some(50), &["mind reading", "labelling"]),
        record(2, Some(80), Some(60), &["mind reading", "mind reading"]),
        record(4, Some(70), Some(70), &["mind reading"]),
        record(6, Some(60), Some(65), &["labelling"]),
        record(8, Some(95), Some(50), &["mind reading"]),
        record(10, Some(95), None, &["mind reading"]),
        record(12, None, None, &["mind reading"]),
        record(14, None, Some(20), &[]),
    ]
}

#[test]
fn the_change_of_belief_is_a_mean() {
    // 40 + 20 + 0 − 5 + 45 = 100; over five records 20.
    let statement = says(belief(&records()), Say::BeliefLower, 5, &[("points", 20.0)]);
    assert_eq!((statement.period.from, statement.period.to), (Day(0), Day(8)));
    assert_eq!(belief(&records()[1..]), None);
    let up: Vec<Record> = (0..5).map(|day| record(day, Some(40), Some(43), &[])).collect();
    says(belief(&up), Say::BeliefHigher, 5, &[("points", 3.0)]);
    let level: Vec<Record> = (0..5).map(|day| record(day, Some(40), Some(40), &[])).collect();
    says(belief(&level), Say::BeliefLevel, 5, &[("points", 0.0)]);
}

#[test]
fn a_habit_counts_once_a_record() {
    let statement = says(habit(&records()), Say::Habit, 8, &[("times", 6.0), ("records", 8.0)]);
    assert_eq!(statement.english(), "You named mind reading in 6 of 8 thought records.");
    // In two of five records: too seldom.
    let seldom: Vec<Record> =
        (0..5).map(|day| record(day, None, None, if day < 2 { &["labelling"] } else { &[] })).collect();
    assert_eq!(habit(&seldom), None);
    assert_eq!(habit(&records()[..4]), None);
}
