//! What may be asked about the way into a group, and how the actor stands to the person on it.

use super::{Enrolment, store};
use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability, Charter};
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// May the actor do this to one person's way into one group?
pub(super) async fn may(work: &mut Work<'_>, deed: Deed, enrolment: &Enrolment) -> Result<Grant> {
    let standing = groups::standing(work, enrolment.group).await?;
    work.ask(deed, standing, About::of(enrolment.person, enrolment.group.0))
}

/// May the actor do this in a group?
pub(super) async fn may_in(work: &mut Work<'_>, deed: Deed, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(deed, standing, About::thing(group.0))
}

/// May the actor do this with a person, whichever of their groups it is through?
pub(super) async fn may_with(work: &mut Work<'_>, deed: Deed, person: PersonId) -> Result<Grant> {
    let standing = standing_with(work, person).await?;
    work.ask(deed, standing, About::person(person))
}

/// The deeds of writing and of reading a screening: which kind there is, is the charter's to say.
pub(super) fn for_screening(charter: &Charter) -> (Deed, Deed) {
    match charter.allow(Capability::StructuredScreening) {
        Ok(()) => (Deed::Screen, Deed::ReadScreening),
        Err(_) => (Deed::CheckSuitability, Deed::ReadSuitability),
    }
}

/// How the actor stands to a person: all their ties to the groups that the person sits in, is on the way into, or was in.
/// Sitting there together is left out: two members of one group are nothing to each other's records.
pub async fn standing_with(work: &mut Work<'_>, person: PersonId) -> Result<Standing> {
    let mut standing = groups::standing_with(work, person).await?;
    for group in store::groups_of(work, person).await? {
        standing = standing.and(groups::leading(work, group).await?);
    }
    Ok(standing)
}

/// May the actor correct how a person is called and reached? Whoever leads a group that the person is in or on the way
/// into may; whoever led one that they have left may not any more.
pub(super) async fn may_correct(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    let standing = correcting(work, person).await?;
    work.ask(Deed::ChangePerson, standing, About::person(person))
}

/// How the actor stands to a person through the groups that the person is in, or on the way into, now.
pub(super) async fn correcting(work: &mut Work<'_>, person: PersonId) -> Result<Standing> {
    let mut standing = groups::standing_with(work, person).await?;
    for group in store::living_groups_of(work, person).await? {
        standing = standing.and(groups::leading(work, group).await?);
    }
    Ok(standing)
}

/// May the actor do this with their own record?
pub(super) fn may_oneself(work: &mut Work<'_>, deed: Deed, person: PersonId) -> Result<Grant> {
    work.ask(deed, Standing::NONE, About::person(person))
}

/// Whether the actor leads the group that somebody's way leads into; asked to leave out what is not theirs to see.
pub(super) async fn sees(work: &mut Work<'_>, enrolment: &Enrolment) -> Result<bool> {
    Ok(groups::leading(work, enrolment.group).await?.allows(Deed::SeeEnrolment))
}
