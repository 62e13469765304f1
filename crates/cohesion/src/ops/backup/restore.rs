//! Brings a database back out of a backup, into a folder of its own.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::envelope::{self, Head, Opened};
use super::key::BackupKey;
use super::manifest::Manifest;
use super::problem::{Problem, at};
use crate::ops::Stage;
use crate::ops::watched::Watched;

/// A database that was brought back, byte for byte as it was put in: without keys, since form 2.
pub struct Unpacked {
    /// What the backup says about itself.
    pub manifest: Manifest,
    /// The database.
    pub database: PathBuf,
    pub(super) head: Head,
}

impl Unpacked {
    /// Deletes it again: what could not be given its keys is of no use, and would stand in the way of the next try.
    pub fn throw_away(&self) {
        for rest in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{rest}", self.database.display()));
        }
    }
}

/// What the backup `file` says about itself, before anything is unpacked.
pub fn look(file: &Path, key: &BackupKey) -> Result<Manifest, Problem> {
    Manifest::read(&envelope::open(file, key)?.head.manifest, file)
}

/// Unpacks the backup `file` into the folder `into`, which must be empty or new. `told` hears how far it has come.
pub fn unpack(file: &Path, key: &BackupKey, into: &Path, told: impl Fn(Stage)) -> Result<Unpacked, Problem> {
    let Opened { head, content } = envelope::open(file, key)?;
    let manifest = Manifest::read(&head.manifest, file)?;
    fs::create_dir_all(into).map_err(at(into))?;
    if fs::read_dir(into).map_err(at(into))?.next().is_some() {
        return Err(Problem::NotEmpty(into.to_owned()));
    }
    let (partial, whole) = (into.join("cohesion.db.partial"), into.join("cohesion.db"));
    let told = |done, all| told(Stage::part("Unpacking the backup", done, all));
    // One byte more than there should be is enough to tell that there is too much.
    let database = Watched::new(content.take(manifest.bytes.saturating_add(1)), manifest.bytes, told);
    let copied = copy(database, &partial, &manifest);
    if let Err(problem) = copied.and_then(|()| envelope::settle(&partial, &whole).map_err(at(&whole))) {
        let _ = fs::remove_file(&partial);
        return Err(problem);
    }
    Ok(Unpacked { manifest, database: whole, head })
}

fn copy(mut from: impl Read, to: &Path, manifest: &Manifest) -> Result<(), Problem> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to).map_err(at(to))?;
    let (mut digest, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let length = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(Problem::Damaged(format!("it does not unpack to its end ({cause})"))),
        };
        bytes += length as u64;
        digest.update(&piece[..length]);
        file.write_all(&piece[..length]).map_err(at(to))?;
    }
    file.sync_all().map_err(at(to))?;
    if bytes != manifest.bytes || HEXLOWER.encode(&digest.finalize()) != manifest.sha256 {
        return Err(Problem::Damaged("its database is not the one that was put in".to_owned()));
    }
    Ok(())
}
