//! Before each session, everyone who sits in the group is asked what its battery says. A job, so it may be late.

use super::assign::{offered, place};
use super::{Request, battery, deeds, store};
use crate::clock::Span;
use crate::groups::{Capability, SeatState, Session, SessionState};
use crate::id::{Bytes, SessionId};
use crate::work::Work;
use crate::{Result, groups};

/// The job's kind; it is about a session.
pub const DISTRIBUTE: &str = "assessments-distribute";

/// How long before a session its questionnaires open.
pub const OPENS_BEFORE: Span = Span::hours(48);

/// Asks every active member what falls on the session. Running it again asks nothing twice. A session that was moved away
/// or called off is left alone.
pub async fn distribute(work: &mut Work<'_>, about: Bytes, _round: i64) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    let lies_ahead = session.state == SessionState::Planned && work.now() >= session.starts_at - OPENS_BEFORE;
    if !lies_ahead || groups::state_of(work, session.group).await?.is_over() {
        return Ok(());
    }
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

/// What was asked before a session and is not answered yet follows it to its hour.
pub async fn follow(work: &mut Work<'_>, session: &Session) -> Result<()> {
    let grant = deeds::may_time(work, session.group).await?;
    let opens_at = session.starts_at - OPENS_BEFORE;
    store::move_assignments(work, &grant, session, opens_at).await
}
