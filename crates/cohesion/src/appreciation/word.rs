//! A word from one member to another, and where it is. Pure.

use serde::{Deserialize, Serialize};

use crate::coded;

coded! {
    /// What kind of word it is.
    Kind "kind of word" {
        /// Something that did the giver good.
        Appreciation = 1 "appreciation" "appreciation-kind-appreciation";
        /// Something that was hard for the giver.
        Impact = 2 "impact" "appreciation-kind-impact";
    }
}

coded! {
    /// Where it is.
    State "state of a word" {
        /// Whoever leads has not read it yet.
        Waiting = 1 "waiting" "appreciation-state-waiting";
        /// It was passed on.
        PassedOn = 2 "passed-on" "appreciation-state-passed-on";
        /// It was given back with words.
        GivenBack = 3 "given-back" "appreciation-state-given-back";
        /// The giver has taken it back.
        TakenBack = 4 "taken-back" "appreciation-state-taken-back";
    }
}

coded! {
    /// What the receiver answered.
    Answer "answer to a word" {
        /// They have read it, and leave it at that.
        Listened = 1 "listened" "appreciation-answer-listened";
        /// They say thank you.
        Thanked = 2 "thanked" "appreciation-answer-thanked";
        /// They would like to talk about it in the group.
        TalkInGroup = 3 "talk" "appreciation-answer-talk";
    }
}

/// What it says: one behaviour, and what it did to the giver.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// "When you …"
    pub when: String,
    /// "… I felt …"
    pub felt: String,
}

impl Said {
    /// Both parts, in their order.
    pub fn texts(&self) -> [String; 2] {
        [self.when.clone(), self.felt.clone()]
    }
}

impl std::fmt::Debug for Said {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Said([sealed])")
    }
}
