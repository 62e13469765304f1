//! One program at a time serves a data folder, or changes what no running server may see changing.

use std::fs::{File, TryLockError};
use std::path::Path;

/// Held as long as this lives; the system frees it even after a crash.
pub(super) struct Lock(#[expect(dead_code, reason = "the lock ends when the file is closed")] File);

impl Lock {
    /// Takes the folder, or says who has it.
    pub fn take(data: &Path) -> Result<Self, String> {
        let path = data.join("cohesion.lock");
        let file = std::fs::create_dir_all(data).and_then(|()| File::create(&path));
        let file = file.map_err(|cause| format!("{} cannot be written: {cause}.", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(format!(
                "Another Cohesion is at work in {}. Stop it first, or name another folder with --data DIR.",
                data.display()
            )),
            Err(TryLockError::Error(cause)) => Err(format!("{} cannot be locked: {cause}.", path.display())),
        }
    }
}
