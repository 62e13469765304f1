//! Something is added to the signed record of a session: dated, signed, without a name, and never changed either.

use super::countersign::check_words;
use super::known::roster_of;
use super::lint::{Place, look};
use super::note::{SaidKind, vouch};
use super::store;
use super::{Added, Said, deeds};
use crate::access::Grant;
use crate::hub::Change;
use crate::id::{GroupId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, groups};

/// Adds words to a record that is signed.
pub async fn append(work: &mut Work<'_>, id: SessionId, words: &str) -> Result<Added> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_sign(work, &session).await?;
    check_words(words)?;
    let record = store::find_record(work, &grant, id).await?;
    if record.is_none_or(|record| record.signed.is_none()) {
        return Err(Error::Conflict("notes-conflict-not-signed"));
    }
    let roster = roster_of(work, &grant, session.group).await?;
    let found = look(&roster, Place::Shared, [words], &[])?;
    if !found.is_empty() {
        return Ok(Added::Names(found));
    }
    let last = store::added_to(work, &grant, id).await?.last().map_or(0, |row| row.number);
    let sealed = work.seal(Scope::Group(session.group), cell(id, last + 1), words).await?;
    store::insert_added(work, &grant, id, last + 1, sealed).await?;
    work.announce(Change::Group(session.group));
    Ok(Added::Done)
}

/// What was added, in its order: the words as they were signed.
pub(super) async fn added(work: &mut Work<'_>, grant: &Grant, id: SessionId, group: GroupId) -> Result<Vec<Said>> {
    let mut added = Vec::new();
    for row in store::added_to(work, grant, id).await? {
        vouch(Some(&row.digest), &row.words, "record_words")?;
        let words = work.open(grant, Scope::Group(group), cell(id, row.number), &row.words).await?;
        added.push(Said { kind: SaidKind::Addendum, words, by: row.by, at: row.at });
    }
    Ok(added)
}

const fn cell(id: SessionId, number: u32) -> Cell {
    Cell::of("record_words", "words", id.0).version(number)
}
