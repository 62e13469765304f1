//! Refuses places where SQLite's locks cannot be trusted.

use std::{fs, path::Path};

use crate::{Error, Result};

/// File systems of other machines: their locks may be granted twice, and shared memory does not reach across.
const REMOTE: &[&str] = &["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs", "fuse.glusterfs", "9p"];

/// Refuses a database file on a network file system, where the system tells.
pub fn check(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Ok(folder), Ok(mounts)) = (folder.canonicalize(), fs::read_to_string("/proc/self/mountinfo")) else {
        return Ok(());
    };
    match kind(&mounts, &folder) {
        Some(remote) if REMOTE.contains(&remote) => Err(Error::Address(format!(
            "{} is on a network file system ({remote}), where SQLite's locks do not hold; use a local disk or PostgreSQL",
            folder.display()
        ))),
        _ => Ok(()),
    }
}

/// The kind of file system that `folder` is on: that of the mount with the longest matching path, the last of several.
fn kind<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mounted = mounts.lines().filter_map(|line| {
        let (mount, details) = line.split_once(" - ")?;
        let point = mount.split(' ').nth(4)?.replace("\\040", " ");
        folder.starts_with(&point).then_some((point.len(), details.split(' ').next()?))
    });
    mounted.max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
        22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n\
        40 22 0:35 / /srv rw,relatime shared:2 - nfs4 files.example.org:/srv rw\n\
        41 40 0:36 / /srv/local\\040disk rw,relatime - xfs /dev/vdb rw\n\
        42 22 0:37 / /data rw - ext4 /dev/vdc rw\n\
        43 42 0:38 / /data rw master:3 - cifs //files/data rw\n";

    #[test]
    fn the_nearest_mount_tells_the_kind() {
        for (folder, expected) in [
            ("/var/clinic", "ext4"),
            ("/srv/clinic", "nfs4"),
            ("/srv/local disk/clinic", "xfs"),
            ("/srvother", "ext4"),
            ("/data", "cifs"),
        ] {
            assert_eq!(kind(MOUNTS, Path::new(folder)), Some(expected), "{folder}");
        }
    }

    #[test]
    fn a_local_folder_is_accepted() {
        assert_eq!(check(&std::env::temp_dir().join("clinic.sqlite3")), Ok(()));
        assert_eq!(check(Path::new("clinic.sqlite3")), Ok(()));
    }
}
