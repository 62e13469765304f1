//! Why a backup could not be made or brought back, each said so that the reader knows what to do next.

use std::io;
use std::path::{Path, PathBuf};

/// What stood in the way.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Nobody to seal to.
    #[error(
        "A backup is sealed to a key that this server does not hold. Make one with `cohesion keys backup --out FILE`, \
         keep that file elsewhere, and name its public half with --recipient age1… or the setting backup-recipient."
    )]
    NoRecipient,
    /// Neither a recipient nor a file that holds one.
    #[error("\"{0}\" is neither a recipient (age1…) nor a file that holds one.")]
    NotARecipient(String),
    /// Not the secret half of a backup key.
    #[error("{0} does not hold a backup key (AGE-SECRET-KEY-1…).")]
    NotABackupKey(PathBuf),
    /// Sealed to somebody else.
    #[error("This backup key does not open {0}: the backup was sealed to another one.")]
    WrongKey(PathBuf),
    /// Not a backup of ours.
    #[error("{0} is not a backup that this program can read: {1}.")]
    NotABackup(PathBuf, String),
    /// Its bytes are not those that were put in.
    #[error("The backup is damaged: {0}. Take another one.")]
    Damaged(String),
    /// No keyring file.
    #[error(
        "There is no keyring file (cohesion-….keys.zst.age) in {0}, and without one no record opens. Name it with --keys FILE: \
         any that was made together with the backup or later will do."
    )]
    NoKeys(PathBuf),
    /// A keyring file from before the backup.
    #[error(
        "The keyring file is older than the backup, so that keys would be missing. Name a newer one with --keys FILE."
    )]
    OlderKeys,
    /// A keyring file whose bytes are not those that were put in.
    #[error(
        "The keyring file {0} is damaged. Name another one with --keys FILE; any that is newer than the backup will do."
    )]
    DamagedKeys(PathBuf),
    /// A keyring file where a backup should be.
    #[error("This is a keyring file. Name the backup, and this one with --keys FILE.")]
    NotRecords,
    /// No ledger of shredded keys.
    #[error(
        "There is no ledger of shredded keys at {0}. Without it, what was erased since the backup could be read again. Name it \
         with --shreds FILE, or accept that with --without-ledger."
    )]
    NoLedger(PathBuf),
    /// A ledger that is not as it was written.
    #[error(
        "The ledger of shredded keys {0} is not as it was written: {1}. Name a sound copy with --shreds FILE, or go on without \
         it with --without-ledger: what was erased since the backup could then be read again."
    )]
    BrokenLedger(PathBuf, String),
    /// A ledger that has lost its end.
    #[error(
        "The ledger of shredded keys {path} lists {has}, and the backup remembers {remembered}: its end is missing. Name a whole \
         copy with --shreds FILE, or go on without it with --without-ledger: what was erased since could then be read again."
    )]
    ShortLedger {
        /// The ledger.
        path: PathBuf,
        /// Keys in it.
        has: u64,
        /// Keys that were in it when the backup was made.
        remembered: u64,
    },
    /// Something stands where the records should go.
    #[error("{0} is not empty, and nothing is overwritten. Name a new folder with --into DIR.")]
    NotEmpty(PathBuf),
    /// The disk would fill, and with it the server would stop taking anything down.
    #[error("{folder} has {free_mib} MiB free, and a backup needs {needed_mib}. Free some space first.")]
    NoRoom {
        /// Where.
        folder: PathBuf,
        /// What there is, in MiB.
        free_mib: u64,
        /// What there must be, in MiB.
        needed_mib: u64,
    },
    /// Another backup of the same records is being made.
    #[error("Another backup is being made now.")]
    UnderWay,
    /// A file or folder that the system does not give or take.
    #[error("{path} cannot be read or written: {source}.")]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A step in the middle of another went missing.
    #[error("The work was cut off.")]
    CutOff,
    /// What the store says.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What the keyring says.
    #[error(transparent)]
    Key(#[from] keyring::Error),
    /// What an act says.
    #[error("{0}")]
    Act(String),
}

impl From<crate::Error> for Problem {
    fn from(error: crate::Error) -> Self {
        Self::Act(error.into_sentence())
    }
}

/// Names the file or folder that the system would not give or take.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Problem {
    move |source| Problem::Disk { path: path.to_owned(), source }
}
