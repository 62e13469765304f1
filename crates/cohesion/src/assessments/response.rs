//! Answers, once they are given: never changed, each with the instrument's version and the score it had.

use std::collections::BTreeMap;

use measures::{Catalogue, Instrument, Score};
use serde::{Deserialize, Serialize};

use super::tally::{Tally, put};
use super::{Asides, AssignmentId, ResponseId, aside, store};
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

/// A person's responses in one group, by the index of the instrument; only these instruments. The grant must be about this
/// person.
pub(super) async fn responses_in(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    instruments: &[[u8; 32]],
) -> Result<BTreeMap<[u8; 32], Tally>> {
    let mut kept = store::responses_in(work, grant, group, person).await?;
    kept.retain(|kept| instruments.contains(&kept.instrument));
    open_latest(work, grant, kept, |kept| kept.instrument).await
}

/// Responses to one instrument in a group, by person; only these people's are opened.
pub(super) async fn responses_on(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    instrument: [u8; 32],
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Tally>> {
    let mut kept = store::responses_on(work, grant, group, instrument).await?;
    kept.retain(|kept| people.contains(&kept.person));
    open_latest(work, grant, kept, |kept| kept.person).await
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

/// Opens the latest version of each; it keeps the place in time of the first. What a damaged correction has replaced is not
/// shown either.
async fn open_latest<K: Ord>(
    work: &mut Work<'_>,
    grant: &Grant,
    kept: Vec<store::KeptResponse>,
    key: impl Fn(&store::KeptResponse) -> K,
) -> Result<BTreeMap<K, Tally>> {
    let mut read: BTreeMap<K, Tally> = BTreeMap::new();
    for kept in kept {
        let about = work.about(grant, kept.person);
        let (into, id, assignment) = (read.entry(key(&kept)).or_default(), kept.id, kept.assignment);
        if let Some(next) = unless_damaged(open(work, &about, kept).await, "responses", id.0)? {
            put(&mut into.responses, next);
        } else {
            into.responses.retain(|earlier| earlier.assignment != assignment);
            into.damaged += 1;
        }
    }
    Ok(read)
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
