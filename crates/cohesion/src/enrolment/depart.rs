//! The end of a membership: who decided, why, and whether there was a goodbye. Or the end of a way that never led to a seat.

use serde::{Deserialize, Serialize};

use super::way::advance;
use super::{Enrolment, Step, deeds, store, tell};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups;
use crate::id::{EnrolmentId, PersonId};
use crate::limits;
use crate::notices::Kind;
use crate::work::{Cell, Work};
use crate::{Error, Result};

/// How a membership ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// As planned: the group ended, or what they came for is done.
    Planned,
    /// Before it was planned.
    Unplanned,
    /// The leader ended it.
    Removed,
    /// They go on in another group.
    Transferred,
}

/// Who decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecidedBy {
    /// The member.
    Member,
    /// The leader.
    Leader,
    /// Both.
    Together,
}

/// Whether there was a goodbye: somebody who vanishes without a word harms those who stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goodbye {
    /// They said goodbye to the group.
    Said,
    /// The group was told.
    Told,
    /// Not yet.
    Missing,
}

/// The end of a membership.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// How it ended.
    pub ending: Ending,
    /// Who decided it.
    pub decided_by: DecidedBy,
    /// Whether there was a goodbye.
    pub goodbye: Goodbye,
    /// Why, for staff only.
    pub reason: String,
}

/// A departure with whoever wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departed {
    /// What was written down.
    pub departure: Departure,
    /// By whom.
    pub by: Option<PersonId>,
    /// When the membership ended.
    pub at: Timestamp,
}

/// Ends a membership. The person's rights in the group end in the same moment; the others learn that, and nothing else.
pub async fn depart(work: &mut Work<'_>, id: EnrolmentId, departure: &Departure) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::EndEnrolment, &enrolment).await?;
    if !(1..=limits::TEXT_CHARS_MAX).contains(&departure.reason.trim().chars().count()) {
        return Err(Error::invalid("reason", "enrolment-fault-reason"));
    }
    end(work, &grant, &enrolment, departure).await
}

/// Leaves a group by oneself, at once and without having to say why.
pub async fn leave(work: &mut Work<'_>, id: EnrolmentId, reason: &str) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may_oneself(work, Deed::EndEnrolment, enrolment.person)?;
    if enrolment.stage.is_before_the_seat() {
        return advance(work, &grant, &enrolment, Step::Withdraw, Some(reason)).await.map(|_| ());
    }
    tell::leaders(work, &enrolment, Kind::MemberLeft, 0_u32).await?;
    let (decided_by, goodbye, reason) = (DecidedBy::Member, Goodbye::Missing, reason.trim().to_owned());
    end(work, &grant, &enrolment, &Departure { ending: Ending::Unplanned, decided_by, goodbye, reason }).await
}

/// Calls off a way into the group, for somebody who said so or cannot be reached.
pub async fn call_off(work: &mut Work<'_>, id: EnrolmentId, reason: &str) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::EndEnrolment, &enrolment).await?;
    if reason.trim().is_empty() {
        return Err(Error::invalid("reason", "enrolment-fault-reason"));
    }
    advance(work, &grant, &enrolment, Step::Withdraw, Some(reason)).await?;
    Ok(())
}

/// How a membership ended, once it has.
pub async fn departure(work: &mut Work<'_>, id: EnrolmentId) -> Result<Option<Departed>> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let Some(kept) = store::find_departure(work, &grant, id).await? else { return Ok(None) };
    let departure = work.open(&grant, enrolment.scope(), cell(id), &kept.departure).await?;
    Ok(Some(Departed { departure, by: kept.by, at: kept.at }))
}

/// How a membership ended, under a grant that is about its member.
pub(super) async fn read(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Option<Departure>> {
    let Some(kept) = store::find_departure(work, grant, enrolment.id).await? else { return Ok(None) };
    work.open(grant, enrolment.scope(), cell(enrolment.id), &kept.departure).await.map(Some)
}

async fn end(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment, departure: &Departure) -> Result<()> {
    advance(work, grant, enrolment, Step::Depart, None).await?;
    let seat = enrolment.seat.ok_or_else(|| Error::bug("a member without a seat"))?;
    groups::give_up_seat(work, grant, seat, enrolment.group).await?;
    let sealed = work.seal(enrolment.scope(), cell(enrolment.id), departure).await?;
    store::insert_departure(work, grant, enrolment.id, sealed).await
}

const fn cell(id: EnrolmentId) -> Cell {
    Cell::of("departures", "departure", id.0)
}

impl std::fmt::Debug for Departure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Departure([sealed])")
    }
}
