//! What may be asked about safety, and how the actor stands to an alert.

use super::Cause;
use super::store::{self, KeptAlert};
use crate::Result;
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups;
use crate::id::GroupId;
use crate::practice;
use crate::work::Work;

/// May the actor tell of a danger? Whoever brings the sign may: the person, a leader, a screening clinician, a job.
pub(super) async fn may_raise(work: &mut Work<'_>, cause: &Cause) -> Result<Grant> {
    let standing = at(work, cause.group).await?;
    work.ask(Deed::RaiseAlert, standing, About::person(cause.person))
}

/// May the program pass an alert on?
pub(super) fn may_escalate(work: &mut Work<'_>, kept: &KeptAlert) -> Result<Grant> {
    work.ask(Deed::EscalateAlert, Standing::NONE, About::of(kept.person, kept.id.0))
}

/// May the actor arrange who is on duty? Whoever leads, whoever reads now, whoever runs the practice.
pub(super) async fn may_arrange_duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Grant> {
    let mut standing = at(work, group).await?;
    let duty = store::find_duty(work, group).await?;
    if duty.is_some_and(|duty| work.actor().person() == Some(duty.reader)) {
        standing = standing.with(Tie::OnDuty);
    }
    work.ask(Deed::ArrangeDuty, standing, group.map_or(About::NOTHING, |group| About::thing(group.0)))
}

/// How the actor stands to the group, or to the practice where there is none.
async fn at(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Standing> {
    match group {
        Some(group) => groups::standing(work, group).await,
        None => practice::roles(work).await,
    }
}
