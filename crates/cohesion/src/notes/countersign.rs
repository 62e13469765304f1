//! A trainee's note waits for whoever supervises them: signed beside, or sent back with words.

use super::deeds::{self, Waited};
use super::note::{SaidKind, say_beside};
use super::store::{self, NoteRow};
use super::{NoteId, NoteState, Signature};
use crate::access::Deed;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::PersonId;
use crate::limits::TEXT_CHARS_MAX;
use crate::work::Work;
use crate::{Error, Result, identity};

/// A note that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The note.
    pub id: NoteId,
    /// What the member wants to be called, where it can still be read.
    pub called: Option<String>,
    /// Who signed it, by name where it can still be read.
    pub signed_by: Option<String>,
    /// When.
    pub signed_at: Timestamp,
    /// When the session began.
    pub session_at: Timestamp,
}

/// The notes that wait for the actor's signature, the oldest first. Nobody's own are among them.
pub async fn waiting(work: &mut Work<'_>) -> Result<Vec<Waiting>> {
    let rows = waiting_rows(work).await?;
    let me = work.actor().person();
    let waited = if rows.iter().any(|row| row.waits_for == me) { Waited::Yes } else { Waited::No };
    let grant = deeds::may_supervise(work, waited).await?;
    let mut waiting = Vec::new();
    for row in rows {
        let Some(Signature { by, at }) = row.signed else { continue };
        let (member, trainee) = (work.about(&grant, row.person), work.about(&grant, by));
        waiting.push(Waiting {
            id: row.id,
            called: identity::still_called(work, &member, row.person).await?,
            signed_by: identity::still_called(work, &trainee, by).await?,
            signed_at: at,
            session_at: row.session_at,
        });
    }
    Ok(waiting)
}

/// How many wait for the actor, without looking at any.
pub async fn waiting_count(work: &mut Work<'_>) -> Result<usize> {
    Ok(waiting_rows(work).await?.len())
}

async fn waiting_rows(work: &mut Work<'_>) -> Result<Vec<NoteRow>> {
    let me = work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut mine = Vec::new();
    for row in store::notes_waiting(work).await? {
        let is_own = row.signed.is_some_and(|signed| signed.by == me);
        if !is_own && deeds::standing(work, &row).await?.allows(Deed::CountersignNote) {
            mine.push(row);
        }
    }
    Ok(mine)
}

/// Signs beside the trainee. What was signed stays as it is, byte for byte.
pub async fn countersign(work: &mut Work<'_>, id: NoteId) -> Result<()> {
    let row = store::find_note(work, id).await?;
    let grant = deeds::may_countersign(work, &row).await?;
    let me = other_than_the_writer(work, &row)?;
    store::save_countersignature(work, &grant, id, me).await?;
    work.announce(Change::Group(row.group));
    Ok(())
}

/// Sends the note back with words; it is a draft again.
pub async fn send_back(work: &mut Work<'_>, id: NoteId, words: &str) -> Result<()> {
    let row = store::find_note(work, id).await?;
    let grant = deeds::may_countersign(work, &row).await?;
    other_than_the_writer(work, &row)?;
    check(words)?;
    say_beside(work, &grant, &row, SaidKind::SentBack, words).await?;
    store::save_return(work, &grant, id).await?;
    work.announce(Change::Group(row.group));
    Ok(())
}

fn other_than_the_writer(work: &Work<'_>, row: &NoteRow) -> Result<PersonId> {
    let me = work.actor().person().ok_or(Error::NotFound)?;
    match row.state {
        NoteState::Draft => Err(Error::Conflict("notes-conflict-not-signed")),
        NoteState::Signed => Err(Error::Conflict("notes-conflict-signed")),
        NoteState::Waiting if row.signed.is_some_and(|signed| signed.by == me) => {
            Err(Error::Conflict("notes-conflict-own"))
        }
        NoteState::Waiting => Ok(me),
    }
}

/// Words that stand beside a note.
pub(super) fn check(words: &str) -> Result<()> {
    match words.trim().chars().count() {
        0 => Err(Error::invalid("words", "fault-empty")),
        1..=TEXT_CHARS_MAX => Ok(()),
        _ => Err(Error::invalid("words", "fault-long")),
    }
}
