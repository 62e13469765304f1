//! A reader that tells how far it has come.

use std::io::{self, Read};

/// Reads from another reader and tells how many of how many bytes are done.
pub(super) struct Watched<R, F> {
    from: R,
    done: u64,
    all: u64,
    told: F,
}

impl<R: Read, F: Fn(u64, u64)> Watched<R, F> {
    /// Nothing of `all` bytes is done yet.
    pub fn new(from: R, all: u64, told: F) -> Self {
        Self { from, done: 0, all, told }
    }
}

impl<R: Read, F: Fn(u64, u64)> Read for Watched<R, F> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let length = self.from.read(piece)?;
        self.done += length as u64;
        (self.told)(self.done, self.all);
        Ok(length)
    }
}
