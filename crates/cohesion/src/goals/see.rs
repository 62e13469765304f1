//! Reading goals: one, a member's in a group, one's own everywhere, and those of a whole group.

use super::{Ended, Goal, GoalId, Rating, Version, deeds, end, rate, revise, store};
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::{Scope, Work};
use crate::{Error, Legible, Result};

/// A member's goals in one group: open ones first, each in the order in which they were begun.
pub type Goals = Legible<Goal>;

/// One member of a group and their goals.
#[derive(Clone, Debug)]
pub struct OfMember {
    /// Who.
    pub person: PersonId,
    /// The name in the group.
    pub called: String,
    /// Their goals there.
    pub goals: Goals,
}

/// One goal.
pub async fn goal(work: &mut Work<'_>, id: GoalId) -> Result<Goal> {
    let kept = store::find_goal(work, id).await?;
    let grant = deeds::may_see(work, &kept).await?;
    open(work, &grant, kept).await
}

/// A person's goals in a group, for themself and for those who lead it.
pub async fn goals_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Goals> {
    let grant = deeds::may_see_of(work, group, person).await?;
    read(work, &grant, group, person).await
}

/// The actor's own goals, group by group, also of groups that they have left. The newest seat comes first.
pub async fn my_goals(work: &mut Work<'_>) -> Result<Vec<(GroupId, Goals)>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let own = work.ask(Deed::SeeGoals, Standing::NONE, About::person(person))?;
    let mut mine: Vec<(GroupId, Goals)> = Vec::new();
    for seat in groups::seats_of(work, &own, person).await? {
        if mine.iter().any(|(group, _)| *group == seat.group) {
            continue;
        }
        if groups::charter_of(work, seat.group).await?.allow(Capability::TreatmentGoals).is_ok() {
            mine.push((seat.group, goals_of(work, seat.group, person).await?));
        }
    }
    Ok(mine)
}

/// The goals of everyone who sits in the group now, by name.
pub async fn goals_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<OfMember>> {
    let grant = deeds::may_see_all(work, group).await?;
    let mut members = Vec::new();
    for seat in groups::seated(work, &grant, group).await? {
        let about = work.about(&grant, seat.person);
        let goals = read(work, &about, group, seat.person).await?;
        members.push(OfMember { person: seat.person, called: seat.called, goals });
    }
    members.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(members)
}

async fn read(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<Goals> {
    let mut goals = Goals::default();
    for kept in store::goals_of(work, grant, group, person).await? {
        let id = kept.id;
        goals.add(open(work, grant, kept).await, "goals", id.0)?;
    }
    goals.readable.sort_by_key(|goal| (!goal.is_open(), goal.begun_at));
    Ok(goals)
}

/// Opens a goal with all its versions and ratings. The grant must be about its owner.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptGoal) -> Result<Goal> {
    let store::KeptGoal { id, group, person, begun_at, ended } = kept;
    let scope = Scope::Membership(group, person);
    let mut versions = Vec::new();
    for kept in store::terms_of(work, grant, id).await? {
        let terms = work.open(grant, scope, revise::cell(id, kept.version), &kept.terms).await?;
        let store::KeptTerms { version: number, author, written_at, answered, .. } = kept;
        versions.push(Version { number, author, written_at, terms, answered });
    }
    let mut ratings = Vec::new();
    for kept in store::ratings_of(work, grant, id).await? {
        let given: rate::Given = work.open(grant, scope, rate::cell(kept.id), &kept.rating).await?;
        let store::KeptRating { number, version, session, by, at, .. } = kept;
        ratings.push(Rating { number, version, session, by, at, value: given.value, words: given.words });
    }
    let ended = match ended {
        None => None,
        Some(store::KeptEnd { at, by, ending }) => {
            let ending = work.open(grant, scope, end::cell(id), &ending).await?;
            Some(Ended { ending, by, at })
        }
    };
    Ok(Goal { id, group, person, begun_at, versions, ratings, ended })
}
