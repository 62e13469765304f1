//! Process notes: a clinician's own thoughts about a session, for nobody else.
//!
//! They stand in a table and under a key of their own. The one yes that opens them is about the author's own words; no role,
//! no supervisor, no job, no export, no search and no list of anybody's records comes here.

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Session};
use crate::id::{GroupId, PersonId, SessionId};
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// One's own words as they are kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptWords {
    /// The words.
    pub words: String,
    /// Which version of them this is, from 1.
    pub version: u32,
    /// When they were written.
    pub written_at: Timestamp,
}

impl std::fmt::Debug for KeptWords {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "KeptWords([sealed], version {})", self.version)
    }
}

/// What the actor has written for themselves about a session, with the session.
pub async fn process_note(work: &mut Work<'_>, id: SessionId) -> Result<(Session, Option<KeptWords>)> {
    let session = groups::session(work, id).await?;
    let (author, grant) = deeds::may_read_own(work, &session).await?;
    let Some(row) = store::find_own(work, &grant, author, id).await? else { return Ok((session, None)) };
    let words = open(work, &grant, (author, id, session.group), row.version, &row.words).await?;
    Ok((session, Some(KeptWords { words, version: row.version, written_at: row.written_at })))
}

/// Writes it, over the version that was looked at (0 for none). Where another one was kept meanwhile, nothing is.
pub async fn write_process_note(work: &mut Work<'_>, id: SessionId, seen: u32, words: &str) -> Result<()> {
    let session = groups::session(work, id).await?;
    let (author, grant) = deeds::may_write_own(work, &session).await?;
    if words.chars().count() > TEXT_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    let scope = Scope::Author(author, session.group);
    let sealed = work.seal(scope, cell(id, seen + 1), words).await?;
    let place = (author, id, session.group);
    if store::save_own(work, &grant, place, seen, sealed).await? {
        return Ok(());
    }
    Err(Error::Conflict("notes-conflict-own-changed"))
}

/// Asks whether the actor may write one, before anything else is looked at.
pub(super) async fn may_write(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    deeds::may_write_own(work, &session).await.map(|_| ())
}

async fn open(
    work: &mut Work<'_>,
    grant: &Grant,
    (author, session, group): (PersonId, SessionId, GroupId),
    version: u32,
    sealed: &[u8],
) -> Result<String> {
    if grant.about().subject != Some(author) {
        return Err(Error::bug("a process note is opened for somebody else than its author"));
    }
    work.open(grant, Scope::Author(author, group), cell(session, version), sealed).await
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("process_notes", "words", session.0).version(version)
}
