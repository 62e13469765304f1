//! A goal is written down: by the member, or by whoever leads the group. The other side says yes to it.

use super::{GoalId, Terms, deeds, revise, store};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::GOALS_OPEN_MAX;
use crate::work::Work;
use crate::{Error, Result, practice};

/// Proposes a goal of a person who sits in the group.
pub async fn propose(work: &mut Work<'_>, group: GroupId, person: PersonId, terms: &Terms) -> Result<GoalId> {
    let grant = deeds::may_propose(work, group, person).await?;
    terms.check(practice::today(work).await?)?;
    let before = store::goals_of(work, &grant, group, person).await?;
    if before.iter().filter(|goal| goal.ended.is_none()).count() >= GOALS_OPEN_MAX {
        return Err(Error::Conflict("goals-conflict-many"));
    }
    let id = GoalId::random()?;
    store::insert_goal(work, &grant, id, group, person).await?;
    revise::keep(work, &grant, (id, group, person), 1, terms).await?;
    work.announce(Change::Person(person));
    work.announce(Change::Group(group));
    Ok(id)
}
