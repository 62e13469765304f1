//! A group is founded: its charter is chosen once and for all, and its founder leads it.

use super::charter::Leadership;
use super::group::words_cell;
use super::{Charter, Format, GroupState, GroupWords, LeaderRole, deeds, store};
use crate::id::GroupId;
use crate::limits;
use crate::work::{Scope, Work};
use crate::{Error, Fault, Result};

/// What is decided when a group is founded.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its rules, for good.
    pub charter: Charter,
    /// How members come and go.
    pub format: Format,
    /// How many seats there are.
    pub capacity: u32,
    /// The zone of its clock, such as `Europe/Dublin`.
    pub zone: String,
    /// What is said of it.
    pub words: GroupWords,
}

/// Founds a group. Whoever founds it leads it.
pub async fn found(work: &mut Work<'_>, founding: &Founding) -> Result<GroupId> {
    let grant = deeds::may_found(work, &founding.charter).await?;
    founding.check()?;
    let id = GroupId::random()?;
    let words = work.seal(Scope::Group(id), words_cell(id, 1), &founding.words).await?;
    store::insert_group(work, &grant, id, founding, GroupState::Planned, words).await?;
    if let Some(founder) = work.actor().person() {
        store::insert_leader(work, &grant, id, founder, founding.first_part()).await?;
    }
    Ok(id)
}

impl Founding {
    fn check(&self) -> Result<()> {
        let zone = jiff::tz::TimeZone::get(&self.zone).is_err().then(|| Fault::new("zone", "groups-fault-zone"));
        let faults: Vec<_> =
            [capacity_fault(self.capacity), zone, name_fault(&self.words.name)].into_iter().flatten().collect();
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }

    const fn first_part(&self) -> LeaderRole {
        match self.charter.leadership() {
            Leadership::LicensedClinician => LeaderRole::Leader,
            Leadership::TrainedFacilitator => LeaderRole::Facilitator,
        }
    }
}

pub(super) fn capacity_fault(capacity: u32) -> Option<Fault> {
    let fits = (2..=limits::GROUP_MEMBERS_MAX).contains(&capacity);
    (!fits).then(|| Fault::new("capacity", "groups-fault-capacity"))
}

pub(super) fn name_fault(name: &str) -> Option<Fault> {
    name.trim().is_empty().then(|| Fault::new("name", "groups-fault-name"))
}
