//! A checkpoint: a signed statement that a practice's chain had this many links and this last hash at this moment.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use keyring::{SubKey, verify_signature};

use crate::clock::Timestamp;
use crate::id::PracticeId;
use crate::work::Head;

/// What the signature covers begins with this, so that it can never be taken for one of something else.
const LABEL: &str = "cohesion audit checkpoint 1";

/// A signed statement of how far a chain had come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose chain.
    pub practice: PracticeId,
    /// The practice's running number of checkpoints, from 1, without gaps.
    pub number: i64,
    /// How far the chain had come.
    pub head: Head,
    /// When it was made.
    pub at: Timestamp,
    /// Ed25519 over all of this.
    pub signature: Vec<u8>,
}

impl Checkpoint {
    /// Signs one.
    pub fn sign(practice: PracticeId, number: i64, head: Head, at: Timestamp, key: &SubKey) -> Self {
        let unsigned = Self { practice, number, head, at, signature: Vec::new() };
        let signature = key.signing().sign(unsigned.said().as_bytes()).to_vec();
        Self { signature, ..unsigned }
    }

    /// Whether it is what this key's owner signed.
    pub fn is_signed_by(&self, public: &[u8; 32]) -> bool {
        verify_signature(public, self.said().as_bytes(), &self.signature)
    }

    fn said(&self) -> String {
        let Self { practice, number, head, at, .. } = self;
        format!("{LABEL} {practice} {number} {} {} {}", head.seq, HEXLOWER.encode(&head.hash), at.0)
    }
}

/// One line of text: what is signed, and the signature.
impl fmt::Display for Checkpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.said(), HEXLOWER.encode(&self.signature))
    }
}

/// Reads what `Display` wrote.
impl FromStr for Checkpoint {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let rest = line.strip_prefix(LABEL).and_then(|rest| rest.strip_prefix(' ')).ok_or(())?;
        let parts: Vec<&str> = rest.split(' ').collect();
        let [practice, number, seq, hash, at, signature] = parts[..] else { return Err(()) };
        let hex = |text: &str| HEXLOWER.decode(text.as_bytes()).map_err(drop);
        Ok(Self {
            practice: practice.parse().map_err(drop)?,
            number: number.parse().map_err(drop)?,
            head: Head { seq: seq.parse().map_err(drop)?, hash: hex(hash)?.try_into().map_err(drop)? },
            at: Timestamp(at.parse().map_err(drop)?),
            signature: hex(signature)?,
        })
    }
}
