//! Nobody has taken an alert in time, so the next ones are told; when all know, they are told again.

use super::duty::who_answers;
use super::record::{self, record_by_program};
use super::{AlertId, Event, Stage, State, deeds, store};
use crate::id::Bytes;
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that passes an alert on when its clock has run out. Its round is the clock's number.
pub(crate) const PASS_ON: &str = "safety.pass-on";

/// Queues the passing on for when the alert's present clock runs out.
pub(super) fn queue(work: &mut Work<'_>, alert: AlertId, state: &State) {
    work.enqueue(Job::once(PASS_ON, alert.0, state.acknowledge_by).in_round(state.clock.into()));
}

/// Tells the next ones. An alert that was taken, or that runs on a newer clock, is left alone.
pub(crate) async fn pass_on(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let kept = match store::find_alert(work, AlertId(about)).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    let grant = deeds::may_escalate(work, &kept)?;
    let alert = record::open(work, &grant, kept).await?;
    if alert.state.stage != Stage::Waiting || i64::from(alert.state.clock) != round {
        return Ok(());
    }
    let answering = who_answers(work, alert.cause.group).await?;
    let event = answering.next(&alert.told).map_or(Event::Reminded, Event::Told);
    let state = record_by_program(work, &grant, &alert, event).await?;
    queue(work, alert.id, &state);
    Ok(())
}
