//! Keeping a self-check, reading one's own, and deleting one: the row goes, and nothing of it stays.

use super::{SelfCheck, SelfCheckId, deeds, store};
use crate::clock::Timestamp;
use crate::groups::{self, Capability};
use crate::id::PersonId;
use crate::limits::REMARK_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// A self-check that was kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: SelfCheckId,
    /// When it was answered.
    pub at: Timestamp,
    /// What was answered; nothing where it cannot be read any more.
    pub check: Option<SelfCheck>,
}

/// Keeps a self-check of the actor's, who takes part in a group that knows such.
pub async fn keep_check(work: &mut Work<'_>, check: &SelfCheck) -> Result<SelfCheckId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    if !may_begin(work, person).await? {
        return Err(Error::NotFound);
    }
    let grant = deeds::may_keep(work, person)?;
    if check.words.chars().count() > REMARK_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    if check.answers.iter().all(Option::is_none) && check.words.trim().is_empty() {
        return Err(Error::invalid("answer-0", "self-checks-fault-empty"));
    }
    let id = SelfCheckId::random()?;
    let sealed = work.seal(Scope::Person(person), cell(id), check).await?;
    store::insert(work, &grant, id, person, sealed).await?;
    Ok(id)
}

/// Whether somebody sits in a group whose charter knows self-checks.
pub(super) async fn may_begin(work: &mut Work<'_>, person: PersonId) -> Result<bool> {
    for group in groups::seated_in(work, person).await? {
        if groups::charter_of(work, group).await?.allow(Capability::PrivateSelfCheck).is_ok() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The actor's own self-checks, the newest first; also after they have left the group.
pub async fn own_checks(work: &mut Work<'_>) -> Result<Vec<Kept>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_keep(work, person)?;
    let mut checks = Vec::new();
    for (id, at, sealed) in store::all_of(work, &grant, person).await? {
        let opened = work.open(&grant, Scope::Person(person), cell(id), &sealed).await;
        checks.push(Kept { id, at, check: unless_damaged(opened, "self_checks", id.0)? });
    }
    Ok(checks)
}

/// Deletes one of the actor's own.
pub async fn delete_check(work: &mut Work<'_>, id: SelfCheckId) -> Result<()> {
    let person = store::owner(work, id).await?;
    let grant = deeds::may_keep(work, person)?;
    store::delete(work, &grant, id).await
}

const fn cell(id: SelfCheckId) -> Cell {
    Cell::of("self_checks", "answers", id.0)
}
