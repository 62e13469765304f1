//! Keeps the root key in a file that only its owner can read: one line of 64 hexadecimal digits, mode 0400.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use zeroize::Zeroizing;

use crate::{Error, FileFault, RootKey, open_own_file, own_file::MODE, random::KeyBytes};

/// Far more than a key takes, far less than a wrong file could hold.
const FILE_BYTES_MAX: u64 = 128;

impl RootKey {
    /// Reads the root key. Each thing that may be wrong with the file has an [`Error`] of its own, which says how to mend it.
    pub fn read_file(path: &Path) -> Result<Self, Error> {
        let file = open(path)?;
        let unreadable = |source| Error::Unreadable { path: path.into(), source };
        let mut text = Zeroizing::new(Vec::with_capacity(256));
        file.take(FILE_BYTES_MAX).read_to_end(&mut text).map_err(unreadable)?;
        let bytes = parse(&text).ok_or_else(|| Error::NotARootKey { path: path.into() })?;
        Self::from_bytes(bytes)
    }

    /// Writes the root key to a new file and waits until it is on the disk. A file that exists is never overwritten, and
    /// after a crash there is the whole file or none.
    pub fn write_file(&self, path: &Path) -> Result<(), Error> {
        let unfinished = path.with_added_extension("unfinished");
        let written = self.write_unfinished(&unfinished).and_then(|()| fs::hard_link(&unfinished, path));
        let _ = fs::remove_file(&unfinished);
        written.and_then(|()| sync_folder(path)).map_err(|source| match source.kind() {
            ErrorKind::AlreadyExists => Error::Exists { path: path.into() },
            _ => Error::Unwritable { path: path.into(), source },
        })
    }

    /// What an earlier call left here when it was cut off goes first.
    fn write_unfinished(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(why) if why.kind() != ErrorKind::NotFound => return Err(why),
            _ => {}
        }
        let mut file = OpenOptions::new().write(true).create_new(true).mode(MODE).open(path)?;
        let line = Zeroizing::new(HEXLOWER.encode(self.bytes()) + "\n");
        file.write_all(line.as_bytes()).and_then(|()| file.sync_all())
    }
}

/// Puts the root key in file `next` in the place of the one in file `current`, which stays beside it for the backups
/// that it opens: `root.key` becomes `root.key.` and its fingerprint. Answers where that is.
///
/// At every moment there is a whole key at `current`, and after a crash the call may be repeated.
pub fn promote_file(next: &Path, current: &Path) -> Result<PathBuf, Error> {
    let old = RootKey::read_file(current)?.fingerprint();
    RootKey::read_file(next)?;
    let mut kept = current.as_os_str().to_owned();
    kept.push(format!(".{}", HEXLOWER.encode(&old)));
    let kept = PathBuf::from(kept);
    let unwritable = |source| Error::Unwritable { path: kept.clone(), source };
    match fs::hard_link(current, &kept) {
        // Left by a call that was cut off; anything else that has this name is not ours to rely on.
        Err(why) if why.kind() == ErrorKind::AlreadyExists && RootKey::read_file(&kept)?.fingerprint() == old => {}
        linked => linked.map_err(unwritable)?,
    }
    sync_folder(current)
        .and_then(|()| fs::rename(next, current))
        .and_then(|()| sync_folder(current))
        .map_err(unwritable)?;
    Ok(kept)
}

fn open(path: &Path) -> Result<File, Error> {
    open_own_file(path).map_err(|fault| match fault {
        FileFault::NotAFile => Error::NotAFile { path: path.into() },
        FileFault::OpenToOthers(mode) => Error::OpenToOthers { path: path.into(), mode },
        FileFault::Unreadable(cause) if cause.kind() == ErrorKind::NotFound => Error::Missing { path: path.into() },
        FileFault::Unreadable(source) => Error::Unreadable { path: path.into(), source },
    })
}

fn parse(text: &[u8]) -> Option<KeyBytes> {
    let digits = text.trim_ascii_end();
    let mut bytes = KeyBytes::default();
    if digits.len() != 2 * bytes.len() {
        return None;
    }
    HEXLOWER_PERMISSIVE.decode_mut(digits, bytes.as_mut_slice()).ok()?;
    Some(bytes)
}

/// The name of a new file is kept by its folder, which has to reach the disk too.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
