//! A member corrects an answer: the first version stays, the correction is a new one, and its signals count like any other.

use super::assignment::open;
use super::submit::{alert_for, keep, score};
use super::{AssignmentId, AssignmentState, Sheet, Submitted, deeds, store};
use crate::work::Work;
use crate::{Error, Result};

/// Adds a corrected version of answers that were given before. An alert that the first version raised stays open, and one that it did not is raised now.
pub async fn correct(work: &mut Work<'_>, id: AssignmentId, sheet: &Sheet) -> Result<Submitted> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    if kept.state != AssignmentState::Answered {
        return Err(Error::Conflict("assessments-conflict-not-answered"));
    }
    let assignment = open(work, &grant, kept).await?;
    let record = score(assignment.instrument, sheet)?;
    let (first, last) = store::versions(work, &grant, id).await?;
    let response = keep(work, &grant, &assignment, sheet, &record, last + 1).await?;
    let alert = alert_for(work, &grant, &assignment, first, &record).await?;
    Ok(Submitted { response, alert })
}
