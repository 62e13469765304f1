//! What waits for somebody who handles broken confidences: reports without a case, and cases whose clocks run.

use super::store;
use super::{CaseId, ReportId, deeds};
use crate::Result;
use crate::access::Deed;
use crate::clock::Timestamp;
use crate::limits::BREACH_REPORT_WITHIN;
use crate::practice::{Before, Step, StepState};
use crate::work::Work;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingFor {
    /// A report that nobody has opened a case for.
    Report(ReportId),
    /// A case that is open.
    Case(CaseId),
}

/// Something that waits: ids and times, nothing of what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it is.
    pub what: WaitingFor,
    /// By when something has to be done; nothing where no clock runs.
    pub due_at: Option<Timestamp>,
}

/// What waits for the actor, what is due first at the top. Nothing for whoever handles none of it.
pub async fn waiting(work: &mut Work<'_>) -> Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    for row in store::reports_without_case(work).await? {
        if deeds::standing(work, Some(row.group), row.audience).await?.allows(Deed::HandleBreach) {
            let due_at = Some(row.at + BREACH_REPORT_WITHIN);
            waiting.push(Waiting { what: WaitingFor::Report(row.id), due_at });
        }
    }
    for row in store::open_cases(work).await? {
        if deeds::standing(work, row.group, row.audience).await?.allows(Deed::HandleBreach) {
            waiting.push(Waiting { what: WaitingFor::Case(row.id), due_at: row.due_at });
        }
    }
    waiting.sort_by_key(|one| (one.due_at.is_none(), one.due_at));
    Ok(waiting)
}

/// Whether reports or cases wait, for whoever runs the site.
pub(crate) async fn breaches_step(work: &mut Work<'_>) -> Result<Step> {
    let (waiting, now) = (waiting(work).await?, work.now());
    let is_late = waiting.iter().any(|one| one.due_at.is_some_and(|due| due <= now));
    let (state, text) = match (waiting.is_empty(), is_late) {
        (true, _) => (StepState::Done, "breaches-step-well"),
        (false, false) => (StepState::Open, "breaches-step-waits"),
        (false, true) => (StepState::Open, "breaches-step-late"),
    };
    let href = Some("/breaches/cases");
    Ok(Step { before: Before::Session, state, name: "breaches-title-cases", text, href })
}
