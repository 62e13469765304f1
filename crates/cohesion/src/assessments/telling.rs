//! Which of the versions of an answer tells of danger, and the alert that stands because of it.
//!
//! A version that tells more than the one before it is a cause of its own: whoever has closed an alert hears of what a
//! correction says, and nobody hears the same twice.

use measures::Signal;

use super::response::last_beside;
use super::{Assignment, Record, Version};
use crate::access::Grant;
use crate::safety::{self, AlertId, Cause, RiskItem, Sign};
use crate::work::Work;
use crate::{Error, Result};

/// The alert that stands because of the last of these versions, if anything in it asks for one.
pub(super) async fn alert_for(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    versions: &[Version],
) -> Result<Option<AlertId>> {
    let Assignment { group, person, instrument, .. } = *assignment;
    let tells_more = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| versions.get(before));
        tells_more(&versions[*at].record, before.map(|before| &before.record), assignment)
    };
    let is_calm = versions.last().is_none_or(|last| last.record.score.signals.is_empty());
    let Some(at) = (0..versions.len()).rev().find(tells_more).filter(|_| !is_calm) else { return Ok(None) };
    let before = match at {
        0 => last_before(work, grant, assignment).await?,
        _ => Some(versions[at - 1].record.clone()),
    };
    let record = &versions[at].record;
    let item = |signal: &Signal| RiskItem {
        item: signal.item.clone(),
        urgency: signal.urgency,
        now: record.value_of(instrument, &signal.item),
        before: before.as_ref().and_then(|earlier| earlier.value_of(instrument, &signal.item)),
    };
    let sign = Sign::Answers {
        response: versions[at].id.0,
        instrument: instrument.id.clone(),
        title: instrument.short_title.clone(),
        items: record.score.signals.iter().map(item).collect(),
    };
    safety::raise(work, &Cause { person, group: Some(group), sign }).await.map(Some)
}

/// Whether answers tell of more danger than those before them: an item more, or a higher answer to the same one. An item
/// that was left open and is answered now tells more, too.
fn tells_more(now: &Record, before: Option<&Record>, assignment: &Assignment) -> bool {
    let instrument = assignment.instrument;
    now.score.signals.iter().any(|signal| {
        let told = before.filter(|before| before.score.signals.iter().any(|earlier| earlier.item == signal.item));
        told.is_none_or(|told| now.value_of(instrument, &signal.item) > told.value_of(instrument, &signal.item))
    })
}

/// What was answered before is only told beside the danger: where it cannot be read, the alert stands without it.
async fn last_before(work: &mut Work<'_>, grant: &Grant, assignment: &Assignment) -> Result<Option<Record>> {
    match last_beside(work, grant, assignment).await {
        Err(Error::Bug(cause)) => {
            tracing::error!(assignment = %assignment.id, cause, "an earlier answer could not be read");
            Ok(None)
        }
        read => Ok(read?.map(|earlier| earlier.record)),
    }
}
