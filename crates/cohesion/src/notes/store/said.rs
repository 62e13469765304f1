//! SQL of the words beside members' notes, and of who signs beside in a group.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::notes::{Beside, NoteId, SaidKind};
use crate::work::Work;

::store::statements! {
    INSERT_SAID = "insert into note_words
        (practice_id, note_id, number, kind, words, written_by, written_at_ms, digest)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    SAID_BESIDE = "select number, kind, words, written_by, written_at_ms, digest
        from note_words
        where practice_id = $1
          and note_id = $2
        order by number";

    SENT_BACK_AT = "select note_words.note_id, member_notes.person_id, note_words.number, note_words.kind, note_words.words,
         note_words.written_by, note_words.written_at_ms, note_words.digest
        from member_notes
        join note_words
          on note_words.practice_id = member_notes.practice_id
         and note_words.note_id = member_notes.id
        where member_notes.practice_id = $1
          and member_notes.session_id = $2
          and note_words.kind = 2
        order by member_notes.person_id, note_words.number";

    ASKED_IN = "select waits_for, person_id, id, signed_at_ms
        from member_notes
        where practice_id = $1
          and group_id = $2
          and waits_for is not null
          and signed_at_ms is not null
        order by signed_at_ms, id";

    SENT_BACK_IN = "select note_words.written_by, member_notes.person_id, member_notes.id, member_notes.session_at_ms,
         note_words.written_at_ms
        from member_notes
        join note_words
          on note_words.practice_id = member_notes.practice_id
         and note_words.note_id = member_notes.id
        where member_notes.practice_id = $1
          and member_notes.group_id = $2
          and note_words.kind = 2
          and note_words.written_by is not null
        order by note_words.written_at_ms, note_words.note_id";

    COUNT_SAID = "select count(*)
        from note_words
        where practice_id = $1
          and note_id = $2";
}

/// Words beside a note, still sealed.
pub struct SaidRow {
    pub number: u32,
    pub kind: SaidKind,
    pub words: Vec<u8>,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub digest: [u8; 32],
}

pub async fn insert_said(
    work: &mut Work<'_>,
    _: &Grant,
    id: NoteId,
    number: u32,
    kind: SaidKind,
    words: Vec<u8>,
) -> Result<()> {
    let digest = keyring::digest(&words);
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    work.run(&INSERT_SAID, params![practice, id, number, kind.code(), words, by, now, digest]).await?;
    Ok(())
}

pub async fn said_beside(work: &mut Work<'_>, _: &Grant, id: NoteId) -> Result<Vec<SaidRow>> {
    let rows = work.rows(&SAID_BESIDE, params![work.practice(), id]).await?;
    rows.into_iter().map(|mut row| read_said(&mut row)).collect()
}

/// What was said when notes of a session were sent back, in its order, with the note and its person.
pub async fn sent_back_at(
    work: &mut Work<'_>,
    _: &Grant,
    session: SessionId,
) -> Result<Vec<(NoteId, PersonId, SaidRow)>> {
    let rows = work.rows(&SENT_BACK_AT, params![work.practice(), session]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?, read_said(&mut row)?))).collect()
}

/// Who is asked to sign a note of this group, or has signed it.
pub async fn asked_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Beside>> {
    let rows = work.rows(&ASKED_IN, params![work.practice(), group]).await?;
    rows.into_iter().map(|mut row| beside(&mut row)).collect()
}

/// Who sent a note of this group back: since the session, until then.
pub async fn sent_back_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Beside>> {
    let rows = work.rows(&SENT_BACK_IN, params![work.practice(), group]).await?;
    let sent_back = |mut row: Row| {
        let asked = beside(&mut row)?;
        Ok(Beside { until: row.take()?, ..asked })
    };
    rows.into_iter().map(sent_back).collect()
}

fn beside(row: &mut Row) -> Result<Beside> {
    let (person, about, thing) = (row.take()?, row.take()?, row.take()?);
    Ok(Beside { person, about, thing, since: row.take()?, until: None })
}

pub async fn count_said(work: &mut Work<'_>, _: &Grant, id: NoteId) -> Result<u32> {
    Ok(work.one(&COUNT_SAID, params![work.practice(), id]).await?.take()?)
}

fn read_said(row: &mut Row) -> Result<SaidRow> {
    Ok(SaidRow {
        number: row.take()?,
        kind: SaidKind::from_code(row.take()?)?,
        words: row.take()?,
        by: row.take()?,
        at: row.take()?,
        digest: row.take()?,
    })
}
