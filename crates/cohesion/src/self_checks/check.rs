//! The questions and what can be answered.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The questions, by their Fluent keys. The last one asks whether somebody felt safe with themselves.
pub const QUESTIONS: [&str; 5] = [
    "self-checks-question-rest",
    "self-checks-question-others",
    "self-checks-question-glad",
    "self-checks-question-through",
    "self-checks-question-safe",
];

/// How often something was so in the last two weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// On no day.
    Never,
    /// On a few.
    Seldom,
    /// On about half of them.
    Sometimes,
    /// On most.
    Often,
}

/// A self-check as it was answered. A question may be left out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfCheck {
    /// One for each question, in their order.
    pub answers: [Option<Answer>; QUESTIONS.len()],
    /// What somebody wrote to themselves.
    pub words: String,
}

/// What a self-check tells its owner to do first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// They may not be safe: they see help. Nobody else is told.
    OfDanger,
    /// Nothing in particular.
    Nothing,
}

impl Answer {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Never, Self::Seldom, Self::Sometimes, Self::Often];

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Seldom => "seldom",
            Self::Sometimes => "sometimes",
            Self::Often => "often",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Never => "self-checks-never",
            Self::Seldom => "self-checks-seldom",
            Self::Sometimes => "self-checks-sometimes",
            Self::Often => "self-checks-often",
        }
    }
}

impl FromStr for Answer {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|answer| answer.word() == word).ok_or(())
    }
}

impl SelfCheck {
    /// Whoever did not feel safe on most days sees help at once.
    pub fn tells(&self) -> Tells {
        match self.answers.last() {
            Some(Some(Answer::Never | Answer::Seldom)) => Tells::OfDanger,
            _ => Tells::Nothing,
        }
    }
}

impl std::fmt::Debug for SelfCheck {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SelfCheck([sealed])")
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, SelfCheck, Tells};

    fn safe(answer: Option<Answer>) -> Tells {
        let mut answers = [Some(Answer::Often); 5];
        answers[4] = answer;
        SelfCheck { answers, words: String::new() }.tells()
    }

    #[test]
    fn only_what_was_said_of_being_safe_leads_to_help() {
        assert_eq!([Some(Answer::Never), Some(Answer::Seldom)].map(safe), [Tells::OfDanger; 2]);
        assert_eq!([Some(Answer::Sometimes), Some(Answer::Often), None].map(safe), [Tells::Nothing; 3]);
        let sad = SelfCheck { answers: [Some(Answer::Never), None, None, None, None], words: String::new() };
        assert_eq!(sad.tells(), Tells::Nothing);
    }
}
