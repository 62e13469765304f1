//! Something to do at the present level was done, was not needed, or is open again after a slip.

use super::record::{record, to_answer};
use super::{Action, AlertId, Event, Mark};
use crate::Result;
use crate::work::Work;

/// Marks something to do; marking it again replaces the mark, and both stay on record.
pub async fn mark(work: &mut Work<'_>, id: AlertId, action: Action, mark: Mark) -> Result<()> {
    let (grant, alert) = to_answer(work, id).await?;
    record(work, &grant, &alert, Event::Marked(action, mark)).await?;
    Ok(())
}
