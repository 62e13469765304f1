//! Keeps the root key in a file that only its owner can read: one line of 64 hexadecimal digits, mode 0400.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use data_encoding::HEXLOWER_PERMISSIVE as HEX;
use zeroize::Zeroizing;

use crate::{Error, RootKey, random::KeyBytes};

const MODE: u32 = 0o400;
/// Far more than a key takes, far less than a wrong file could hold.
const FILE_BYTES_MAX: u64 = 128;

impl RootKey {
    /// Reads the root key. Each thing that may be wrong with the file has an [`Error`] of its own, which says how to mend it.
    pub fn read_file(path: &Path) -> Result<Self, Error> {
        let file = open(path)?;
        let unreadable = |source| Error::Unreadable { path: path.into(), source };
        // Asked of the open file and not of the path, so that a link to an open file is found out.
        let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o7777;
        if mode != MODE {
            return Err(Error::Open { path: path.into(), mode });
        }
        let mut text = Zeroizing::new(Vec::with_capacity(256));
        file.take(FILE_BYTES_MAX).read_to_end(&mut text).map_err(unreadable)?;
        let bytes = parse(&text).ok_or_else(|| Error::NotARootKey { path: path.into() })?;
        Self::from_bytes(bytes)
    }

    /// Writes the root key to a new file and waits until it is on the disk. A file that exists is never overwritten.
    pub fn write_file(&self, path: &Path) -> Result<(), Error> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(MODE).open(path).map_err(|source| {
            match source.kind() {
                ErrorKind::AlreadyExists => Error::Exists { path: path.into() },
                _ => Error::Unwritable { path: path.into(), source },
            }
        })?;
        let line = Zeroizing::new(HEX.encode(self.bytes()) + "\n");
        file.write_all(line.as_bytes()).and_then(|()| file.sync_all()).and_then(|()| sync_folder(path)).map_err(
            |source| {
                // Half a key must not stand in the way of the next try; the first error is the one worth telling.
                let _ = fs::remove_file(path);
                Error::Unwritable { path: path.into(), source }
            },
        )
    }
}

fn open(path: &Path) -> Result<File, Error> {
    let told = |source: io::Error| match source.kind() {
        ErrorKind::NotFound => Error::Missing { path: path.into() },
        _ => Error::Unreadable { path: path.into(), source },
    };
    // Looked at before it is opened, because opening a pipe would wait for ever.
    if !fs::metadata(path).map_err(told)?.is_file() {
        return Err(Error::NotAFile { path: path.into() });
    }
    File::open(path).map_err(told)
}

fn parse(text: &[u8]) -> Option<KeyBytes> {
    let digits = text.trim_ascii_end();
    let mut bytes = KeyBytes::default();
    if digits.len() != 2 * bytes.len() {
        return None;
    }
    HEX.decode_mut(digits, bytes.as_mut_slice()).ok()?;
    Some(bytes)
}

/// The name of a new file is kept by its folder, which has to reach the disk too.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
