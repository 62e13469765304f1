//! Absences as those who lead see them: what is still to be done, by name, and what somebody has done.

use super::{Absence, AbsenceKind, absences, deeds, store};
use crate::access::{Deed, Tie};
use crate::clock::Timestamp;
use crate::groups::{self, Session};
use crate::id::{GroupId, PersonId};
use crate::identity;
use crate::work::{Cell, Scope, Work};
use crate::{Result, unless_damaged};

/// One open task, with what a page says of it.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// The task.
    pub absence: Absence,
    /// The name of the member who was away.
    pub called: String,
    /// The number of the session that was missed.
    pub session_number: u32,
    /// Whether the actor may say what was done.
    pub is_theirs: bool,
}

/// What somebody has done about an absence.
#[derive(Clone, Debug)]
pub struct Outreach {
    /// What was asked for.
    pub kind: AbsenceKind,
    /// Who was away.
    pub person: PersonId,
    /// Who did it; nothing where their name cannot be read any more.
    pub by: Option<String>,
    /// When it was put on record.
    pub at: Timestamp,
    /// What was done; nothing where it cannot be read.
    pub words: Option<String>,
}

/// The open tasks of a group with names, the most urgent first.
pub async fn follow_ups(work: &mut Work<'_>, group: GroupId) -> Result<Vec<FollowUp>> {
    let open = absences(work, group).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let is_theirs = groups::standing(work, group).await?.allows(Deed::AnswerAbsence);
    let (seats, sessions) = (groups::seats(work, group).await?, groups::sessions(work, group).await?);
    let named = open.into_iter().map(|absence| {
        let seat = seats.iter().rev().find(|seat| seat.person == absence.person);
        let missed = sessions.iter().find(|session| session.id == absence.session);
        FollowUp {
            absence,
            called: seat.map(|seat| seat.called.clone()).unwrap_or_default(),
            session_number: missed.map_or(0, |session| session.number),
            is_theirs,
        }
    });
    Ok(named.collect())
}

/// What was done about absences from a session. Whoever only plans dates reads none of it.
pub async fn outreach_after(work: &mut Work<'_>, session: &Session) -> Result<Vec<Outreach>> {
    let grant = deeds::may_see_attendance(work, session.group).await?;
    if grant.tie() == Tie::Scheduler {
        return Ok(Vec::new());
    }
    let mut done = Vec::new();
    for kept in store::outreach_after(work, &grant, session.id).await? {
        let (about, by) = (work.about(&grant, kept.person), work.about(&grant, kept.done_by));
        let scope = Scope::Membership(session.group, kept.person);
        let words = work.open(&about, scope, Cell::of("absences", "words", kept.id.0), &kept.words).await;
        let words = unless_damaged(words, "absences", kept.id.0)?;
        let by = identity::still_called(work, &by, kept.done_by).await?;
        done.push(Outreach { kind: kept.kind, person: kept.person, by, at: kept.done_at, words });
    }
    Ok(done)
}
