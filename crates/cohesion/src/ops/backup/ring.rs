//! The keyring file: every wrapped key of one moment, sealed like a backup and kept beside it for a shorter time. One opens
//! all older backups, but for keys that were shredded before it was made.
//!
//! Behind the two lines that every backup begins with stands one line a key: practice, key, wrapped bytes. The installation's
//! own key has no practice.

use std::io::Read;
use std::path::Path;

use data_encoding::HEXLOWER;
use keyring::{DataKey, Purpose, RootKey, SubKey};
use sha2::{Digest, Sha256};

use super::envelope::{self, Head, Opened};
use super::key::{BackupKey, Recipient};
use super::manifest::{FORM, Holds, Manifest};
use super::problem::Problem;
use crate::id::{self, Bytes, PracticeId};
use crate::ops::wrapped::{Owner, Wrapped};
use crate::work::INSTALLATION;

/// Stands for a practice where there is none.
const NONE: &str = "-";

/// A wrapped key as the file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub practice: Option<PracticeId>,
    pub id: Bytes,
    pub wrapped: Vec<u8>,
}

/// A keyring file that was opened and proven to come from the server whose records it opens.
pub struct Ring {
    /// What it says about itself.
    pub manifest: Manifest,
    pub(super) held: Vec<Held>,
    own: DataKey,
}

impl Ring {
    /// The key that vouches for the ledger of shredded keys.
    pub(super) fn shreds_key(&self) -> Result<SubKey, Problem> {
        Ok(self.own.derive(Purpose::Shreds)?)
    }
}

/// Writes the keys into a new file at `path`. `manifest` says when and by whom; what it says of the content is filled in.
pub(super) fn seal(
    path: &Path,
    to: &Recipient,
    manifest: &Manifest,
    keys: &[Wrapped],
    vouching: &SubKey,
) -> Result<(), Problem> {
    let text: String = keys.iter().map(line).collect();
    let manifest = Manifest {
        holds: Holds::Keys,
        bytes: text.len() as u64,
        sha256: HEXLOWER.encode(&Sha256::digest(text.as_bytes())),
        chains: Vec::new(),
        ..manifest.clone()
    };
    envelope::write(path, to, &Head::over(&manifest, vouching)?, text.as_bytes())
}

/// Opens a keyring file, with the root key that its keys are wrapped under.
pub fn open_ring(file: &Path, key: &BackupKey, root: &RootKey) -> Result<Ring, Problem> {
    let Opened { head, content } = envelope::open(file, key)?;
    let not_ours = |why: &str| Problem::NotABackup(file.to_owned(), why.to_owned());
    let manifest = Manifest::read(&head.manifest, file)?;
    if manifest.holds != Holds::Keys || manifest.form > FORM {
        return Err(not_ours("it is no keyring file"));
    }
    let mut text = String::new();
    let read = content.take(manifest.bytes.saturating_add(1)).read_to_string(&mut text);
    let is_whole = read.is_ok()
        && text.len() as u64 == manifest.bytes
        && HEXLOWER.encode(&Sha256::digest(text.as_bytes())) == manifest.sha256;
    let held: Option<Vec<Held>> = is_whole.then(|| text.lines().map(held).collect()).flatten();
    let held = held.ok_or_else(|| Problem::DamagedKeys(file.to_owned()))?;
    let own = held.iter().find(|held| held.practice.is_none()).ok_or_else(|| not_ours("it holds no installation"))?;
    let own = root.unwrap(keyring::KeyId(own.id), INSTALLATION, &own.wrapped)?;
    if !head.is_vouched_for(&own.derive(Purpose::Backup)?) {
        return Err(Problem::DamagedKeys(file.to_owned()));
    }
    Ok(Ring { manifest, held, own })
}

fn line(key: &Wrapped) -> String {
    let practice = match key.owner {
        Owner::Installation => NONE.to_owned(),
        Owner::Scope { practice, .. } => practice.to_string(),
    };
    format!("{practice} {} {}\n", id::to_text(key.id), HEXLOWER.encode(&key.bytes))
}

fn held(line: &str) -> Option<Held> {
    let (practice, rest) = line.split_once(' ')?;
    let (id, wrapped) = rest.split_once(' ')?;
    let practice = if practice == NONE { None } else { Some(practice.parse().ok()?) };
    Some(Held { practice, id: id::from_text(id)?, wrapped: HEXLOWER.decode(wrapped.as_bytes()).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_it_was_written() {
        let practice = PracticeId([7; 16]);
        let of_a_scope = Owner::Scope { practice, kind: 1, a: [1; 16], b: [0; 16] };
        for (owner, practice) in [(Owner::Installation, None), (of_a_scope, Some(practice))] {
            let key = Wrapped { owner, id: [3; 16], bytes: vec![1, 2, 255] };
            let wanted = Held { practice, id: [3; 16], wrapped: vec![1, 2, 255] };
            assert_eq!(held(line(&key).trim_end()), Some(wanted));
        }
    }

    #[test]
    fn what_is_no_line_is_not_taken_for_one() {
        for text in ["", "-", "- x 00", "- aa 0", "somebody aeaqcaibaeaqcaibaeaqcaibae 00"] {
            assert_eq!(held(text), None, "{text}");
        }
    }
}
