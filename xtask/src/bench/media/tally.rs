//! What the browsers of one load have got, counted together.

use std::sync::atomic::{AtomicU64, Ordering};

/// Packets of others that were decrypted.
#[derive(Debug, Default)]
pub struct Tally(AtomicU64);

impl Tally {
    /// One more.
    pub fn got_one(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// So far.
    pub fn got(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
