//! What is gathered, as one seat sees it: its own part before it is shown, and then everybody's without names.

use serde::Serialize;

use crate::Seat;
use crate::hall::gather::{Answers, Gathering, RATING_MAX};
use crate::hall::{Asking, Hall};

/// What is gathered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gathered {
    /// What is asked for.
    pub asking: Asking,
    /// In which words.
    pub prompt: String,
    /// How many have answered.
    pub answered: usize,
    /// Whether the viewer has.
    pub is_answered: bool,
    /// The viewer's own rating.
    pub rating: Option<u8>,
    /// What came of it, once it is shown.
    pub shown: Option<Shown>,
}

/// What came of it, without names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Shown {
    /// How many gave each rating, from 0 to 10.
    Ratings(Vec<usize>),
    /// The words, in the order of the alphabet.
    Words(Vec<String>),
    /// How many are for each option, in the options' order.
    Votes(Vec<u32>),
}

impl Gathering {
    fn asking(&self) -> Asking {
        match &self.answers {
            Answers::Ratings(_) => Asking::CheckIn,
            Answers::Words(_) => Asking::Words,
            Answers::Votes(votes) => Asking::Poll(votes.iter().map(|(option, _)| option.clone()).collect()),
        }
    }

    pub(super) fn shown(&self) -> Option<Shown> {
        self.revealed.then(|| match &self.answers {
            Answers::Ratings(ratings) => {
                let count = |at: u8| ratings.iter().filter(|(_, rating)| *rating == at).count();
                Shown::Ratings((0..=RATING_MAX).map(count).collect())
            }
            Answers::Words(words) => Shown::Words(words.clone()),
            Answers::Votes(votes) => Shown::Votes(votes.iter().map(|(_, count)| *count).collect()),
        })
    }

    pub(super) fn ratings(&self) -> &[(Seat, u8)] {
        match &self.answers {
            Answers::Ratings(ratings) => ratings,
            Answers::Words(_) | Answers::Votes(_) => &[],
        }
    }
}

impl Hall {
    pub(super) fn gathered(&self, seat: Seat) -> Option<Gathered> {
        self.gathering.as_ref().map(|gathering| Gathered {
            asking: gathering.asking(),
            prompt: gathering.prompt.clone(),
            answered: gathering.answered.len(),
            is_answered: gathering.answered.binary_search(&seat).is_ok(),
            rating: gathering.ratings().iter().find(|(other, _)| *other == seat).map(|(_, rating)| *rating),
            shown: gathering.shown(),
        })
    }
}
