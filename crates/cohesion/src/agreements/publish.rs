//! The practice publishes its own edition of a text.

use super::{Agreement, Edition, Renewal, deeds, in_force, store, title};
use crate::limits;
use crate::work::Work;
use crate::{Error, Result};

/// Publishes a new edition. `seen` is the number that was in force on the editor's page: another one in between is a conflict.
pub async fn publish(
    work: &mut Work<'_>,
    agreement: Agreement,
    seen: u32,
    wording: &str,
    renewal: Renewal,
) -> Result<Edition> {
    let grant = deeds::may_publish(work).await?;
    let wording = tidied(wording);
    check(&wording)?;
    let before = in_force(work, agreement).await?;
    if before.number != seen {
        return Err(Error::Conflict("agreements-conflict-newer"));
    }
    if before.wording == wording {
        return Err(Error::invalid("wording", "agreements-fault-same"));
    }
    store::keep_edition(work, &grant, &before).await?;
    let hash = keyring::digest(wording.as_bytes());
    let published_at = Some(work.now());
    let next = Edition { agreement, number: before.number + 1, wording, hash, renewal, published_at };
    store::keep_edition(work, &grant, &next).await?;
    Ok(next)
}

/// Lines end in one line feed and hold no spaces at their ends, so that the digest does not hang on a browser's habits.
fn tidied(wording: &str) -> String {
    let lines: Vec<_> = wording.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned() + "\n"
}

fn check(wording: &str) -> Result<()> {
    if title(wording).is_none() {
        return Err(Error::invalid("wording", "agreements-fault-title"));
    }
    if wording.chars().count() > limits::AGREEMENT_CHARS_MAX {
        return Err(Error::invalid("wording", "fault-long"));
    }
    Ok(())
}
