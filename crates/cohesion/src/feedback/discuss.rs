//! Whoever leads says that a result was talked about.

use super::{deeds, store};
use crate::assessments::{AssignmentId, asked_whom, times_answered};
use crate::hub::Change;
use crate::id::PersonId;
use crate::limits::REMARK_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// The number that is stored where a member says that it was talked about.
pub(super) const YES: i64 = 1;
/// The number that is stored where they say that it was not.
pub(super) const NO: i64 = 2;

/// Marks what a member answered as talked about, once, with a word of one's own beside it that may be empty.
pub async fn discuss(work: &mut Work<'_>, person: PersonId, id: AssignmentId, note: &str) -> Result<()> {
    let (group, asked) = asked_whom(work, id).await?;
    if asked != person {
        return Err(Error::NotFound);
    }
    let grant = deeds::may_discuss(work, group, person).await?;
    if note.chars().count() > REMARK_CHARS_MAX {
        return Err(Error::invalid("note", "fault-long"));
    }
    let answered = times_answered(work, &grant, group, person).await?;
    if !answered.iter().any(|once| once.assignment == id) {
        return Err(Error::Conflict("feedback-conflict-not-answered"));
    }
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let sealed = work.seal(Scope::Membership(group, person), note_cell(id), note.trim()).await?;
    if !store::save_discussed(work, &grant, id, (group, person), (by, sealed)).await? {
        return Err(Error::Conflict("feedback-conflict-discussed"));
    }
    work.announce(Change::Group(group));
    work.announce(Change::Person(person));
    Ok(())
}

pub(super) const fn note_cell(id: AssignmentId) -> Cell {
    Cell::of("talks", "note", id.0)
}

pub(super) const fn words_cell(id: AssignmentId) -> Cell {
    Cell::of("talks", "words", id.0)
}
