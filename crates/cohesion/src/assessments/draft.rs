//! Answers kept while a member is still answering, so that they can stop, or go on at another device.

use serde::{Deserialize, Serialize};

use super::{AssignmentId, AssignmentState, deeds, store};
use crate::clock::Timestamp;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Answers so far: option positions in printed order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// One place for each item; `None` is not answered yet.
    pub positions: Vec<Option<usize>>,
}

/// The draft of one of the actor's own assignments, and when it was kept.
pub async fn draft(work: &mut Work<'_>, id: AssignmentId) -> Result<Option<(Draft, Timestamp)>> {
    let assignment = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &assignment).await?;
    let Some(kept) = store::find_draft(work, &grant, id).await? else { return Ok(None) };
    let draft = work.open(&grant, Scope::Person(assignment.person), cell(id, kept.version), &kept.draft).await?;
    Ok(Some((draft, kept.saved_at)))
}

/// Keeps what has been answered so far.
pub async fn keep_draft(work: &mut Work<'_>, id: AssignmentId, draft: &Draft) -> Result<()> {
    let assignment = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &assignment).await?;
    if assignment.state != AssignmentState::Asked {
        return Err(Error::Conflict("assessments-conflict-answered"));
    }
    let version = store::find_draft(work, &grant, id).await?.map_or(1, |kept| kept.version + 1);
    let sealed = work.seal(Scope::Person(assignment.person), cell(id, version), draft).await?;
    store::save_draft(work, &grant, id, sealed, version).await
}

const fn cell(id: AssignmentId, version: u32) -> Cell {
    Cell::of("drafts", "draft", id.0).version(version)
}
