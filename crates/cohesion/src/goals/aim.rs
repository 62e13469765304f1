//! An aim: something that a therapy group is for, in an order, seen by everybody who belongs to it.

use super::{AimId, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Where an aim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimState {
    /// The group works towards it.
    Standing,
    /// It is met.
    Met,
    /// It was let go of.
    Dropped,
}

impl AimState {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        let found = [Self::Standing, Self::Met, Self::Dropped].into_iter().find(|state| state.code() == code);
        found.ok_or_else(|| Error::bug(format!("no state of an aim has the number {code}")))
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Standing => "goals-aim-standing",
            Self::Met => "goals-how-met",
            Self::Dropped => "goals-how-dropped",
        }
    }
}

/// Something that a group is for.
#[derive(Clone, PartialEq, Eq)]
pub struct Aim {
    /// Its id.
    pub id: AimId,
    /// In words that everybody in the group can read.
    pub words: String,
    /// Where it is.
    pub state: AimState,
    /// When it was met or let go of.
    pub closed_at: Option<Timestamp>,
}

/// What a group is for, in its order: those that stand first. For everybody who belongs to the group.
pub async fn aims(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Aim>> {
    let grant = deeds::may_see_aims(work, group).await?;
    let mut aims = Vec::new();
    for kept in store::aims_of(work, &grant, group).await? {
        aims.push(open(work, &grant, group, kept).await?);
    }
    aims.sort_by_key(|aim| aim.state != AimState::Standing);
    Ok(aims)
}

async fn open(work: &mut Work<'_>, grant: &Grant, group: GroupId, kept: store::KeptAim) -> Result<Aim> {
    let words = work.open(grant, Scope::Group(group), cell(kept.id), &kept.words).await?;
    Ok(Aim { id: kept.id, words, state: kept.state, closed_at: kept.closed_at })
}

pub(super) const fn cell(id: AimId) -> Cell {
    Cell::of("aims", "words", id.0)
}

impl std::fmt::Debug for Aim {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Aim({:?}, [sealed])", self.state)
    }
}
