//! What a person may be told of their own alert: who knows, what happens if nobody looks, and by when. All of it true.

use super::duty::{duty, who_answers};
use super::names::name;
use super::record::{open, record};
use super::{Alert, AlertId, Event, Hours, Path, Sign, Stage, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::practice;
use crate::work::Work;
use crate::{Result, unless_damaged};

/// Who knows of a person's own alert, and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assurance {
    /// The alert.
    pub alert: AlertId,
    /// What the person told.
    pub sign: Sign,
    /// Whether a clinician answers, or the duty contact of a support group.
    pub path: Path,
    /// When it was raised.
    pub raised_at: Timestamp,
    /// Who has been told, by name, and when; somebody without a name here is said to be on duty.
    pub told: Vec<(Option<String>, Timestamp)>,
    /// Who has taken it, and when.
    pub taken: Option<(Option<String>, Timestamp)>,
    /// Who is told next, and when, if nobody takes it. Empty where all have been told, who are told again then, or where
    /// nobody is there to be told.
    pub next: Option<(Vec<Option<String>>, Timestamp)>,
    /// By when somebody must have decided with the person what helps.
    pub decide_by: Option<Timestamp>,
    /// When somebody reads at once; nothing where nobody is on duty at fixed hours.
    pub hours: Option<Hours>,
    /// What the practice says of its own hours, in a line; may be empty.
    pub stated_hours: String,
    /// When the person said that they had seen this.
    pub seen_at: Option<Timestamp>,
}

impl Assurance {
    /// Whether nobody knows of it: nobody was there to be told, and nobody has taken it.
    pub fn nobody_knows(&self) -> bool {
        self.told.is_empty() && self.taken.is_none()
    }
}

/// What the actor may be told of one alert of their own.
pub async fn assurance(work: &mut Work<'_>, id: AlertId) -> Result<Assurance> {
    let (grant, alert) = own(work, id).await?;
    assure(work, &grant, &alert).await
}

/// The same for all of the actor's own alerts that are open, the newest first; nothing for one that cannot be read.
pub async fn assurances(work: &mut Work<'_>) -> Result<Vec<Option<Assurance>>> {
    let Some(person) = work.actor().person() else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for id in store::alerts_about(work, person).await? {
        match unless_damaged(if_open(work, id).await, "alerts", id.0)? {
            Some(None) => {}
            Some(found) => all.push(found),
            None => all.push(None),
        }
    }
    Ok(all)
}

/// The same for one alert, unless it is closed or is none that the person told of.
async fn if_open(work: &mut Work<'_>, id: AlertId) -> Result<Option<Assurance>> {
    if !store::find_alert(work, id).await?.is_own_telling {
        return Ok(None);
    }
    let (grant, alert) = own(work, id).await?;
    if alert.state.stage == Stage::Closed { Ok(None) } else { assure(work, &grant, &alert).await.map(Some) }
}

/// The actor has seen the page with help.
pub async fn see_help(work: &mut Work<'_>, id: AlertId) -> Result<()> {
    let (grant, alert) = own(work, id).await?;
    if alert.state.seen_at.is_none() {
        record(work, &grant, &alert, Event::Seen).await?;
    }
    Ok(())
}

async fn own(work: &mut Work<'_>, id: AlertId) -> Result<(Grant, Alert)> {
    let kept = store::find_alert(work, id).await?;
    let grant = deeds::may_see_own(work, &kept)?;
    let alert = open(work, &grant, kept).await?;
    Ok((grant, alert))
}

async fn assure(work: &mut Work<'_>, grant: &Grant, alert: &Alert) -> Result<Assurance> {
    let state = &alert.state;
    let mut told = Vec::new();
    for (person, at) in alert.tellings() {
        told.push((name(work, grant, person).await?, at));
    }
    let taken = match alert.taken() {
        Some((person, at)) => Some((name(work, grant, person).await?, at)),
        None => None,
    };
    Ok(Assurance {
        alert: alert.id,
        sign: alert.cause.sign.clone(),
        path: state.terms.path,
        raised_at: state.terms.raised_at,
        told,
        taken,
        next: next(work, grant, alert).await?,
        decide_by: state.level.is_none().then_some(state.terms.decide_by),
        hours: duty(work, alert.cause.group).await?.map(|duty| duty.hours),
        stated_hours: practice::settings(work).await?.duty_hours,
        seen_at: state.seen_at,
    })
}

async fn next(work: &mut Work<'_>, grant: &Grant, alert: &Alert) -> Result<Option<(Vec<Option<String>>, Timestamp)>> {
    if alert.state.stage != Stage::Waiting {
        return Ok(None);
    }
    let people = who_answers(work, alert.cause.group).await?.next(&alert.told).unwrap_or_default();
    let mut names = Vec::new();
    for person in people {
        names.push(name(work, grant, person).await?);
    }
    Ok(Some((names, alert.state.acknowledge_by)))
}
