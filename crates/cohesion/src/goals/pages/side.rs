//! From which side somebody looks at a goal: their own, or a member's whose group they lead.

use super::super::{Goal, GoalId, Rater};
use crate::id::PersonId;
use crate::identity::Who;
use crate::say;
use crate::web::View;
use crate::{Error, Result};

/// From which side somebody looks at a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is their own.
    Own,
    /// They lead the group.
    Care,
}

impl Side {
    /// Goes on where a goal belongs to this side: one's own goals have no page among those of others, nor the other way.
    pub(super) fn holds(self, who: &Who, person: PersonId) -> Result<()> {
        let is_own = who.person == person;
        if is_own == (self == Self::Own) { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Where a goal's page stands.
    pub(super) fn address(self, id: GoalId) -> String {
        match self {
            Self::Own => format!("/me/goals/{id}"),
            Self::Care => format!("/care/goals/{id}"),
        }
    }

    /// Where a person's goals stand.
    pub(super) fn list(self, person: PersonId) -> String {
        match self {
            Self::Own => "/me/goals".to_owned(),
            Self::Care => format!("/care/people/{person}/goals"),
        }
    }

    /// Whether this side rates what that rater rates.
    pub(super) fn rates(self, rater: Rater) -> bool {
        (self == Self::Own) == (rater == Rater::Member)
    }
}

/// The people on a goal, by name.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Whose goal it is.
    pub member: String,
    /// Those who lead the group now.
    pub leaders: Vec<(PersonId, String)>,
}

impl Names {
    /// What somebody on the goal is called, for whoever reads it.
    pub fn of(&self, view: &View, side: Side, goal: &Goal, person: PersonId) -> String {
        if person == goal.person {
            return match side {
                Side::Own => say!(view.words, "goals-you").into_owned(),
                Side::Care => self.member.clone(),
            };
        }
        let known = self.leaders.iter().find(|(leader, _)| *leader == person);
        known.map_or_else(|| say!(view.words, "goals-somebody").into_owned(), |(_, called)| called.clone())
    }
}
