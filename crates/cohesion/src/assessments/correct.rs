//! A member corrects an answer: the first version stays, the correction is a new one, and its signals count like any other.

use super::assignment::open;
use super::response::versions_of;
use super::submit::{answer, keep, sent_before};
use super::{AssignmentId, AssignmentState, Sheet, Submitted, deeds, store};
use crate::work::Work;
use crate::{Error, Result};

/// Adds a corrected version of answers that were given before; one that changes nothing is none. An alert that an earlier
/// version raised stays, and what this one tells beyond it raises one of its own.
pub async fn correct(work: &mut Work<'_>, id: AssignmentId, sheet: &Sheet) -> Result<Submitted> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    if kept.state != AssignmentState::Answered {
        return Err(Error::Conflict("assessments-conflict-not-answered"));
    }
    let assignment = open(work, &grant, kept).await?;
    if let Some(before) = sent_before(work, &grant, &assignment, sheet).await? {
        return Ok(before);
    }
    let mut versions = versions_of(work, &grant, id).await?;
    let last = versions.last().ok_or(Error::NotFound)?;
    if last.record.positions != sheet.positions || last.record.asides != sheet.asides {
        let next = last.number + 1;
        versions.push(keep(work, &grant, &assignment, sheet, next).await?);
    }
    answer(work, &grant, &assignment, &versions).await
}
