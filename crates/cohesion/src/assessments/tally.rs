//! What a member's answers to one instrument came to, kept together: a page about many people opens one record for each of
//! them, not one for each answer. The answers are what is true: a tally that is missing or damaged is made again from them.

use std::collections::BTreeMap;

use measures::Instrument;

use super::packed::Packed;
use super::response::{responses_in, responses_on};
use super::store::{self, KeptPart};
use super::{Asides, Assignment, Record, Response, TallyId, Version};
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::{Cell, Scope, Work};
use crate::{Result, unless_damaged};

/// Answers that are packed together: more of them stand in further parts, so that one more answer costs no more than these.
const PART: usize = 16;

/// A member's answers to one instrument in one group, each in its latest version, in the order of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub responses: Vec<Response>,
    /// Answers that cannot be read, and are missing here.
    pub damaged: usize,
}

/// Adds one version of an answer, in place of the version before it.
pub(super) async fn add(work: &mut Work<'_>, grant: &Grant, assignment: &Assignment, version: &Version) -> Result<()> {
    let next = response(assignment, version);
    if version.number > 1 {
        return renew(work, grant, assignment, next).await;
    }
    let Assignment { group, person, instrument, .. } = *assignment;
    let index = work.vault().instrument_index(&instrument.id);
    let last = match store::last_part(work, grant, group, person, index).await? {
        Some(last) => packed(work, grant, &last).await?.map(|packed| (last.part, packed)),
        None => None,
    };
    match last.filter(|(_, packed)| packed.is_current(instrument)) {
        None => renew(work, grant, assignment, next).await,
        Some((part, packed)) if packed.len() >= PART => {
            let tally = Tally { responses: vec![next], damaged: 0 };
            save(work, grant, assignment, part + 1, Packed::of(instrument, tally)).await
        }
        Some((part, mut packed)) => {
            packed.push(instrument, next);
            save(work, grant, assignment, part, packed).await
        }
    }
}

/// Packs everything again: at the first answer, after a correction, and where something was damaged.
async fn renew(work: &mut Work<'_>, grant: &Grant, assignment: &Assignment, next: Response) -> Result<()> {
    let Assignment { group, person, instrument, .. } = *assignment;
    let Tally { mut responses, mut damaged } = tally(work, grant, group, person, instrument).await?;
    put(&mut responses, next);
    let index = work.vault().instrument_index(&instrument.id);
    store::clear_tally(work, grant, group, person, index).await?;
    for (part, responses) in (0..).zip(responses.chunks(PART)) {
        let tally = Tally { responses: responses.to_vec(), damaged: std::mem::take(&mut damaged) };
        save(work, grant, assignment, part, Packed::of(instrument, tally)).await?;
    }
    Ok(())
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
    let parts = store::tally_of(work, grant, group, person, index).await?;
    if let Some(tally) = join(work, grant, parts, |part| part.person).await?.remove(&person) {
        return Ok(tally);
    }
    Ok(responses_in(work, grant, group, person, &[index]).await?.remove(&index).unwrap_or_default())
}

/// What these people answered to one instrument.
pub(super) async fn tallies_on(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    index: [u8; 32],
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Tally>> {
    let mut parts = store::tallies_on(work, grant, group, index).await?;
    parts.retain(|part| people.contains(&part.person));
    let mut tallies = join(work, grant, parts, |part| part.person).await?;
    let missing: Vec<PersonId> = people.iter().copied().filter(|person| !tallies.contains_key(person)).collect();
    if !missing.is_empty() {
        tallies.extend(responses_on(work, grant, group, index, &missing).await?);
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
    let parts = store::tallies_in(work, grant, group, person).await?;
    let mut tallies = join(work, grant, parts, |part| part.index).await?;
    let answered = store::answered_in(work, grant, group, person).await?;
    let missing: Vec<[u8; 32]> = answered.into_iter().filter(|index| !tallies.contains_key(index)).collect();
    if !missing.is_empty() {
        tallies.extend(responses_in(work, grant, group, person, &missing).await?);
    }
    Ok(tallies)
}

/// Joins parts that come in their order. Where one of them cannot be read there is no tally.
async fn join<K: Ord>(
    work: &mut Work<'_>,
    grant: &Grant,
    parts: Vec<KeptPart>,
    key: impl Fn(&KeptPart) -> K,
) -> Result<BTreeMap<K, Tally>> {
    let mut joined: BTreeMap<K, Option<Tally>> = BTreeMap::new();
    for part in parts {
        let about = work.about(grant, part.person);
        let opened = open(work, &about, &part).await?;
        let before = joined.entry(key(&part)).or_insert_with(|| Some(Tally::default()));
        *before = before.take().zip(opened).map(|(before, next)| before.and(next));
    }
    Ok(joined.into_iter().filter_map(|(key, tally)| Some((key, tally?))).collect())
}

impl Tally {
    fn and(mut self, next: Self) -> Self {
        self.responses.extend(next.responses);
        self.damaged += next.damaged;
        self
    }
}

async fn open(work: &mut Work<'_>, about: &Grant, part: &KeptPart) -> Result<Option<Tally>> {
    let packed = packed(work, about, part).await?;
    let instrument = work.vault().instrument(part.index);
    Ok(packed.zip(instrument).and_then(|(packed, instrument)| packed.unpack(instrument, part.person)))
}

async fn packed(work: &mut Work<'_>, about: &Grant, part: &KeptPart) -> Result<Option<Packed>> {
    let opened = work.open(about, Scope::Person(part.person), cell(part.id), &part.responses).await;
    unless_damaged(opened, "tallies", part.id.0)
}

async fn save(work: &mut Work<'_>, grant: &Grant, assignment: &Assignment, part: u32, packed: Packed) -> Result<()> {
    let Assignment { group, person, instrument, .. } = *assignment;
    let (id, index) = (TallyId::random()?, work.vault().instrument_index(&instrument.id));
    let responses = work.seal(Scope::Person(person), cell(id), &packed).await?;
    store::save_part(work, grant, group, KeptPart { id, person, index, part, responses }).await
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
