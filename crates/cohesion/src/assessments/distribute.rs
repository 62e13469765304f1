//! Around each session, those who sit in the group are asked what its battery says. Jobs, so they may be late.

use super::assign::place;
use super::offer::{Offer, askable, offered};
use super::{Entry, Request, battery, deeds, store};
use crate::clock::{Span, Timestamp};
use crate::groups::{Capability, SeatState, Session, SessionState};
use crate::id::{Bytes, PersonId, SessionId};
use crate::work::Work;
use crate::{Result, groups};

/// The job's kind; it is about a session.
pub const DISTRIBUTE: &str = "assessments-distribute";

/// How long before a session its questionnaires open.
pub const OPENS_BEFORE: Span = Span::hours(48);

/// How long after a session answers about it are hoped for: later, "today" is another day.
pub const ANSWERED_WITHIN: Span = Span::hours(48);

/// From when to when something is asked.
#[derive(Clone, Copy)]
struct Window {
    opens_at: Timestamp,
    due_at: Timestamp,
}

/// Asks every active member what falls before the session. Running it again asks nothing twice. A session that was moved
/// away or called off is left alone.
pub async fn distribute(work: &mut Work<'_>, about: Bytes, _round: i64) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    let lies_ahead = session.state == SessionState::Planned && work.now() >= session.starts_at - OPENS_BEFORE;
    if !lies_ahead || groups::state_of(work, session.group).await?.is_over() {
        return Ok(());
    }
    let count = groups::sessions(work, session.group).await?.len();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let seats = groups::living_seats(work, session.group).await?;
    let active = seats.into_iter().filter(|(_, state)| *state == SeatState::Active);
    let people: Vec<PersonId> = active.map(|(person, _)| person).collect();
    let window = Window { opens_at: session.starts_at - OPENS_BEFORE, due_at: session.starts_at };
    ask_all(work, &session, &people, window, |entry| entry.when.falls_before(session.number, count)).await
}

/// Asks those who were at a session what its battery asks afterwards, until nobody would remember. Running it again asks
/// nothing twice. Who was there is the caller's to know.
pub async fn ask_after(work: &mut Work<'_>, session: &Session, were_there: &[PersonId]) -> Result<()> {
    let opens_at = session.ends_at.min(work.now());
    let window = Window { opens_at, due_at: session.ends_at + ANSWERED_WITHIN };
    if work.now() >= window.due_at {
        return Ok(());
    }
    ask_all(work, session, were_there, window, |entry| entry.when.is_after()).await
}

async fn ask_all(
    work: &mut Work<'_>,
    session: &Session,
    people: &[PersonId],
    window: Window,
    falls: impl Fn(&Entry) -> bool,
) -> Result<()> {
    if groups::charter_of(work, session.group).await?.allow(Capability::OutcomeMeasures).is_err() {
        return Ok(());
    }
    let battery = battery(work, session.group).await?;
    for entry in battery.entries.iter().filter(|entry| falls(entry)) {
        let wanted = askable(work, &entry.instrument).await?;
        let Offer::Ask(instrument) = offered(work, session.group, wanted).await? else { continue };
        for person in people {
            let grant = deeds::may_assign(work, session.group, *person).await?;
            let request = Request {
                group: session.group,
                person: *person,
                session: Some(session.id),
                instrument: &instrument.id,
                opens_at: window.opens_at,
                due_at: window.due_at,
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
