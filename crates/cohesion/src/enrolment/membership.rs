//! Being a member: given a seat by hand, away for a while, and back.

use super::way::advance;
use super::{Stage, Step, deeds, join, keep_apart, store, tell};
use crate::access::Deed;
use crate::clock::Timestamp;
use crate::groups::SeatState;
use crate::id::{Bytes, EnrolmentId};
use crate::limits;
use crate::notices::Kind;
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that follows when a stated time away is over; about the enrolment, its round is that time.
pub const HOLD_ENDS: &str = "enrolment.hold-ends";

/// Gives the seat to somebody who is ready for it. A possible conflict must be weighed, in words, before.
pub async fn give_seat(work: &mut Work<'_>, id: EnrolmentId, weighed: Option<&str>) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::KeepSeat, &enrolment).await?;
    if enrolment.stage != Stage::Prepared || !join::look(work, &grant, enrolment).await?.is_done() {
        return Err(Error::Conflict("enrolment-conflict-not-ready"));
    }
    let is_weighed = weighed.is_some_and(|words| !words.trim().is_empty());
    if !is_weighed && keep_apart::is_kept_from(work, enrolment.group, enrolment.person).await? {
        return Err(Error::invalid("conflict", "enrolment-fault-conflict"));
    }
    let missing = join::missing_for(work, &grant, &enrolment).await?;
    if !missing.is_empty() {
        return Err(Error::Blocked(missing));
    }
    join::seat(work, &grant, &enrolment, weighed).await
}

/// Puts a seat on hold until a stated day: its member is away, and comes back.
pub async fn hold(work: &mut Work<'_>, id: EnrolmentId, until: Timestamp, reason: &str) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::KeepSeat, &enrolment).await?;
    if until <= work.now() || until > work.now() + limits::HOLD {
        return Err(Error::invalid("until", "enrolment-fault-hold"));
    }
    advance(work, &grant, &enrolment, Step::Hold, Some(reason)).await?;
    store::save_hold(work, &grant, id, Some(until)).await?;
    work.enqueue(Job::once(HOLD_ENDS, id.0, until).in_round(until.0));
    join::mark(work, &grant, &enrolment, SeatState::OnHold).await
}

/// Tells those who lead the group that the time away is over. Run by the job worker; whoever came back or left before, or
/// is away until another day, is not told of.
pub async fn end_hold(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let enrolment = match store::find(work, EnrolmentId(about)).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    if enrolment.stage != Stage::OnHold || enrolment.hold_until != Some(Timestamp(round)) {
        return Ok(());
    }
    tell::leaders(work, &enrolment, Kind::HoldOver, round).await
}

/// A member is back. Somebody who took a signature back comes back by signing again, and in no other way.
pub async fn welcome_back(work: &mut Work<'_>, id: EnrolmentId) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::KeepSeat, &enrolment).await?;
    if enrolment.stage == Stage::OnHold && enrolment.hold_until.is_none() {
        return Err(Error::Conflict("enrolment-conflict-signature"));
    }
    join::take_up(work, &grant, &enrolment).await
}
