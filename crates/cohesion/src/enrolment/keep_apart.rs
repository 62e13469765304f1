//! Two people who must not meet in one group. Only whoever wrote it down can read why; others see that something may conflict.

use super::{deeds, store};
use crate::Result;
use crate::access::Deed;
use crate::clock::Timestamp;
use crate::groups;
use crate::id::{EnrolmentId, GroupId, KeepApartId, PersonId};
use crate::limits;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault};

/// Two people who must not meet in one group.
#[derive(Clone)]
pub struct KeepApart {
    /// Its id.
    pub id: KeepApartId,
    /// One of the two.
    pub one: PersonId,
    /// The other one.
    pub other: PersonId,
    /// Why.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
}

/// Whether somebody can be in a group without meeting a person they are kept apart from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// Nothing is known that speaks against it.
    NothingKnown,
    /// Something may conflict; whoever wrote it down knows what.
    PossibleConflict,
}

/// Writes down that two people whom the actor works with must not meet in one group.
pub async fn keep_apart(
    work: &mut Work<'_>,
    group: GroupId,
    pair: (PersonId, PersonId),
    reason: &str,
) -> Result<KeepApartId> {
    let grant = deeds::may_in(work, Deed::NoteComposition, group).await?;
    let author = author(work)?;
    check(pair, reason)?;
    for person in [pair.0, pair.1] {
        deeds::may_with(work, Deed::SeePerson, person).await?;
    }
    let id = KeepApartId::random()?;
    let sealed = work.seal(Scope::Author(author, group), cell(id), reason.trim()).await?;
    store::insert_keep_apart(work, &grant, id, pair, group, author, sealed).await?;
    Ok(id)
}

/// What the actor has written down in this group, with the reasons.
pub async fn kept_apart(work: &mut Work<'_>, group: GroupId) -> Result<Vec<KeepApart>> {
    let grant = deeds::may_in(work, Deed::NoteComposition, group).await?;
    let author = author(work)?;
    let mut pairs = Vec::new();
    for kept in store::keep_aparts_by(work, &grant, group, author).await? {
        let reason = work.open(&grant, Scope::Author(author, group), cell(kept.id), &kept.reason).await?;
        pairs.push(KeepApart { id: kept.id, one: kept.pair.0, other: kept.pair.1, reason, since: kept.since });
    }
    Ok(pairs)
}

/// Ends what the actor wrote down; it stays on record with its end.
pub async fn let_meet(work: &mut Work<'_>, group: GroupId, id: KeepApartId) -> Result<()> {
    let grant = deeds::may_in(work, Deed::NoteComposition, group).await?;
    let author = author(work)?;
    store::end_keep_apart(work, &grant, id, group, author).await
}

/// Whether somebody on the way into a group may meet a person there whom they should not. Never whom, and never why.
pub async fn meeting(work: &mut Work<'_>, id: EnrolmentId) -> Result<Meeting> {
    let enrolment = store::find(work, id).await?;
    deeds::may_in(work, Deed::WeighComposition, enrolment.group).await?;
    Ok(if is_kept_from(work, enrolment.group, enrolment.person).await? {
        Meeting::PossibleConflict
    } else {
        Meeting::NothingKnown
    })
}

/// Whether this person is kept apart from anybody for whom a place in the group is kept.
pub(super) async fn is_kept_from(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<bool> {
    let apart = store::kept_apart_from(work, person).await?;
    if apart.is_empty() {
        return Ok(false);
    }
    let there = groups::place_holders(work, group).await?;
    Ok(apart.iter().any(|other| there.contains(other)))
}

fn author(work: &Work<'_>) -> Result<PersonId> {
    work.actor().person().ok_or(Error::SignInNeeded)
}

fn check(pair: (PersonId, PersonId), reason: &str) -> Result<()> {
    let same = (pair.0 == pair.1).then(|| Fault::new("other", "enrolment-fault-same-person"));
    let length = reason.trim().chars().count();
    let words =
        (!(1..=limits::TEXT_CHARS_MAX).contains(&length)).then(|| Fault::new("reason", "enrolment-fault-reason"));
    let faults: Vec<_> = [same, words].into_iter().flatten().collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

const fn cell(id: KeepApartId) -> Cell {
    Cell::of("keep_apart", "reason", id.0)
}
