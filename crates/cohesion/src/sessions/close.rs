//! A session is over: attendance becomes final, and whoever stayed away is not forgotten.

use super::absence::{Silence, after_absence, asked_for};
use super::{ASK_AFTER, Presence, deeds, store};
use crate::access::Grant;
use crate::groups::{self, Capability, SeatState, Session, SessionState};
use crate::hub::Change;
use crate::id::SessionId;
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that follows when a session has been closed, about it: later subjects look at where the group is then.
pub(crate) const CLOSED: &str = "sessions.closed";

/// Closes an open session. Every active member must be marked, so that nobody is away unseen; where the charter keeps no
/// attendance by person, there is nothing to mark.
pub async fn close(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_hold(work, &session).await?;
    if session.state != SessionState::Open {
        return Err(Error::Conflict("sessions-conflict-not-open"));
    }
    if groups::charter_of(work, session.group).await?.allow(Capability::MemberAttendance).is_ok() {
        follow_absences(work, &grant, &session).await?;
    }
    groups::set_session_state(work, &grant, id, SessionState::Held).await?;
    work.enqueue(Job::anew(ASK_AFTER, id.0, work.now())?);
    work.enqueue(Job::anew(CLOSED, id.0, work.now())?);
    work.announce(Change::Group(session.group));
    Ok(())
}

async fn follow_absences(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<()> {
    let marks = store::marks_in(work, grant, session.group).await?;
    let held = held_until(groups::sessions(work, session.group).await?, session);
    let seats = groups::living_seats(work, session.group).await?;
    for (person, _) in seats.into_iter().filter(|(_, state)| *state == SeatState::Active) {
        let presence_at = |id| marks.iter().find(|mark| mark.person == person && mark.session == id);
        let today = presence_at(session.id).ok_or(Error::Conflict("sessions-conflict-unmarked"))?.presence;
        if today.is_absence() {
            let latest: Vec<bool> =
                held.iter().filter_map(|id| presence_at(*id)).map(|mark| mark.presence.is_absence()).collect();
            let silent = if today == Presence::AbsentSilent { Silence::WithoutWord } else { Silence::Told };
            after_absence(work, grant, session, person, asked_for(silent, &latest)).await?;
        }
    }
    Ok(())
}

/// The sessions that took place up to this one, in the order of their hours. One that was called off is nobody's absence.
fn held_until(mut sessions: Vec<Session>, last: &Session) -> Vec<SessionId> {
    sessions.retain(|session| session.id == last.id || session.state == SessionState::Held);
    sessions.retain(|session| session.starts_at <= last.starts_at);
    sessions.sort_by_key(|session| session.starts_at);
    sessions.into_iter().map(|session| session.id).collect()
}
