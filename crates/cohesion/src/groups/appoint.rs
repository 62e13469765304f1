//! Somebody is appointed to lead a group, or relieved of it.

use super::{LeaderRole, deeds, store};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// Appoints a person to a part that the charter knows; the part they had in this group ends.
pub async fn appoint(work: &mut Work<'_>, group: GroupId, person: PersonId, role: LeaderRole) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let leadership = store::find_group(work, group).await?.charter.leadership();
    if !LeaderRole::under(leadership).contains(&role) {
        return Err(Error::invalid("role", "fault-choose"));
    }
    store::end_leader(work, &grant, group, person).await?;
    store::insert_leader(work, &grant, group, person, role).await?;
    work.announce(Change::Group(group));
    Ok(())
}

/// Relieves a person of their part. The last one who leads cannot be relieved: the group would be nobody's.
pub async fn relieve(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let leads = |role| matches!(role, LeaderRole::Leader | LeaderRole::Facilitator);
    let leaders = store::leaders_of(work, group).await?;
    if !leaders.iter().any(|leader| leads(leader.role) && leader.person != person) {
        return Err(Error::Conflict("groups-conflict-last-leader"));
    }
    store::end_leader(work, &grant, group, person).await?;
    work.announce(Change::Group(group));
    Ok(())
}
