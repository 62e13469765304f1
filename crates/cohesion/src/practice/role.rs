//! What a person of the staff does here. A person can hold several roles at once.

use std::str::FromStr;

use super::store;
use crate::access::{Grant, Standing, Tie};
use crate::clock::Timestamp;
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
    /// Supervises those who lead groups; has a part only in groups they are named in.
    Supervisor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] =
        [Self::Administrator, Self::Clinician, Self::Facilitator, Self::Scheduler, Self::Supervisor];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The role that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or_else(|| Error::bug(format!("no role has the number {code}")))
    }

    /// The word for it in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Clinician => "clinician",
            Self::Facilitator => "facilitator",
            Self::Scheduler => "scheduler",
            Self::Supervisor => "supervisor",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Administrator => "practice-role-administrator",
            Self::Clinician => "practice-role-clinician",
            Self::Facilitator => "practice-role-facilitator",
            Self::Scheduler => "practice-role-scheduler",
            Self::Supervisor => "practice-role-supervisor",
        }
    }

    /// The Fluent key of what whoever holds it does and sees.
    pub const fn about_key(self) -> &'static str {
        match self {
            Self::Administrator => "practice-role-administrator-about",
            Self::Clinician => "practice-role-clinician-about",
            Self::Facilitator => "practice-role-facilitator-about",
            Self::Scheduler => "practice-role-scheduler-about",
            Self::Supervisor => "practice-role-supervisor-about",
        }
    }

    /// The tie that the role gives to everything in the practice. Facilitators and supervisors have ties to their own
    /// groups only.
    pub const fn tie(self) -> Option<Tie> {
        match self {
            Self::Administrator => Some(Tie::Administrator),
            Self::Clinician => Some(Tie::Clinician),
            Self::Scheduler => Some(Tie::Scheduler),
            Self::Facilitator | Self::Supervisor => None,
        }
    }
}

impl FromStr for Role {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word).ok_or(Error::NotFound)
    }
}

impl FromIterator<Role> for Standing {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().filter_map(Role::tie).collect()
    }
}

/// How the actor stands to the practice.
pub async fn roles(work: &mut Work<'_>) -> Result<Standing> {
    let Some(person) = work.actor().person() else { return Ok(Standing::NONE) };
    Ok(roles_of(work, person).await?.into_iter().collect())
}

/// The roles that a person holds now; none for whoever does not work here.
pub async fn roles_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Role>> {
    store::roles_of(work, person).await
}

/// Who holds or has held a role, with since when and until when. The grant is the caller's.
pub async fn role_held(
    work: &mut Work<'_>,
    grant: &Grant,
    role: Role,
) -> Result<Vec<(PersonId, Timestamp, Option<Timestamp>)>> {
    store::role_held(work, grant, role).await
}

/// Gives a person of the staff a role from now on; nothing changes where they hold it. The grant is the caller's.
pub async fn give_role(work: &mut Work<'_>, grant: &Grant, person: PersonId, role: Role) -> Result<()> {
    if store::roles_of(work, person).await?.contains(&role) {
        return Ok(());
    }
    store::insert_role(work, grant, person, role).await
}
