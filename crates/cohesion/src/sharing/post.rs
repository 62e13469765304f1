//! What somebody wrote in a thread: its kind, to whom it is shown, and what each reader sees of it. Pure.

use serde::{Deserialize, Serialize};

use super::{MatterId, PostId};
use crate::clock::Timestamp;
use crate::coded;
use crate::groups::{Capability, Charter};

coded! {
    /// What a post is there for.
    Kind "kind of post" {
        /// It gives something.
        Give = 1 "give" "sharing-kind-give";
        /// It asks for something.
        Ask = 2 "ask" "sharing-kind-ask";
        /// It wants to be heard, and asks for no advice.
        Listen = 3 "listen" "sharing-kind-listen";
        /// It says what helped its writer.
        Helped = 4 "helped" "sharing-kind-helped";
        /// It says that somebody has heard.
        Heard = 5 "heard" "sharing-kind-heard";
    }
}

impl Kind {
    /// The kinds with which a thread goes on.
    pub const FRESH: [Self; 3] = [Self::Give, Self::Ask, Self::Listen];

    /// The kinds that may answer a post of this kind: whoever only wants to be heard gets no advice.
    pub fn answers(self, charter: &Charter) -> Vec<Self> {
        let helped = charter.allow(Capability::PeerExperience).ok().map(|()| Self::Helped);
        match self {
            Self::Listen | Self::Heard => vec![Self::Heard],
            Self::Ask => helped.into_iter().chain([Self::Give, Self::Heard]).collect(),
            Self::Give | Self::Helped => vec![Self::Heard, Self::Ask],
        }
    }
}

coded! {
    /// To whom a post is shown, and how.
    Audience "audience of a post" {
        /// The group, with the writer's name in it.
        Named = 1 "named" "sharing-audience-named";
        /// The group, without a name.
        Nameless = 2 "nameless" "sharing-audience-nameless";
        /// Those who lead the group, and nobody else.
        Leaders = 3 "leaders" "sharing-audience-leaders";
    }
}

coded! {
    /// Where a post is.
    PostState "state of a post" {
        /// Whoever moderates has not read it yet.
        Waiting = 1 "waiting" "sharing-post-waiting";
        /// It stands there.
        Shown = 2 "shown" "sharing-post-shown";
        /// Whoever moderates took it out.
        TakenOut = 3 "taken-out" "sharing-post-taken-out";
        /// Its writer took it back.
        TakenBack = 4 "taken-back" "sharing-post-taken-back";
    }
}

coded! {
    /// A word to somebody who wrote. Nobody counts them.
    Reaction "reaction" {
        /// It is the same with whoever says it.
        MeToo = 1 "me-too" "sharing-reaction-me-too";
        /// They say thank you.
        ThankYou = 2 "thank-you" "sharing-reaction-thank-you";
        /// They send strength.
        Strength = 3 "strength" "sharing-reaction-strength";
    }
}

/// What is sealed of a post.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Body {
    /// The name that the writer had in the group when they wrote it.
    pub called: String,
    /// From which side it was written.
    pub leads: bool,
    /// What it says.
    pub text: String,
    /// What one may want to know before reading it.
    pub note: Option<String>,
}

/// Who wrote a post, as one reader sees it.
#[derive(Clone, PartialEq, Eq)]
pub enum By {
    /// The reader.
    Oneself(String),
    /// Somebody in the group, by the name that they have there.
    Member(String),
    /// Somebody in the group who gave no name; for those who lead, with it.
    Nameless(Option<String>),
    /// Somebody who leads the group.
    Leader(String),
}

/// A post as one reader sees it.
#[derive(Clone)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// What it is there for.
    pub kind: Kind,
    /// To whom it is shown.
    pub audience: Audience,
    /// Where it is.
    pub state: PostState,
    /// The post that it answers.
    pub answers: Option<PostId>,
    /// When it was written.
    pub at: Timestamp,
    /// What it says; nothing where a gap is left.
    pub said: Option<Said>,
    /// The words that were sent to it: those of anybody, each once.
    pub reactions: Vec<Reaction>,
    /// Those that the reader sent.
    pub own_reactions: Vec<Reaction>,
    /// What is or was to look after about it, for its writer and those who lead.
    pub matter: Option<MatterId>,
}

/// What a post says, and who says it.
#[derive(Clone)]
pub struct Said {
    /// Who.
    pub by: By,
    /// What.
    pub text: String,
    /// What one may want to know before reading it.
    pub note: Option<String>,
}

/// How a reader stands to a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eye {
    /// They wrote it.
    Own,
    /// They lead the group.
    Leading,
    /// They sit in the group with its writer.
    Fellow,
}

/// How much of a post a reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// All of it.
    Whole,
    /// All but the name.
    WithoutName,
    /// That something stood there.
    Gap,
    /// Nothing at all.
    Nothing,
}

/// How much of a post a reader sees. What a fellow never saw leaves no gap either.
pub(super) const fn sight(eye: Eye, state: PostState, audience: Audience) -> Sight {
    match (eye, state) {
        (_, PostState::TakenBack) | (Eye::Leading, PostState::TakenOut) => match (eye, audience) {
            (Eye::Fellow, Audience::Leaders) => Sight::Nothing,
            _ => Sight::Gap,
        },
        (Eye::Own | Eye::Leading, _) => Sight::Whole,
        (Eye::Fellow, PostState::Waiting) => Sight::Nothing,
        (Eye::Fellow, PostState::Shown | PostState::TakenOut) => match (audience, state) {
            (Audience::Leaders, _) => Sight::Nothing,
            (_, PostState::TakenOut) => Sight::Gap,
            (Audience::Nameless, _) => Sight::WithoutName,
            (Audience::Named, _) => Sight::Whole,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reader_sees_what_is_meant_for_them() {
        for (eye, state, audience, expected) in [
            (Eye::Own, PostState::Waiting, Audience::Named, Sight::Whole),
            (Eye::Own, PostState::TakenOut, Audience::Named, Sight::Whole),
            (Eye::Own, PostState::TakenBack, Audience::Named, Sight::Gap),
            (Eye::Leading, PostState::Waiting, Audience::Leaders, Sight::Whole),
            (Eye::Leading, PostState::TakenOut, Audience::Named, Sight::Gap),
            (Eye::Leading, PostState::TakenBack, Audience::Leaders, Sight::Gap),
            (Eye::Fellow, PostState::Shown, Audience::Named, Sight::Whole),
            (Eye::Fellow, PostState::Shown, Audience::Nameless, Sight::WithoutName),
            (Eye::Fellow, PostState::Shown, Audience::Leaders, Sight::Nothing),
            (Eye::Fellow, PostState::Waiting, Audience::Named, Sight::Nothing),
            (Eye::Fellow, PostState::TakenOut, Audience::Named, Sight::Gap),
            (Eye::Fellow, PostState::TakenOut, Audience::Leaders, Sight::Nothing),
            (Eye::Fellow, PostState::TakenBack, Audience::Nameless, Sight::Gap),
            (Eye::Fellow, PostState::TakenBack, Audience::Leaders, Sight::Nothing),
        ] {
            assert_eq!(sight(eye, state, audience), expected, "{eye:?} {state:?} {audience:?}");
        }
    }

    #[test]
    fn whoever_only_wants_to_be_heard_gets_no_advice() {
        for charter in [Charter::therapy(), Charter::support()] {
            assert_eq!(Kind::Listen.answers(&charter), [Kind::Heard]);
        }
        assert!(Kind::Ask.answers(&Charter::support()).contains(&Kind::Helped));
        assert!(!Kind::Ask.answers(&Charter::therapy()).contains(&Kind::Helped));
    }
}
