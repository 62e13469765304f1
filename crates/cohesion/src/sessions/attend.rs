//! Attendance: one mark for each member and session, with minutes.

use super::{Presence, deeds, store};
use crate::access::{Grant, Tie};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Session, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// What is marked of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Who.
    pub person: PersonId,
    /// How they were there, or not.
    pub presence: Presence,
    /// Minutes in the session; none where they were not there.
    pub minutes: u32,
    /// A reason or remark, in a line.
    pub words: Option<String>,
}

/// One mark as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The session.
    pub session: SessionId,
    /// The mark. Whoever only plans dates gets it without words, and the member with none but their own.
    pub mark: Mark,
    /// When it was made.
    pub marked_at: Timestamp,
    /// By whom; nobody for what the program proposes.
    pub marked_by: Option<PersonId>,
}

/// Marks one member, as [`mark_all`] does.
pub async fn mark(work: &mut Work<'_>, id: SessionId, mark: &Mark) -> Result<()> {
    mark_all(work, id, std::slice::from_ref(mark)).await
}

/// Marks members until the session is closed: all of these, or none. Marking again replaces the mark.
pub async fn mark_all(work: &mut Work<'_>, id: SessionId, marks: &[Mark]) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_hold(work, &session).await?;
    if marks.is_empty() {
        return Ok(());
    }
    groups::charter_of(work, session.group).await?.allow(Capability::MemberAttendance)?;
    match session.state {
        SessionState::Planned | SessionState::Open => {}
        SessionState::Held => return Err(Error::Conflict("sessions-conflict-closed")),
        SessionState::Cancelled => return Err(Error::Conflict("sessions-conflict-called-off")),
    }
    let faults: Vec<Fault> = marks.iter().filter_map(|mark| mark.fault(&session)).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    for mark in marks {
        keep(work, &grant, &session, mark).await?;
    }
    work.announce(Change::Group(session.group));
    Ok(())
}

impl Mark {
    fn fault(&self, session: &Session) -> Option<Fault> {
        let fits = self.minutes <= session.minutes() && (self.minutes == 0 || self.presence.was_there());
        (!fits).then(|| Fault::new(format!("minutes-{}", self.person), "sessions-fault-minutes"))
    }
}

pub(super) async fn keep(work: &mut Work<'_>, grant: &Grant, session: &Session, mark: &Mark) -> Result<()> {
    if !groups::is_seated(work, session.group, mark.person).await? {
        return Err(Error::Conflict("sessions-conflict-seat"));
    }
    let about = work.about(grant, mark.person);
    let version = store::version_of(work, &about, session.id, mark.person).await? + 1;
    let scope = Scope::Membership(session.group, mark.person);
    let words = match &mark.words {
        Some(words) => Some(work.seal(scope, cell(session.id, version), words).await?),
        None => None,
    };
    store::save_mark(work, &about, session, mark, words, version).await?;
    work.announce(Change::Person(mark.person));
    Ok(())
}

/// Every mark of a group's sessions, for those who work with it.
pub async fn attendance_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Attendance>> {
    let grant = deeds::may_see_attendance(work, group).await?;
    let kept = store::marks_in(work, &grant, group).await?;
    open_all(work, &grant, group, kept).await
}

/// Every mark of one session, for those who work with its group.
pub async fn attendance_at(work: &mut Work<'_>, session: &Session) -> Result<Vec<Attendance>> {
    let grant = deeds::may_see_attendance(work, session.group).await?;
    let kept = store::marks_at(work, &grant, session.id).await?;
    open_all(work, &grant, session.group, kept).await
}

/// One member's marks in a group.
pub async fn attendance_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<Attendance>> {
    let grant = deeds::may_see_own(work, group, person).await?;
    let kept = store::marks_of(work, &grant, group, person).await?;
    open_all(work, &grant, group, kept).await
}

async fn open_all(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    kept: Vec<store::KeptMark>,
) -> Result<Vec<Attendance>> {
    let mut marks = Vec::new();
    for kept in kept {
        let about = work.about(grant, kept.person);
        let is_read = match grant.tie() {
            Tie::Scheduler => false,
            Tie::Oneself => kept.marked_by == Some(kept.person),
            _ => true,
        };
        let words = match kept.words.filter(|_| is_read) {
            Some(sealed) => {
                let scope = Scope::Membership(group, kept.person);
                Some(work.open(&about, scope, cell(kept.session, kept.version), &sealed).await?)
            }
            None => None,
        };
        let store::KeptMark { session, person, presence, minutes, marked_at, marked_by, .. } = kept;
        marks.push(Attendance { session, mark: Mark { person, presence, minutes, words }, marked_at, marked_by });
    }
    Ok(marks)
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("attendance", "words", session.0).version(version)
}
