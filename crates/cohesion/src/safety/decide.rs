//! The clinician sets the level, with a rationale. Nobody else does, and nothing does it by itself.

use super::record::{open, record};
use super::{AlertId, Event, Level, Outcomes, Written, deeds, store};
use crate::Result;
use crate::work::Work;

/// Sets the level of an alert that the actor has taken, or sets it anew; the things to do and the reviews begin with it.
pub async fn decide(
    work: &mut Work<'_>,
    id: AlertId,
    level: Level,
    outcomes: Option<Outcomes>,
    rationale: Written,
) -> Result<()> {
    let kept = store::find_alert(work, id).await?;
    let grant = deeds::may_decide(work, &kept).await?;
    let alert = open(work, &grant, kept).await?;
    record(work, &grant, &alert, Event::Decided { level, outcomes, rationale }).await?;
    Ok(())
}
