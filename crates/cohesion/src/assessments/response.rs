//! Answers, once they are given: never changed, each with the instrument's version and the score it had.

use measures::{Catalogue, Instrument, Score};
use serde::{Deserialize, Serialize};

use super::{Assignment, AssignmentId, ResponseId, store};
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
}

impl Record {
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

impl Response {
    /// The instrument it answers, if it is known still.
    pub fn instrument(&self) -> Option<&'static Instrument> {
        Catalogue::built_in().get(&self.record.score.instrument).ok()
    }
}

/// A person's responses in one group, in the order of time. The grant must be about this person.
pub async fn responses_in(
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
    let kept = store::last_beside(work, grant, assignment, index).await?;
    Ok(open_latest(work, grant, kept.into_iter().collect()).await?.pop())
}

/// Everyone's responses to one instrument in a group, in the order of time; only those of `wanted` people are opened.
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

/// Opens the latest version of each; it keeps the place in time of the first.
async fn open_latest(work: &mut Work<'_>, grant: &Grant, kept: Vec<store::KeptResponse>) -> Result<Vec<Response>> {
    let mut responses: Vec<Response> = Vec::new();
    for kept in kept {
        let about = work.about(grant, kept.person);
        let record = work.open(&about, Scope::Person(kept.person), cell(kept.id), &kept.record).await?;
        let store::KeptResponse { id, assignment, person, session, version, answered_at, .. } = kept;
        match responses.iter_mut().find(|earlier| earlier.assignment == assignment) {
            Some(earlier) => (earlier.id, earlier.version, earlier.record) = (id, version, record),
            None => responses.push(Response { id, assignment, person, session, version, answered_at, record }),
        }
    }
    Ok(responses)
}

pub(super) const fn cell(id: ResponseId) -> Cell {
    Cell::of("responses", "record", id.0)
}
