//! Practice between sessions: what was done, how soon, how hard it was and what got in the way.

use crate::day::{Day, Period};
use crate::numbers::{median, most_frequent};
use crate::scale::Scale;
use crate::statement::{Pattern, Statement, figures};
use crate::words::Say;

/// One task that was given to the member.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The day it was given.
    pub given: Day,
    /// What became of it.
    pub state: State,
    /// How hard it was, where the member said so.
    pub difficulty: Option<Scale<10>>,
    /// What got in the way, as the form's list has it.
    pub obstacle: Option<String>,
}

/// What became of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Done, on that day.
    Done(Day),
    /// Done in part.
    Partly,
    /// Not done, or not yet.
    NotDone,
}

/// How often an obstacle must have been named.
const OBSTACLE_MIN: usize = 2;

/// How many tasks were done. Needs three tasks. Figures: `done`, `partly`, `not_done`, `tasks`.
pub fn done(tasks: &[Task]) -> Option<Statement> {
    let count = |is_so: fn(&State) -> bool| tasks.iter().filter(|task| is_so(&task.state)).count();
    let done = count(|state| matches!(state, State::Done(_)));
    let partly = count(|state| *state == State::Partly);
    let not_done = count(|state| *state == State::NotDone);
    let say = if partly > 0 { Say::HomeworkDonePartly } else { Say::HomeworkDone };
    Pattern::Homework.state(
        tasks.len(),
        period(tasks.iter()),
        say,
        figures![done, partly, not_done, tasks = tasks.len()],
    )
}

/// What got in the way most often. Needs three tasks, and one obstacle that was named twice and more often than others.
///
/// Figures: `obstacle`; `times`; `tasks`.
pub fn obstacle(tasks: &[Task]) -> Option<Statement> {
    let (obstacle, times) = most_frequent(tasks.iter().filter_map(|task| task.obstacle.as_deref()))?;
    if times < OBSTACLE_MIN {
        return None;
    }
    let figures = figures![obstacle, times, tasks = tasks.len()];
    Pattern::Homework.state(tasks.len(), period(tasks.iter()), Say::HomeworkObstacle, figures)
}

/// How long after being given a task is done. Needs three tasks that were done. Figure: `days`, the median.
pub fn latency(tasks: &[Task]) -> Option<Statement> {
    let done = || tasks.iter().filter(|task| matches!(task.state, State::Done(day) if day >= task.given));
    let waits: Vec<f64> = done().filter_map(wait_days).collect();
    let days = median(&waits)?;
    Pattern::Homework.state(waits.len(), period(done()), Say::HomeworkLatency, figures![days])
}

/// How hard the tasks were. Needs three that were rated. Figures: `difficulty`, the median of 0 to 10; `tasks`.
pub fn difficulty(tasks: &[Task]) -> Option<Statement> {
    let rated = || tasks.iter().filter(|task| task.difficulty.is_some());
    let ratings: Vec<f64> = rated().filter_map(|task| task.difficulty).map(Scale::number).collect();
    let difficulty = median(&ratings)?;
    let figures = figures![difficulty, tasks = ratings.len()];
    Pattern::Homework.state(ratings.len(), period(rated()), Say::HomeworkDifficulty, figures)
}

fn wait_days(task: &Task) -> Option<f64> {
    match task.state {
        State::Done(day) => Some(f64::from(day.0) - f64::from(task.given.0)),
        State::Partly | State::NotDone => None,
    }
}

fn period<'t>(tasks: impl Iterator<Item = &'t Task> + Clone) -> Option<Period> {
    Period::of(tasks.map(|task| task.given))
}
