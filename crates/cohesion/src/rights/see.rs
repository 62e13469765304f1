//! What is kept of a person: their memberships, with the rules and the clock of each.

use super::fate::joined;
use super::{Membership, deeds, hold};
use crate::access::{Deed, Grant};
use crate::groups::{self, Capability, Stay};
use crate::id::PersonId;
use crate::work::Work;
use crate::{Result, enrolment};

/// What one group keeps of a person, with the group's neutral name.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The membership.
    pub membership: Membership,
    /// The group's neutral name.
    pub name: String,
}

/// What is kept of the actor, the newest membership first.
pub async fn own_kept(work: &mut Work<'_>) -> Result<Vec<Kept>> {
    let (person, grant) = deeds::may_own(work, Deed::SeeOwnRights)?;
    named(work, &grant, person).await
}

/// What is kept of somebody the actor works with, in the groups that the actor leads.
pub async fn kept_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Kept>> {
    let grant = deeds::may_with(work, Deed::SeeKept, person).await?;
    let mut kept = Vec::new();
    for one in named(work, &grant, person).await? {
        if groups::leading(work, one.membership.group).await?.allows(Deed::SeeKept) {
            kept.push(one);
        }
    }
    Ok(kept)
}

async fn named(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Kept>> {
    let mut kept = Vec::new();
    for membership in memberships(work, grant, person).await? {
        let name = groups::group(work, grant, membership.group).await?.words.name;
        kept.push(Kept { membership, name });
    }
    kept.sort_by_key(|one| std::cmp::Reverse(one.membership.since));
    Ok(kept)
}

/// A person's memberships. The grant must be about this person.
pub(super) async fn memberships(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Membership>> {
    let ways = enrolment::ways_of(work, grant, person).await?;
    let seats = groups::stays_of(work, grant, person).await?;
    let stays = joined(ways.iter().map(enrolment::Enrolment::stay).chain(seats));
    with_rules(work, stays).await.map(|known| known.into_iter().map(|(_, membership)| membership).collect())
}

/// The rules and holds beside each stay.
pub(super) async fn with_rules(work: &mut Work<'_>, stays: Vec<Stay>) -> Result<Vec<(PersonId, Membership)>> {
    let holds = hold::living(work).await?;
    let mut known = Vec::with_capacity(stays.len());
    for Stay { group, person, since, until } in stays {
        let charter = groups::charter_of(work, group).await?;
        let stands = holds.iter().filter(|hold| hold.on.covers(group, person)).map(|hold| hold.placed_at).min();
        let held_since = stands.filter(|_| charter.allow(Capability::LegalHold).is_ok());
        known.push((person, Membership { group, charter, since, until, held_since }));
    }
    Ok(known)
}
