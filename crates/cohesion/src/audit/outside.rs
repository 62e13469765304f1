//! The checkpoints' file beside the database: one line each, appended and synced. Whoever puts an older database in place
//! finds that this file remembers more. Copies of it elsewhere make it stronger.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::checkpoint::Checkpoint;
use super::finding::Finding;
use crate::config::Config;
use crate::limits::{CHECKPOINT_LINES_KEPT, CHECKPOINT_LINES_MAX};
use crate::{Error, Result};

/// Where it is.
pub(super) fn path(config: &Config) -> PathBuf {
    config.data.join("audit-checkpoints")
}

/// Every checkpoint in the file that this key signed, and the lines it did not.
pub(super) fn read(path: &Path, public: &[u8; 32]) -> Result<(Vec<Checkpoint>, Vec<Finding>)> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(unusable(path, &cause)),
    };
    let (mut checkpoints, mut findings) = (Vec::new(), Vec::new());
    // A line without its end is one that a crash cut short; the next line begins anew behind it.
    for (at, line) in text.split_inclusive('\n').enumerate().filter(|(_, line)| line.ends_with('\n')) {
        match line.trim_end().parse::<Checkpoint>() {
            Ok(checkpoint) if checkpoint.is_signed_by(public) => checkpoints.push(checkpoint),
            _ => findings.push(Finding::OutsideForged { line: at + 1 }),
        }
    }
    Ok((checkpoints, findings))
}

/// Appends a checkpoint and waits until it is on the disk. A long file is shortened to its newest lines.
pub(super) fn append(path: &Path, checkpoint: &Checkpoint) -> Result<()> {
    let before = std::fs::read_to_string(path).unwrap_or_default();
    let mut kept: Vec<&str> = before.split_inclusive('\n').filter(|line| line.ends_with('\n')).collect();
    let is_whole = before.is_empty() || before.ends_with('\n');
    let line = format!("{checkpoint}\n");
    if is_whole && kept.len() < CHECKPOINT_LINES_MAX {
        let appended = OpenOptions::new().create(true).append(true).open(path).and_then(|mut file| {
            file.write_all(line.as_bytes())?;
            file.sync_data()
        });
        return appended.map_err(|cause| unusable(path, &cause));
    }
    kept.drain(..kept.len().saturating_sub(CHECKPOINT_LINES_KEPT));
    kept.push(&line);
    replace(path, &kept.concat()).map_err(|cause| unusable(path, &cause))
}

/// Replaces the file by renaming, so that it is whole at every moment.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let next = path.with_extension("next");
    let mut file = File::create(&next)?;
    file.write_all(text.as_bytes())?;
    file.sync_data()?;
    std::fs::rename(&next, path)
}

fn unusable(path: &Path, cause: &std::io::Error) -> Error {
    Error::Unavailable(format!("the checkpoints' file {} cannot be used: {cause}", path.display()))
}
