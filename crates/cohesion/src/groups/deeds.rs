//! What may be asked about groups, and how the actor stands to one.

use super::charter::Leadership;
use super::licensed::missing_to_facilitate;
use super::{Capability, Charter, store};
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::id::{GroupId, PersonId};
use crate::practice::{self, Role};
use crate::work::Work;
use crate::{Error, Result};

/// How the actor stands to a group: their roles in the practice, their part in leading it, their seat in it. Whoever no
/// longer works here has no part in leading, whatever is still written down.
pub async fn standing(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    let Some(person) = work.actor().person() else { return Ok(Standing::NONE) };
    let roles = practice::roles_of(work, person).await?;
    let leading = leading(work, group).await?;
    let seated = if store::has_living_seat(work, group, person).await? {
        Standing::NONE.with(Tie::Seated)
    } else {
        Standing::NONE
    };
    Ok(roles.into_iter().collect::<Standing>().and(leading).and(seated))
}

/// How the actor stands to a person: their ties to the groups in which that person sits now. Sitting there together is
/// no tie to each other's records.
pub async fn standing_with(work: &mut Work<'_>, person: PersonId) -> Result<Standing> {
    let mut standing = Standing::NONE;
    for group in store::seated_in(work, person).await? {
        standing = standing.and(self::standing(work, group).await?);
    }
    Ok(standing.without(Tie::Seated))
}

/// Whether the actor may read a person's scores: through a group that measures outcomes and in which that person sits now.
pub async fn reads_scores_of(work: &mut Work<'_>, person: PersonId) -> Result<bool> {
    may_through_a_group(work, person, Capability::OutcomeMeasures, Deed::SeeCourse).await
}

/// Whether the actor may do a deed to a person through a group that has the capability and in which that person sits now.
pub async fn may_through_a_group(
    work: &mut Work<'_>,
    person: PersonId,
    capability: Capability,
    deed: Deed,
) -> Result<bool> {
    for group in store::seated_in(work, person).await? {
        let has_it = store::find_group(work, group).await?.charter.allow(capability).is_ok();
        if has_it && standing(work, group).await?.allows(deed) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The actor's part in leading a group, alone.
pub async fn leading(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    let Some(person) = work.actor().person() else { return Ok(Standing::NONE) };
    if !practice::works_here(work, person).await? {
        return Ok(Standing::NONE);
    }
    let leaders = store::leaders_of(work, group).await?.into_iter();
    Ok(leaders.filter(|leader| leader.person == person).map(|leader| leader.role.tie()).collect())
}

/// May the actor found a group with this charter? Who may is the charter's to say: a group that a trained facilitator may
/// lead, a facilitator may found, once everything is on record of them.
pub(super) async fn may_found(work: &mut Work<'_>, charter: &Charter) -> Result<Grant> {
    let mut standing = practice::roles(work).await?;
    let facilitates = match work.actor().person() {
        Some(person) if charter.leadership() == Leadership::TrainedFacilitator => {
            practice::roles_of(work, person).await?.contains(&Role::Facilitator)
        }
        _ => false,
    };
    if facilitates {
        standing = standing.with(Tie::Facilitator);
    }
    let grant = work.ask(Deed::FoundGroup, standing, About::NOTHING)?;
    if let Some(person) = work.actor().person().filter(|_| grant.tie() == Tie::Facilitator) {
        let today = practice::today(work).await?;
        let missing = missing_to_facilitate(work, person, today).await?;
        if !missing.is_empty() {
            return Err(Error::Blocked(missing));
        }
    }
    Ok(grant)
}

/// The charters under which the actor's roles let them found a group.
pub async fn may_found_under(work: &mut Work<'_>) -> Result<Vec<Charter>> {
    let Some(person) = work.actor().person() else { return Ok(Vec::new()) };
    let roles = practice::roles_of(work, person).await?;
    let standing: Standing = roles.iter().copied().collect();
    let may = |charter: &Charter| {
        let trained = charter.leadership() == Leadership::TrainedFacilitator && roles.contains(&Role::Facilitator);
        standing.allows(Deed::FoundGroup) || trained
    };
    Ok([Charter::therapy(), Charter::support()].into_iter().filter(may).collect())
}

/// May the actor see that the group exists, its name and its dates?
pub async fn may_see(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask(work, Deed::SeeGroup, group).await
}

/// May the actor plan the dates of the group?
pub(super) async fn may_plan_dates(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask(work, Deed::PlanDates, group).await
}

/// May the actor change the group: its state, leaders and words?
pub async fn may_run(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask(work, Deed::RunGroup, group).await
}

/// May the actor see who sits in the group, for their work with it?
pub(super) async fn may_see_seats(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask(work, Deed::SeeSeats, group).await
}

/// May the actor see the names of those who sit in the group with them?
pub(super) async fn may_see_fellows(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask(work, Deed::SeeFellows, group).await
}

async fn ask(work: &mut Work<'_>, deed: Deed, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(deed, standing, About::thing(group.0))
}
