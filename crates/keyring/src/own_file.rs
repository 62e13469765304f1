//! Opens a file with a secret, which only its owner can read.

use std::{
    fs::{self, File},
    io,
    os::unix::fs::PermissionsExt,
    path::Path,
};

/// The mode of such a file.
pub(crate) const MODE: u32 = 0o400;

/// Why such a file is not opened.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// It is a folder, a pipe or a device.
    #[error("it is not a file")]
    NotAFile,
    /// Its permission bits let somebody else read it, or change it.
    #[error("its mode is {0:04o} and must be 0400, so that only its owner can read it")]
    OpenToOthers(u32),
    /// It is not there, or the system refuses to read it.
    #[error("it cannot be read: {0}")]
    Unreadable(io::Error),
}

/// Opens it to be read, if nobody but its owner can.
pub fn open_own_file(path: &Path) -> Result<File, FileFault> {
    // Looked at before it is opened, because opening a pipe would wait for ever.
    if !fs::metadata(path).map_err(FileFault::Unreadable)?.is_file() {
        return Err(FileFault::NotAFile);
    }
    let file = File::open(path).map_err(FileFault::Unreadable)?;
    // Asked of the open file and not of the path, so that a link to an open file is found out.
    let mode = file.metadata().map_err(FileFault::Unreadable)?.permissions().mode() & 0o7777;
    if mode == MODE { Ok(file) } else { Err(FileFault::OpenToOthers(mode)) }
}
