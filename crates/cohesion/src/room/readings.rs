//! What a support group reads aloud: our own wording until the group has its own.

use serde::{Deserialize, Serialize};

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Group};
use crate::id::GroupId;
use crate::limits::TEXT_CHARS_MAX;
use crate::plans::Reading;
use crate::techniques::catalogue;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// The curriculum whose readings are the usual ones.
pub(super) const USUAL: &str = "peer-support";

/// The texts, each a line to a person who reads.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readings {
    /// What people here hold to.
    pub principles: String,
    /// How they treat each other.
    pub guidelines: String,
    /// Where there is help in danger.
    pub help: String,
}

impl std::fmt::Debug for Readings {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Readings([sealed])")
    }
}

impl Readings {
    /// The usual wording.
    pub fn usual() -> Self {
        let Some(usual) = catalogue().curriculum(USUAL) else { return Self::default() };
        Self {
            principles: usual.opening_reading.join("\n"),
            guidelines: usual.guidelines.join("\n"),
            help: usual.crisis_reminder.clone().unwrap_or_default(),
        }
    }

    /// One of them.
    pub fn text(&self, reading: Reading) -> &str {
        match reading {
            Reading::Principles => &self.principles,
            Reading::Guidelines => &self.guidelines,
            Reading::Help => &self.help,
        }
    }

    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (field, text) in [("principles", &self.principles), ("guidelines", &self.guidelines), ("help", &self.help)]
        {
            match text.trim().chars().count() {
                0 => faults.push(Fault::new(field, "fault-empty")),
                length if length > TEXT_CHARS_MAX => faults.push(Fault::new(field, "fault-long")),
                _ => {}
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

/// A group's readings as they are kept, or the usual ones.
pub struct KeptReadings {
    /// The group.
    pub group: Group,
    /// What they say.
    pub readings: Readings,
    /// Which version of them this is, from 1; 0 for the usual ones.
    pub version: u32,
    /// When they were written.
    pub written_at: Option<Timestamp>,
}

/// The readings of a group, for whoever may change them.
pub async fn readings(work: &mut Work<'_>, group: GroupId) -> Result<KeptReadings> {
    let grant = deeds::may_change_readings(work, group).await?;
    let (readings, version, written_at) = match store::find_readings(work, &grant, group).await? {
        Some(row) => (open(work, &grant, group, &row).await?, row.version, Some(row.written_at)),
        None => (Readings::usual(), 0, None),
    };
    Ok(KeptReadings { group: groups::group(work, &grant, group).await?, readings, version, written_at })
}

/// The same under a grant that was given for another reason, such as a meeting that one takes part in.
pub(super) async fn readings_in(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Readings> {
    match store::find_readings(work, grant, group).await? {
        Some(row) => open(work, grant, group, &row).await,
        None => Ok(Readings::usual()),
    }
}

/// Keeps a group's own wording, over the version that was looked at (0 for the usual one).
pub async fn keep_readings(work: &mut Work<'_>, group: GroupId, seen: u32, readings: &Readings) -> Result<()> {
    let grant = deeds::may_change_readings(work, group).await?;
    readings.check()?;
    let sealed = work.seal(Scope::Group(group), cell(group, seen + 1), readings).await?;
    if store::save_readings(work, &grant, group, seen, sealed).await? {
        return Ok(());
    }
    Err(Error::Conflict("room-conflict-readings"))
}

async fn open(work: &mut Work<'_>, grant: &Grant, group: GroupId, row: &store::ReadingsRow) -> Result<Readings> {
    work.open(grant, Scope::Group(group), cell(group, row.version), &row.content).await
}

const fn cell(group: GroupId, version: u32) -> Cell {
    Cell::of("group_readings", "content", group.0).version(version)
}
