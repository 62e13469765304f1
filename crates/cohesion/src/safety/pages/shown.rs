//! What a page shows of an alert: the alert, the names on it, and what comes next.

use super::super::duty::who_answers;
use super::super::names::{Names, name};
use super::super::{Alert, AlertId, Alerts, Event, Remains, Stage, deeds, see, store, who_may_take};
use crate::access::{Deed, Grant, Standing, Tie};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::work::Work;
use crate::{Result, groups, practice, unless_damaged};

/// An alert with everything its pages say about it.
pub(super) struct Shown {
    pub alert: Alert,
    pub names: Names,
    pub me: PersonId,
    /// When the person's plan was written, if there is one and this reader may know.
    pub plan_at: Option<Timestamp>,
    /// Who is told next, if nobody takes it.
    pub next: Vec<PersonId>,
    /// To whom it can be handed.
    pub takers: Vec<PersonId>,
    /// What this reader may do.
    pub may: May,
}

/// How one reader stands to an alert and to its person: the pages offer what follows from it, and no more.
#[derive(Clone, Copy, Debug)]
pub(super) struct May {
    to_alert: Standing,
    to_person: Standing,
    is_clinician: bool,
    reads_scores: bool,
}

impl May {
    async fn of(work: &mut Work<'_>, to_alert: Standing, person: PersonId) -> Result<Self> {
        Ok(Self {
            to_alert,
            to_person: deeds::standing_with(work, person).await?,
            is_clinician: practice::roles(work).await?.has(Tie::Clinician),
            reads_scores: groups::reads_scores_of(work, person).await?,
        })
    }

    /// Take it, hand it over, mark, look again, close it and add words.
    pub fn answer(self) -> bool {
        self.to_alert.allows(Deed::AnswerAlert)
    }

    /// Set a level, as a clinician.
    pub fn set_levels(self) -> bool {
        self.is_clinician && self.to_alert.allows(Deed::SetLevel)
    }

    /// Read the person's safety plan.
    pub fn read_plan(self) -> bool {
        self.to_person.allows(Deed::SeeSafetyPlan)
    }

    /// Open the person's page.
    pub fn open_person(self) -> bool {
        self.to_person.allows(Deed::SeePerson)
    }

    /// Read the person's scores.
    pub const fn read_scores(self) -> bool {
        self.reads_scores
    }
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
    let (standing, grant) = (deeds::standing(work, &kept).await?, deeds::may_see(work, &kept).await?);
    let alert = super::super::record::open(work, &grant, kept).await?;
    around(work, &grant, standing, alert).await
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
    /// Whom it is about, as far as the name can be read.
    pub called: Option<String>,
    /// Whether this reader may read the person's safety plan.
    pub may_read_plan: bool,
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

/// The alerts about a person that the reader may see, the newest first: those that are open, and those that are closed.
pub(super) async fn about(work: &mut Work<'_>, person: PersonId) -> Result<(List, List)> {
    let (open, closed) = see::alerts_about(work, person).await?;
    Ok((list(work, open).await?, list(work, closed).await?))
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
        list.damaged.push(damaged_one(work, remains).await?);
    }
    Ok(list)
}

/// What can still be said of a damaged alert, for whoever may see it.
async fn damaged_one(work: &mut Work<'_>, remains: Remains) -> Result<Damaged> {
    let Some((person, _)) = remains.about else { return Ok(Damaged { remains, called: None, may_read_plan: false }) };
    let kept = store::find_alert(work, remains.id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    let may_read_plan = deeds::standing_with(work, person).await?.allows(Deed::SeeSafetyPlan);
    Ok(Damaged { remains, called: name(work, &grant, person).await?, may_read_plan })
}

async fn again(work: &mut Work<'_>, alert: Alert) -> Result<Shown> {
    let kept = store::find_alert(work, alert.id).await?;
    let (standing, grant) = (deeds::standing(work, &kept).await?, deeds::may_see(work, &kept).await?);
    around(work, &grant, standing, alert).await
}

async fn around(work: &mut Work<'_>, grant: &Grant, standing: Standing, alert: Alert) -> Result<Shown> {
    let me = work.actor().person().ok_or(crate::Error::SignInNeeded)?;
    let next = who_answers(work, alert.cause.group).await?.next(&alert.told).unwrap_or_default();
    let takers = who_may_take(work, &alert).await?;
    let may = May::of(work, standing, alert.cause.person).await?;
    let plan = if may.read_plan() { store::newest_plan(work, grant, alert.cause.person).await? } else { None };
    let plan_at = plan.map(|plan| plan.written_at);
    let names = Names::of(work, grant, people_on(&alert).chain(next.clone()).chain(takers.clone())).await?;
    Ok(Shown { alert, names, me, plan_at, next, takers, may })
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
