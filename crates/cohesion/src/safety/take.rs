//! Somebody takes an alert: its clock stops, and it is theirs until they close it or hand it over.

use super::record::{record, to_answer};
use super::{AlertId, Event};
use crate::Result;
use crate::work::Work;

/// Takes an alert. Where somebody else was quicker, it is theirs.
pub async fn take(work: &mut Work<'_>, id: AlertId) -> Result<()> {
    let (grant, alert) = to_answer(work, id).await?;
    record(work, &grant, &alert, Event::Taken).await?;
    Ok(())
}
