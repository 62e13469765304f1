//! What holds keys for longer than it may: keyring files beside the backups, and copies from before a new schema. A key that
//! is shredded today is in none of them after [`KEYS_KEPT`], which is what erasing promises.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use ::store::Tx;

use crate::app::App;
use crate::clock::Timestamp;
use crate::limits::KEYS_KEPT;
use crate::ops::backup::{Kept, kept_keys};
use crate::ops::store;
use crate::{Error, Result};

/// Deletes keyring files and copies that are too old.
pub(super) async fn let_go(app: &App) -> Result<()> {
    let shreds = app.db().read(async |tx: &mut dyn Tx| store::list_shredded(tx).await).await?;
    let (last_shred, app) = (shreds.iter().map(|shred| shred.at).max(), app.clone());
    let letting = tokio::task::spawn_blocking(move || {
        let (config, now) = (app.config(), app.clock().now());
        let rings = kept_keys(&config.backups).map_err(|problem| Error::Unavailable(problem.to_string()))?;
        let mut old: Vec<PathBuf> = too_old(&rings, now, last_shred).map(|ring| ring.file.clone()).collect();
        if let Some(file) = config.sqlite_file() {
            old.extend(old_copies(file, now));
        }
        for file in &old {
            fs::remove_file(file)
                .map_err(|cause| Error::Unavailable(format!("{} cannot be deleted: {cause}", file.display())))?;
        }
        Ok::<_, Error>(old.len())
    });
    let gone = letting.await.map_err(|cause| Error::bug(cause.to_string()))??;
    if gone > 0 {
        tracing::info!(gone, "keyring files and copies with keys were old enough to be deleted");
    }
    Ok(())
}

/// The keyring files that go, of all there are, the newest first. The newest one stays for as long as no key was shredded
/// since it was made: without it no backup could be opened, and it holds nothing that should be gone.
fn too_old(rings: &[Kept], now: Timestamp, last_shred: Option<Timestamp>) -> impl Iterator<Item = &Kept> {
    let is_clean = move |ring: &Kept| last_shred.is_none_or(|at| at < ring.made_at);
    let old = rings.iter().enumerate().filter(move |(_, ring)| now - ring.made_at > KEYS_KEPT);
    old.filter(move |(at, ring)| *at > 0 || !is_clean(ring)).map(|(_, ring)| ring)
}

/// Copies of the records as they were before a new schema, which hold the keys of that moment.
fn old_copies(database: &Path, now: Timestamp) -> Vec<PathBuf> {
    let prefix = format!("{}.before-step-", database.file_name().and_then(OsStr::to_str).unwrap_or_default());
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_old = |entry: &fs::DirEntry| {
        let made_at = entry.metadata().and_then(|about| about.modified()).ok().and_then(moment);
        let is_copy = entry.file_name().to_str().is_some_and(|name| name.starts_with(&prefix));
        is_copy && made_at.is_some_and(|made_at| now - made_at > KEYS_KEPT)
    };
    entries.flatten().filter(is_old).map(|entry| entry.path()).collect()
}

fn moment(time: SystemTime) -> Option<Timestamp> {
    Some(Timestamp(jiff::Timestamp::try_from(time).ok()?.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::clock::Span;

    const NOW: Timestamp = Timestamp(1_795_532_400_000);

    fn ring(days_old: i64) -> Kept {
        Kept { file: PathBuf::from(days_old.to_string()), made_at: NOW - Span::days(days_old), bytes: 1 }
    }

    fn gone(days_old: &[i64], shredded: Option<i64>) -> Vec<String> {
        let rings: Vec<_> = days_old.iter().copied().map(ring).collect();
        let last = shredded.map(|days| NOW - Span::days(days));
        too_old(&rings, NOW, last).map(|ring| ring.file.display().to_string()).collect()
    }

    #[test]
    fn keyring_files_go_after_35_days() {
        assert_eq!(gone(&[1, 35, 36, 400], None), ["36", "400"]);
        assert_eq!(gone(&[1, 35, 36, 400], Some(0)), ["36", "400"]);
    }

    #[test]
    fn the_newest_stays_only_while_it_holds_nothing_that_was_shredded() {
        assert_eq!(gone(&[40, 41], None), ["41"]);
        assert_eq!(gone(&[40, 41], Some(60)), ["41"]);
        assert_eq!(gone(&[40, 41], Some(2)), ["40", "41"]);
        assert_eq!(gone(&[34], Some(2)), [""; 0]);
    }

    #[test]
    fn copies_from_before_a_new_schema_go_too_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = folder.path().join("cohesion.db");
        for (name, days_old) in [
            ("cohesion.db", 99),
            ("cohesion.db.before-step-9", 99),
            ("cohesion.db.before-step-26", 30),
            ("x.before-step-1", 99),
        ] {
            let file = fs::File::create(folder.path().join(name)).expect("a file");
            let since_1970 = Duration::from_millis((NOW - Span::days(days_old)).0.unsigned_abs());
            file.set_modified(SystemTime::UNIX_EPOCH + since_1970).expect("its time is set");
        }
        assert_eq!(old_copies(&database, NOW), [folder.path().join("cohesion.db.before-step-9")]);
    }
}
