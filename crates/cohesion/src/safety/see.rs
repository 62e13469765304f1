//! Reading alerts: one, and all that are the actor's to look at.

use super::record::open;
use super::{Alert, AlertId, Stage, deeds, store};
use crate::access::Tie;
use crate::clock::Timestamp;
use crate::groups;
use crate::id::PersonId;
use crate::practice;
use crate::work::Work;
use crate::{Error, Result, unless_damaged};

/// One alert.
pub async fn alert(work: &mut Work<'_>, id: AlertId) -> Result<Alert> {
    let kept = store::find_alert(work, id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    open(work, &grant, kept).await
}

/// Alerts as a list shows them: what can be opened, and what remains of those that cannot.
#[derive(Debug, Default)]
pub struct Alerts {
    /// Opened, in order.
    pub opened: Vec<Alert>,
    /// Damaged ones. They need a person all the more.
    pub damaged: Vec<Remains>,
}

/// What is left of an alert that cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remains {
    /// Its id.
    pub id: AlertId,
    /// Whom it is about, and when it was raised; nothing where not even that can be read.
    pub about: Option<(PersonId, Timestamp)>,
}

/// The open alerts that the actor answers for: those they were told of, those of the groups they lead, and for
/// clinicians those that nobody has. What is due first comes first.
pub async fn open_alerts(work: &mut Work<'_>) -> Result<Alerts> {
    let mut alerts = alerts_in(work, Stage::Waiting, Stage::Taken).await?;
    alerts.opened.sort_by_key(|alert| (alert.state.stage, alert.state.due()));
    Ok(alerts)
}

/// The last alerts of the actor's that were closed, the newest first.
pub async fn closed_alerts(work: &mut Work<'_>) -> Result<Alerts> {
    alerts_in(work, Stage::Closed, Stage::Closed).await
}

/// The alerts about a person that the actor may see, the newest first: those that are open, and those that are closed.
pub(super) async fn alerts_about(work: &mut Work<'_>, person: PersonId) -> Result<(Alerts, Alerts)> {
    let (mut open, mut closed) = (Alerts::default(), Alerts::default());
    for id in store::alerts_about(work, person).await? {
        // Who may see it here cannot be told without its row. Whoever answers for it has it in their own list.
        let Some(kept) = unless_damaged(store::find_alert(work, id).await, "alerts", id.0)? else { continue };
        if deeds::sees(deeds::standing(work, &kept).await?) {
            let list = if kept.is_closed { &mut closed } else { &mut open };
            list.take_in(work, id).await?;
        }
    }
    Ok((open, closed))
}

/// What is left of an alert that cannot be opened.
pub(super) async fn remains(work: &mut Work<'_>, id: AlertId) -> Result<Remains> {
    let kept = unless_damaged(store::find_alert(work, id).await, "alerts", id.0)?;
    Ok(Remains { id, about: kept.map(|kept| (kept.person, kept.terms.raised_at)) })
}

async fn alerts_in(work: &mut Work<'_>, from: Stage, to: Stage) -> Result<Alerts> {
    let mut alerts = Alerts::default();
    for id in ids_in(work, from, to).await? {
        alerts.take_in(work, id).await?;
    }
    Ok(alerts)
}

impl Alerts {
    /// Adds one, as far as it can be read.
    async fn take_in(&mut self, work: &mut Work<'_>, id: AlertId) -> Result<()> {
        match unless_damaged(alert(work, id).await, "alerts", id.0)? {
            Some(alert) => self.opened.push(alert),
            None => self.damaged.push(remains(work, id).await?),
        }
        Ok(())
    }
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
