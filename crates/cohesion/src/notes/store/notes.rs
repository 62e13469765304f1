//! SQL of members' notes.

use ::store::{Row, Sql, Value, params};

use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::limits::SIGNATURES_WAITING_MAX;
use crate::notes::{NoteId, NoteState, Signature};
use crate::practice::Asked;
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_NOTE = "insert into member_notes
        (practice_id, id, session_id, person_id, group_id, session_at_ms, state, version, body, written_by,
         written_at_ms, late)
        values ($1, $2, $3, $4, $5, $6, 1, 1, $7, $8, $9, 0)
        on conflict do nothing";

    SAVE_DRAFT = "update member_notes
        set version = version + 1,
            body = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and id = $5
          and version = $6
          and state = 1";

    SAVE_SIGNATURE = "update member_notes
        set version = version + 1,
            body = $1,
            digest = $2,
            state = $3,
            signed_by = $4,
            signed_at_ms = $5,
            late = $6,
            waits_for = $7
        where practice_id = $8
          and id = $9
          and version = $10
          and state = 1";

    SAVE_COUNTERSIGNATURE = "update member_notes
        set state = 3,
            countersigned_by = $1,
            countersigned_at_ms = $2
        where practice_id = $3
          and id = $4
          and version = $5
          and state = 2";

    SAVE_RETURN = "update member_notes
        set state = 1,
            signed_by = null,
            signed_at_ms = null,
            digest = null,
            waits_for = null,
            late = 0
        where practice_id = $1
          and id = $2
          and version = $3
          and state = 2";

    FIND_NOTE = "select id, session_id, person_id, group_id, session_at_ms, state, version, body, written_by, written_at_ms,
         signed_by, signed_at_ms, late, digest, waits_for, countersigned_by, countersigned_at_ms
        from member_notes
        where practice_id = $1
          and id = $2";

    NOTES_AT = "select id, session_id, person_id, group_id, session_at_ms, state, version, body, written_by, written_at_ms,
         signed_by, signed_at_ms, late, digest, waits_for, countersigned_by, countersigned_at_ms
        from member_notes
        where practice_id = $1
          and session_id = $2";

    NOTES_ABOUT = "select id, session_id, person_id, group_id, session_at_ms, state, version, body, written_by, written_at_ms,
         signed_by, signed_at_ms, late, digest, waits_for, countersigned_by, countersigned_at_ms
        from member_notes
        where practice_id = $1
          and person_id = $2
        order by session_at_ms desc, id";

    NOTES_BEFORE = "select id, session_id, person_id, group_id, session_at_ms, state, version, body, written_by,
         written_at_ms, signed_by, signed_at_ms, late, digest, waits_for, countersigned_by, countersigned_at_ms
        from member_notes n
        where n.practice_id = $1
          and n.group_id = $2
          and n.session_at_ms < $3
          and not exists (
            select 1
            from member_notes later
            where later.practice_id = n.practice_id
              and later.group_id = n.group_id
              and later.person_id = n.person_id
              and later.session_at_ms > n.session_at_ms
              and later.session_at_ms < $3)";

    NOTES_WAITING = "select id, person_id, group_id, session_at_ms, signed_by, signed_at_ms, waits_for
        from member_notes
        where practice_id = $1
          and state = 2
        order by signed_at_ms, id
        limit $2";
}

/// What decides who signs a note, without what it says.
#[derive(Clone, Copy, Debug)]
pub struct WaitingRow {
    pub id: NoteId,
    pub person: PersonId,
    pub group: GroupId,
    pub session_at: Timestamp,
    pub signed: Option<Signature>,
    pub waits_for: Option<PersonId>,
    pub is_waiting: bool,
}

/// A note's row, its body still sealed.
pub struct NoteRow {
    pub id: NoteId,
    pub session: SessionId,
    pub person: PersonId,
    pub group: GroupId,
    pub session_at: Timestamp,
    pub state: NoteState,
    pub version: u32,
    pub body: Vec<u8>,
    pub written_by: Option<PersonId>,
    pub written_at: Timestamp,
    pub signed: Option<Signature>,
    pub is_late: bool,
    pub digest: Option<[u8; 32]>,
    pub waits_for: Option<PersonId>,
    pub countersigned: Option<Signature>,
}

/// A note that is begun.
pub struct NewNote {
    pub id: NoteId,
    pub session: SessionId,
    pub person: PersonId,
    pub group: GroupId,
    pub session_at: Timestamp,
}

impl WaitingRow {
    /// Who signed it, and who was asked to sign beside.
    pub fn asked(&self) -> Asked {
        Asked { by: self.signed.filter(|_| self.is_waiting).map(|signed| signed.by), whom: self.waits_for }
    }
}

impl NoteRow {
    /// What decides who signs it.
    pub const fn waiting(&self) -> WaitingRow {
        let Self { id, person, group, session_at, signed, waits_for, .. } = *self;
        let is_waiting = matches!(self.state, NoteState::Waiting);
        WaitingRow { id, person, group, session_at, signed, waits_for, is_waiting }
    }
}

/// Whether there was none yet.
pub async fn insert_note(work: &mut Work<'_>, _: &Grant, note: &NewNote, body: Vec<u8>) -> Result<bool> {
    let NewNote { id, session, person, group, session_at } = *note;
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let values = params![practice, id, session, person, group, session_at, body, by, now];
    Ok(work.run(&INSERT_NOTE, values).await? == 1)
}

/// Whether the version that was looked at was still the last one, and a draft.
pub async fn save_draft(work: &mut Work<'_>, _: &Grant, id: NoteId, seen: u32, body: Vec<u8>) -> Result<bool> {
    let values = params![body, work.actor().person(), work.now(), work.practice(), id, seen];
    Ok(work.run(&SAVE_DRAFT, values).await? == 1)
}

/// What a signature writes: where the note is then, who signed, whether late, and who is asked to sign beside.
pub type Seal = (NoteState, Signature, bool, Option<PersonId>);

/// Signs the version that was looked at.
pub async fn save_signature(
    work: &mut Work<'_>,
    _: &Grant,
    (id, seen): (NoteId, u32),
    body: Vec<u8>,
    (state, by, is_late, waits_for): Seal,
) -> Result<()> {
    let (digest, practice) = (keyring::digest(&body), work.practice());
    let values = params![body, digest, state.code(), by.by, by.at, is_late, waits_for, practice, id, seen];
    once(work, &SAVE_SIGNATURE, values).await
}

/// Signs beside the version that was looked at.
pub async fn save_countersignature(
    work: &mut Work<'_>,
    _: &Grant,
    (id, seen): (NoteId, u32),
    by: PersonId,
) -> Result<()> {
    let values = params![by, work.now(), work.practice(), id, seen];
    once(work, &SAVE_COUNTERSIGNATURE, values).await
}

/// Makes a draft of the version that was looked at again.
pub async fn save_return(work: &mut Work<'_>, _: &Grant, (id, seen): (NoteId, u32)) -> Result<()> {
    let values = params![work.practice(), id, seen];
    once(work, &SAVE_RETURN, values).await
}

async fn once(work: &mut Work<'_>, sql: &'static Sql, values: Vec<Value>) -> Result<()> {
    match work.run(sql, values).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("notes-conflict-signed")),
    }
}

/// A note, still sealed. Asks for no grant: its group decides who may read it.
pub async fn find_note(work: &mut Work<'_>, id: NoteId) -> Result<NoteRow> {
    read(work.one(&FIND_NOTE, params![work.practice(), id]).await?)
}

pub async fn notes_at(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Vec<NoteRow>> {
    work.rows(&NOTES_AT, params![work.practice(), session]).await?.into_iter().map(read).collect()
}

/// Notes about a person, still sealed. Asks for no grant: the group of each decides who may read it.
pub async fn notes_about(work: &mut Work<'_>, person: PersonId) -> Result<Vec<NoteRow>> {
    work.rows(&NOTES_ABOUT, params![work.practice(), person]).await?.into_iter().map(read).collect()
}

/// Of each member the last note before a moment.
pub async fn notes_before(work: &mut Work<'_>, _: &Grant, group: GroupId, before: Timestamp) -> Result<Vec<NoteRow>> {
    let values = params![work.practice(), group, before];
    work.rows(&NOTES_BEFORE, values).await?.into_iter().map(read).collect()
}

/// Notes of the whole practice that wait for a second signature, the oldest first. Asks for no grant: each is then asked for
/// by itself.
pub async fn notes_waiting(work: &mut Work<'_>) -> Result<Vec<WaitingRow>> {
    let rows = work.rows(&NOTES_WAITING, params![work.practice(), SIGNATURES_WAITING_MAX]).await?;
    let read = |mut row: Row| {
        let (id, person, group, session_at) = (row.take()?, row.take()?, row.take()?, row.take()?);
        Ok(WaitingRow {
            id,
            person,
            group,
            session_at,
            signed: read_signature(&mut row)?,
            waits_for: row.take()?,
            is_waiting: true,
        })
    };
    rows.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<NoteRow> {
    Ok(NoteRow {
        id: row.take()?,
        session: row.take()?,
        person: row.take()?,
        group: row.take()?,
        session_at: row.take()?,
        state: NoteState::from_code(row.take()?)?,
        version: row.take()?,
        body: row.take()?,
        written_by: row.take()?,
        written_at: row.take()?,
        signed: read_signature(&mut row)?,
        is_late: row.take()?,
        digest: row.take()?,
        waits_for: row.take()?,
        countersigned: read_signature(&mut row)?,
    })
}

pub(super) fn read_signature(row: &mut Row) -> Result<Option<Signature>> {
    let (by, at): (Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?);
    Ok(by.zip(at).map(|(by, at)| Signature { by, at }))
}
