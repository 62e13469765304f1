//! One edition of a text: its wording, the digest of it, and whether those who signed an earlier one must sign again.

use super::{Agreement, store};
use crate::clock::Timestamp;
use crate::work::Work;
use crate::{Error, Result};

/// Whether an edition asks those who signed an earlier one to sign again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// Earlier signatures still hold: a slip of the pen was mended.
    NotAsked,
    /// Everybody signs again: what is agreed to has changed.
    Asked,
}

impl Renewal {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64
    }

    /// The choice that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            0 => Ok(Self::NotAsked),
            1 => Ok(Self::Asked),
            other => Err(Error::bug(format!("no renewal has the number {other}"))),
        }
    }
}

/// One edition of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Which text.
    pub agreement: Agreement,
    /// 1, 2, 3, …; the first is the one that came with the program.
    pub number: u32,
    /// The exact wording.
    pub wording: String,
    /// SHA-256 of the wording's bytes.
    pub hash: [u8; 32],
    /// Whether it asks for new signatures.
    pub renewal: Renewal,
    /// Since when it is kept; none while it is only in the program.
    pub published_at: Option<Timestamp>,
}

impl Edition {
    /// The edition that comes with the program, where the practice has none of its own yet.
    pub(super) fn shipped(agreement: Agreement) -> Self {
        let wording = agreement.shipped().to_owned();
        let hash = keyring::digest(wording.as_bytes());
        Self { agreement, number: 1, wording, hash, renewal: Renewal::Asked, published_at: None }
    }
}

/// The edition that counts now. A new release of the program never changes a text that somebody has signed.
pub async fn in_force(work: &mut Work<'_>, agreement: Agreement) -> Result<Edition> {
    let latest = store::latest_edition(work, agreement).await?;
    Ok(latest.unwrap_or_else(|| Edition::shipped(agreement)))
}

/// An edition by its number; one that nobody has signed or published yet is found only while it is in force.
pub async fn edition(work: &mut Work<'_>, agreement: Agreement, number: u32) -> Result<Edition> {
    match store::find_edition(work, agreement, number).await? {
        Some(edition) => Ok(edition),
        None if number == 1 => Ok(Edition::shipped(agreement)),
        None => Err(Error::NotFound),
    }
}
