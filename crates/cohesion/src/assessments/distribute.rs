//! Before each session, everyone who sits in the group is asked what its battery says. A job, so it may be late.

use super::assign::{offered, place};
use super::{Request, battery, deeds};
use crate::clock::Span;
use crate::groups::{Capability, SeatState};
use crate::id::{Bytes, SessionId};
use crate::work::Work;
use crate::{Result, groups};

/// The job's kind; it is about a session.
pub const DISTRIBUTE: &str = "assessments-distribute";

/// How long before a session its questionnaires open.
pub const OPENS_BEFORE: Span = Span::hours(48);

/// Asks every active member what falls on the session. Running it again asks nothing twice.
pub async fn distribute(work: &mut Work<'_>, about: Bytes, _round: i64) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    if groups::charter_of(work, session.group).await?.allow(Capability::OutcomeMeasures).is_err() {
        return Ok(());
    }
    let count = groups::sessions(work, session.group).await?.len();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let battery = battery(work, session.group).await?;
    let seats = groups::living_seats(work, session.group).await?;
    for entry in battery.entries.iter().filter(|entry| entry.when.falls_on(session.number, count)) {
        let instrument = offered(work, session.group, &entry.instrument).await?;
        for (person, _) in seats.iter().filter(|(_, state)| *state == SeatState::Active) {
            let grant = deeds::may_assign(work, session.group, *person).await?;
            let request = Request {
                group: session.group,
                person: *person,
                session: Some(session.id),
                instrument: &instrument.id,
                opens_at: session.starts_at - OPENS_BEFORE,
                due_at: session.starts_at,
            };
            place(work, &grant, &request, instrument).await?;
        }
    }
    Ok(())
}
