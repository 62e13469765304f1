//! A member writes to another one, and can take it back until it is passed on.

use super::{AppreciationId, Kind, Said, State, deeds, store};
use crate::groups::{self, Seat};
use crate::hub::Change;
use crate::id::{GroupId, SeatId};
use crate::limits::MEMBER_WORD_CHARS_MAX;
use crate::notes::{Found, Place, names_among};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result};

/// What somebody writes, and to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giving {
    /// The seat of whoever is to read it.
    pub to: SeatId,
    /// What kind of word it is.
    pub kind: Kind,
    /// What it says.
    pub said: Said,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It waits for whoever leads.
    Given(AppreciationId),
    /// It names a third member, and was not kept.
    Names(Vec<Found>),
}

/// Writes to another member of the group, while it is open for that. A word that names a third member is not kept.
pub async fn give(work: &mut Work<'_>, group: GroupId, giving: &Giving) -> Result<Outcome> {
    let (person, grant) = deeds::may_give(work, group).await?;
    if !store::is_open(work, group).await? {
        return Err(Error::Conflict("appreciation-conflict-closed"));
    }
    check(&giving.said)?;
    let fellows = groups::fellow_seats(work, group).await?;
    let to = fellows.iter().find(|seat| seat.id == giving.to).ok_or_else(|| Error::invalid("to", "fault-choose"))?;
    let found = names_among(&shown(&fellows), Place::Of(to.person), &giving.said.texts())?;
    if !found.is_empty() {
        return Ok(Outcome::Names(found));
    }
    let id = AppreciationId::random()?;
    let sealed = work.seal(Scope::Membership(group, person), cell(id), &giving.said).await?;
    store::insert(work, &grant, (id, group), (person, to.person), giving.kind, sealed).await?;
    work.announce(Change::Group(group));
    Ok(Outcome::Given(id))
}

fn shown(fellows: &[Seat]) -> Vec<(crate::id::PersonId, String)> {
    fellows.iter().map(|seat| (seat.person, seat.called.clone())).collect()
}

fn check(said: &Said) -> Result<()> {
    let mut faults = Vec::new();
    for (field, text) in [("when", &said.when), ("felt", &said.felt)] {
        match text.trim().chars().count() {
            0 => faults.push(Fault::new(field, "fault-empty")),
            length if length > MEMBER_WORD_CHARS_MAX => faults.push(Fault::new(field, "fault-long")),
            _ => {}
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// Takes back what nobody has passed on yet.
pub async fn take_back(work: &mut Work<'_>, id: AppreciationId) -> Result<()> {
    let row = store::find(work, id).await?;
    let grant = deeds::may_take_back(work, &row).await?;
    if !store::move_on(work, &grant, id, State::TakenBack).await? {
        return Err(Error::Conflict("appreciation-conflict-not-waiting"));
    }
    work.announce(Change::Group(row.group));
    Ok(())
}

pub(super) const fn cell(id: AppreciationId) -> Cell {
    Cell::of("appreciations", "words", id.0)
}
