//! Reading alerts: one, and all that are the actor's to look at.

use super::record::open;
use super::{Alert, AlertId, Stage, deeds, store};
use crate::access::Tie;
use crate::groups;
use crate::id::PersonId;
use crate::practice;
use crate::work::Work;
use crate::{Error, Result};

/// One alert.
pub async fn alert(work: &mut Work<'_>, id: AlertId) -> Result<Alert> {
    let kept = store::find_alert(work, id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    open(work, &grant, kept).await
}

/// The open alerts that the actor answers for: those they were told of, those of the groups they lead, and for
/// clinicians those that nobody has. What is due first comes first.
pub async fn open_alerts(work: &mut Work<'_>) -> Result<Vec<Alert>> {
    let mut alerts = alerts_in(work, Stage::Waiting, Stage::Taken).await?;
    alerts.sort_by_key(|alert| (alert.state.stage, alert.state.due()));
    Ok(alerts)
}

/// The last alerts of the actor's that were closed, the newest first.
pub async fn closed_alerts(work: &mut Work<'_>) -> Result<Vec<Alert>> {
    alerts_in(work, Stage::Closed, Stage::Closed).await
}

/// The alerts about a person that the actor may see, the newest first.
pub async fn alerts_about(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Alert>> {
    let mut alerts = Vec::new();
    for id in store::alerts_about(work, person).await? {
        let kept = store::find_alert(work, id).await?;
        if deeds::sees(deeds::standing(work, &kept).await?) {
            let grant = deeds::may_see(work, &kept).await?;
            alerts.push(open(work, &grant, kept).await?);
        }
    }
    Ok(alerts)
}

async fn alerts_in(work: &mut Work<'_>, from: Stage, to: Stage) -> Result<Vec<Alert>> {
    let mut found = Vec::new();
    for id in ids_in(work, from, to).await? {
        found.push(alert(work, id).await?);
    }
    Ok(found)
}

async fn ids_in(work: &mut Work<'_>, from: Stage, to: Stage) -> Result<Vec<AlertId>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut ids = store::alerts_told_to(work, person, from, to).await?;
    for group in groups::groups_led_by(work).await? {
        ids.extend(store::alerts_in(work, group.id, from, to).await?);
    }
    if practice::roles(work).await?.has(Tie::Clinician) {
        ids.extend(store::alerts_of_nobody(work, from, to).await?);
    }
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    Ok(ids)
}
