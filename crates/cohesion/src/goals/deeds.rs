//! What may be asked about goals. Goals of treatment are asked of the charter first: where it forbids them, there are none.

use super::store::KeptGoal;
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// How the actor stands to a group that has goals of treatment; a group without them has nothing here.
async fn standing(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(Capability::TreatmentGoals)?;
    groups::standing(work, group).await
}

/// May the actor read this goal: their own, or as one who leads the group?
pub(super) async fn may_see(work: &mut Work<'_>, goal: &KeptGoal) -> Result<Grant> {
    let standing = standing(work, goal.group).await?;
    work.ask(Deed::SeeGoals, standing, About::of(goal.person, goal.id.0))
}

/// May the actor read a person's goals in a group?
pub(super) async fn may_see_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SeeGoals, standing, About::of(person, group.0))
}

/// May the actor read the goals of everyone in a group?
pub(super) async fn may_see_all(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SeeGoals, standing, About::thing(group.0))
}

/// May the actor propose a goal of this person, who sits in the group: for themself, or as one who leads it?
pub(super) async fn may_propose(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    let is_seated = groups::is_seated(work, group, person).await?;
    // A seat makes it somebody's own; without one nobody has goals there.
    let about = if is_seated { About::of(person, group.0) } else { About::thing(group.0) };
    let grant = work.ask(Deed::AgreeGoal, standing, about)?;
    if is_seated { Ok(grant) } else { Err(Error::NotFound) }
}

/// May the actor agree, revise or end this goal?
pub(super) async fn may_agree(work: &mut Work<'_>, goal: &KeptGoal) -> Result<Grant> {
    let standing = standing(work, goal.group).await?;
    work.ask(Deed::AgreeGoal, standing, About::of(goal.person, goal.id.0))
}

/// May the actor rate this goal? Which of the two sides it is, is for the goal to say.
pub(super) async fn may_rate(work: &mut Work<'_>, goal: &KeptGoal) -> Result<Grant> {
    let standing = standing(work, goal.group).await?;
    work.ask(Deed::RateGoal, standing, About::of(goal.person, goal.id.0))
}

/// Goes on where the goal's owner still sits in the group: a goal of somebody who has left is only read, and put away.
pub(super) async fn while_seated(work: &mut Work<'_>, goal: &KeptGoal) -> Result<()> {
    let is_seated = groups::is_seated(work, goal.group, goal.person).await?;
    if is_seated { Ok(()) } else { Err(Error::Conflict("goals-conflict-left")) }
}

/// May people be told that it is time to look at this goal again?
pub(super) fn may_tell_of_review(work: &mut Work<'_>, goal: &KeptGoal) -> Result<Grant> {
    work.ask(Deed::TellOfReview, Standing::NONE, About::of(goal.person, goal.id.0))
}

/// May the actor see what the group is for?
pub(super) async fn may_see_aims(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SeeAims, standing, About::thing(group.0))
}

/// May the actor say what the group is for?
pub(super) async fn may_set_aims(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SetAims, standing, About::thing(group.0))
}

/// May the actor read and write this person's steps? Only their own, and nobody else for any reason.
pub(super) fn may_keep_steps(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::KeepOwnSteps, Standing::NONE, About::person(person))
}
