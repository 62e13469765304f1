//! What can go wrong with keys and sealed values, each said so that the reader knows what to do next.

use std::{io, path::PathBuf};

use data_encoding::HEXLOWER;

use crate::Fingerprint;

/// Why a key could not be had or a value could not be opened. No variant carries key bytes or content.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No file stands at the path of the root key.
    #[error(
        "There is no root key at {path}. If this database has been used before, put its root key file back from your \
         key backup: a new key cannot open it. For a new database, make one with: cohesion keys new --root-key {path}"
    )]
    Missing {
        /// Where the root key was looked for.
        path: PathBuf,
    },
    /// The path of the root key names a folder, a pipe or a device.
    #[error("{path} is not a file. Give the path of the root key file with --root-key.")]
    NotAFile {
        /// Where the root key was looked for.
        path: PathBuf,
    },
    /// The file mode lets somebody else read the root key, or lets it be overwritten.
    #[error(
        "The root key {path} is open: its mode is {mode:04o} and must be 0400, so that only its owner can read it and \
         nobody can change it. Mend it with: chmod 0400 {path}. If others may have read it, replace it with: cohesion keys rotate"
    )]
    OpenToOthers {
        /// The root key file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file holds something other than a root key.
    #[error(
        "{path} does not hold a root key, which is one line of 64 hexadecimal digits. Put the file back from your key backup."
    )]
    NotARootKey {
        /// The file that was read.
        path: PathBuf,
    },
    /// The root key file exists but the system refused to read it.
    #[error("The root key {path} cannot be read: {source}. The account that runs Cohesion must own the file.")]
    Unreadable {
        /// The root key file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A root key is never written over another file.
    #[error("{path} exists already and is left as it is. Choose another path for the new root key.")]
    Exists {
        /// Where the new root key was to be written.
        path: PathBuf,
    },
    /// The root key file could not be written.
    #[error("The root key could not be written to {path}: {source}.")]
    Unwritable {
        /// Where the new root key was to be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A data key is wrapped under another root key than the one at hand.
    #[error(
        "This is the wrong root key: the database was sealed under the one with fingerprint {}, and this one has {}. \
         Start with the root key file that belongs to this database.",
        HEXLOWER.encode(.needed), HEXLOWER.encode(.given)
    )]
    WrongRoot {
        /// The fingerprint that the wrapped key names.
        needed: Fingerprint,
        /// The fingerprint of the root key at hand.
        given: Fingerprint,
    },
    /// The bytes are too short, or of a version or algorithm that this program does not know.
    #[error(
        "This is not a sealed value that this program can read: it was cut short, altered, or written by a newer version."
    )]
    Malformed,
    /// The value did not authenticate.
    #[error(
        "A sealed value does not open: it was altered, moved from another place, rolled back, or sealed with another key."
    )]
    Refused,
    /// The system gave no random bytes.
    #[error("The operating system gave no random bytes, so no key or sealed value can be made.")]
    NoRandomness,
    /// The cryptographic library refused the work, for lack of memory or for a value beyond its limits.
    #[error("The cryptographic library refused: memory is short, or the value is too large to seal.")]
    Library,
}

impl From<aws_lc_rs::error::Unspecified> for Error {
    fn from(_: aws_lc_rs::error::Unspecified) -> Self {
        Self::Library
    }
}
