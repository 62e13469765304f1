//! A goal is revised: a further version beside the earlier ones, which holds once the other side has said yes.

use super::{GoalId, Terms, deeds, review, store};
use crate::access::Grant;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::GOAL_VERSIONS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, practice};

/// Proposes a change. `based_on` is the newest version that its author had before them: what somebody else wrote in the
/// meantime is never lost unseen.
pub async fn revise(work: &mut Work<'_>, id: GoalId, based_on: u32, terms: &Terms) -> Result<u32> {
    let kept = store::find_goal(work, id).await?;
    let grant = deeds::may_agree(work, &kept).await?;
    deeds::while_seated(work, &kept).await?;
    if kept.ended.is_some() {
        return Err(Error::Conflict("goals-conflict-ended"));
    }
    terms.check(practice::today(work).await?)?;
    let newest = store::terms_of(work, &grant, id).await?.last().map_or(0, |terms| terms.version);
    if newest != based_on {
        return Err(Error::Conflict("goals-conflict-version"));
    }
    if newest >= GOAL_VERSIONS_MAX {
        return Err(Error::Conflict("goals-conflict-versions"));
    }
    keep(work, &grant, (id, kept.group, kept.person), newest + 1, terms).await?;
    work.announce(Change::Person(kept.person));
    Ok(newest + 1)
}

/// Keeps a version, sealed under the member's key in the group.
pub(super) async fn keep(
    work: &mut Work<'_>,
    grant: &Grant,
    (id, group, person): (GoalId, GroupId, PersonId),
    version: u32,
    terms: &Terms,
) -> Result<()> {
    let author = work.actor().person().ok_or(Error::SignInNeeded)?;
    let sealed = work.seal(Scope::Membership(group, person), cell(id, version), terms).await?;
    if !store::insert_terms(work, grant, id, version, author, sealed).await? {
        return Err(Error::Conflict("goals-conflict-version"));
    }
    review::await_review(work, id, version, terms.review_on).await
}

pub(super) const fn cell(id: GoalId, version: u32) -> Cell {
    Cell::of("goal_terms", "terms", id.0).version(version)
}
