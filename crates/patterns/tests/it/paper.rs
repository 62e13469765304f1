//! What hand-worked examples are compared with.

use patterns::{Figure, Say, Scale, Statement};

pub fn scale<const MAX: u8>(value: u8) -> Scale<MAX> {
    Scale::new(value).unwrap()
}

/// Asserts the sentence, the number of records, and each figure that the example worked out.
#[track_caller]
pub fn says(statement: Option<Statement>, say: Say, n: usize, figures: &[(&str, f64)]) -> Statement {
    let statement = statement.expect("there is enough to say something");
    assert_eq!((statement.say, statement.n), (say, n));
    for (name, expected) in figures {
        let found = statement.figures.iter().find(|(known, _)| known == name).map(|(_, figure)| figure);
        let value = match found {
            Some(Figure::Number(number)) => *number,
            Some(Figure::Count(count)) => f64::from(u32::try_from(*count).unwrap()),
            other => panic!("{name} is {other:?}"),
        };
        assert!((value - expected).abs() < 1e-9, "{name} is {value} and not {expected}");
    }
    statement
}
