//! What a person of the staff does here. A person can hold several roles at once.

use super::store;
use crate::access::{Grant, Standing, Tie};
use crate::id::PersonId;
use crate::work::Work;
use crate::{Error, Result};

/// A part in the practice's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Runs the server and the settings; sees nothing clinical.
    Administrator,
    /// Holds a licence and leads therapy groups.
    Clinician,
    /// Leads support groups.
    Facilitator,
    /// Plans the calendar.
    Scheduler,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Administrator, Self::Clinician, Self::Facilitator, Self::Scheduler];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Administrator => 1,
            Self::Clinician => 2,
            Self::Facilitator => 3,
            Self::Scheduler => 4,
        }
    }

    /// The role that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or_else(|| Error::bug(format!("no role has the number {code}")))
    }

    /// The tie that the role gives to everything in the practice. A facilitator has ties to their own groups only.
    const fn tie(self) -> Option<Tie> {
        match self {
            Self::Administrator => Some(Tie::Administrator),
            Self::Clinician => Some(Tie::Clinician),
            Self::Scheduler => Some(Tie::Scheduler),
            Self::Facilitator => None,
        }
    }
}

/// How the actor stands to the practice.
pub async fn roles(work: &mut Work<'_>) -> Result<Standing> {
    let Some(person) = work.actor().person() else { return Ok(Standing::NONE) };
    let roles = store::roles_of(work, person).await?;
    Ok(roles.into_iter().filter_map(Role::tie).collect())
}

/// Gives a person of the staff a role from now on.
pub async fn give_role(work: &mut Work<'_>, grant: &Grant, person: PersonId, role: Role) -> Result<()> {
    store::insert_role(work, grant, person, role).await
}
