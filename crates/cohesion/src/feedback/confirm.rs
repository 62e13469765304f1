//! The member says whether a result was talked about.

use measures::Instrument;
use measures::change::Yardstick;

use super::discuss::{NO, YES, words_cell};
use super::{deeds, store};
use crate::assessments::{AssignmentId, asked_whom, times_answered};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Session, SessionState};
use crate::hub::Change;
use crate::limits::{REMARK_CHARS_MAX, TALK_ASKED_FOR};
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// What the member says.
#[derive(Clone, PartialEq, Eq)]
pub struct Confirming {
    /// Whether it was talked about.
    pub talked: bool,
    /// Words to it; may be empty.
    pub words: String,
}

impl std::fmt::Debug for Confirming {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Confirming([sealed])")
    }
}

/// One time that the actor answered, and what they said of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Own {
    /// What was answered.
    pub assignment: AssignmentId,
    /// The questionnaire.
    pub instrument: &'static Instrument,
    /// When.
    pub at: Timestamp,
    /// Whether it was talked about, as they said, and when they said it.
    pub said: Option<(bool, Timestamp)>,
    /// Whether it is asked now: a session has gone by since, and it is not long ago.
    pub is_asked: bool,
}

/// Keeps what the member says, once.
pub async fn confirm(work: &mut Work<'_>, id: AssignmentId, confirming: &Confirming) -> Result<()> {
    let (group, person) = asked_whom(work, id).await?;
    let grant = deeds::may_confirm(work, group, person).await?;
    if confirming.words.chars().count() > REMARK_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    let answered = times_answered(work, &grant, group, person).await?;
    if !answered.iter().any(|once| once.assignment == id) {
        return Err(Error::Conflict("feedback-conflict-not-answered"));
    }
    let sealed = work.seal(Scope::Membership(group, person), words_cell(id), confirming.words.trim()).await?;
    let talked = if confirming.talked { YES } else { NO };
    if !store::save_confirmed(work, &grant, id, (group, person), (talked, sealed)).await? {
        return Err(Error::Conflict("feedback-conflict-confirmed"));
    }
    work.announce(Change::Group(group));
    work.announce(Change::Person(person));
    Ok(())
}

/// What the actor has answered in the groups where they sit, the newest first. No answer is opened: being asked whether a result
/// was talked about is no look at it.
pub async fn own_occasions(work: &mut Work<'_>) -> Result<Vec<Own>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let now = work.now();
    let mut own = Vec::new();
    for group in groups::seated_in(work, person).await? {
        let charter = groups::charter_of(work, group).await?;
        let is_followed = [Capability::TherapistFeedback, Capability::OutcomeMeasures];
        if is_followed.into_iter().any(|capability| charter.allow(capability).is_err()) {
            continue;
        }
        let grant = deeds::may_see_talks(work, group, person).await?;
        let talks = store::talks_of(work, &grant, group, person).await?;
        let sessions = groups::calendar(work, &grant, group).await?;
        for once in times_answered(work, &grant, group, person).await? {
            let is_known = Yardstick::of(once.instrument).is_some_and(|yardstick| yardstick.reliable.is_some());
            if !is_known {
                continue;
            }
            let talk = talks.iter().find(|talk| talk.assignment == once.assignment);
            let said = talk.and_then(|talk| talk.confirmed).map(|(talked, at)| (talked == YES, at));
            let is_asked = said.is_none() && is_asked(once.at, now, &sessions);
            own.push(Own { assignment: once.assignment, instrument: once.instrument, at: once.at, said, is_asked });
        }
    }
    own.sort_by_key(|own| std::cmp::Reverse((own.at, own.assignment)));
    Ok(own)
}

/// Whether a member is asked about something that they answered then.
fn is_asked(answered_at: Timestamp, now: Timestamp, sessions: &[Session]) -> bool {
    let has_met = |session: &Session| {
        session.state != SessionState::Cancelled && session.ends_at > answered_at && session.ends_at <= now
    };
    now < answered_at + TALK_ASKED_FOR && sessions.iter().any(has_met)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Span;
    use crate::id::{GroupId, SessionId};

    #[test]
    fn a_member_is_asked_once_a_session_has_gone_by_and_not_for_ever() {
        let at = |hours| Timestamp(0) + Span::hours(hours);
        let session = |state| Session {
            id: SessionId([1; 16]),
            group: GroupId([2; 16]),
            number: 1,
            starts_at: at(10),
            ends_at: at(12),
            state,
        };
        let held = [session(SessionState::Held)];
        assert!(!is_asked(at(1), at(11), &held), "it is under way");
        assert!(is_asked(at(1), at(12), &held));
        assert!(!is_asked(at(13), at(14), &held), "it was before");
        assert!(!is_asked(at(1), at(1) + TALK_ASKED_FOR, &held), "long ago");
        assert!(!is_asked(at(1), at(12), &[session(SessionState::Cancelled)]));
    }
}
