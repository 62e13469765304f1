//! Whoever leads passes a word on, or gives it back with words.

use super::see::Passed;
use super::{AppreciationId, Said, State, deeds, give, store};
use crate::groups;
use crate::hub::Change;
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// What is done with a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes to whoever it is for, as it is.
    PassOn,
    /// It goes back to whoever wrote it, with these words.
    GiveBack(String),
}

/// Passes it on, or gives it back. Both must still sit in the group for it to be passed on.
pub async fn decide(work: &mut Work<'_>, id: AppreciationId, verdict: &Verdict) -> Result<()> {
    let row = store::find(work, id).await?;
    let grant = deeds::may_lead(work, row.group).await?;
    if row.state != State::Waiting {
        return Err(Error::Conflict("appreciation-conflict-not-waiting"));
    }
    let (group, giver) = (row.group, row.giver);
    let about = work.about(&grant, giver);
    match verdict {
        Verdict::PassOn => {
            let seats = groups::seated(work, &grant, group).await?;
            let from = seats.iter().find(|seat| seat.person == giver);
            let is_here = seats.iter().any(|seat| seat.person == row.receiver);
            let (Some(from), true) = (from, is_here) else { return Err(Error::Conflict("appreciation-conflict-left")) };
            let said: Said = work.open(&about, Scope::Membership(group, giver), give::cell(id), &row.words).await?;
            let passed = Passed { from: from.called.clone(), said };
            let copy = work.seal(Scope::Membership(group, row.receiver), copy_cell(id), &passed).await?;
            store::pass_on(work, &grant, id, copy).await?;
            work.announce(Change::Person(row.receiver));
        }
        Verdict::GiveBack(words) => {
            match words.trim().chars().count() {
                0 => return Err(Error::invalid(format!("words-{id}"), "fault-empty")),
                length if length > TEXT_CHARS_MAX => return Err(Error::invalid(format!("words-{id}"), "fault-long")),
                _ => {}
            }
            let sealed = work.seal(Scope::Membership(group, giver), back_cell(id), words.trim()).await?;
            store::give_back(work, &grant, id, sealed).await?;
            work.announce(Change::Person(giver));
        }
    }
    work.announce(Change::Group(group));
    Ok(())
}

pub(super) const fn copy_cell(id: AppreciationId) -> Cell {
    Cell::of("appreciations", "copy", id.0)
}

pub(super) const fn back_cell(id: AppreciationId) -> Cell {
    Cell::of("appreciations", "given_back", id.0)
}
