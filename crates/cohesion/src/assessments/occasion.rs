//! When somebody answered what, without a look at the answers: for subjects that go by the occasion.

use std::collections::BTreeMap;

use measures::Instrument;

use super::{AssignmentId, store};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// One time that somebody answered a questionnaire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnsweredOnce {
    /// What was asked.
    pub assignment: AssignmentId,
    /// The questionnaire.
    pub instrument: &'static Instrument,
    /// When it was answered first.
    pub at: Timestamp,
}

/// Whom an assignment was asked of, and in which group: ids only, for deciding who may do what about it.
pub async fn asked_whom(work: &mut Work<'_>, id: AssignmentId) -> Result<(GroupId, PersonId)> {
    let kept = store::find_assignment(work, id).await?;
    Ok((kept.group, kept.person))
}

/// Each time that a person answered in a group, the newest first, under a grant that was given for another reason. No answer
/// is opened.
pub async fn times_answered(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<AnsweredOnce>> {
    let mut times: BTreeMap<AssignmentId, AnsweredOnce> = BTreeMap::new();
    for kept in store::responses_in(work, grant, group, person).await? {
        let Some(instrument) = work.vault().instrument(kept.instrument) else { continue };
        let (assignment, at) = (kept.assignment, kept.answered_at);
        let known = times.entry(assignment).or_insert(AnsweredOnce { assignment, instrument, at });
        known.at = known.at.min(at);
    }
    let mut times: Vec<AnsweredOnce> = times.into_values().collect();
    times.sort_by_key(|once| std::cmp::Reverse((once.at, once.assignment)));
    Ok(times)
}
