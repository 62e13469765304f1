//! A legal hold: until it is lifted, nothing that it covers is deleted, by whatever clock and at whoever's wish.

use super::{HoldId, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Whose records a hold covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A person's, in every group whose charter knows holds.
    Person(PersonId),
    /// All of a group's.
    Group(GroupId),
}

impl On {
    /// Whether it covers what this group keeps of this person.
    pub fn covers(self, group: GroupId, person: PersonId) -> bool {
        self == Self::Person(person) || self == Self::Group(group)
    }

    const fn scope(self) -> Scope {
        match self {
            Self::Person(person) => Scope::Person(person),
            Self::Group(group) => Scope::Group(group),
        }
    }
}

/// A hold that stands, without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Living {
    pub id: HoldId,
    pub on: On,
    pub placed_by: PersonId,
    pub placed_at: Timestamp,
}

/// A hold that stands, with the reason for it.
#[derive(Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its id.
    pub id: HoldId,
    /// Who placed it.
    pub placed_by: PersonId,
    /// Since when it stands.
    pub placed_at: Timestamp,
    /// Why.
    pub words: String,
}

impl std::fmt::Debug for Hold {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Hold({}, [sealed])", self.id)
    }
}

/// The holds that stand on a person or a group, for whoever could place one there.
pub async fn holds(work: &mut Work<'_>, on: On) -> Result<Vec<Hold>> {
    let grant = may_hold(work, on).await?;
    let mut holds = Vec::new();
    for (living, sealed) in store::holds_with_words(work, &grant).await? {
        if living.on == on {
            let words = work.open(&grant, on.scope(), cell(living.id), &sealed).await?;
            holds.push(Hold { id: living.id, placed_by: living.placed_by, placed_at: living.placed_at, words });
        }
    }
    Ok(holds)
}

/// Places a hold, with the reason.
pub async fn place(work: &mut Work<'_>, on: On, words: &str) -> Result<HoldId> {
    let grant = may_hold(work, on).await?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    match words.trim().chars().count() {
        0 => return Err(Error::invalid("words", "fault-empty")),
        length if length > TEXT_CHARS_MAX => return Err(Error::invalid("words", "fault-long")),
        _ => {}
    }
    if living(work).await?.iter().any(|hold| hold.on == on) {
        return Err(Error::Conflict("rights-conflict-holds-already"));
    }
    let id = HoldId::random()?;
    let sealed = work.seal(on.scope(), cell(id), words.trim()).await?;
    store::insert_hold(work, &grant, (id, on, by), sealed).await?;
    announce(work, on);
    Ok(id)
}

/// Lifts the hold: clocks run on from where they would be.
pub async fn lift(work: &mut Work<'_>, on: On) -> Result<()> {
    let grant = may_hold(work, on).await?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let standing: Vec<HoldId> =
        living(work).await?.into_iter().filter(|hold| hold.on == on).map(|hold| hold.id).collect();
    if standing.is_empty() {
        return Err(Error::Conflict("rights-conflict-no-hold"));
    }
    for id in standing {
        store::lift_hold(work, &grant, id, by).await?;
    }
    announce(work, on);
    Ok(())
}

/// Every hold that stands, without words: asked for to decide, so before there is a grant.
pub(super) async fn living(work: &mut Work<'_>) -> Result<Vec<Living>> {
    store::living_holds(work).await
}

async fn may_hold(work: &mut Work<'_>, on: On) -> Result<Grant> {
    match on {
        On::Person(person) => deeds::may_hold_person(work, person).await,
        On::Group(group) => deeds::may_hold_group(work, group).await,
    }
}

fn announce(work: &mut Work<'_>, on: On) {
    work.announce(match on {
        On::Person(person) => Change::Person(person),
        On::Group(group) => Change::Group(group),
    });
}

const fn cell(id: HoldId) -> Cell {
    Cell::of("legal_holds", "words", id.0)
}
