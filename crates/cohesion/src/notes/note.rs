//! A note about one member's session: its life, and how it is opened.

use serde::{Deserialize, Serialize};

use super::store::{self, NoteRow, SaidRow};
use super::{Fact, Format, NoteId, Shared, deeds};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::practice::asked_now;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result};

/// Where a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// Can be written on.
    Draft,
    /// Signed by a trainee, and waits for whoever supervises them.
    Waiting,
    /// Signed. Nothing changes it any more.
    Signed,
}

impl NoteState {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        [Self::Draft, Self::Waiting, Self::Signed]
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| Error::bug(format!("no state of a note has the number {code}")))
    }

    /// What a signature makes of a draft: a trainee's waits for another one.
    pub const fn after_signing(supervisor: Option<PersonId>) -> Self {
        if supervisor.is_some() { Self::Waiting } else { Self::Signed }
    }
}

/// Who signed, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// What a note says. Facts and the shared part are in it from the signature on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its fields.
    pub format: Format,
    /// What stands in them, in their order.
    pub parts: Vec<String>,
    /// The facts that were known when it was signed.
    pub facts: Vec<Fact>,
    /// The record of the session, as it was signed.
    pub shared: Option<Shared>,
    /// Words in it that are a member's name elsewhere and nobody's here.
    #[serde(default)]
    pub plain: Vec<String>,
}

impl std::fmt::Debug for Body {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Body([sealed])")
    }
}

impl Body {
    /// What was written, as one text.
    pub fn text(&self) -> String {
        self.parts.join("\n")
    }
}

/// A note as it is kept.
#[derive(Clone, Debug)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The session it is about.
    pub session: SessionId,
    /// Whose record it is in.
    pub person: PersonId,
    /// The group.
    pub group: GroupId,
    /// When the session began.
    pub session_at: Timestamp,
    /// Where it is.
    pub state: NoteState,
    /// Which version of it this is, from 1.
    pub version: u32,
    /// What it says.
    pub body: Body,
    /// Who wrote last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Timestamp,
    /// Who signed it, and when.
    pub signed: Option<Signature>,
    /// Whether it was signed long after the session.
    pub is_late: bool,
    /// Who is asked to sign beside a trainee; while it waits, nobody where they no longer work here and nobody followed.
    pub waits_for: Option<PersonId>,
    /// Who signed beside a trainee, and when.
    pub countersigned: Option<Signature>,
}

/// Why words stand beside a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidKind {
    /// Added to a note that was signed.
    Addendum,
    /// Said when it was sent back.
    SentBack,
}

impl SaidKind {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The kind that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        [Self::Addendum, Self::SentBack]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| Error::bug(format!("no words beside a note have the number {code}")))
    }
}

/// Words beside a note, dated and signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Why they stand there.
    pub kind: SaidKind,
    /// The words.
    pub words: String,
    /// Whose they are.
    pub by: Option<PersonId>,
    /// When they were written.
    pub at: Timestamp,
}

/// One note with the words beside it, for those who lead its group and whoever is asked to sign it.
pub async fn read(work: &mut Work<'_>, id: NoteId) -> Result<(Note, Vec<Said>)> {
    let row = store::find_note(work, id).await?;
    let grant = deeds::may_read_note(work, &row).await?;
    let said = said_of(work, &grant, id, row.person, row.group).await?;
    Ok((open(work, &grant, row).await?, said))
}

/// The notes about a person in the groups where the actor may read them, the newest session first.
pub async fn notes_of(work: &mut Work<'_>, person: PersonId) -> Result<Legible<Note>> {
    let rows = store::notes_about(work, person).await?;
    let groups: Vec<GroupId> = rows.iter().map(|row| row.group).collect();
    let readable = deeds::may_read_about(work, person, &groups).await?;
    let mut notes = Legible::default();
    for row in rows {
        if let Some((_, grant)) = readable.iter().find(|(group, _)| *group == row.group) {
            let id = row.id;
            notes.add(open(work, grant, row).await, "member_notes", id.0)?;
        }
    }
    Ok(notes)
}

/// Opens a note's row under a grant about its person; one that is signed must be what was signed.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, row: NoteRow) -> Result<Note> {
    vouch(row.digest.as_ref(), &row.body, "member_notes")?;
    let scope = Scope::Membership(row.group, row.person);
    let body = work.open(grant, scope, cell(row.id, row.version), &row.body).await?;
    let waits_for = match row.state {
        NoteState::Waiting => asked_now(work, row.waiting().asked()).await?,
        NoteState::Draft | NoteState::Signed => row.waits_for,
    };
    let NoteRow { id, session, person, group, session_at, state, version, .. } = row;
    let NoteRow { written_by, written_at, signed, is_late, countersigned, .. } = row;
    Ok(Note {
        id,
        session,
        person,
        group,
        session_at,
        state,
        version,
        body,
        written_by,
        written_at,
        signed,
        is_late,
        waits_for,
        countersigned,
    })
}

/// What was signed is what opens: the digest of its sealed bytes was taken at the signature.
pub(super) fn vouch(digest: Option<&[u8; 32]>, sealed: &[u8], table: &str) -> Result<()> {
    match digest {
        Some(digest) if !keyring::equal(digest, &keyring::digest(sealed)) => {
            Err(Error::bug(format!("{table}: what opens is not what was signed")))
        }
        _ => Ok(()),
    }
}

async fn said_of(
    work: &mut Work<'_>,
    grant: &Grant,
    id: NoteId,
    person: PersonId,
    group: GroupId,
) -> Result<Vec<Said>> {
    let mut said = Vec::new();
    for row in store::said_beside(work, grant, id).await? {
        said.push(open_said(work, grant, (id, person, group), row).await?);
    }
    Ok(said)
}

/// Opens words beside a note under a grant about its person.
pub(super) async fn open_said(
    work: &mut Work<'_>,
    grant: &Grant,
    (id, person, group): (NoteId, PersonId, GroupId),
    row: SaidRow,
) -> Result<Said> {
    let SaidRow { number, kind, words, by, at, digest } = row;
    vouch(Some(&digest), &words, "note_words")?;
    let words = work.open(grant, Scope::Membership(group, person), said_cell(id, number), &words).await?;
    Ok(Said { kind, words, by, at })
}

/// Puts words beside a note.
pub(super) async fn say_beside(
    work: &mut Work<'_>,
    grant: &Grant,
    note: &NoteRow,
    kind: SaidKind,
    words: &str,
) -> Result<()> {
    let number = store::count_said(work, grant, note.id).await? + 1;
    let scope = Scope::Membership(note.group, note.person);
    let sealed = work.seal(scope, said_cell(note.id, number), words).await?;
    store::insert_said(work, grant, note.id, number, kind, sealed).await
}

pub(super) const fn cell(id: NoteId, version: u32) -> Cell {
    Cell::of("member_notes", "body", id.0).version(version)
}

const fn said_cell(id: NoteId, number: u32) -> Cell {
    Cell::of("note_words", "words", id.0).version(number)
}
