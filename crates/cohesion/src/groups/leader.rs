//! Who leads a group, and in which part.

use super::store;
use crate::access::Tie;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// A leader's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaderRole {
    /// Leads the group.
    Leader,
    /// Leads it as the second one.
    CoLeader,
    /// Supervises whoever leads; sees what they see.
    Supervisor,
    /// Facilitates a support group.
    Facilitator,
}

impl LeaderRole {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Leader, Self::CoLeader, Self::Supervisor, Self::Facilitator];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The part that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or_else(|| Error::bug(format!("no leader's part has the number {code}")))
    }

    /// How whoever has this part stands to the group.
    pub const fn tie(self) -> Tie {
        match self {
            Self::Leader => Tie::Leader,
            Self::CoLeader => Tie::CoLeader,
            Self::Supervisor => Tie::Supervisor,
            Self::Facilitator => Tie::Facilitator,
        }
    }
}

/// Somebody who leads a group now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leader {
    /// Who.
    pub person: PersonId,
    /// In which part.
    pub role: LeaderRole,
}

/// Everyone who leads the group now, the leader first.
pub async fn leaders(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Leader>> {
    store::leaders_of(work, group).await
}
