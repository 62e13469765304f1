//! Somebody has looked again, and says how it is.

use super::record::{record, to_answer};
use super::{AlertId, Event, Written};
use crate::Result;
use crate::work::Work;

/// Puts a review on record; the next one falls due by the level's clock.
pub async fn review(work: &mut Work<'_>, id: AlertId, words: Written) -> Result<()> {
    let (grant, alert) = to_answer(work, id).await?;
    record(work, &grant, &alert, Event::Reviewed(words)).await?;
    Ok(())
}
