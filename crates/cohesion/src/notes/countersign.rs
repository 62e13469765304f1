//! A trainee's note waits for whoever supervises them: signed beside, or sent back with words.

use super::note::{SaidKind, say_beside};
use super::store::{self, NoteRow, WaitingRow};
use super::{NoteId, NoteState, Signature, deeds};
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::PersonId;
use crate::limits::{PAGE_ROWS_MAX, TEXT_CHARS_MAX};
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

/// Whether something else waits for the actor's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Something does.
    Something,
    /// Nothing does.
    Nothing,
}

/// The notes that wait for the actor's signature, the oldest first. Nobody's own are among them. Whoever supervises nobody and
/// has nothing to sign, be it a note or something else, has no such list.
pub async fn waiting(work: &mut Work<'_>, else_waits: Waits) -> Result<Vec<Waiting>> {
    let rows = waiting_rows(work).await?;
    let waits = if rows.is_empty() { else_waits } else { Waits::Something };
    deeds::may_supervise(work, waits).await?;
    let mut waiting = Vec::new();
    for row in rows.into_iter().take(PAGE_ROWS_MAX as usize) {
        let Some(Signature { by, at }) = row.signed else { continue };
        let grant = deeds::may_countersign(work, &row).await?;
        let trainee = work.about(&grant, by);
        waiting.push(Waiting {
            id: row.id,
            called: identity::still_called(work, &grant, row.person).await?,
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

async fn waiting_rows(work: &mut Work<'_>) -> Result<Vec<WaitingRow>> {
    work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut mine = Vec::new();
    for row in store::notes_waiting(work).await? {
        if deeds::waits_for_actor(work, &row).await? {
            mine.push(row);
        }
    }
    Ok(mine)
}

/// Signs beside the trainee, under the version that was looked at. What was signed stays as it is, byte for byte.
pub async fn countersign(work: &mut Work<'_>, id: NoteId, seen: u32) -> Result<()> {
    let row = store::find_note(work, id).await?;
    let grant = deeds::may_countersign(work, &row.waiting()).await?;
    let me = other_than_the_writer(work, &row, seen)?;
    store::save_countersignature(work, &grant, (id, seen), me).await?;
    work.announce(Change::Group(row.group));
    Ok(())
}

/// Sends the version that was looked at back with words; it is a draft again.
pub async fn send_back(work: &mut Work<'_>, id: NoteId, seen: u32, words: &str) -> Result<()> {
    let row = store::find_note(work, id).await?;
    let grant = deeds::may_countersign(work, &row.waiting()).await?;
    other_than_the_writer(work, &row, seen)?;
    check_words(words)?;
    say_beside(work, &grant, &row, SaidKind::SentBack, words).await?;
    store::save_return(work, &grant, (id, seen)).await?;
    work.announce(Change::Group(row.group));
    Ok(())
}

fn other_than_the_writer(work: &Work<'_>, row: &NoteRow, seen: u32) -> Result<PersonId> {
    let me = work.actor().person().ok_or(Error::NotFound)?;
    match row.state {
        NoteState::Draft => Err(Error::Conflict("notes-conflict-not-signed")),
        NoteState::Signed => Err(Error::Conflict("notes-conflict-signed")),
        NoteState::Waiting if row.signed.is_some_and(|signed| signed.by == me) => {
            Err(Error::Conflict("notes-conflict-own"))
        }
        NoteState::Waiting if row.version != seen => Err(Error::Conflict("notes-conflict-changed")),
        NoteState::Waiting => Ok(me),
    }
}

/// Words that stand beside what was signed.
pub fn check_words(words: &str) -> Result<()> {
    match words.trim().chars().count() {
        0 => Err(Error::invalid("words", "fault-empty")),
        1..=TEXT_CHARS_MAX => Ok(()),
        _ => Err(Error::invalid("words", "fault-long")),
    }
}
