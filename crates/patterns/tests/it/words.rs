//! What is said, and what is never said.

use std::collections::BTreeSet;

use patterns::{Audience, Figure, Pattern, Say};

/// Words that would claim a cause, a label, a forecast or a comparison with others.
const NEVER: &[&str] = &[
    "caused",
    "because",
    "due to",
    "leads to",
    "proves",
    "proof",
    "predict",
    "will ",
    "unmotivated",
    "lazy",
    "catastroph",
    "cured",
    "cure",
    "habituated",
    "failed",
    "failure",
    "streak",
    "rank",
    "badge",
    "score of risk",
    "compliance",
    "refus",
    "other members",
    "the group's average",
    "better than others",
    "worse than others",
    "should",
    "must",
    "just",
    "simply",
    "patient",
    "you are a",
    "!",
];

fn sentences() -> impl Iterator<Item = &'static str> {
    Say::ALL.iter().flat_map(|say| [say.sentence(), say.how()])
}

#[test]
fn nothing_is_said_that_must_not_be_said() {
    for sentence in sentences() {
        let small = sentence.to_lowercase();
        let found: Vec<_> = NEVER.iter().filter(|word| small.contains(*word)).collect();
        assert!(found.is_empty(), "{found:?} in {sentence}");
    }
}

#[test]
fn no_sentence_is_longer_than_twenty_five_words() {
    for text in sentences() {
        for sentence in text.split_inclusive(['.', '?']) {
            assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
        }
    }
}

#[test]
fn each_key_stands_once_and_looks_like_a_key() {
    let keys: BTreeSet<_> = Say::ALL.iter().map(|say| say.key()).collect();
    assert_eq!(keys.len(), Say::ALL.len());
    let is_key = |key: &&str| key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    assert!(keys.iter().all(is_key));
}

#[test]
fn a_skill_is_never_told_without_doubt() {
    for say in Say::ALL.iter().filter(|say| say.key().starts_with("skill-") && !say.key().ends_with("level")) {
        assert!(
            say.sentence().contains("could be either direction") || say.sentence().contains("may lie behind"),
            "{say:?}"
        );
    }
}

#[test]
fn the_minimum_of_each_pattern_is_the_published_one() {
    let minimums = Pattern::ALL.map(Pattern::minimum);
    assert_eq!(minimums, [4, 10, 3, 5, 14, 10, 3, 4, 3, 3, 3, 1]);
    let for_leaders: Vec<_> =
        Pattern::ALL.into_iter().filter(|pattern| pattern.audience() == Audience::Leader).collect();
    assert_eq!(for_leaders, [Pattern::Participation, Pattern::Attendance, Pattern::Climate, Pattern::Risk]);
}

#[test]
fn numbers_are_shown_with_one_decimal_at_most() {
    for (number, shown) in [(7.0, "7"), (1.375, "1.4"), (-0.04, "0"), (0.05, "0.1"), (10.0, "10"), (-2.25, "-2.2")] {
        assert_eq!(Figure::Number(number).english(), shown);
    }
}
