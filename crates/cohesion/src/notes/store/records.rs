//! SQL of a session's record, of what its leaders keep for themselves, and of a meeting's log.

use ::store::{Row, Sql, params};

use super::notes::read_signature;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::notes::{Format, Signature};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    FIND_RECORD = "select session_id, version, words, written_by, written_at_ms, signed_by, signed_at_ms, digest
        from group_records
        where practice_id = $1
          and session_id = $2";

    INSERT_RECORD = "insert into group_records
        (practice_id, session_id, group_id, version, words, written_by, written_at_ms)
        values ($1, $2, $3, 1, $4, $5, $6)
        on conflict do nothing";

    SAVE_RECORD = "update group_records
        set version = version + 1,
            words = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and session_id = $5
          and version = $6
          and signed_at_ms is null";

    SIGN_RECORD = "update group_records
        set version = version + 1,
            words = $1,
            digest = $2,
            signed_by = $3,
            signed_at_ms = $4
        where practice_id = $5
          and session_id = $6
          and version = $7
          and signed_at_ms is null";

    FIND_FORMAT = "select format
        from note_formats
        where practice_id = $1
          and person_id = $2";

    SAVE_FORMAT = "insert into note_formats
        (practice_id, person_id, format)
        values ($1, $2, $3)
        on conflict (practice_id, person_id) do update
        set format = excluded.format";

    FIND_OWN = "select version, words, written_at_ms
        from process_notes
        where practice_id = $1
          and author_id = $2
          and session_id = $3";

    INSERT_OWN = "insert into process_notes
        (practice_id, author_id, session_id, group_id, version, words, written_at_ms)
        values ($1, $2, $3, $4, 1, $5, $6)
        on conflict do nothing";

    SAVE_OWN = "update process_notes
        set version = version + 1,
            words = $1,
            written_at_ms = $2
        where practice_id = $3
          and author_id = $4
          and session_id = $5
          and version = $6";

    FIND_LOG = "select version, words, written_by, written_at_ms
        from meeting_logs
        where practice_id = $1
          and session_id = $2";

    INSERT_LOG = "insert into meeting_logs
        (practice_id, session_id, group_id, version, words, written_by, written_at_ms)
        values ($1, $2, $3, 1, $4, $5, $6)
        on conflict do nothing";

    SAVE_LOG = "update meeting_logs
        set version = version + 1,
            words = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and session_id = $5
          and version = $6";
}

/// A record's row, its words still sealed.
pub struct RecordRow {
    pub session: SessionId,
    pub version: u32,
    pub words: Vec<u8>,
    pub written_by: Option<PersonId>,
    pub written_at: Timestamp,
    pub signed: Option<Signature>,
    pub digest: Option<[u8; 32]>,
}

/// Words of one author, still sealed.
pub struct OwnRow {
    pub version: u32,
    pub words: Vec<u8>,
    pub written_at: Timestamp,
}

/// A meeting's log, still sealed.
pub struct LogRow {
    pub version: u32,
    pub words: Vec<u8>,
    pub written_by: Option<PersonId>,
    pub written_at: Timestamp,
}

pub async fn find_record(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<RecordRow>> {
    let found = work.maybe(&FIND_RECORD, params![work.practice(), session]).await?;
    let read = |mut row: Row| {
        Ok(RecordRow {
            session: row.take()?,
            version: row.take()?,
            words: row.take()?,
            written_by: row.take()?,
            written_at: row.take()?,
            signed: read_signature(&mut row)?,
            digest: row.take()?,
        })
    };
    found.map(read).transpose()
}

/// Whether the version that was looked at (0 for none) was still the last one, and not signed.
pub async fn save_record(
    work: &mut Work<'_>,
    _: &Grant,
    session: SessionId,
    group: GroupId,
    seen: u32,
    words: Vec<u8>,
) -> Result<bool> {
    keep(work, (&INSERT_RECORD, &SAVE_RECORD), (session, group), seen, words).await
}

async fn keep(
    work: &mut Work<'_>,
    (insert, save): (&'static Sql, &'static Sql),
    (session, group): (SessionId, GroupId),
    seen: u32,
    words: Vec<u8>,
) -> Result<bool> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let touched = if seen == 0 {
        work.run(insert, params![practice, session, group, words, by, now]).await?
    } else {
        work.run(save, params![words, by, now, practice, session, seen]).await?
    };
    Ok(touched == 1)
}

pub async fn sign_record(work: &mut Work<'_>, _: &Grant, session: SessionId, seen: u32, words: Vec<u8>) -> Result<()> {
    let digest = keyring::digest(&words);
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    match work.run(&SIGN_RECORD, params![words, digest, by, now, practice, session, seen]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("notes-conflict-signed")),
    }
}

/// Asks for no grant: in which fields somebody writes is no secret.
pub async fn find_format(work: &mut Work<'_>, person: PersonId) -> Result<Option<Format>> {
    let found = work.maybe(&FIND_FORMAT, params![work.practice(), person]).await?;
    found.map(|mut row| Format::from_code(row.take()?)).transpose()
}

pub async fn save_format(work: &mut Work<'_>, _: &Grant, person: PersonId, format: Format) -> Result<()> {
    work.run(&SAVE_FORMAT, params![work.practice(), person, format.code()]).await?;
    Ok(())
}

pub async fn find_own(work: &mut Work<'_>, _: &Grant, author: PersonId, session: SessionId) -> Result<Option<OwnRow>> {
    let found = work.maybe(&FIND_OWN, params![work.practice(), author, session]).await?;
    let read = |mut row: Row| Ok(OwnRow { version: row.take()?, words: row.take()?, written_at: row.take()? });
    found.map(read).transpose()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_own(
    work: &mut Work<'_>,
    _: &Grant,
    (author, session, group): (PersonId, SessionId, GroupId),
    seen: u32,
    words: Vec<u8>,
) -> Result<bool> {
    let (practice, now) = (work.practice(), work.now());
    let touched = if seen == 0 {
        work.run(&INSERT_OWN, params![practice, author, session, group, words, now]).await?
    } else {
        work.run(&SAVE_OWN, params![words, now, practice, author, session, seen]).await?
    };
    Ok(touched == 1)
}

pub async fn find_log(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<LogRow>> {
    let found = work.maybe(&FIND_LOG, params![work.practice(), session]).await?;
    let read = |mut row: Row| {
        Ok(LogRow { version: row.take()?, words: row.take()?, written_by: row.take()?, written_at: row.take()? })
    };
    found.map(read).transpose()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_log(
    work: &mut Work<'_>,
    _: &Grant,
    session: SessionId,
    group: GroupId,
    seen: u32,
    words: Vec<u8>,
) -> Result<bool> {
    keep(work, (&INSERT_LOG, &SAVE_LOG), (session, group), seen, words).await
}
