//! Targets of a diary card: what one member and those who lead agreed to keep an eye on, from a day to a day.

use super::{TargetId, deeds, reach, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::TARGET_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result, groups};

/// The form whose cards have targets.
pub const DIARY_CARD: &str = "diary-card";

/// Targets that a card has room for.
const TARGETS_MAX: usize = 4;

/// One target, with its days. What is changed is ended and begun anew, so the history stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id.
    pub id: TargetId,
    /// What it is, in the words agreed on.
    pub words: String,
    /// Since when.
    pub from: Timestamp,
    /// Until when, once it has ended.
    pub until: Option<Timestamp>,
}

/// Agrees on a target: by the member for themselves, or by one who leads their group.
pub async fn set_target(work: &mut Work<'_>, group: GroupId, person: PersonId, words: &str) -> Result<TargetId> {
    let grant = deeds::may_set_target(work, group, person).await?;
    reach::form_for(&groups::charter_of(work, group).await?, DIARY_CARD)?;
    match words.chars().count() {
        0 => return Err(Error::invalid("target", "fault-empty")),
        count if count > TARGET_CHARS_MAX => return Err(Error::invalid("target", "fault-long")),
        _ => {}
    }
    let all = read(work, &grant, group, person).await?;
    if all.readable.iter().filter(|target| target.until.is_none()).count() >= TARGETS_MAX {
        return Err(Error::Conflict("techniques-conflict-targets"));
    }
    let id = TargetId::random()?;
    let sealed = work.seal(Scope::Membership(group, person), cell(id), words).await?;
    store::insert_target(work, &grant, id, (group, person), sealed).await?;
    work.announce(Change::Person(person));
    Ok(id)
}

/// Ends a target from now on. What was written about it stays on the cards.
pub async fn end_target(work: &mut Work<'_>, id: TargetId) -> Result<()> {
    let kept = store::find_target(work, id).await?;
    let grant = deeds::may_set_target(work, kept.group, kept.person).await?;
    store::end_target(work, &grant, id).await?;
    work.announce(Change::Person(kept.person));
    Ok(())
}

/// All targets of a member in a group, the newest first, with those that have ended.
pub(super) async fn read(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Legible<Target>> {
    let mut targets = Legible::default();
    for kept in store::targets_of(work, grant, group, person).await? {
        let store::KeptTarget { id, words, from, until, .. } = kept;
        let words = work.open(grant, Scope::Membership(group, person), cell(id), &words).await;
        targets.add(words.map(|words| Target { id, words, from, until }), "targets", id.0)?;
    }
    Ok(targets)
}

const fn cell(id: TargetId) -> Cell {
    Cell::of("targets", "words", id.0)
}
