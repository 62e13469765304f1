//! A member's goal: its versions, its ratings and its end, and what they come to. Pure.

use super::{GoalId, Reply, Scale, Terms};
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};

use super::end::{Ending, How};

/// What a member wants to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The group in which it was agreed.
    pub group: GroupId,
    /// Whose it is.
    pub person: PersonId,
    /// When it was first written down.
    pub begun_at: Timestamp,
    /// Every version, the oldest first; there is at least one.
    pub versions: Vec<Version>,
    /// Every rating, the oldest first.
    pub ratings: Vec<Rating>,
    /// Its end, once it has ended.
    pub ended: Option<Ended>,
}

/// One version of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// Who wrote it down.
    pub author: PersonId,
    /// When.
    pub written_at: Timestamp,
    /// What it says.
    pub terms: Terms,
    /// What the other side said; nothing while it waits for them.
    pub answered: Option<Answered>,
}

/// What the other side said to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Yes, or rather as it was.
    pub reply: Reply,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// How far a goal was reached, as somebody rated it.
#[derive(Clone, PartialEq, Eq)]
pub struct Rating {
    /// From 1.
    pub number: u32,
    /// The version under which it was given.
    pub version: u32,
    /// The session that it looks back on.
    pub session: Option<SessionId>,
    /// Who rated.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// From −2 to +2, or from 0 to 10.
    pub value: i8,
    /// Words beside it; may be empty.
    pub words: String,
}

/// The end of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// How it ended.
    pub ending: Ending,
    /// Who wrote it down.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl Goal {
    /// The version that both sides have agreed to.
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.is_agreed())
    }

    /// A version that waits for the other side's answer.
    pub fn proposed(&self) -> Option<&Version> {
        self.versions.last().filter(|version| version.answered.is_none())
    }

    /// The version to show: the one in force, or the newest where none is.
    pub fn shown(&self) -> Option<&Version> {
        self.in_force().or_else(|| self.versions.last())
    }

    /// The number of the newest version; 0 where there is none.
    pub fn newest(&self) -> u32 {
        self.versions.last().map_or(0, |version| version.number)
    }

    /// How far it is at a moment: the scale that held then, the value on it, and the rating that says so. Before the first
    /// rating under a version it is at that version's start. Nothing before it was agreed.
    pub fn at(&self, moment: Timestamp) -> Option<(&Scale, i8, Option<&Rating>)> {
        let held = |version: &&Version| {
            version.answered.is_some_and(|answered| answered.reply == Reply::Agree && answered.at <= moment)
        };
        let version = self.versions.iter().rev().find(held)?;
        let given = |rating: &&Rating| rating.version == version.number && rating.at <= moment;
        let rating = self.ratings.iter().rev().find(given);
        let scale = &version.terms.scale;
        Some((scale, rating.map_or(scale.start(), |rating| rating.value), rating))
    }

    /// Whether it was let go of: such a goal counts nowhere any more.
    pub fn is_dropped(&self) -> bool {
        self.ended.as_ref().is_some_and(|ended| ended.ending.how == How::Dropped)
    }

    /// Whether anything in it can still change.
    pub const fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}

impl Version {
    /// Whether the other side said yes.
    pub fn is_agreed(&self) -> bool {
        self.answered.is_some_and(|answered| answered.reply == Reply::Agree)
    }
}

impl std::fmt::Debug for Rating {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Rating({}, [sealed])", self.number)
    }
}
