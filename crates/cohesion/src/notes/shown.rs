//! What the page of one note shows, read in one unit of work.

use super::known::Names;
use super::{Note, NoteId, NoteState, Said, deeds, read, store};
use crate::access::Deed;
use crate::web::words::Words;
use crate::work::Work;
use crate::{Result, groups, identity, say};

/// One note with all that stands around it.
pub(super) struct Shown {
    pub note: Note,
    pub said: Vec<Said>,
    /// What the member wants to be called.
    pub called: String,
    /// Those who wrote, signed and added.
    pub names: Names,
    /// Whether the actor may add to it.
    pub may_add: bool,
    /// Whether it waits for the actor's signature.
    pub may_countersign: bool,
    /// Whether the actor has a part in the group. Whoever is only asked to sign sees nothing of it but this.
    pub has_part: bool,
}

/// Reads it.
pub(super) async fn shown(work: &mut Work<'_>, id: NoteId) -> Result<Shown> {
    let (note, said) = read(work, id).await?;
    let row = store::find_note(work, id).await?;
    let waiting = row.waiting();
    let standing = deeds::standing(work, &waiting).await?;
    let may_countersign = note.state == NoteState::Waiting && deeds::waits_for_actor(work, &waiting).await?;
    let grant = deeds::may_read_note(work, &row).await?;
    let called = identity::still_called(work, &grant, note.person).await?;
    let signed = [note.signed, note.countersigned].into_iter().flatten().map(|signed| signed.by);
    let people = signed.chain(note.written_by).chain(note.waits_for).chain(said.iter().filter_map(|said| said.by));
    let names = Names::of(work, &grant, people).await?;
    Ok(Shown {
        may_add: note.state == NoteState::Signed && standing.allows(Deed::SignNote),
        may_countersign,
        has_part: groups::standing(work, note.group).await?.allows(Deed::ReadNotes),
        called: called.unwrap_or_else(|| say!(Words::english(), "sessions-somebody").into_owned()),
        names,
        note,
        said,
    })
}
