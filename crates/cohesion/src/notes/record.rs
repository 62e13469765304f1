//! The record of a session: what the group did, without anybody's name.

use serde::{Deserialize, Serialize};

use super::store::{self, RecordRow};
use super::{Said, Signature, append, note};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::id::{GroupId, PersonId, SessionId};
use crate::plans::{self, Summary};
use crate::room;
use crate::work::{Cell, Scope, Work};

/// What every member's note shares.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// What the session was about.
    pub topic: String,
    /// What was done.
    pub techniques: String,
    /// What was handed out or looked at.
    pub materials: String,
    /// What comes next for the group.
    pub plan: String,
    /// Words in it that are a member's name elsewhere and nobody's here.
    #[serde(default)]
    pub plain: Vec<String>,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Shared([sealed])")
    }
}

impl Shared {
    /// The Fluent keys of its fields, in their order.
    pub const FIELDS: [&'static str; 4] =
        ["notes-shared-topic", "notes-shared-techniques", "notes-shared-materials", "notes-shared-plan"];

    /// Its fields, in their order.
    pub fn parts(&self) -> [&str; 4] {
        [&self.topic, &self.techniques, &self.materials, &self.plan]
    }

    /// The record that has these fields, in their order; what is missing is empty.
    pub fn of(parts: impl IntoIterator<Item = String>) -> Self {
        let mut parts = parts.into_iter();
        let mut next = || parts.next().unwrap_or_default();
        Self { topic: next(), techniques: next(), materials: next(), plan: next(), plain: Vec::new() }
    }

    /// All of it as one text.
    pub(super) fn text(&self) -> String {
        self.parts().join("\n")
    }

    /// Whether it says what the session was about.
    pub(super) fn is_written(&self) -> bool {
        !self.topic.trim().is_empty() || !self.techniques.trim().is_empty()
    }
}

/// A record as it is kept.
#[derive(Clone, Debug)]
pub struct KeptRecord {
    /// The session.
    pub session: SessionId,
    /// What it says.
    pub shared: Shared,
    /// Which version of it this is, from 1.
    pub version: u32,
    /// Who wrote last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Timestamp,
    /// Who signed it, and when.
    pub signed: Option<Signature>,
    /// What was added since, in its order.
    pub added: Vec<Said>,
}

/// What the plan of a session says for its record: a beginning, to be read and changed before it is kept.
pub(super) async fn told(work: &mut Work<'_>, session: &Session) -> Result<Shared> {
    let Summary { topic, parts, techniques } = plans::summary(work, session).await?;
    let plan = room::taken(work, session).await?;
    Ok(Shared { topic, techniques: parts, materials: techniques, plan, plain: Vec::new() })
}

/// Opens a record's row; one that is signed must be what was signed.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, group: GroupId, row: RecordRow) -> Result<KeptRecord> {
    note::vouch(row.digest.as_ref(), &row.words, "group_records")?;
    let shared = work.open(grant, Scope::Group(group), cell(row.session, row.version), &row.words).await?;
    let RecordRow { session, version, written_by, written_at, signed, .. } = row;
    let added = if signed.is_some() { append::added(work, grant, session, group).await? } else { Vec::new() };
    Ok(KeptRecord { session, shared, version, written_by, written_at, signed, added })
}

/// Keeps a version of the record; whether it followed the one that was looked at.
pub(super) async fn save(
    work: &mut Work<'_>,
    grant: &Grant,
    session: SessionId,
    group: GroupId,
    shared: &Shared,
    seen: u32,
) -> Result<bool> {
    let words = work.seal(Scope::Group(group), cell(session, seen + 1), shared).await?;
    store::save_record(work, grant, session, group, seen, words).await
}

/// Signs the version that is kept.
pub(super) async fn seal_for_ever(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    record: &KeptRecord,
) -> Result<()> {
    let next = record.version + 1;
    let words = work.seal(Scope::Group(group), cell(record.session, next), &record.shared).await?;
    store::sign_record(work, grant, record.session, record.version, words).await
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("group_records", "words", session.0).version(version)
}
