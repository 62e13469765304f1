//! What must happen and may be late: a row written with the act, run by the job worker, ids only.

use crate::Result;
use crate::clock::Timestamp;
use crate::id::{Bytes, random};

/// One thing to do later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The kind's name; `jobs` knows who runs it.
    pub kind: &'static str,
    /// What it is about.
    pub about: Bytes,
    /// Not before this moment.
    pub due: Timestamp,
    /// Jobs of one kind, thing and round are the same job: queueing it again changes nothing.
    pub round: i64,
}

impl Job {
    /// A job that is done once for its thing.
    pub const fn once(kind: &'static str, about: Bytes, due: Timestamp) -> Self {
        Self { kind, about, due, round: 0 }
    }

    /// A job that is another one each time it is queued, even twice within a millisecond.
    pub fn anew(kind: &'static str, about: Bytes, due: Timestamp) -> Result<Self> {
        let mut round = [0; 8];
        round.copy_from_slice(&random()?[..8]);
        Ok(Self::once(kind, about, due).in_round(i64::from_be_bytes(round)))
    }

    /// The same job for another round, such as the next step of an escalation.
    #[must_use]
    pub const fn in_round(self, round: i64) -> Self {
        Self { round, ..self }
    }
}
