//! The log of a meeting, where there are no notes about people: how many came, about what, and what happened.

use serde::{Deserialize, Serialize};

use super::desk::is_begun;
use super::{deeds, store};
use crate::clock::Timestamp;
use crate::groups::{self, Session};
use crate::hub::Change;
use crate::id::{PersonId, SessionId};
use crate::limits::{HEADS_MAX, TEXT_CHARS_MAX};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// What is kept of a meeting. Nobody is named in it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingLog {
    /// How many came.
    pub heads: u32,
    /// What it was about.
    pub topic: String,
    /// What happened that others must know of.
    pub incidents: String,
}

impl std::fmt::Debug for MeetingLog {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("MeetingLog([sealed])")
    }
}

/// A log as it is kept.
#[derive(Clone, Debug)]
pub struct KeptLog {
    /// What it says.
    pub log: MeetingLog,
    /// Which version of it this is, from 1.
    pub version: u32,
    /// Who wrote last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Timestamp,
}

/// The log of a meeting, with the meeting.
pub async fn meeting_log(work: &mut Work<'_>, id: SessionId) -> Result<(Session, Option<KeptLog>)> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_keep_log(work, &session).await?;
    let Some(row) = store::find_log(work, &grant, id).await? else { return Ok((session, None)) };
    let log = work.open(&grant, Scope::Group(session.group), cell(id, row.version), &row.words).await?;
    let store::LogRow { version, written_by, written_at, .. } = row;
    Ok((session, Some(KeptLog { log, version, written_by, written_at })))
}

/// Keeps it, over the version that was looked at (0 for none). Where another one was kept meanwhile, nothing is.
pub async fn keep_log(work: &mut Work<'_>, id: SessionId, seen: u32, log: &MeetingLog) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_keep_log(work, &session).await?;
    if !is_begun(&session) {
        return Err(Error::Conflict("notes-conflict-not-begun"));
    }
    log.check()?;
    let sealed = work.seal(Scope::Group(session.group), cell(id, seen + 1), log).await?;
    if !store::save_log(work, &grant, id, session.group, seen, sealed).await? {
        return Err(Error::Conflict("notes-conflict-changed"));
    }
    work.announce(Change::Group(session.group));
    Ok(())
}

impl MeetingLog {
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        if self.heads > HEADS_MAX {
            faults.push(Fault::new("heads", "fault-range"));
        }
        for (field, text) in [("topic", &self.topic), ("incidents", &self.incidents)] {
            if text.chars().count() > TEXT_CHARS_MAX {
                faults.push(Fault::new(field, "fault-long"));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("meeting_logs", "words", session.0).version(version)
}
