//! What a verification finds, in sentences for whoever runs the site.

use crate::clock::Timestamp;
use crate::id::PracticeId;

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// A link does not have the hash of its fields and of the link before it.
    #[error("Entry {seq} was altered, or put in, or moved.")]
    Altered {
        /// Its number.
        seq: i64,
    },
    /// Numbers are missing.
    #[error("Entries {from} to {to} are missing.")]
    Missing {
        /// The first one.
        from: i64,
        /// The last one.
        to: i64,
    },
    /// A link stands behind the end that is on record.
    #[error("Entry {seq} stands behind the recorded end of the log.")]
    BehindTheEnd {
        /// Its number.
        seq: i64,
    },
    /// There are links, and no record of their end.
    #[error("The record of where the log ends is missing.")]
    EndMissing,
    /// The end's keyed hash is not ours.
    #[error("The record of where the log ends was not written by this installation.")]
    EndForged,
    /// The end is not where the links end.
    #[error("The log ends at entry {found}, and its end is recorded as entry {recorded} with another hash or number.")]
    EndDiffers {
        /// Where the links end.
        found: i64,
        /// Where they should.
        recorded: i64,
    },
    /// A checkpoint in the database is not as it was signed.
    #[error("Checkpoint {number} in the database was not signed by this installation.")]
    CheckpointForged {
        /// Its number.
        number: i64,
    },
    /// Checkpoints are missing in the database.
    #[error("Checkpoint {number} is missing in the database.")]
    CheckpointMissing {
        /// Its number.
        number: i64,
    },
    /// A checkpoint says something else than the links.
    #[error("Entry {seq} is not the one that checkpoint {number} was signed over.")]
    CheckpointDisagrees {
        /// The checkpoint.
        number: i64,
        /// The link it names.
        seq: i64,
    },
    /// The log is shorter than it was.
    #[error(
        "The log ends at entry {found}, but had {seq} entries when checkpoint {number} was signed: its end was cut off, or an older database was put in its place."
    )]
    CutOff {
        /// Where the links end.
        found: i64,
        /// The checkpoint.
        number: i64,
        /// How many links there were.
        seq: i64,
    },
    /// A line of the file outside is not as it was signed.
    #[error("Line {line} of the checkpoints' file was not signed by this installation.")]
    OutsideForged {
        /// The line, from 1.
        line: usize,
    },
}

/// One practice's chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Whose.
    pub practice: PracticeId,
    /// How many links were walked.
    pub links: i64,
    /// The newest checkpoint that was found, inside or outside, and when it was made.
    pub newest: Option<(i64, Timestamp)>,
    /// What is wrong; nothing where the chain is intact.
    pub findings: Vec<Finding>,
}

/// All chains of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One for each practice.
    pub chains: Vec<Chain>,
    /// What is wrong with the file outside, whatever practice it is about.
    pub outside: Vec<Finding>,
    /// Checkpoints in the file outside; none where there is no file, so that a cut end would not show.
    pub outside_count: usize,
    /// The public key under which checkpoints are signed, for whoever keeps some elsewhere.
    pub public_key: [u8; 32],
}

impl Report {
    /// Whether nothing was found.
    pub fn is_intact(&self) -> bool {
        self.findings().next().is_none()
    }

    /// Everything that was found.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.chains.iter().flat_map(|chain| &chain.findings).chain(&self.outside)
    }
}
