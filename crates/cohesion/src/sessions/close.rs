//! A session is over: attendance becomes final, and whoever stayed away is not forgotten.

use super::absence::{Silence, after_absence, asked_for};
use super::{Presence, deeds, store};
use crate::groups::{self, SeatState, SessionState};
use crate::hub::Change;
use crate::id::SessionId;
use crate::work::Work;
use crate::{Error, Result};

/// Closes an open session. Every active member must be marked, so that nobody is away unseen.
pub async fn close(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_hold(work, &session).await?;
    if session.state != SessionState::Open {
        return Err(Error::Conflict("sessions-conflict-not-open"));
    }
    let marks = store::marks_in(work, &grant, session.group).await?;
    let held = store::numbers_of(work, &grant, session.group).await?;
    let seats = groups::living_seats(work, session.group).await?;
    for (person, _) in seats.into_iter().filter(|(_, state)| *state == SeatState::Active) {
        let presence_at = |session| marks.iter().find(|mark| mark.person == person && mark.session == session);
        let today = presence_at(id).ok_or(Error::Conflict("sessions-conflict-unmarked"))?.presence;
        if today.is_absence() {
            let until_today = held.iter().filter(|(number, _)| *number <= session.number);
            let latest: Vec<bool> = until_today
                .filter_map(|(_, session)| presence_at(*session))
                .map(|mark| mark.presence.is_absence())
                .collect();
            let silent = if today == Presence::AbsentSilent { Silence::WithoutWord } else { Silence::Told };
            after_absence(work, &grant, &session, person, asked_for(silent, &latest)).await?;
        }
    }
    groups::set_session_state(work, &grant, id, SessionState::Held).await?;
    work.announce(Change::Group(session.group));
    Ok(())
}
