//! A statement about one member's records as it is shown: with what it is about, and the member's own word beside it.

use patterns::{Audience, Statement};

use super::Remark;
use super::sayings::{sentence, worked_out};
use crate::web::words::{Said, Words};

/// One statement, under a key that stays the same from week to week.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Which statement it is, such as `homework:done`.
    pub key: String,
    /// What it is about, where that has a title of its own, such as a questionnaire's.
    pub about: Option<String>,
    /// The questionnaire whose course it tells of.
    pub instrument: Option<&'static str>,
    /// What is said.
    pub statement: Statement,
}

impl Told {
    /// The sentence, to the member.
    pub fn sentence(&self, words: Words) -> Said {
        sentence(words, &self.statement)
    }

    /// How it was worked out.
    pub fn worked_out(&self, words: Words) -> Said {
        worked_out(words, &self.statement)
    }

    /// Whether members read it.
    pub fn is_for_members(&self) -> bool {
        self.statement.audience == Audience::Member
    }
}

/// What a member's records show to those who lead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patterns {
    /// Each statement, with the member's word to it where they let it be read.
    pub told: Vec<(Told, Option<Remark>)>,
    /// Words that cannot be read.
    pub damaged: usize,
}

/// One statement to the member whose records it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Mine {
    /// What is said.
    pub told: Told,
    /// Whether those who lead the group can read the same: a statement that rests on worksheets kept for oneself is one's own.
    pub is_shared: bool,
    /// One's own word to it.
    pub remark: Option<Remark>,
}
