//! One questionnaire that one member is asked to answer.

use measures::Instrument;

use super::wording::instrument_here;
use super::{AssignmentId, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Where an assignment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignmentState {
    /// It waits for an answer.
    Asked,
    /// It was answered.
    Answered,
    /// It is asked no more.
    Withdrawn,
}

impl AssignmentState {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Asked => 1,
            Self::Answered => 2,
            Self::Withdrawn => 3,
        }
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Asked),
            2 => Ok(Self::Answered),
            3 => Ok(Self::Withdrawn),
            other => Err(Error::bug(format!("no assignment state has the number {other}"))),
        }
    }
}

/// One questionnaire that one member is asked to answer.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The group that asks.
    pub group: GroupId,
    /// Who is asked.
    pub person: PersonId,
    /// The session it belongs to, if it belongs to one.
    pub session: Option<SessionId>,
    /// What is asked.
    pub instrument: &'static Instrument,
    /// From when it can be answered.
    pub opens_at: Timestamp,
    /// Until when an answer is hoped for; later ones are taken too.
    pub due_at: Timestamp,
    /// Where it is.
    pub state: AssignmentState,
}

/// One assignment of the actor's own.
pub async fn assignment(work: &mut Work<'_>, id: AssignmentId) -> Result<Assignment> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    open(work, &grant, kept).await
}

/// What a person is asked now and has not answered, the most urgent first. The grant must be about this person.
pub async fn asked_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Assignment>> {
    let mut asked = Vec::new();
    for kept in store::asked_of(work, grant, person).await? {
        asked.push(open(work, grant, kept).await?);
    }
    Ok(asked)
}

pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptAssignment) -> Result<Assignment> {
    let id: String = work.open(grant, Scope::Person(kept.person), cell(kept.id), &kept.instrument).await?;
    let instrument =
        instrument_here(work, &id).await.map_err(|_| Error::bug("an assignment names no questionnaire"))?;
    let store::KeptAssignment { id, group, person, session, opens_at, due_at, state, .. } = kept;
    Ok(Assignment { id, group, person, session, instrument, opens_at, due_at, state })
}

pub(super) const fn cell(id: AssignmentId) -> Cell {
    Cell::of("assignments", "instrument", id.0)
}
