//! Answers to letters are tasks: they wait for those who lead, until somebody says that they have dealt with one.

use super::{Fits, LetterId, deeds, letter, store};
use crate::clock::Timestamp;
use crate::groups::{self, Capability};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result, unless_damaged};

/// An answer that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The letter.
    pub letter: LetterId,
    /// Whose answer it is.
    pub person: PersonId,
    /// How the member is called in the group.
    pub called: String,
    /// Whether the letter fits.
    pub fits: Fits,
    /// When it was answered.
    pub at: Timestamp,
}

/// Says that an answer was dealt with: talked about, or written about in another letter.
pub async fn close(work: &mut Work<'_>, id: LetterId) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_close(work, &row).await?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    if !store::close_reply(work, &grant, id, by).await? {
        return Err(Error::Conflict("feedback-conflict-closed"));
    }
    work.announce(Change::Group(row.group));
    Ok(())
}

/// The answers that wait in a group; nothing where the actor does not deal with them.
pub async fn waiting_answers(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Waiting>> {
    let charter = groups::charter_of(work, group).await?;
    let standing = groups::standing(work, group).await?;
    if charter.allow(Capability::TherapistFeedback).is_err() || !standing.allows(crate::access::Deed::CloseAnswer) {
        return Ok(Vec::new());
    }
    let grant = deeds::may_see_answers(work, group).await?;
    let mut waiting = Vec::new();
    for row in store::letters_answered(work, &grant, group).await? {
        let about = work.about(&grant, row.person);
        let (id, person) = (row.id, row.person);
        let read = letter::open(work, &about, row).await;
        let Some(letter) = unless_damaged(read, "letters", id.0)? else { continue };
        if let Some((reply, at)) = letter.reply {
            waiting.push(Waiting { letter: id, person, called: letter.body.to, fits: reply.fits, at });
        }
    }
    Ok(waiting)
}
