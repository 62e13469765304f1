//! Erasing: what may go of a person goes at once, rows and keys; what has to stay is locked away until its clock runs out.

use super::{Fate, Plan, deeds, see, store};
use crate::access::{Deed, Grant};
use crate::id::{GroupId, PersonId};
use crate::work::{Scope, Work};
use crate::{
    Error, Result, agreements, appreciation, assessments, breaches, endings, enrolment, feedback, goals, groups,
    identity, notes, notices, practice, repairs, room, safety, self_checks, sessions, sharing, techniques,
};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// By group: what went, and what stays until when.
    pub plan: Plan,
    /// The groups' neutral names, in the order of the plan.
    pub names: Vec<String>,
}

/// Erases the actor: every membership ends, every login is over, and what may go has gone when this is done.
pub async fn erase(work: &mut Work<'_>) -> Result<Erased> {
    let (person, grant) = deeds::may_own(work, Deed::EraseOwn)?;
    if practice::has_worked_here(work, &grant, person).await? {
        return Err(Error::Conflict("rights-conflict-works-here"));
    }
    let memberships = see::memberships(work, &grant, person).await?;
    let plan = Plan::of(&memberships, work.now());
    if plan.is_held() {
        return Err(Error::Conflict("rights-conflict-held"));
    }
    if safety::is_looked_after(work, &grant, person).await? {
        return Err(Error::Conflict("rights-conflict-concern"));
    }
    let mut names = Vec::with_capacity(memberships.len());
    for membership in &memberships {
        names.push(groups::group(work, &grant, membership.group).await?.words.name);
    }
    leave_everywhere(work, &grant, person).await?;
    for group in plan.goes() {
        forget_membership(work, &grant, group, person).await?;
    }
    if plan.is_whole() {
        forget_person(work, &grant, person).await?;
    } else {
        identity::forget_ways_in(work, &grant, person).await?;
        notices::forget_person(work, &grant, person).await?;
    }
    Ok(Erased { plan, names })
}

/// Ends what has not ended: ways into groups, memberships, and seats that came without a way.
async fn leave_everywhere(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<()> {
    for way in enrolment::ways_of(work, grant, person).await? {
        if way.stage.is_living() {
            enrolment::leave(work, way.id, "").await?;
        }
    }
    for seat in groups::seats_of(work, grant, person).await?.into_iter().filter(|seat| seat.until.is_none()) {
        groups::give_up_seat(work, grant, seat.id, seat.group).await?;
    }
    Ok(())
}

/// Deletes all that one group keeps of a person, and the key under which it was sealed. The grant must be about the person.
pub(super) async fn forget_membership(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<()> {
    appreciation::forget_member(work, grant, group, person).await?;
    breaches::forget_member(work, grant, group, person).await?;
    repairs::forget_member(work, grant, group, person).await?;
    endings::forget_member(work, grant, group, person).await?;
    sharing::forget_member(work, grant, group, person).await?;
    feedback::forget_member(work, grant, group, person).await?;
    notes::forget_member(work, grant, group, person).await?;
    room::forget_member(work, grant, group, person).await?;
    sessions::forget_member(work, grant, group, person).await?;
    techniques::forget_member(work, grant, group, person).await?;
    assessments::forget_member(work, grant, group, person).await?;
    goals::forget_member(work, grant, group, person).await?;
    safety::forget_member(work, grant, group, person).await?;
    agreements::forget_member(work, grant, group, person).await?;
    enrolment::forget_member(work, grant, group, person).await?;
    groups::forget_member(work, grant, group, person).await?;
    store::forget_member(work, grant, group, person).await?;
    work.shred(grant, Scope::Membership(group, person)).await
}

/// Deletes what is kept of a person beside their memberships, of which none is left, and the person's own key.
pub(super) async fn forget_person(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<()> {
    safety::forget_person(work, grant, person).await?;
    self_checks::forget_person(work, grant, person).await?;
    enrolment::forget_person(work, grant, person).await?;
    notices::forget_person(work, grant, person).await?;
    practice::forget_person(work, grant, person).await?;
    sessions::forget_person(work, grant, person).await?;
    store::forget_person(work, grant, person).await?;
    identity::forget_person(work, grant, person).await?;
    work.shred(grant, Scope::Person(person)).await
}

impl Erased {
    /// Each group's name and what became of it.
    pub fn lines(&self) -> impl Iterator<Item = (&str, Fate)> {
        self.names.iter().map(String::as_str).zip(self.plan.0.iter().map(|(_, fate)| *fate))
    }
}
