//! Somebody puts on record what they did about a strain.

use super::see::{cell, strain_of};
use super::{State, Way, deeds, store};
use crate::assessments::AssignmentId;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mending {
    /// The rating with which the strain began.
    pub rating: AssignmentId,
    /// Which way was chosen.
    pub way: Way,
    /// What was done, in a few sentences.
    pub words: String,
}

/// Puts it on record; the member's next rating says whether it helped. It needs words, and a strain that is open.
pub async fn mend(work: &mut Work<'_>, group: GroupId, person: PersonId, mending: &Mending) -> Result<()> {
    let grant = deeds::may_mend(work, group, person).await?;
    let rating = mending.rating;
    let strain = strain_of(work, group, person, rating).await?.ok_or(Error::NotFound)?;
    match mending.words.trim().chars().count() {
        0 => return Err(Error::invalid(format!("words-{rating}"), "fault-empty")),
        length if length > TEXT_CHARS_MAX => return Err(Error::invalid(format!("words-{rating}"), "fault-long")),
        _ => {}
    }
    match strain.rupture.state {
        State::Open | State::Again => {}
        State::Waiting | State::Mended | State::Passed => return Err(Error::Conflict("repairs-conflict-not-open")),
    }
    let number = u32::try_from(strain.done.len()).unwrap_or(u32::MAX - 1) + 1;
    let sealed = work.seal(Scope::Membership(group, person), cell(rating, number), mending.words.trim()).await?;
    store::insert_mending(work, &grant, (rating, number), (group, person), mending.way, sealed).await?;
    work.announce(Change::Group(group));
    Ok(())
}
