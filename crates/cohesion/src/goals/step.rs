//! "My step": what somebody in a support group wants to try, for nobody's eyes but their own.

use super::{StepId, deeds, store};
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// A step of one's own.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The group in which it came up.
    pub group: GroupId,
    /// The owner's own words.
    pub words: String,
    /// When it was written.
    pub written_at: Timestamp,
    /// When it was ticked off.
    pub done_at: Option<Timestamp>,
    /// Since when it is set aside.
    pub aside_at: Option<Timestamp>,
}

/// The actor's own steps, the newest first. What cannot be read is `None`, with its id, so that it can still be deleted.
pub async fn own_steps(work: &mut Work<'_>) -> Result<Vec<(StepId, Option<Step>)>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_keep_steps(work, person)?;
    let mut steps = Vec::new();
    for kept in store::steps_of(work, &grant, person).await? {
        let id = kept.id;
        let words = work.open(&grant, Scope::Person(person), cell(id), &kept.words).await;
        let store::KeptStep { group, written_at, done_at, aside_at, .. } = kept;
        let words = unless_damaged(words, "steps", id.0)?;
        steps.push((id, words.map(|words| Step { id, group, words, written_at, done_at, aside_at })));
    }
    Ok(steps)
}

pub(super) const fn cell(id: StepId) -> Cell {
    Cell::of("steps", "words", id.0)
}

impl std::fmt::Debug for Step {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Step([sealed])")
    }
}
