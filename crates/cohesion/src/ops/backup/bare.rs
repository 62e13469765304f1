//! Makes a copy of the database that holds no data key, and proves it byte by byte.

use std::path::Path;

use ::store::{Db, Options, Tx};

use super::problem::Problem;
use crate::Error;
use crate::ops::store;

/// What every key begins with that is wrapped under one root key.
const MARK_BYTES: usize = 10;

/// Takes the wrapped data keys out of the copy at `path`. The installation's own key stays: no record is sealed with it, and
/// it is never shredded.
pub(super) async fn take_keys_out(path: &Path) -> Result<(), Problem> {
    let copy = Db::open(&format!("sqlite:{}", path.display()), &Options { readers: 1, ..Options::default() }).await?;
    let left = copy.write(async |tx: &mut dyn Tx| store::take_keys_out(tx).await).await;
    copy.close().await;
    match left? {
        0 => Ok(()),
        left => Err(Error::bug(format!("{left} data keys are still in the copy")).into()),
    }
}

/// Counts, in bytes that come in pieces, what begins like a key wrapped under the root key in use.
pub(super) struct Marks {
    mark: [u8; MARK_BYTES],
    tail: Vec<u8>,
    found: usize,
}

impl Marks {
    /// Looks for what begins like `wrapped`.
    pub fn like(wrapped: &[u8]) -> Option<Self> {
        Some(Self { mark: *wrapped.first_chunk()?, tail: Vec::new(), found: 0 })
    }

    /// Looks at the next piece.
    pub fn look(&mut self, piece: &[u8]) {
        self.tail.extend_from_slice(piece);
        self.found += self.tail.windows(MARK_BYTES).filter(|bytes| **bytes == self.mark).count();
        self.tail.drain(..self.tail.len().saturating_sub(MARK_BYTES - 1));
    }

    /// Whether the installation's own key was all there was.
    pub fn are_gone(&self) -> bool {
        self.found <= 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_wherever_pieces_end() {
        let mark: Vec<u8> = (1..=10).collect();
        let bytes = [&[0; 7][..], &mark, &[9; 3], &mark, &[0; 5]].concat();
        for size in 1..bytes.len() {
            let mut marks = Marks::like(&mark).expect("a mark");
            bytes.chunks(size).for_each(|piece| marks.look(piece));
            assert_eq!(marks.found, 2, "in pieces of {size}");
            assert!(!marks.are_gone());
        }
        let mut marks = Marks::like(&mark).expect("a mark");
        marks.look(&bytes[..20]);
        assert!(marks.are_gone(), "one is the installation's own");
        assert!(Marks::like(&mark[..9]).is_none());
    }
}
