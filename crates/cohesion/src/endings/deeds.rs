//! What may be asked about endings. The charter is asked first: where it knows no planned ending, there is none.

use super::store::WaitingRow;
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Result, practice};

/// May the actor see how the group's ending stands?
pub(super) async fn may_see(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask_in(work, Deed::SeeEnding, group).await
}

/// May the actor do what the ending asks for?
pub(super) async fn may_run(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask_in(work, Deed::RunEnding, group).await
}

/// May the actor look back on the group, as somebody who sits in it?
pub(super) async fn may_evaluate(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    ask_in(work, Deed::EvaluateGroup, group).await
}

async fn ask_in(work: &mut Work<'_>, deed: Deed, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(deed, standing, About::thing(group.0))
}

/// May the actor read the summary of this member, as one who leads or supervises the group?
pub(super) async fn may_read(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::ReadSummary, standing, About::of(person, group.0))
}

/// May the actor read this summary: as one who leads or supervises the group, or is asked to sign it?
pub(super) async fn may_read_row(work: &mut Work<'_>, row: &WaitingRow) -> Result<Grant> {
    let standing = standing_to(work, row).await?;
    work.ask(Deed::ReadSummary, standing, About::of(row.person, row.group.0))
}

/// May the actor write the summary of this member?
pub(super) async fn may_write(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::WriteSummary, standing, About::of(person, group.0))
}

/// May the actor sign this summary beside a trainee?
pub(super) async fn may_countersign(work: &mut Work<'_>, row: &WaitingRow) -> Result<Grant> {
    let standing = standing_beside(work, row).await?;
    work.ask(Deed::CountersignSummary, standing, About::of(row.person, row.group.0))
}

/// Whether a summary that waits can be signed by the actor. For a queue, where a no is no refusal.
pub(super) async fn waits_for_actor(work: &mut Work<'_>, row: &WaitingRow) -> Result<bool> {
    let is_own = row.asked().by == work.actor().person();
    Ok(!is_own && standing_beside(work, row).await?.allows(Deed::CountersignSummary))
}

/// How the actor stands to a summary. Whoever is asked to sign it supervises it, also where they have no part in the group.
async fn standing_to(work: &mut Work<'_>, row: &WaitingRow) -> Result<Standing> {
    let standing = standing(work, row.group).await?;
    practice::standing_to(work, row.asked(), standing).await
}

/// The same for signing it beside a trainee.
async fn standing_beside(work: &mut Work<'_>, row: &WaitingRow) -> Result<Standing> {
    let standing = standing_to(work, row).await?;
    practice::standing_beside(work, standing).await
}

/// May the actor read their own summaries? Only theirs.
pub(super) fn may_read_own(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SeeOwnSummary, Standing::NONE, About::person(person))
}

/// How the actor stands to the group.
pub(super) async fn standing(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(Capability::PlannedEnding)?;
    groups::standing(work, group).await
}
