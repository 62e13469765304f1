//! A goal ends: it is met, it is let go of, or it goes on after the group.

use serde::{Deserialize, Serialize};

use super::terms::text_fault;
use super::{GoalId, deeds, store};
use crate::hub::Change;
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// How a goal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It is met.
    Met,
    /// It is let go of.
    Dropped,
    /// It goes on without the group.
    Carried,
}

impl How {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Met, Self::Carried, Self::Dropped];

    /// The word of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Dropped => "dropped",
            Self::Carried => "carried",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Met => "goals-how-met",
            Self::Dropped => "goals-how-dropped",
            Self::Carried => "goals-how-carried",
        }
    }
}

impl std::str::FromStr for How {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|how| how.word() == word).ok_or(Error::NotFound)
    }
}

/// The end of a goal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// How it ends.
    pub how: How,
    /// Words to it; may be empty.
    pub words: String,
}

/// Ends a goal, once. Those who lead can do so after its owner has left, too: what goes on then is theirs.
pub async fn end(work: &mut Work<'_>, id: GoalId, ending: &Ending) -> Result<()> {
    let kept = store::find_goal(work, id).await?;
    let grant = deeds::may_agree(work, &kept).await?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    if by == kept.person {
        deeds::while_seated(work, &kept).await?;
    }
    if let Some(fault) = text_fault("last", &ending.words, 0..=TEXT_CHARS_MAX) {
        return Err(Error::Invalid(vec![fault]));
    }
    let ending = Ending { how: ending.how, words: ending.words.trim().to_owned() };
    let sealed = work.seal(Scope::Membership(kept.group, kept.person), cell(id), &ending).await?;
    if !store::end_goal(work, &grant, id, by, sealed).await? {
        return Err(Error::Conflict("goals-conflict-ended"));
    }
    work.announce(Change::Person(kept.person));
    work.announce(Change::Group(kept.group));
    Ok(())
}

pub(super) const fn cell(id: GoalId) -> Cell {
    Cell::of("goals", "ending", id.0)
}

impl std::fmt::Debug for Ending {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Ending([sealed])")
    }
}
