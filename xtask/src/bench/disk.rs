//! The bare disk: how often it can be asked to make four kibibytes last.

use super::Result;
use super::figures::per_second;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

const BLOCK: [u8; 4_096] = [7; 4_096];
/// The file is written over and over, as a database's log is: it does not grow while it is measured.
const BLOCKS: u32 = 1_024;

/// Writes of 4 KiB, each followed by `fdatasync`, in a second.
pub fn syncs_per_s(folder: &Path, lasting: Duration) -> Result<f64> {
    let mut file = tempfile::tempfile_in(folder)?;
    for _ in 0..BLOCKS {
        file.write_all(&BLOCK)?;
    }
    file.sync_all()?;
    let (begun, mut count) = (Instant::now(), 0);
    while begun.elapsed() < lasting {
        write_one(&mut file, count)?;
        count += 1;
    }
    Ok(per_second(count, begun.elapsed()))
}

fn write_one(file: &mut File, count: usize) -> Result<()> {
    if count.is_multiple_of(BLOCKS as usize) {
        file.seek(SeekFrom::Start(0))?;
    }
    file.write_all(&BLOCK)?;
    Ok(file.sync_data()?)
}
