//! Who leads a group, and in which part.

use super::charter::Leadership;
use super::store;
use crate::access::{Grant, Tie};
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};
use crate::{identity, practice};

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

    /// The parts that there are in a group which is led so.
    pub const fn under(leadership: Leadership) -> &'static [Self] {
        match leadership {
            Leadership::LicensedClinician => &[Self::Leader, Self::CoLeader, Self::Supervisor],
            Leadership::TrainedFacilitator => &[Self::Facilitator],
        }
    }

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

    /// The Fluent key of the part's name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Leader => "groups-role-leader",
            Self::CoLeader => "groups-role-co-leader",
            Self::Supervisor => "groups-role-supervisor",
            Self::Facilitator => "groups-role-facilitator",
        }
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

/// Everyone who leads or has led the group, with since when and until when, under a grant that was given for another reason.
pub async fn led_in(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
) -> Result<Vec<(Leader, Timestamp, Option<Timestamp>)>> {
    store::leaderships_in(work, grant, group).await
}

/// Everyone who leads the group now, with the names that members may know too, the leader first.
pub async fn named_leaders(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<(Leader, String)>> {
    let mut named = Vec::new();
    for leader in store::leaders_of(work, group).await? {
        let about = work.about(grant, leader.person);
        named.push((leader, identity::called(work, &about, leader.person).await?));
    }
    Ok(named)
}

/// Everyone who reads what the group's members write, by name: those who lead it and those who supervise, as long as they
/// work here.
pub async fn named_readers(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<String>> {
    let mut readers = Vec::new();
    for (leader, called) in named_leaders(work, grant, group).await? {
        if practice::works_here(work, leader.person).await? {
            readers.push(called);
        }
    }
    Ok(readers)
}

/// Whether all that a person does here is to facilitate: they have no other role, and no other part in any group.
pub async fn only_facilitates(work: &mut Work<'_>, person: PersonId) -> Result<bool> {
    if practice::roles_of(work, person).await? != [practice::Role::Facilitator] {
        return Ok(false);
    }
    for group in store::groups_led_by(work, person).await? {
        let leaders = store::leaders_of(work, group).await?;
        if leaders.iter().any(|leader| leader.person == person && leader.role != LeaderRole::Facilitator) {
            return Ok(false);
        }
    }
    Ok(true)
}
