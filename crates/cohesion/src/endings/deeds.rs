//! What may be asked about endings. The charter is asked first: where it knows no planned ending, there is none.

use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;

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

/// May the actor read the summary of this member?
pub(super) async fn may_read(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::ReadSummary, standing, About::of(person, group.0))
}

/// May the actor write the summary of this member?
pub(super) async fn may_write(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::WriteSummary, standing, About::of(person, group.0))
}

/// May the actor read their own summaries? Only theirs.
pub(super) fn may_read_own(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SeeOwnSummary, Standing::NONE, About::person(person))
}

async fn standing(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(Capability::PlannedEnding)?;
    groups::standing(work, group).await
}
