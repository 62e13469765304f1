//! An alert is closed: decided, done, looked at again, and with words.

use super::record::{record, to_answer};
use super::{AlertId, Event, Written};
use crate::Result;
use crate::work::Work;

/// Closes an alert that the actor has taken. What is still open is said by the [`crate::Error::Conflict`] that refuses it.
pub async fn close(work: &mut Work<'_>, id: AlertId, words: Written) -> Result<()> {
    let (grant, alert) = to_answer(work, id).await?;
    record(work, &grant, &alert, Event::Closed(words)).await?;
    Ok(())
}
