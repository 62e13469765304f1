//! Answers, once they are given: never changed, each with the instrument's version and the score it had.

use measures::{Catalogue, Instrument, Score};
use serde::{Deserialize, Serialize};

use super::{AssignmentId, ResponseId, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Result, unless_damaged};

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

/// A person's responses in one group, in the order of time, as far as they can be read. The grant must be about this person.
pub async fn responses_in(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<Response>> {
    Ok(read_in(work, grant, group, person).await?.opened)
}

/// Responses in the order of time, and those that cannot be read.
pub(super) struct Responses {
    pub opened: Vec<Response>,
    pub damaged: Vec<Damaged>,
}

/// A response that cannot be read: its score is missing, and says so.
pub(super) struct Damaged {
    pub person: PersonId,
    pub instrument_index: [u8; 32],
}

/// A person's responses in one group.
pub(super) async fn read_in(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<Responses> {
    let kept = store::responses_in(work, grant, group, person).await?;
    open_latest(work, grant, kept).await
}

/// Everyone's responses to one instrument in a group.
pub(super) async fn read_on(work: &mut Work<'_>, grant: &Grant, group: GroupId, instrument: &str) -> Result<Responses> {
    let index = work.vault().instrument_index(instrument);
    let kept = store::responses_on(work, grant, group, index).await?;
    open_latest(work, grant, kept).await
}

/// Opens the latest version of each; it keeps the place in time of the first. What a damaged correction has replaced is not
/// shown either.
async fn open_latest(work: &mut Work<'_>, grant: &Grant, kept: Vec<store::KeptResponse>) -> Result<Responses> {
    let (mut opened, mut damaged): (Vec<Response>, Vec<Damaged>) = (Vec::new(), Vec::new());
    for kept in kept {
        let about = work.about(grant, kept.person);
        let record = work.open(&about, Scope::Person(kept.person), cell(kept.id), &kept.record).await;
        let store::KeptResponse { id, assignment, person, session, version, answered_at, instrument_index, .. } = kept;
        let Some(record) = unless_damaged(record, "responses", id.0)? else {
            opened.retain(|earlier| earlier.assignment != assignment);
            damaged.push(Damaged { person, instrument_index });
            continue;
        };
        match opened.iter_mut().find(|earlier| earlier.assignment == assignment) {
            Some(earlier) => (earlier.id, earlier.version, earlier.record) = (id, version, record),
            None => opened.push(Response { id, assignment, person, session, version, answered_at, record }),
        }
    }
    Ok(Responses { opened, damaged })
}

pub(super) const fn cell(id: ResponseId) -> Cell {
    Cell::of("responses", "record", id.0)
}
