//! Something is added to a signed note: dated, signed, looked through for names, and never changed either.

use super::countersign::check_words;
use super::known::roster_of;
use super::lint::{Place, look};
use super::note::{SaidKind, say_beside};
use super::sign::is_closed;
use super::{Found, NoteId, deeds, store};
use crate::Result;
use crate::hub::Change;
use crate::work::Work;

/// Whether it was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It stands beside the note now.
    Done,
    /// It names somebody else, and was not added.
    Names(Vec<Found>),
}

/// Adds words to a note that is signed.
pub async fn add(work: &mut Work<'_>, id: NoteId, words: &str) -> Result<Added> {
    let row = store::find_note(work, id).await?;
    let grant = deeds::may_add(work, &row).await?;
    is_closed(&row)?;
    check_words(words)?;
    let roster = roster_of(work, &grant, row.group).await?;
    let found = look(&roster, Place::Of(row.person), [words], &[])?;
    if !found.is_empty() {
        return Ok(Added::Names(found));
    }
    let about = work.about(&grant, row.person);
    say_beside(work, &about, &row, SaidKind::Addendum, words).await?;
    work.announce(Change::Group(row.group));
    Ok(Added::Done)
}
