//! One press marks a member while the session goes on: here, late, or away without word.

use crate::clock::Timestamp;
use crate::groups::{self, Session};
use crate::id::{PersonId, SessionId};
use crate::sessions::{self, Mark, Presence};
use crate::work::Work;
use crate::{Error, Result};

/// Marks a member. Whoever is late is there from now on; the line that a member wrote about their absence stays.
pub async fn mark_now(work: &mut Work<'_>, id: SessionId, person: PersonId, presence: Presence) -> Result<()> {
    let session = groups::session(work, id).await?;
    let minutes = minutes_of(presence, &session, work.now())?;
    let before = sessions::attendance_at(work, &session).await?.into_iter().find(|kept| kept.mark.person == person);
    let words = before.and_then(|kept| kept.mark.words);
    sessions::mark(work, id, &Mark { person, presence, minutes, words }).await
}

fn minutes_of(presence: Presence, session: &Session, now: Timestamp) -> Result<u32> {
    match presence {
        Presence::Present => Ok(session.minutes()),
        Presence::Late => {
            let left = u32::try_from((session.ends_at - now).0 / 60_000).unwrap_or(0);
            Ok(left.clamp(1, session.minutes().max(1)))
        }
        Presence::AbsentSilent => Ok(0),
        _ => Err(Error::invalid("presence", "fault-choose")),
    }
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::groups::SessionState;
    use crate::id::GroupId;

    #[test]
    fn whoever_is_late_is_there_for_what_is_left() {
        let at = |minute: i64| Timestamp(minute * 60_000);
        let session = Session {
            id: SessionId([1; 16]),
            group: GroupId([2; 16]),
            number: 1,
            starts_at: at(0),
            ends_at: at(90),
            state: SessionState::Open,
        };
        for (presence, minute, minutes) in [
            (Presence::Present, 30, 90),
            (Presence::Late, 12, 78),
            (Presence::Late, -3, 90),
            (Presence::Late, 95, 1),
            (Presence::AbsentSilent, 12, 0),
        ] {
            assert_eq!(minutes_of(presence, &session, at(minute)), Ok(minutes), "{presence:?} at {minute}");
        }
        let other = minutes_of(Presence::Removed, &session, at(12));
        assert_eq!(other, Err(Error::invalid("presence", "fault-choose")));
    }
}
