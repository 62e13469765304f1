//! The score over a member's goals: worked examples, and what holds whatever the levels and weights are.

use measures::goals::{Level, Rated, Weight};
use proptest::prelude::*;

use super::*;
use crate::clock::Timestamp;
use crate::goals::{Answered, Attained, Part, Rating, Version, course_of_attainment};
use crate::id::{GroupId, PersonId};

fn part(level: i8, weight: u8) -> Part {
    let rated = Rated { level: Level::new(level).expect("a level"), weight: Weight::new(weight).expect("a weight") };
    Part { goal: GoalId([0; 16]), rated, is_start: false }
}

fn score(parts: &[(i8, u8)]) -> f64 {
    Attained::of(parts.iter().map(|(level, weight)| part(*level, *weight)).collect()).expect("a score").score
}

/// Kiresuk and Sherman 1968 give the formula; what one point is worth among n equal goals is the published table.
#[test]
fn the_published_figures_come_out() {
    for (count, worth) in [(1, 10.00), (2, 6.20), (3, 4.56), (4, 3.63), (5, 3.02), (6, 2.58)] {
        let mut goals = vec![(0, 1); count];
        goals[0].0 = 1;
        assert!((score(&goals) - 50.0 - worth).abs() < 0.005, "{count} goals");
    }
    assert!((score(&[(1, 3), (0, 2), (-1, 1)]) - 54.41).abs() < 0.005);
    assert!((score(&[(2, 3), (-1, 2), (0, 1)]) - 58.81).abs() < 0.005);
}

/// The sums that the page shows are those of the formula.
#[test]
fn the_working_shown_leads_to_the_score() {
    let attained = Attained::of(vec![part(1, 3), part(0, 2), part(-1, 1)]).expect("a score");
    assert_eq!((attained.weighted(), attained.weights(), attained.squares()), (2, 6, 14));
    let (products, weights, squares) = (2.0, 6.0_f64, 14.0);
    let by_hand = 50.0 + 10.0 * products / (0.7 * squares + 0.3 * weights * weights).sqrt();
    assert!((attained.score - by_hand).abs() < 1e-9);
}

#[test]
fn no_goals_with_levels_have_no_score() {
    assert_eq!(Attained::of(Vec::new()), None);
    assert_eq!(Attained::at(&[agreed(number("Swim"), 0)], Timestamp(5)), None);
}

/// A goal that was agreed at this moment, without ratings.
fn agreed(terms: Terms, at: i64) -> Goal {
    let person = PersonId([1; 16]);
    let answered = Some(Answered { reply: Reply::Agree, by: person, at: Timestamp(at) });
    let version = Version { number: 1, author: person, written_at: Timestamp(at), terms, answered };
    let (id, group) = (GoalId([2; 16]), GroupId([3; 16]));
    Goal { id, group, person, begun_at: Timestamp(at), versions: vec![version], ratings: Vec::new(), ended: None }
}

fn rated(mut goal: Goal, at: i64, value: i8) -> Goal {
    let number = u32::try_from(goal.ratings.len()).expect("few") + 1;
    let (version, by, words) = (1, goal.person, String::new());
    goal.ratings.push(Rating { number, version, session: None, by, at: Timestamp(at), value, words });
    goal
}

#[test]
fn a_course_has_a_point_wherever_something_changed() {
    let goals = [rated(agreed(levels("Go out", 1), 10), 20, 1), rated(agreed(levels("Sleep", 1), 10), 30, 0)];
    let course = course_of_attainment(&goals);
    let moments: Vec<i64> = course.iter().map(|(at, _)| at.0).collect();
    assert_eq!(moments, [10, 20, 30]);
    let expected = [50.0 - 2.0 * 6.20, 50.0, 50.0 + 6.20];
    assert!(course.iter().zip(expected).all(|((_, score), wanted)| (score - wanted).abs() < 0.01), "{course:?}");
}

#[test]
fn a_goal_that_was_let_go_of_counts_nowhere_and_a_met_one_does() {
    let one = rated(agreed(levels("Go out", 1), 10), 20, 1);
    for (how, count) in [(How::Dropped, 1), (How::Met, 2), (How::Carried, 2)] {
        let mut other = rated(agreed(levels("Sleep", 1), 10), 20, 2);
        let ending = Ending { how, words: String::new() };
        other.ended = Some(crate::goals::Ended { ending, by: other.person, at: Timestamp(25) });
        let attained = Attained::at(&[one.clone(), other], Timestamp(30)).expect("a score");
        assert_eq!(attained.parts.len(), count, "{how:?}");
    }
}

proptest! {
    #[test]
    fn levels_turned_round_give_the_score_on_the_other_side_of_fifty(
        goals in prop::collection::vec((-2_i8..=2, 1_u8..=3), 1..8),
    ) {
        let turned: Vec<(i8, u8)> = goals.iter().map(|(level, weight)| (-level, *weight)).collect();
        prop_assert!((score(&goals) + score(&turned) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn one_level_up_is_a_higher_score(
        goals in prop::collection::vec((-2_i8..=1, 1_u8..=3), 1..8), which in 0_usize..8,
    ) {
        let mut better = goals.clone();
        let at = which % better.len();
        better[at].0 += 1;
        prop_assert!(score(&better) > score(&goals));
    }
}
