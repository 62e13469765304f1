//! Who looks after a group's threads now, and telling them that something waits.

use super::store::{self, MatterRow};
use crate::Result;
use crate::groups::{self, LeaderRole};
use crate::id::{GroupId, PersonId};
use crate::notices::{self, Kind};
use crate::practice;
use crate::work::Work;

/// Everyone who can decide in the group: those who lead it and work here. Supervisors look on.
pub(super) async fn everyone(work: &mut Work<'_>, group: GroupId) -> Result<Vec<PersonId>> {
    let mut team = Vec::new();
    for leader in groups::leaders(work, group).await? {
        if leader.role != LeaderRole::Supervisor && practice::works_here(work, leader.person).await? {
            team.push(leader.person);
        }
    }
    Ok(team)
}

/// Those of them who have not stepped back.
pub(super) async fn present(work: &mut Work<'_>, group: GroupId) -> Result<Vec<PersonId>> {
    let away = store::away(work, group).await?;
    let mut team = everyone(work, group).await?;
    team.retain(|person| !away.iter().any(|(gone, _)| gone == person));
    Ok(team)
}

/// Whether somebody else is there to decide in place of one.
pub(super) async fn has_another(work: &mut Work<'_>, group: GroupId, but: PersonId) -> Result<bool> {
    Ok(present(work, group).await?.into_iter().any(|person| person != but))
}

/// Tells those who are there that a matter waits, but for whoever brought it up or decided before. Where all have stepped
/// back, everybody is told: nothing waits unseen.
pub(super) async fn tell(work: &mut Work<'_>, matter: &MatterRow, but: Option<PersonId>) -> Result<()> {
    let others = |team: Vec<PersonId>| -> Vec<PersonId> { team.into_iter().filter(|one| Some(*one) != but).collect() };
    let mut told = others(present(work, matter.group).await?);
    if told.is_empty() {
        told = others(everyone(work, matter.group).await?);
    }
    if told.is_empty() {
        told = everyone(work, matter.group).await?;
    }
    // Another stage or a sooner clock is news; the same is not told twice.
    let round = matter.due_at.0;
    for person in told {
        notices::tell(work, person, Kind::MatterWaits, matter.id.0, round).await?;
    }
    Ok(())
}

/// Tells the others that somebody among them asks for their view.
pub(super) async fn tell_anew(work: &mut Work<'_>, matter: &MatterRow, but: PersonId) -> Result<()> {
    let now = work.now();
    for person in present(work, matter.group).await?.into_iter().filter(|person| *person != but) {
        notices::tell(work, person, Kind::MatterWaits, matter.id.0, now.0).await?;
    }
    Ok(())
}
