//! One line of the ledger: a shredded key, the keyed hash of the line before, and one over all of it.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use keyring::{SubKey, equal};

use super::Shred;
use crate::clock::Timestamp;
use crate::id;

/// What the hash covers begins with this, so that it can never be taken for one of something else.
const LABEL: &str = "cohesion shred 1";

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The running number, from 1.
    pub number: u64,
    pub shred: Shred,
    /// The hash of the line before; zeros in the first.
    pub before: [u8; 32],
    /// The keyed hash over all of this.
    pub mac: [u8; 32],
}

/// What is wrong with a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ops) enum Flaw {
    /// The line was altered, or written by somebody else.
    Altered(usize),
    /// What stood before this line is gone, or was moved.
    Gap(usize),
}

impl fmt::Display for Flaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Altered(line) => write!(out, "line {line} was altered, or belongs to other records"),
            Self::Gap(line) => write!(out, "what stood before line {line} is gone, or was moved"),
        }
    }
}

impl Line {
    /// The line that follows `last`.
    pub fn after(last: Option<&Self>, shred: Shred, key: &SubKey) -> Self {
        let (number, before) = last.map_or((1, [0; 32]), |last| (last.number + 1, last.mac));
        let open = Self { number, shred, before, mac: [0; 32] };
        Self { mac: key.mac(&[open.said().as_bytes()]), ..open }
    }

    /// Whether this key's owner wrote it.
    pub fn is_ours(&self, key: &SubKey) -> bool {
        equal(&key.mac(&[self.said().as_bytes()]), &self.mac)
    }

    fn said(&self) -> String {
        let Self { number, shred: Shred { practice, key, at }, before, .. } = self;
        format!("{LABEL} {number} {practice} {} {} {}", id::to_text(*key), at.0, HEXLOWER.encode(before))
    }
}

/// One line of text: what is vouched for, and the hash that does.
impl fmt::Display for Line {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.said(), HEXLOWER.encode(&self.mac))
    }
}

/// Reads what `Display` wrote.
impl FromStr for Line {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let rest = line.strip_prefix(LABEL).and_then(|rest| rest.strip_prefix(' ')).ok_or(())?;
        let parts: Vec<&str> = rest.split(' ').collect();
        let [number, practice, key, at, before, mac] = parts[..] else { return Err(()) };
        let hash = |text: &str| HEXLOWER.decode(text.as_bytes()).map_err(drop)?.try_into().map_err(drop);
        let shred = Shred {
            practice: practice.parse().map_err(drop)?,
            key: id::from_text(key).ok_or(())?,
            at: Timestamp(at.parse().map_err(drop)?),
        };
        Ok(Self { number: number.parse().map_err(drop)?, shred, before: hash(before)?, mac: hash(mac)? })
    }
}
