//! Somebody in a support group writes down a step of their own.

use super::terms::text_fault;
use super::{StepId, deeds, step, store};
use crate::groups::{self, Capability};
use crate::id::GroupId;
use crate::limits::{LINE_CHARS_MAX, STEPS_MAX};
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// Writes a step, for a group in which the actor sits and whose charter knows private steps.
pub async fn write_step(work: &mut Work<'_>, group: GroupId, words: &str) -> Result<StepId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_keep_steps(work, person)?;
    if !groups::is_seated(work, group, person).await? {
        return Err(Error::NotFound);
    }
    groups::charter_of(work, group).await?.allow(Capability::PrivateStep)?;
    if let Some(fault) = text_fault("words", words, 1..=LINE_CHARS_MAX) {
        return Err(Error::Invalid(vec![fault]));
    }
    if store::steps_of(work, &grant, person).await?.len() >= STEPS_MAX {
        return Err(Error::Conflict("goals-conflict-steps"));
    }
    let id = StepId::random()?;
    let sealed = work.seal(Scope::Person(person), step::cell(id), words.trim()).await?;
    store::insert_step(work, &grant, (id, group, person), sealed).await?;
    Ok(id)
}
