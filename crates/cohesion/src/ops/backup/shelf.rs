//! The folder in which backups are kept: what stands there, and which of it is old enough to go.

use std::fs;
use std::path::{Path, PathBuf};

use super::problem::{Problem, at};
use crate::clock::Timestamp;

const PREFIX: &str = "cohesion-";
const SUFFIX: &str = ".zst.age";
const KEYS_SUFFIX: &str = ".keys.zst.age";
/// The moment in a backup's name, to the second: `20261124T150000Z`.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// A backup or a keyring file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The file.
    pub file: PathBuf,
    /// When it was made, to the second.
    pub made_at: Timestamp,
    /// How large it is.
    pub bytes: u64,
}

/// The name of a backup that is made now.
pub(super) fn name(made_at: Timestamp) -> String {
    name_with(made_at, SUFFIX)
}

/// The name of the keyring file that is made with it.
pub(super) fn keys_name(made_at: Timestamp) -> String {
    name_with(made_at, KEYS_SUFFIX)
}

fn name_with(made_at: Timestamp, suffix: &str) -> String {
    let moment = jiff::Timestamp::from_millisecond(made_at.0).unwrap_or_default();
    format!("{PREFIX}{}{suffix}", moment.strftime(MOMENT))
}

/// The backups in a folder, the newest first. A folder that is not there holds none.
pub fn kept(folder: &Path) -> Result<Vec<Kept>, Problem> {
    kept_with(folder, SUFFIX)
}

/// The keyring files in a folder, the newest first.
pub fn kept_keys(folder: &Path) -> Result<Vec<Kept>, Problem> {
    kept_with(folder, KEYS_SUFFIX)
}

fn kept_with(folder: &Path, suffix: &str) -> Result<Vec<Kept>, Problem> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        if let Some(made_at) = moment(&entry.file_name().to_string_lossy(), suffix) {
            let bytes = entry.metadata().map_err(at(&entry.path()))?.len();
            found.push(Kept { file: entry.path(), made_at, bytes });
        }
    }
    found.sort_by_key(|kept| std::cmp::Reverse(kept.made_at));
    Ok(found)
}

/// Takes away all but the newest `count` backups, and nothing else that stands there.
pub(super) fn thin_out(folder: &Path, count: usize) -> Result<(), Problem> {
    for old in kept(folder)?.into_iter().skip(count) {
        fs::remove_file(&old.file).map_err(at(&old.file))?;
    }
    Ok(())
}

fn moment(name: &str, suffix: &str) -> Option<Timestamp> {
    let moment = name.strip_prefix(PREFIX)?.strip_suffix(suffix)?;
    let moment = jiff::civil::DateTime::strptime(MOMENT, moment).ok()?;
    Some(Timestamp(jiff::tz::Offset::UTC.to_timestamp(moment).ok()?.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_oldest_backups_go_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |day: i64| Timestamp(1_795_532_400_000 + day * 86_400_000);
        for day in 0..5 {
            fs::write(folder.path().join(name(at(day))), "sealed").expect("a file");
        }
        for other in ["cohesion-20000101T000000Z.zst", "letter.age", "cohesion-today.zst.age"] {
            fs::write(folder.path().join(other), "not ours").expect("a file");
        }
        fs::write(folder.path().join(keys_name(at(0))), "sealed").expect("a file");
        thin_out(folder.path(), 2).expect("it is thinned out");
        let left: Vec<_> = kept(folder.path()).expect("it is read").into_iter().map(|kept| kept.made_at).collect();
        assert_eq!(left, [at(4), at(3)]);
        let keys = kept_keys(folder.path()).expect("it is read");
        assert_eq!(keys.into_iter().map(|kept| kept.made_at).collect::<Vec<_>>(), [at(0)]);
        assert_eq!(fs::read_dir(folder.path()).expect("it is read").count(), 6);
    }

    #[test]
    fn a_name_says_when_it_was_made() {
        assert_eq!(name(Timestamp(1_795_532_400_999)), "cohesion-20261124T150000Z.zst.age");
        assert_eq!(keys_name(Timestamp(1_795_532_400_999)), "cohesion-20261124T150000Z.keys.zst.age");
        assert_eq!(kept(Path::new("/nowhere")).map(|kept| kept.len()).ok(), Some(0));
    }
}
