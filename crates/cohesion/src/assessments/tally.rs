//! What a member's answers to one instrument came to, kept together: a page about many people opens one record for each of
//! them, not one for each answer. The answers are what is true: a tally that is missing or damaged is made again from them.

use std::collections::BTreeMap;

use measures::{Instrument, SCORER_VERSION, Score};
use serde::{Deserialize, Serialize};

use super::response::{Reading, responses_in, responses_on};
use super::store::{self, KeptTally};
use super::{Asides, Assignment, AssignmentId, Record, Response, ResponseId, TallyId, Version};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Result, unless_damaged};

/// A member's answers to one instrument in one group, each in its latest version, in the order of time.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub responses: Vec<Response>,
    /// Answers that cannot be read, and are missing here.
    pub damaged: usize,
}

/// Adds one version of an answer, in place of the version before it.
pub(super) async fn add(work: &mut Work<'_>, grant: &Grant, assignment: &Assignment, version: &Version) -> Result<()> {
    let Assignment { group, person, instrument, .. } = *assignment;
    let index = work.vault().instrument_index(&instrument.id);
    let kept = store::find_tally(work, grant, group, person, index).await?;
    let (id, next) = match &kept {
        Some(kept) => (kept.id, kept.version + 1),
        None => (TallyId::random()?, 1),
    };
    let mut tally = read(work, grant, group, person, index, kept).await?;
    put(&mut tally.responses, response(assignment, version));
    let sealed = work.seal(Scope::Person(person), cell(id).version(next), &Packed::of(instrument, tally)).await?;
    store::save_tally(work, grant, group, KeptTally { id, person, index, responses: sealed, version: next }).await
}

/// A member's answers to one instrument. The grant must be about this person.
pub(super) async fn tally(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    instrument: &Instrument,
) -> Result<Tally> {
    let index = work.vault().instrument_index(&instrument.id);
    let kept = store::find_tally(work, grant, group, person, index).await?;
    read(work, grant, group, person, index, kept).await
}

/// What these people answered to one instrument.
pub(super) async fn tallies_on(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    index: [u8; 32],
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Tally>> {
    let mut tallies = BTreeMap::new();
    for kept in store::tallies_on(work, grant, group, index).await? {
        if people.contains(&kept.person) {
            let (about, person) = (work.about(grant, kept.person), kept.person);
            tallies.extend(open(work, &about, kept).await?.map(|tally| (person, tally)));
        }
    }
    let missing: Vec<PersonId> = people.iter().copied().filter(|person| !tallies.contains_key(person)).collect();
    if !missing.is_empty() {
        for (person, reading) in responses_on(work, grant, group, index, &missing).await? {
            tallies.insert(person, reading.into());
        }
    }
    Ok(tallies)
}

/// What a person answered in a group, by the instrument's index. The grant must be about this person.
pub(super) async fn tallies_in(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<BTreeMap<[u8; 32], Tally>> {
    let mut tallies = BTreeMap::new();
    for kept in store::tallies_in(work, grant, group, person).await? {
        let index = kept.index;
        tallies.extend(open(work, grant, kept).await?.map(|tally| (index, tally)));
    }
    let answered = store::answered_in(work, grant, group, person).await?;
    let missing: Vec<[u8; 32]> = answered.into_iter().filter(|index| !tallies.contains_key(index)).collect();
    if !missing.is_empty() {
        for (index, reading) in responses_in(work, grant, group, person, &missing).await? {
            tallies.insert(index, reading.into());
        }
    }
    Ok(tallies)
}

/// What is kept, or what the answers themselves say.
async fn read(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    index: [u8; 32],
    kept: Option<KeptTally>,
) -> Result<Tally> {
    if let Some(kept) = kept
        && let Some(tally) = open(work, grant, kept).await?
    {
        return Ok(tally);
    }
    let mut read = responses_in(work, grant, group, person, &[index]).await?;
    Ok(read.remove(&index).unwrap_or_default().into())
}

async fn open(work: &mut Work<'_>, about: &Grant, kept: KeptTally) -> Result<Option<Tally>> {
    let cell = cell(kept.id).version(kept.version);
    let opened = work.open(about, Scope::Person(kept.person), cell, &kept.responses).await;
    let packed: Option<Packed> = unless_damaged(opened, "tallies", kept.id.0)?;
    let instrument = work.vault().instrument(kept.index);
    Ok(packed.zip(instrument).and_then(|(packed, instrument)| packed.unpack(instrument, kept.person)))
}

/// What is sealed of a tally, as small as it can be: a score that follows from its positions is worked out again, as long
/// as instrument and scorer are those it was packed with. Otherwise the answers are read.
#[derive(Serialize, Deserialize)]
struct Packed {
    versions: (u32, u32),
    damaged: usize,
    answers: Vec<Answer>,
}

#[derive(Serialize, Deserialize)]
struct Answer(ResponseId, AssignmentId, Option<SessionId>, u32, Timestamp, Vec<Option<usize>>, Option<Score>);

impl Packed {
    fn of(instrument: &Instrument, tally: Tally) -> Self {
        let answer = |response: Response| {
            let Response { id, assignment, session, version, answered_at, record, .. } = response;
            let Record { positions, score, .. } = record;
            let own = Some(score).filter(|score| worked_out(instrument, &positions).as_ref() != Some(score));
            Answer(id, assignment, session, version, answered_at, positions, own)
        };
        let answers = tally.responses.into_iter().map(answer).collect();
        Self { versions: (instrument.version, SCORER_VERSION), damaged: tally.damaged, answers }
    }

    fn unpack(self, instrument: &Instrument, person: PersonId) -> Option<Tally> {
        if self.versions != (instrument.version, SCORER_VERSION) {
            return None;
        }
        let response = |answer: Answer| {
            let Answer(id, assignment, session, version, answered_at, positions, own) = answer;
            let score = own.or_else(|| worked_out(instrument, &positions))?;
            let record = Record { positions, score, asides: Asides::default() };
            Some(Response { id, assignment, person, session, version, answered_at, record })
        };
        let responses = self.answers.into_iter().map(response).collect::<Option<_>>()?;
        Some(Tally { responses, damaged: self.damaged })
    }
}

fn worked_out(instrument: &Instrument, positions: &[Option<usize>]) -> Option<Score> {
    Some(instrument.answers(positions).ok()?.score())
}

impl From<Reading> for Tally {
    fn from(reading: Reading) -> Self {
        Self { responses: reading.responses, damaged: reading.damaged }
    }
}

/// What was written for one reader alone stays with the answer.
fn response(assignment: &Assignment, version: &Version) -> Response {
    Response {
        id: version.id,
        assignment: assignment.id,
        person: assignment.person,
        session: assignment.session,
        version: version.number,
        answered_at: version.at,
        record: Record { asides: Asides::default(), ..version.record.clone() },
    }
}

/// A correction keeps the place in time of what it corrects.
pub(super) fn put(responses: &mut Vec<Response>, next: Response) {
    match responses.iter_mut().find(|earlier| earlier.assignment == next.assignment) {
        Some(earlier) => *earlier = Response { answered_at: earlier.answered_at, ..next },
        None => responses.push(next),
    }
}

const fn cell(id: TallyId) -> Cell {
    Cell::of("tallies", "responses", id.0)
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::*;

    fn answered(instrument: &Instrument, positions: &[usize]) -> Response {
        let positions: Vec<_> = positions.iter().copied().map(Some).collect();
        let score = worked_out(instrument, &positions).unwrap();
        let record = Record { positions, score, asides: Asides::default() };
        let (id, assignment, person) = (ResponseId([1; 16]), AssignmentId([2; 16]), PersonId([3; 16]));
        Response { id, assignment, person, session: None, version: 1, answered_at: Timestamp(7), record }
    }

    #[test]
    fn a_score_is_what_it_was_whether_it_still_follows_from_the_positions_or_not() {
        let instrument = Catalogue::built_in().get("gad-7").unwrap();
        let follows = answered(instrument, &[2; 7]);
        let mut of_old = answered(instrument, &[1; 7]);
        of_old.record.score.scorer_version = 0;
        of_old.record.score.band = Some("as it was called then".to_owned());
        let tally = Tally { responses: vec![follows.clone(), of_old.clone()], damaged: 1 };
        let packed = Packed::of(instrument, tally);
        assert_eq!(packed.answers.iter().map(|answer| answer.6.is_some()).collect::<Vec<_>>(), [false, true]);
        let unpacked = packed.unpack(instrument, follows.person).unwrap();
        assert_eq!(unpacked.damaged, 1);
        let scores: Vec<_> = unpacked.responses.into_iter().map(|response| response.record.score).collect();
        assert_eq!(scores, [follows.record.score, of_old.record.score]);
    }

    #[test]
    fn what_another_version_packed_is_read_from_the_answers() {
        let instrument = Catalogue::built_in().get("gad-7").unwrap();
        let tally = Tally { responses: vec![answered(instrument, &[2; 7])], damaged: 0 };
        let mut packed = Packed::of(instrument, tally);
        packed.versions.0 += 1;
        assert!(packed.unpack(instrument, PersonId([3; 16])).is_none());
    }
}
