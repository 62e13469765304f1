//! How much room the disk has.

use std::path::Path;

/// Bytes that may still be written where `path` is, or where the nearest folder above it is; nothing if the system does not say.
pub fn free_bytes(path: &Path) -> Option<u64> {
    let folder = path.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}
