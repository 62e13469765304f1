//! Words are added to an alert, also after it was closed; nothing that stands there is ever changed.

use super::record::{record, to_answer};
use super::{AlertId, Event, Written};
use crate::Result;
use crate::work::Work;

/// Adds words to an alert.
pub async fn add_words(work: &mut Work<'_>, id: AlertId, words: Written) -> Result<()> {
    let (grant, alert) = to_answer(work, id).await?;
    record(work, &grant, &alert, Event::Added(words)).await?;
    Ok(())
}
