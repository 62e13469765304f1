//! A member looks back on their group, without a name; and those who lead read what enough of them said.

use super::evaluation::{Evaluation, Pool, QUESTIONS};
use super::{Phase, deeds, store};
use crate::access::Grant;
use crate::groups::{self, GroupState};
use crate::id::GroupId;
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// What those who lead see of it.
#[derive(Clone, Debug, Default)]
pub struct Looking {
    /// How many sit in the group.
    pub members: usize,
    /// How many have answered. Who, nobody learns.
    pub answered: usize,
    /// What may be seen, without names and times.
    pub shown: Vec<Evaluation>,
}

/// Keeps what a member says, once for each member, while the group ends or after. It cannot be changed: it cannot be found
/// again.
pub async fn evaluate(work: &mut Work<'_>, group: GroupId, evaluation: &Evaluation) -> Result<()> {
    let grant = deeds::may_evaluate(work, group).await?;
    let person = work.actor().person().ok_or(Error::NotFound)?;
    if !is_time(groups::state_of(work, group).await?) {
        return Err(Error::Conflict("endings-conflict-not-yet"));
    }
    check(evaluation)?;
    if !store::insert_given(work, &grant, group, person).await? {
        return Err(Error::Conflict("endings-conflict-looked-back"));
    }
    let (mut pool, version) = pool_of(work, &grant, group).await?;
    pool.add(evaluation.clone());
    let sealed = work.seal(Scope::Group(group), cell(group, version + 1), &pool).await?;
    store::save_pool(work, &grant, group, version, sealed).await
}

fn check(evaluation: &Evaluation) -> Result<()> {
    let mut faults = Vec::new();
    for at in 0..QUESTIONS.len() {
        if !evaluation.ratings.get(at).is_some_and(|rating| (1..=5).contains(rating)) {
            faults.push(Fault::new(format!("question-{at}"), "fault-choose"));
        }
    }
    for (field, text) in [("helped", &evaluation.helped), ("better", &evaluation.better)] {
        if text.chars().count() > TEXT_CHARS_MAX {
            faults.push(Fault::new(field, "fault-long"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// Whether the actor can look back on their group now.
pub async fn may_look_back(work: &mut Work<'_>, group: GroupId) -> Result<bool> {
    let grant = deeds::may_evaluate(work, group).await?;
    let person = work.actor().person().ok_or(Error::NotFound)?;
    let is_time = is_time(groups::state_of(work, group).await?);
    Ok(is_time && !store::has_given(work, &grant, group, person).await?)
}

/// From the ending on, until only the record is left.
fn is_time(state: GroupState) -> bool {
    state != GroupState::Archived && Phase::of(state) != Phase::Before
}

/// What members said, for those who lead.
pub async fn evaluation(work: &mut Work<'_>, group: GroupId) -> Result<Looking> {
    let grant = deeds::may_see(work, group).await?;
    let members = groups::living_seats(work, group).await?.len();
    let (pool, _) = pool_of(work, &grant, group).await?;
    let is_archived = groups::state_of(work, group).await? == GroupState::Archived;
    let shown = if is_archived { pool.shown_at_last() } else { pool.shown().to_vec() };
    Ok(Looking { members, answered: pool.count(), shown })
}

async fn pool_of(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<(Pool, u32)> {
    let Some((version, sealed)) = store::find_pool(work, grant, group).await? else {
        return Ok((Pool::default(), 0));
    };
    let pool = work.open(grant, Scope::Group(group), cell(group, version), &sealed).await?;
    Ok((pool, version))
}

const fn cell(group: GroupId, version: u32) -> Cell {
    Cell::of("group_evaluations", "answers", group.0).version(version)
}
