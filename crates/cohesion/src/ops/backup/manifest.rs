//! What a backup says about itself, in its first two lines: one of JSON, and a keyed hash over it that only the records'
//! own root key can make.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use crate::clock::Timestamp;
use crate::id::PracticeId;

/// The newest form of a backup that this program knows. Those of form 1 hold their keys; since form 2 these are in a file
/// of their own.
pub(super) const FORM: u32 = 2;

/// What stands behind the two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    /// The database.
    #[default]
    Records,
    /// The wrapped keys.
    Keys,
}

/// What a backup says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the file, 1 or 2.
    pub form: u32,
    /// What it holds.
    #[serde(default)]
    pub holds: Holds,
    /// The version of the program that made it.
    pub program: String,
    /// When.
    pub made_at: Timestamp,
    /// The step that the schema was at.
    pub schema: u32,
    /// How many keys the ledger of shredded keys listed at least: a shorter one is not whole.
    #[serde(default)]
    pub shreds: u64,
    /// Bytes of what it holds.
    pub bytes: u64,
    /// The SHA-256 of what it holds, in hexadecimal digits.
    pub sha256: String,
    /// The fingerprint of the root key that it takes to read the records, in hexadecimal digits.
    pub root: String,
    /// How far each practice's audit log had come at least.
    pub chains: Vec<Chain>,
}

impl Manifest {
    /// Reads the first line of `file`; one of a newer form than this program knows is refused.
    pub(super) fn read(line: &str, file: &Path) -> Result<Self, Problem> {
        let manifest: Self = serde_json::from_str(line)
            .map_err(|_| Problem::NotABackup(file.to_owned(), "its first line does not read".to_owned()))?;
        if manifest.form > FORM {
            let newer = format!("it was made by version {}, which is newer", manifest.program);
            return Err(Problem::NotABackup(file.to_owned(), newer));
        }
        Ok(manifest)
    }

    /// Whether the keys to it are in a file of their own.
    pub const fn needs_keys(&self) -> bool {
        self.form > 1
    }
}

/// The end of a practice's audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// The practice.
    pub practice: PracticeId,
    /// The last line's number.
    pub seq: i64,
    /// The last line's hash, in hexadecimal digits.
    pub hash: String,
}
