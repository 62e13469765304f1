//! Jottings: a line that a leader notes for themselves while a session goes on. It is kept without anything being opened, so that
//! nothing private stands on a screen in the room.

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Session};
use crate::id::{PersonId, SessionId};
use crate::limits::{JOTTINGS_MAX, TEXT_CHARS_MAX};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// A line that was noted.
#[derive(Clone, PartialEq, Eq)]
pub struct Jotting {
    /// The words.
    pub words: String,
    /// When.
    pub written_at: Timestamp,
}

impl std::fmt::Debug for Jotting {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Jotting([sealed])")
    }
}

/// Notes a line.
pub async fn jot(work: &mut Work<'_>, id: SessionId, words: &str) -> Result<()> {
    let session = groups::session(work, id).await?;
    let (author, grant) = deeds::may_write_own(work, &session).await?;
    match words.trim().chars().count() {
        0 => return Err(Error::invalid("note", "fault-empty")),
        1..=TEXT_CHARS_MAX => {}
        _ => return Err(Error::invalid("note", "fault-long")),
    }
    let number = store::count_jottings(work, &grant, author, id).await? + 1;
    if number > JOTTINGS_MAX {
        return Err(Error::invalid("note", "plans-fault-jottings"));
    }
    let sealed = work.seal(Scope::Author(author, session.group), cell(id, number), words.trim()).await?;
    store::insert_jotting(work, &grant, (author, id, session.group), number, sealed).await
}

/// What somebody noted, in its order. The grant is about their own words.
pub(super) async fn jottings(
    work: &mut Work<'_>,
    grant: &Grant,
    author: PersonId,
    session: &Session,
) -> Result<Vec<Jotting>> {
    let mut jottings = Vec::new();
    for row in store::own_jottings(work, grant, author, session.id).await? {
        let cell = cell(session.id, row.number);
        let words = work.open(grant, Scope::Author(author, session.group), cell, &row.words).await?;
        jottings.push(Jotting { words, written_at: row.written_at });
    }
    Ok(jottings)
}

/// Each number is written once.
const fn cell(session: SessionId, number: u32) -> Cell {
    Cell::of("session_jottings", "words", session.0).version(number)
}
