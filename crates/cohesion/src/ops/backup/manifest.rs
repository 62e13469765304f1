//! What a backup says about itself, in its first two lines: one of JSON, and a keyed hash over it that only the records'
//! own root key can make.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::PracticeId;

/// The newest form of a backup that this program knows.
pub(super) const FORM: u32 = 1;

/// What a backup says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the file, 1.
    pub form: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When.
    pub made_at: Timestamp,
    /// The step that the schema was at.
    pub schema: u32,
    /// Bytes of the database.
    pub bytes: u64,
    /// The SHA-256 of the database, in hexadecimal digits.
    pub sha256: String,
    /// The fingerprint of the root key that it takes to read the records, in hexadecimal digits.
    pub root: String,
    /// How far each practice's audit log had come at least.
    pub chains: Vec<Chain>,
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
