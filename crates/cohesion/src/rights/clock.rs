//! The clock of retention: what is due to go is shown first, as counts, and goes by itself after a while (RT-07).

use std::collections::BTreeSet;

use super::erase::{forget_membership, forget_person};
use super::fate::joined;
use super::{Membership, deeds, see, store};
use crate::access::{About, Deed, Grant, Standing as Stands};
use crate::clock::{Span, Timestamp};
use crate::id::{GroupId, PersonId};
use crate::limits::{DUE_SHOWN_FOR, DUE_SHOWN_FROM};
use crate::work::Work;
use crate::{Result, enrolment, groups, identity, safety};

/// The day's chore that deletes what is due.
pub(crate) const RETAIN: &str = "rights.retain";

/// Where something that is due stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It goes at this moment, and not before.
    Goes(Timestamp),
    /// A legal hold stands against it.
    Held,
}

/// What one group is due to let go of on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// The group.
    pub group: GroupId,
    /// The Fluent key of what kind of group it is.
    pub kind_key: &'static str,
    /// How many memberships.
    pub count: usize,
    /// When they are due.
    pub due_at: Timestamp,
    /// Whether and when they go.
    pub standing: Standing,
}

/// Something that is due, or will be soon.
struct Due {
    person: PersonId,
    membership: Membership,
    at: Timestamp,
    shown_at: Option<Timestamp>,
}

impl Due {
    /// Nothing goes before it was shown for a while.
    fn standing(&self, now: Timestamp) -> Standing {
        if self.membership.held_since.is_some() {
            return Standing::Held;
        }
        Standing::Goes(self.at.max(self.shown_at.unwrap_or(now) + DUE_SHOWN_FOR))
    }
}

/// What is due within the next weeks, as counts by group and day, the first to go first. Nothing changes by looking.
pub async fn upcoming(work: &mut Work<'_>) -> Result<Vec<Upcoming>> {
    let grant = deeds::may_see_retention(work).await?;
    let now = work.now();
    let mut all: Vec<Upcoming> = Vec::new();
    for due in due(work, &grant, DUE_SHOWN_FROM).await? {
        let (group, standing) = (due.membership.group, due.standing(now));
        let same = |known: &&mut Upcoming| (known.group, known.due_at, known.standing) == (group, due.at, standing);
        match all.iter_mut().find(same) {
            Some(known) => known.count += 1,
            None => all.push(Upcoming {
                group,
                kind_key: due.membership.charter.name_key(),
                count: 1,
                due_at: due.at,
                standing,
            }),
        }
    }
    all.sort_by_key(|one| (one.due_at, one.group));
    Ok(all)
}

/// Puts on show what is newly due soon, takes off what is not any more, and deletes what has been on show long enough.
pub(crate) async fn retain(work: &mut Work<'_>) -> Result<()> {
    let grant = work.ask(Deed::SeeRetention, Stands::NONE, About::NOTHING)?;
    let now = work.now();
    let all = due(work, &grant, DUE_SHOWN_FROM).await?;
    let still: BTreeSet<(GroupId, PersonId)> = all.iter().map(|due| (due.membership.group, due.person)).collect();
    for (group, person, _) in store::shown_dues(work, &grant).await? {
        if !still.contains(&(group, person)) {
            store::forget_due(work, &grant, group, person).await?;
        }
    }
    for due in all {
        let group = due.membership.group;
        match due.shown_at {
            None => store::show_due(work, &grant, group, due.person, due.at).await?,
            Some(_) if matches!(due.standing(now), Standing::Goes(at) if at <= now) => {
                let_go(work, group, due.person).await?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Deletes one membership. Where it was the last and nobody can sign in as this person, they go with it.
async fn let_go(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<()> {
    let grant = deeds::may_retain(work, group, person)?;
    if safety::is_looked_after(work, &grant, person).await? {
        return Ok(());
    }
    forget_membership(work, &grant, group, person).await?;
    let is_last = see::memberships(work, &grant, person).await?.is_empty();
    if is_last && !identity::has_account(work, &grant, person).await? {
        forget_person(work, &grant, person).await?;
    }
    Ok(())
}

async fn due(work: &mut Work<'_>, grant: &Grant, within: Span) -> Result<Vec<Due>> {
    let ways = enrolment::stays(work, grant).await?;
    let seats = groups::stays(work, grant).await?;
    let shown = store::shown_dues(work, grant).await?;
    let until = work.now() + within;
    let mut due = Vec::new();
    for (person, membership) in see::with_rules(work, joined(ways.into_iter().chain(seats))).await? {
        let Some(at) = membership.due_at().filter(|at| *at <= until) else { continue };
        let known = shown.iter().find(|(group, of, _)| (*group, *of) == (membership.group, person));
        due.push(Due { person, membership, at, shown_at: known.map(|(.., shown_at)| *shown_at) });
    }
    Ok(due)
}
