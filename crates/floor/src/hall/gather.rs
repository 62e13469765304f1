//! What is gathered from members: ratings of a check-in, words without names, votes of a poll.
//!
//! A rating is its member's, and those who lead see whose it is. Words and votes are kept without their seats, words in the order
//! of the alphabet: who said what is known to nobody, and so cannot be changed or shown. Nothing is shown of fewer than three.

use serde::{Deserialize, Serialize};

use super::chair::Role;
use super::chat::readable;
use super::output::{News, Output, To};
use super::{Hall, Refused};
use crate::Seat;

/// The highest rating; the lowest is 0.
pub const RATING_MAX: u8 = 10;
/// How many have to have answered before it is shown.
pub const REVEAL_MIN: usize = 3;
/// The most options of a poll.
pub const OPTIONS_MAX: usize = 8;
const PROMPT_CHARS_MAX: usize = 300;
const OPTION_CHARS_MAX: usize = 100;
const ANSWER_CHARS_MAX: usize = 500;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asking {
    /// A rating from 0 to 10.
    CheckIn,
    /// Words without a name.
    Words,
    /// One of these.
    Poll(Vec<String>),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// From 0 to 10.
    Rating(u8),
    /// Words.
    Words(String),
    /// The place of an option, from 0.
    Vote(usize),
}

/// What was answered so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Answers {
    Ratings(Vec<(Seat, u8)>),
    Words(Vec<String>),
    Votes(Vec<(String, u32)>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gathering {
    pub prompt: String,
    pub answers: Answers,
    /// Who has answered, sorted, so that it says nothing of an order.
    pub answered: Vec<Seat>,
    pub revealed: bool,
}

impl Gathering {
    fn new(asking: Asking, prompt: &str) -> Result<Self, Refused> {
        let answers = match asking {
            Asking::CheckIn => Answers::Ratings(Vec::new()),
            Asking::Words => Answers::Words(Vec::new()),
            Asking::Poll(options) => Answers::Votes(check_options(&options)?),
        };
        let prompt = readable(prompt, PROMPT_CHARS_MAX)?;
        Ok(Self { prompt, answers, answered: Vec::new(), revealed: false })
    }

    fn take(&mut self, seat: Seat, answer: Answer) -> Result<(), Refused> {
        if self.revealed {
            return Err(Refused::Revealed);
        }
        let place = self.answered.binary_search(&seat);
        match (&mut self.answers, answer) {
            (Answers::Ratings(ratings), Answer::Rating(rating @ 0..=RATING_MAX)) => {
                ratings.retain(|(other, _)| *other != seat);
                ratings.push((seat, rating));
            }
            (Answers::Words(_) | Answers::Votes(_), _) if place.is_ok() => return Err(Refused::AnsweredAlready),
            (Answers::Words(all), Answer::Words(words)) => {
                let words = readable(&words, ANSWER_CHARS_MAX)?;
                all.insert(all.partition_point(|other| *other < words), words);
            }
            (Answers::Votes(votes), Answer::Vote(place)) => {
                votes.get_mut(place).ok_or(Refused::OtherAnswer)?.1 += 1;
            }
            _ => return Err(Refused::OtherAnswer),
        }
        if let Err(place) = place {
            self.answered.insert(place, seat);
        }
        Ok(())
    }
}

fn check_options(options: &[String]) -> Result<Vec<(String, u32)>, Refused> {
    if !(2..=OPTIONS_MAX).contains(&options.len()) {
        return Err(Refused::Bounds);
    }
    let option = |words: &String| readable(words, OPTION_CHARS_MAX).map(|words| (words, 0));
    options.iter().map(option).collect()
}

impl Hall {
    pub(super) fn gather(&mut self, asking: Asking, prompt: &str) -> Result<Vec<Output>, Refused> {
        if self.gathering.is_some() {
            return Err(Refused::Gathering);
        }
        self.gathering = Some(Gathering::new(asking, prompt)?);
        Ok(vec![Output::Tell(To::Everybody, News::Gathering)])
    }

    pub(super) fn answer_gathering(&mut self, seat: Seat, answer: Answer) -> Result<Vec<Output>, Refused> {
        if self.chair(seat).ok_or(Refused::Nobody)?.role != Role::Member {
            return Err(Refused::Members);
        }
        let gathering = self.gathering.as_mut().ok_or(Refused::NothingGathered)?;
        gathering.take(seat, answer)?;
        Ok(vec![Output::Tell(To::Everybody, News::Answered(gathering.answered.len()))])
    }

    pub(super) fn reveal(&mut self) -> Result<Vec<Output>, Refused> {
        let gathering = self.gathering.as_mut().ok_or(Refused::NothingGathered)?;
        if gathering.revealed {
            return Err(Refused::Revealed);
        }
        if gathering.answered.len() < REVEAL_MIN {
            return Err(Refused::TooFew);
        }
        gathering.revealed = true;
        Ok(vec![Output::Tell(To::Everybody, News::Revealed)])
    }

    pub(super) fn put_away(&mut self) -> Result<Vec<Output>, Refused> {
        self.gathering.take().ok_or(Refused::NothingGathered)?;
        Ok(vec![Output::Tell(To::Everybody, News::PutAway)])
    }
}
