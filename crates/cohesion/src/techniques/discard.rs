//! A member throws away a worksheet that they have begun and not finished.

use super::homework::{TaskState, task_of_sheet_is};
use super::sheet::SheetState;
use super::{SheetId, deeds, store};
use crate::work::Work;
use crate::{Error, Result};

/// Throws the draft away. What it told of danger stays told.
pub async fn discard(work: &mut Work<'_>, id: SheetId) -> Result<()> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_fill(work, &kept).await?;
    if kept.state != SheetState::Begun || kept.answered_at.is_some() {
        return Err(Error::Conflict("techniques-conflict-finished"));
    }
    task_of_sheet_is(work, &grant, id, TaskState::NotBegun).await?;
    store::delete_shares(work, &grant, id).await?;
    store::delete_sheet(work, &grant, id).await
}
