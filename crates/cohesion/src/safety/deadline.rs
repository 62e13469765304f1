//! The time to decide, or to look again, has passed: everybody who answers is told once for each deadline.

use super::duty::who_answers;
use super::record::{self, Alert, record_by_program};
use super::{AlertId, Event, Stage, State, deeds, store};
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId};
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that watches a deadline. Its round is the deadline itself, so a moved deadline is another job.
pub(crate) const DEADLINE: &str = "safety.deadline";

/// Watches the alert's deadline, if it has a new one.
pub(super) fn watch(work: &mut Work<'_>, alert: &Alert, next: &State) {
    let is_first = alert.entries.is_empty();
    if let Some(due) = next.deadline().filter(|due| is_first || alert.state.deadline() != Some(*due)) {
        work.enqueue(Job::once(DEADLINE, alert.id.0, due).in_round(due.0));
    }
}

/// Tells all who answer that a deadline has passed. One that was met or moved is left alone, and so is an alert that nobody
/// has: that one is being passed on already.
pub(crate) async fn overdue(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let kept = match store::find_alert(work, AlertId(about)).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    let grant = deeds::may_escalate(work, &kept)?;
    let alert = record::open(work, &grant, kept).await?;
    if alert.state.stage != Stage::Taken || alert.state.deadline() != Some(Timestamp(round)) {
        return Ok(());
    }
    let steps = who_answers(work, alert.cause.group).await?.steps;
    let mut people: Vec<PersonId> = alert.told.iter().copied().chain(steps.into_iter().flatten()).collect();
    people.sort_unstable();
    people.dedup();
    record_by_program(work, &grant, &alert, Event::Overdue(people)).await?;
    Ok(())
}
