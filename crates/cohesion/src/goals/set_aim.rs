//! Whoever leads a group says one more thing that it is for.

use super::terms::text_fault;
use super::{AimId, AimState, aim, deeds, store};
use crate::hub::Change;
use crate::id::GroupId;
use crate::limits::{AIMS_MAX, LINE_CHARS_MAX};
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// Adds an aim behind those that there are.
pub async fn set_aim(work: &mut Work<'_>, group: GroupId, words: &str) -> Result<AimId> {
    let grant = deeds::may_set_aims(work, group).await?;
    if let Some(fault) = text_fault("words", words, 1..=LINE_CHARS_MAX) {
        return Err(Error::Invalid(vec![fault]));
    }
    let before = store::aims_of(work, &grant, group).await?;
    if before.iter().filter(|aim| aim.state == AimState::Standing).count() >= AIMS_MAX {
        return Err(Error::Conflict("goals-conflict-aims"));
    }
    let (id, place) = (AimId::random()?, before.last().map_or(1, |last| last.place + 1));
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let sealed = work.seal(Scope::Group(group), aim::cell(id), words.trim()).await?;
    store::insert_aim(work, &grant, (id, group), place, by, sealed).await?;
    work.announce(Change::Group(group));
    Ok(id)
}
