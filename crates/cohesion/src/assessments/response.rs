//! Answers, once they are given: never changed, each with the instrument's version and the score it had.

use measures::{Catalogue, Instrument, Score};
use serde::{Deserialize, Serialize};

use super::{Asides, Assignment, AssignmentId, ResponseId, aside, store};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};

/// What is sealed of a response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Option positions in printed order; `None` is unanswered.
    pub positions: Vec<Option<usize>>,
    /// What they amount to, with the versions of instrument and scorer.
    pub score: Score,
    /// Answers to the printed questions that no score uses. What was written for the leader alone is not there for others.
    #[serde(default)]
    pub asides: Asides,
}

impl Record {
    /// The instrument it answers, if it is known still.
    pub fn instrument(&self) -> Option<&'static Instrument> {
        Catalogue::built_in().get(&self.score.instrument).ok()
    }

    /// What an item was answered, in the item's own points; `None` where it was left open.
    pub fn value_of(&self, instrument: &Instrument, item: &str) -> Option<i32> {
        let place = instrument.position(item)?;
        instrument.value(instrument.items.get(place)?, (*self.positions.get(place)?)?)
    }
}

/// The answers to an assignment, in their latest version.
#[derive(Clone, Debug)]
pub struct Response {
    /// Its id.
    pub id: ResponseId,
    /// What it answers.
    pub assignment: AssignmentId,
    /// Who answered.
    pub person: PersonId,
    /// The session it was asked for.
    pub session: Option<SessionId>,
    /// From 1; a correction is the next one.
    pub version: u32,
    /// When the first version was given.
    pub answered_at: Timestamp,
    /// Answers and score.
    pub record: Record,
}

/// One version of the answers to an assignment.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its id.
    pub id: ResponseId,
    /// From 1; a correction is the next one.
    pub number: u32,
    /// When it was given.
    pub at: Timestamp,
    /// Answers and score.
    pub record: Record,
}

/// A person's responses in one group, in the order of time. The grant must be about this person.
pub(super) async fn responses_in(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<Response>> {
    let kept = store::responses_in(work, grant, group, person).await?;
    open_latest(work, grant, kept).await
}

/// What the same person answered last to the same instrument in the same group, beside this assignment.
pub(super) async fn last_beside(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
) -> Result<Option<Response>> {
    let index = work.vault().instrument_index(&assignment.instrument.id);
    let Some(kept) = store::last_beside(work, grant, assignment, index).await? else { return Ok(None) };
    open(work, grant, kept).await.map(Some)
}

/// Responses to one instrument in a group, in the order of time; only those of `wanted` people are opened.
pub(super) async fn responses_on(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    instrument: &str,
    wanted: impl Fn(PersonId) -> bool,
) -> Result<Vec<Response>> {
    let index = work.vault().instrument_index(instrument);
    let mut kept = store::responses_on(work, grant, group, index).await?;
    kept.retain(|kept| wanted(kept.person));
    open_latest(work, grant, kept).await
}

/// Every version of the answers to an assignment, the first one first. The grant must be about who answered.
pub(super) async fn versions_of(work: &mut Work<'_>, grant: &Grant, assignment: AssignmentId) -> Result<Vec<Version>> {
    let mut versions = Vec::new();
    for kept in store::versions_of(work, grant, assignment).await? {
        let Response { id, version, answered_at, record, .. } = open(work, grant, kept).await?;
        versions.push(Version { id, number: version, at: answered_at, record });
    }
    Ok(versions)
}

/// Opens the latest version of each; it keeps the place in time of the first.
async fn open_latest(work: &mut Work<'_>, grant: &Grant, kept: Vec<store::KeptResponse>) -> Result<Vec<Response>> {
    let mut responses: Vec<Response> = Vec::new();
    for kept in kept {
        let about = work.about(grant, kept.person);
        let next = open(work, &about, kept).await?;
        match responses.iter_mut().find(|earlier| earlier.assignment == next.assignment) {
            Some(earlier) => *earlier = Response { answered_at: earlier.answered_at, ..next },
            None => responses.push(next),
        }
    }
    Ok(responses)
}

/// Opens one version for whoever holds the grant.
pub(super) async fn open(work: &mut Work<'_>, about: &Grant, kept: store::KeptResponse) -> Result<Response> {
    let mut record: Record = work.open(about, Scope::Person(kept.person), cell(kept.id), &kept.record).await?;
    let instrument = record.instrument();
    aside::keep_for_reader(instrument, about, &mut record.asides);
    let store::KeptResponse { id, assignment, person, session, version, answered_at, .. } = kept;
    Ok(Response { id, assignment, person, session, version, answered_at, record })
}

pub(super) const fn cell(id: ResponseId) -> Cell {
    Cell::of("responses", "record", id.0)
}
