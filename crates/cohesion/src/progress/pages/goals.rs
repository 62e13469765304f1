//! Goals beside scores: the course of a goal under the questionnaire that goes with it, and all others behind.

use maud::{Markup, html};

use crate::assessments::Course;
use crate::goals::{Goal, Side, chart, goal_rows};
use crate::groups::Session;
use crate::say;
use crate::web::View;
use crate::web::parts::{Button, actions, empty};

/// The goals that go with a questionnaire, each with its course.
pub(super) fn beside(view: &View, course: &Course, goals: &[Goal], sessions: &[Session], side: Side) -> Markup {
    let linked = goals.iter().filter(|goal| instrument_of(goal) == Some(course.instrument.canonical.as_str()));
    html! { @for goal in linked { section.stack { (chart(view, goal, sessions, side)) } } }
}

/// All goals as rows, those that stand under no questionnaire with their course, and the way to their page.
pub(super) fn section(
    view: &View,
    goals: &[Goal],
    charted: &[&Course],
    sessions: &[Session],
    (side, address): (Side, &str),
) -> Markup {
    let words = view.words;
    let stands_above = |goal: &&Goal| {
        instrument_of(goal)
            .is_some_and(|canonical| charted.iter().any(|course| course.instrument.canonical == canonical))
    };
    let open = || goals.iter().filter(|goal| goal.is_open());
    let heading = match side {
        Side::Own => say!(words, "progress-goals-mine"),
        Side::Care => say!(words, "progress-goals"),
    };
    html! {
        section.stack {
            h2 { (heading) }
            @if open().next().is_none() { (empty(say!(words, "progress-no-goals"))) } @else { (goal_rows(view, open(), side)) }
            (actions(Button::link(address, say!(words, "progress-to-goals")).outline()))
        }
        @for goal in open().filter(|goal| !goal.ratings.is_empty() && !stands_above(goal)) {
            section.stack { (chart(view, goal, sessions, side)) }
        }
    }
}

/// The questionnaire that an open goal goes with.
fn instrument_of(goal: &Goal) -> Option<&str> {
    goal.in_force().filter(|_| goal.is_open())?.terms.instrument.as_deref()
}
