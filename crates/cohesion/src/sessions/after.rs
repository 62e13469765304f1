//! What is asked after a session, by a job: only those who were there are asked how it was.

use super::{deeds, store};
use crate::groups::{self, Capability, SeatState, SessionState};
use crate::id::{Bytes, PersonId, SessionId};
use crate::work::Work;
use crate::{Result, assessments};

/// The job that asks after a session, about it: at its planned end, and when it is closed.
pub(crate) const ASK_AFTER: &str = "sessions.ask-after";

/// Asks those who were at a session how it was: once it is held, or at its planned end while it has begun. A session that
/// nobody opened is asked about by nobody.
pub(crate) async fn ask_after(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    let is_over = match session.state {
        SessionState::Held => true,
        SessionState::Open => work.now() >= session.ends_at,
        SessionState::Planned | SessionState::Cancelled => false,
    };
    let charter = groups::charter_of(work, session.group).await?;
    if !is_over || charter.allow(Capability::MemberAttendance).is_err() {
        return Ok(());
    }
    let grant = deeds::may_hold(work, &session).await?;
    let marks = store::marks_in(work, &grant, session.group).await?;
    let was_there = |person: PersonId| {
        let mark = marks.iter().find(|mark| mark.session == session.id && mark.person == person);
        mark.map_or(session.state == SessionState::Open, |mark| mark.presence.was_there())
    };
    let seats = groups::living_seats(work, session.group).await?.into_iter();
    let active = seats.filter(|(_, state)| *state == SeatState::Active).map(|(person, _)| person);
    let people: Vec<PersonId> = active.filter(|person| was_there(*person)).collect();
    assessments::ask_after(work, &session, &people).await
}
