//! What members say when they look back on their group, and how much of it those who lead may see. Pure.

use serde::{Deserialize, Serialize};

/// The Fluent keys of what is asked; each is answered from 1, not at all, to 5, very much.
pub const QUESTIONS: [&str; 7] = [
    "endings-question-welcome",
    "endings-question-heard",
    "endings-question-led",
    "endings-question-useful",
    "endings-question-rules",
    "endings-question-pace",
    "endings-question-again",
];

/// Fewer answers than this are not shown at all: below it, those who lead could tell whose they are.
pub const SHOWN_FROM: usize = 4;

/// Later ones are shown so many at a time, so that none can be told from when it came.
const SHOWN_TOGETHER: usize = 2;

/// What one member said.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evaluation {
    /// From 1 to 5, in the order of [`QUESTIONS`].
    pub ratings: Vec<u8>,
    /// What helped most; may be empty.
    pub helped: String,
    /// What would have been better; may be empty.
    pub better: String,
}

impl std::fmt::Debug for Evaluation {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Evaluation([sealed])")
    }
}

/// All that was said of one group, without an order that tells anything.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Pool {
    /// What those who lead may see.
    shown: Vec<Evaluation>,
    /// What waits for enough others.
    waiting: Vec<Evaluation>,
}

impl Pool {
    /// Adds one, and lets go of a batch where enough wait. Each list is kept in the order of its content.
    pub fn add(&mut self, evaluation: Evaluation) {
        self.waiting.push(evaluation);
        self.waiting.sort();
        let enough = if self.shown.is_empty() { SHOWN_FROM } else { SHOWN_TOGETHER };
        if self.waiting.len() >= enough {
            self.shown.append(&mut self.waiting);
            self.shown.sort();
        }
    }

    /// How many there are.
    pub const fn count(&self) -> usize {
        self.shown.len() + self.waiting.len()
    }

    /// What may be seen.
    pub fn shown(&self) -> &[Evaluation] {
        &self.shown
    }

    /// What may be seen once nobody can answer any more: whoever waited for others is shown with the rest, where there are
    /// enough. When that happens has nothing to do with when anybody answered.
    pub fn shown_at_last(&self) -> Vec<Evaluation> {
        if self.count() < SHOWN_FROM {
            return Vec::new();
        }
        let mut all = [self.shown.as_slice(), self.waiting.as_slice()].concat();
        all.sort();
        all
    }
}

/// How often each answer was given to one question, from 1 to 5.
pub(super) fn counts(shown: &[Evaluation], question: usize) -> [usize; 5] {
    let mut counts = [0; 5];
    for rating in shown.iter().filter_map(|one| one.ratings.get(question)) {
        if let Some(count) = counts.get_mut(usize::from(rating.saturating_sub(1))) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod rules {
    use super::*;

    fn said(rating: u8, helped: &str) -> Evaluation {
        Evaluation { ratings: vec![rating; QUESTIONS.len()], helped: helped.to_owned(), better: String::new() }
    }

    #[test]
    fn nothing_is_shown_before_the_fourth_and_then_never_one_alone() {
        let mut pool = Pool::default();
        let mut shown = Vec::new();
        for number in 1..=8 {
            pool.add(said(number % 5 + 1, ""));
            shown.push(pool.shown().len());
        }
        assert_eq!(shown, [0, 0, 0, 4, 4, 6, 6, 8]);
        assert_eq!(pool.count(), 8);
    }

    #[test]
    fn the_order_is_the_same_whoever_answered_first() {
        let (mut one, mut other) = (Pool::default(), Pool::default());
        let all = [said(5, "The breaks"), said(1, ""), said(3, "You"), said(4, "Tea")];
        for evaluation in &all {
            one.add(evaluation.clone());
        }
        for evaluation in all.iter().rev() {
            other.add(evaluation.clone());
        }
        assert_eq!(one.shown(), other.shown());
    }

    #[test]
    fn at_last_whoever_waited_is_shown_where_there_are_enough() {
        let mut pool = Pool::default();
        let mut shown = Vec::new();
        for number in 1..=5 {
            pool.add(said(number, ""));
            shown.push((pool.shown().len(), pool.shown_at_last().len()));
        }
        assert_eq!(shown, [(0, 0), (0, 0), (0, 0), (4, 4), (4, 5)]);
    }

    #[test]
    fn answers_are_counted_question_by_question() {
        let shown = [said(5, ""), said(5, ""), said(2, ""), said(1, "")];
        assert_eq!(counts(&shown, 0), [1, 1, 0, 0, 2]);
        assert_eq!(counts(&shown, QUESTIONS.len()), [0; 5], "there is no such question");
    }
}
