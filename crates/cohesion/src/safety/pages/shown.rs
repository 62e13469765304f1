//! What a page shows of an alert: the alert, the names on it, and what comes next.

use super::super::duty::who_answers;
use super::super::names::{Names, name};
use super::super::{Alert, AlertId, Alerts, Event, Remains, Stage, deeds, see, store, who_may_take};
use crate::access::{Grant, Tie};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::practice;
use crate::work::Work;
use crate::{Result, unless_damaged};

/// An alert with everything its pages say about it.
pub(super) struct Shown {
    pub alert: Alert,
    pub names: Names,
    pub me: PersonId,
    /// When the person's plan was written, if there is one.
    pub plan_at: Option<Timestamp>,
    /// Who is told next, if nobody takes it.
    pub next: Vec<PersonId>,
    /// To whom it can be handed.
    pub takers: Vec<PersonId>,
    /// Whether this reader is a clinician, who may set a level.
    pub sets_levels: bool,
}

impl Shown {
    /// Whether this reader has taken it.
    pub fn is_mine(&self) -> bool {
        self.alert.state.stage == Stage::Taken && self.alert.state.owner == Some(self.me)
    }

    /// Whether it is overdue at a moment.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.alert.state.due().is_some_and(|due| due < now)
    }
}

/// One alert, for whoever may see it.
pub(super) async fn one(work: &mut Work<'_>, id: AlertId) -> Result<Shown> {
    let kept = store::find_alert(work, id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    let alert = super::super::record::open(work, &grant, kept).await?;
    around(work, &grant, alert).await
}

/// A list of alerts, and the damaged ones, which are shown as well as they can be.
#[derive(Default)]
pub(super) struct List {
    pub shown: Vec<Shown>,
    pub damaged: Vec<Damaged>,
}

/// An alert that cannot be opened.
pub(super) struct Damaged {
    pub remains: Remains,
    pub called: Option<String>,
}

impl List {
    pub fn len(&self) -> usize {
        self.shown.len() + self.damaged.len()
    }
}

/// The reader's open alerts, what is due first.
pub(super) async fn open(work: &mut Work<'_>) -> Result<List> {
    let alerts = see::open_alerts(work).await?;
    list(work, alerts).await
}

/// The reader's closed alerts, the newest first.
pub(super) async fn closed(work: &mut Work<'_>) -> Result<List> {
    let alerts = see::closed_alerts(work).await?;
    list(work, alerts).await
}

async fn list(work: &mut Work<'_>, alerts: Alerts) -> Result<List> {
    let (mut list, mut damaged) = (List::default(), alerts.damaged);
    for alert in alerts.opened {
        let id = alert.id;
        match unless_damaged(again(work, alert).await, "alerts", id.0)? {
            Some(shown) => list.shown.push(shown),
            None => damaged.push(see::remains(work, id).await?),
        }
    }
    for remains in damaged {
        list.damaged.push(Damaged { called: called(work, &remains).await?, remains });
    }
    Ok(list)
}

/// Whom a damaged alert is about, for whoever may see it.
async fn called(work: &mut Work<'_>, remains: &Remains) -> Result<Option<String>> {
    let Some((person, _)) = remains.about else { return Ok(None) };
    let kept = store::find_alert(work, remains.id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    name(work, &grant, person).await
}

async fn again(work: &mut Work<'_>, alert: Alert) -> Result<Shown> {
    let kept = store::find_alert(work, alert.id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    around(work, &grant, alert).await
}

async fn around(work: &mut Work<'_>, grant: &Grant, alert: Alert) -> Result<Shown> {
    let me = work.actor().person().ok_or(crate::Error::SignInNeeded)?;
    let next = who_answers(work, alert.cause.group).await?.next(&alert.told).unwrap_or_default();
    let takers = who_may_take(work, &alert).await?;
    let plan_at = store::newest_plan(work, grant, alert.cause.person).await?.map(|plan| plan.written_at);
    let names = Names::of(work, grant, people_on(&alert).chain(next.clone()).chain(takers.clone())).await?;
    let sets_levels = practice::roles(work).await?.has(Tie::Clinician);
    Ok(Shown { alert, names, me, plan_at, next, takers, sets_levels })
}

fn people_on(alert: &Alert) -> impl Iterator<Item = PersonId> {
    let authors = alert.entries.iter().filter_map(|entry| entry.author);
    let handed = alert.entries.iter().filter_map(|entry| match entry.event {
        Event::HandedOver { to, .. } => Some(to),
        _ => None,
    });
    let people = [alert.cause.person].into_iter().chain(alert.told.clone()).chain(authors).chain(handed);
    people.collect::<Vec<_>>().into_iter()
}
