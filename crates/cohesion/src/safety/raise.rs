//! A sign of danger becomes an alert, in the transaction that brought the sign.

use measures::instrument::Urgency;

use super::duty::{Answering, who_answers};
use super::record::{Alert, cause_cell, record_by_program};
use super::{AlertId, Cause, Event, Path, State, Terms, deeds, escalate, store};
use crate::Result;
use crate::access::Grant;
use crate::groups;
use crate::hub::Change;
use crate::id::PersonId;
use crate::work::{Scope, Work};

/// Raises an alert for a cause and tells whoever reads. A cause that has been told already is the same alert, also when
/// two tell it at the same moment.
pub async fn raise(work: &mut Work<'_>, cause: &Cause) -> Result<AlertId> {
    let grant = deeds::may_raise(work, cause).await?;
    if let Some(known) = store::find_by_cause(work, &grant, cause).await? {
        return Ok(known);
    }
    let answering = who_answers(work, cause.group).await?;
    let terms = terms(work, cause, &answering).await?;
    let id = AlertId::random()?;
    let sign = work.seal(Scope::Person(cause.person), cause_cell(id), &cause.sign).await?;
    if !store::insert_alert(work, &grant, id, cause, &terms, sign).await? {
        return store::find_by_cause(work, &grant, cause).await?.ok_or_else(|| crate::Error::bug("a cause is lost"));
    }
    let state = State::raised(terms);
    let alert = Alert { id, cause: cause.clone(), entries: Vec::new(), state, told: Vec::new() };
    tell_the_first(work, &grant, &alert, &answering).await?;
    work.announce(Change::Person(cause.person));
    Ok(id)
}

/// Without a group it is a clinician's to judge: whoever asks for a therapy group's seat has no other reader yet.
async fn terms(work: &mut Work<'_>, cause: &Cause, answering: &Answering) -> Result<Terms> {
    let path = match cause.group {
        Some(group) => Path::of(&groups::charter_of(work, group).await?),
        None => Path::Clinical,
    };
    let raised_at = work.now();
    let Answering { acknowledge_within, decide_within, .. } = *answering;
    Ok(Terms { path, raised_at, acknowledge_within, decide_by: raised_at + decide_within })
}

/// The reader is told; where somebody must look at once, whoever stands in too.
async fn tell_the_first(work: &mut Work<'_>, grant: &Grant, alert: &Alert, answering: &Answering) -> Result<()> {
    let steps = match alert.cause.sign.urgency() {
        Urgency::Now => 2,
        Urgency::Today => 1,
    };
    let people: Vec<PersonId> = answering.steps.iter().take(steps).flatten().copied().collect();
    let state = record_by_program(work, grant, alert, Event::Told(people)).await?;
    escalate::queue(work, alert.id, &state);
    Ok(())
}
