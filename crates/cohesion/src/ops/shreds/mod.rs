//! The ledger of shredded keys: a file outside of the database, beside the root key, that outlives every backup.
//!
//! An older database, brought back, holds keys that were shredded since. The ledger remembers which, and they are shredded
//! again before anything can be opened. The database's own rows are the truth about it: the ledger is filled from them after
//! each shredding, at each start and once a day, so that a crash in between loses none.

mod ledger;
mod letting_go;
mod line;
mod note;
mod replay;
#[cfg(test)]
pub(in crate::ops) mod tests;

use crate::clock::Timestamp;
use crate::id::{Bytes, PracticeId};

pub(super) use ledger::read;
pub(super) use note::note;
pub use note::{NOTE_DAILY, look_after, note_daily};
pub use replay::{Replayed, replay_before_service};
pub(super) use replay::{alive, shred_again};

/// A data key that was shredded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shred {
    /// Whose it was.
    pub practice: PracticeId,
    /// The key.
    pub key: Bytes,
    /// When it was shredded.
    pub at: Timestamp,
}
