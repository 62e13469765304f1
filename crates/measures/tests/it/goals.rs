//! Goal attainment scaling against worked values.

use measures::goals::{GoalError, Level, Rated, Weight, attainment};

fn goals(levels: &[i8], weights: &[u8]) -> Vec<Rated> {
    let rated = |(level, weight): (&i8, &u8)| Rated {
        level: Level::new(*level).unwrap(),
        weight: Weight::new(*weight).unwrap(),
    };
    levels.iter().zip(weights).map(rated).collect()
}

#[track_caller]
fn scores(levels: &[i8], weights: &[u8], expected: f64) {
    let score = attainment(&goals(levels, weights)).unwrap();
    assert!((score - expected).abs() < 0.005, "{score} is not {expected}");
}

#[test]
fn the_worked_values() {
    scores(&[1, 1, 0], &[1, 1, 1], 59.13);
    scores(&[1, 0, -1], &[3, 2, 1], 54.41);
    scores(&[1, 1, 1], &[1, 1, 1], 63.69);
    scores(&[2, -1, 0], &[3, 2, 1], 58.81);
}

#[test]
fn one_point_among_equal_goals_is_worth_the_published_constants() {
    for (count, worth) in [(1, 10.00), (2, 6.20), (3, 4.56), (4, 3.63), (5, 3.02), (6, 2.58)] {
        let mut levels = vec![0; count];
        levels[0] = 1;
        scores(&levels, &vec![1; count], 50.0 + worth);
    }
}

#[test]
fn all_goals_as_expected_is_fifty_whatever_they_weigh() {
    scores(&[0, 0, 0], &[3, 1, 2], 50.0);
}

#[test]
fn no_goals_have_no_score() {
    assert_eq!(attainment(&[]), None);
}

#[test]
fn levels_and_weights_keep_to_their_range() {
    assert_eq!(Level::new(3), Err(GoalError::Level(3)));
    assert_eq!(Weight::new(0).unwrap_err().to_string(), "A goal's weight lies between 1 and 3, but 0 was given.");
}
