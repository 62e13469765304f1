//! Whoever leads asks something of the floor.

use ::floor::{Input, Request, Timer};

use super::deeds;
use super::keep::change;
use super::table::person_at;
use crate::access::Grant;
use crate::groups::{self, SeatState, Session};
use crate::id::{PersonId, SessionId};
use crate::plans::clock_of;
use crate::work::Work;
use crate::{Error, Result};

/// Asks it. Somebody without a phone is brought by name; a time that members see is not shown in a process group.
pub async fn lead(work: &mut Work<'_>, id: SessionId, request: Request) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    if timer_of(request) == Some(Timer::Everybody) && !may_show_timer(work, &grant, &session).await? {
        return Err(Error::invalid("timer", "room-fault-timer"));
    }
    let name = match request {
        Request::Arrive(seat) => Some(name_of(work, &session, person_at(seat)).await?),
        _ => None,
    };
    change(work, &grant, &session, Input::leader(request), name).await
}

/// Whether members can be shown the time in this group.
pub(super) async fn may_show_timer(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<bool> {
    let group = groups::group(work, grant, session.group).await?;
    Ok(clock_of(work, &group).await?.shows_timer())
}

const fn timer_of(request: Request) -> Option<Timer> {
    match request {
        Request::Begin(plan) => Some(plan.timer),
        Request::Discuss(_, timer) => Some(timer),
        _ => None,
    }
}

/// The name in the group of somebody who sits there.
async fn name_of(work: &mut Work<'_>, session: &Session, person: PersonId) -> Result<String> {
    let seat = groups::seat_of(work, session.group, person).await?;
    let seat = seat.filter(|seat| seat.state != SeatState::Left && seat.until.is_none());
    seat.map(|seat| seat.called).ok_or_else(|| Error::invalid("member", "fault-choose"))
}
