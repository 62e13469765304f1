//! Entry is decided, and the co-leader agrees where that was asked for.

use super::way::advance;
use super::{Countersign, Decided, Decision, Enrolment, Outcome, Stage, Step, deeds, keep_apart, store, tell};
use crate::access::{Deed, Grant};
use crate::groups::{self, charter::Entry};
use crate::id::EnrolmentId;
use crate::notices::Kind;
use crate::work::{Cell, Work};
use crate::{Error, Result};

/// Decides on entry. Without a countersignature it counts at once; with one, when the co-leader has agreed.
pub async fn decide(work: &mut Work<'_>, id: EnrolmentId, decision: &Decision, countersign: Countersign) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::DecideEntry, &enrolment).await?;
    decision.check()?;
    enrolment.next(decision.outcome.step())?;
    let unweighed = decision.outcome.leads_in() && decision.conflict.trim().is_empty();
    if unweighed && keep_apart::is_kept_from(work, enrolment.group, enrolment.person).await? {
        return Err(Error::invalid("conflict", "enrolment-fault-conflict"));
    }
    let number = store::count_decisions(work, &grant, id).await? + 1;
    let sealed = work.seal(enrolment.scope(), cell(id, number), decision).await?;
    store::insert_decision(work, &grant, id, number, sealed, countersign).await?;
    match countersign {
        Countersign::NotAsked => follow(work, &grant, &enrolment, decision).await,
        Countersign::Asked => tell::leaders(work, &enrolment, Kind::DecisionWaits, number).await,
    }
}

/// Agrees to another leader's decision, which counts from now on.
pub async fn countersign(work: &mut Work<'_>, id: EnrolmentId) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::DecideEntry, &enrolment).await?;
    let decided = latest(work, &grant, &enrolment).await?.filter(|decided| decided.waits);
    let decided = decided.ok_or(Error::Conflict("enrolment-conflict-nothing-waits"))?;
    if decided.by == work.actor().person() {
        return Err(Error::Conflict("enrolment-conflict-own-decision"));
    }
    store::save_countersign(work, &grant, id, decided.number).await?;
    follow(work, &grant, &enrolment, &decided.decision).await
}

/// The latest decision, if there is one.
pub async fn decision(work: &mut Work<'_>, id: EnrolmentId) -> Result<Option<Decided>> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    latest(work, &grant, &enrolment).await
}

pub(super) async fn latest(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Option<Decided>> {
    let Some(kept) = store::latest_decision(work, grant, enrolment.id).await? else { return Ok(None) };
    let cell = cell(enrolment.id, kept.number);
    let decision = work.open(grant, enrolment.scope(), cell, &kept.decision).await?;
    let waits = kept.countersign == Countersign::Asked && kept.countersigned_by.is_none();
    let (number, by, at, countersigned_by) = (kept.number, kept.by, kept.at, kept.countersigned_by);
    Ok(Some(Decided { number, decision, by, at, waits, countersigned_by }))
}

/// What a decision sets off. Where the charter asks for no preparation, whoever is accepted is prepared.
async fn follow(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment, decision: &Decision) -> Result<()> {
    let stepped = advance(work, grant, enrolment, decision.outcome.step(), None).await.map_err(full_is_a_fault)?;
    let charter = groups::charter_of(work, enrolment.group).await?;
    let comes_next = decision.outcome == Outcome::AcceptAfterPreparation;
    if stepped.stage == Stage::Accepted && charter.entry() == Entry::OpenOrLight && !comes_next {
        advance(work, grant, &stepped, Step::Prepare, None).await?;
    }
    Ok(())
}

/// On the form, a full group is a matter of choosing another outcome.
fn full_is_a_fault(error: Error) -> Error {
    match error {
        Error::Conflict("enrolment-conflict-full") => Error::invalid("outcome", "enrolment-conflict-full"),
        other => other,
    }
}

const fn cell(id: EnrolmentId, number: u32) -> Cell {
    Cell::of("decisions", "decision", id.0).version(number)
}
