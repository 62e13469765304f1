//! A thread: what it is about, when it is open, and when it is erased.

use super::ThreadId;
use super::store::ThreadRow;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::work::{Cell, Scope, Work};

/// From which side somebody comes to a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// As one who sits in the group.
    Member,
    /// As one who leads it.
    Leading,
}

/// A thread.
#[derive(Clone)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// The group.
    pub group: GroupId,
    /// What it is about, in the words of whoever opened it; empty where they were erased.
    pub title: String,
    /// From when one can write there.
    pub opens_at: Timestamp,
    /// Until when; nothing where no end was set.
    pub closes_at: Option<Timestamp>,
    /// When it is erased, with all that stands in it.
    pub expires_at: Timestamp,
    /// When something was written there last.
    pub posted_at: Timestamp,
}

impl Thread {
    /// Whether one can write there at a moment.
    pub fn is_open(&self, now: Timestamp) -> bool {
        is_open(self.opens_at, self.closes_at, now)
    }
}

/// Whether a moment lies between the two.
pub(super) fn is_open(opens_at: Timestamp, closes_at: Option<Timestamp>, now: Timestamp) -> bool {
    opens_at <= now && closes_at.is_none_or(|closes_at| now < closes_at)
}

/// Opens a thread's title.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, row: ThreadRow) -> Result<Thread> {
    let title = match row.words.as_slice() {
        [] => String::new(),
        words => work.open(grant, scope(row.id), cell(row.id), words).await?,
    };
    let ThreadRow { id, group, opens_at, closes_at, expires_at, posted_at, .. } = row;
    Ok(Thread { id, group, title, opens_at, closes_at, expires_at, posted_at })
}

pub(super) const fn scope(id: ThreadId) -> Scope {
    Scope::Thread(id.0)
}

pub(super) const fn cell(id: ThreadId) -> Cell {
    Cell::of("threads", "words", id.0)
}
