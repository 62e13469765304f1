//! SQL of briefs and jottings. A statement that reads words names their author, or somebody whom the author meant.

use ::store::{Row, params};

use super::super::{Audience, Moment};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

::store::statements! {
    OWN_BRIEFS = "select author_id, moment, version, audience, words, written_at_ms
        from session_briefs
        where practice_id = $1
          and author_id = $2
          and session_id = $3";

    BRIEFS_FOR = "select session_briefs.author_id, session_briefs.moment, session_briefs.version, session_briefs.audience,
         session_briefs.words, session_briefs.written_at_ms
        from session_briefs
        join brief_readers
          on brief_readers.practice_id = session_briefs.practice_id
         and brief_readers.author_id = session_briefs.author_id
         and brief_readers.session_id = session_briefs.session_id
         and brief_readers.moment = session_briefs.moment
        where session_briefs.practice_id = $1
          and session_briefs.session_id = $2
          and brief_readers.reader_id = $3
        order by session_briefs.moment, session_briefs.written_at_ms";

    INSERT_BRIEF = "insert into session_briefs
        (practice_id, author_id, session_id, moment, group_id, version, audience, words, written_at_ms)
        values ($1, $2, $3, $4, $5, 1, $6, $7, $8)
        on conflict do nothing";

    SAVE_BRIEF = "update session_briefs
        set version = version + 1,
            audience = $1,
            words = $2,
            written_at_ms = $3
        where practice_id = $4
          and author_id = $5
          and session_id = $6
          and moment = $7
          and version = $8";

    INSERT_READER = "insert into brief_readers
        (practice_id, author_id, session_id, moment, reader_id)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";

    DELETE_READERS = "delete from brief_readers
        where practice_id = $1
          and author_id = $2
          and session_id = $3
          and moment = $4";

    COUNT_JOTTINGS = "select count(*)
        from session_jottings
        where practice_id = $1
          and author_id = $2
          and session_id = $3";

    INSERT_JOTTING = "insert into session_jottings
        (practice_id, author_id, session_id, number, group_id, words, written_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    OWN_JOTTINGS = "select number, words, written_at_ms
        from session_jottings
        where practice_id = $1
          and author_id = $2
          and session_id = $3
        order by number";
}

/// A brief's row, its words still sealed.
pub struct BriefRow {
    pub author: PersonId,
    pub moment: Moment,
    pub version: u32,
    pub audience: Audience,
    pub words: Vec<u8>,
    pub written_at: Timestamp,
}

/// A jotting's row, its words still sealed.
pub struct JottingRow {
    pub number: u32,
    pub words: Vec<u8>,
    pub written_at: Timestamp,
}

/// Whose brief it is, about what, and on which side of the session.
pub type BriefPlace = (PersonId, SessionId, Moment);

pub async fn own_briefs(work: &mut Work<'_>, _: &Grant, author: PersonId, session: SessionId) -> Result<Vec<BriefRow>> {
    let values = params![work.practice(), author, session];
    work.rows(&OWN_BRIEFS, values).await?.into_iter().map(read).collect()
}

/// Briefs of others that were written for this reader too.
pub async fn briefs_for(work: &mut Work<'_>, _: &Grant, reader: PersonId, session: SessionId) -> Result<Vec<BriefRow>> {
    let values = params![work.practice(), session, reader];
    work.rows(&BRIEFS_FOR, values).await?.into_iter().map(read).collect()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_brief(
    work: &mut Work<'_>,
    _: &Grant,
    (author, session, moment): BriefPlace,
    group: GroupId,
    seen: u32,
    (audience, words): (Audience, Vec<u8>),
) -> Result<bool> {
    let (practice, now, moment, audience) = (work.practice(), work.now(), moment.code(), audience.code());
    let touched = if seen == 0 {
        work.run(&INSERT_BRIEF, params![practice, author, session, moment, group, audience, words, now]).await?
    } else {
        work.run(&SAVE_BRIEF, params![audience, words, now, practice, author, session, moment, seen]).await?
    };
    Ok(touched == 1)
}

/// Says who reads a brief beside its author, in place of whoever did until now.
pub async fn set_readers(
    work: &mut Work<'_>,
    _: &Grant,
    (author, session, moment): BriefPlace,
    readers: &[PersonId],
) -> Result<()> {
    let practice = work.practice();
    work.run(&DELETE_READERS, params![practice, author, session, moment.code()]).await?;
    for reader in readers {
        work.run(&INSERT_READER, params![practice, author, session, moment.code(), *reader]).await?;
    }
    Ok(())
}

pub async fn count_jottings(work: &mut Work<'_>, _: &Grant, author: PersonId, session: SessionId) -> Result<u32> {
    Ok(work.one(&COUNT_JOTTINGS, params![work.practice(), author, session]).await?.take()?)
}

pub async fn insert_jotting(
    work: &mut Work<'_>,
    _: &Grant,
    (author, session, group): (PersonId, SessionId, GroupId),
    number: u32,
    words: Vec<u8>,
) -> Result<()> {
    let values = params![work.practice(), author, session, number, group, words, work.now()];
    work.run(&INSERT_JOTTING, values).await?;
    Ok(())
}

pub async fn own_jottings(
    work: &mut Work<'_>,
    _: &Grant,
    author: PersonId,
    session: SessionId,
) -> Result<Vec<JottingRow>> {
    let rows = work.rows(&OWN_JOTTINGS, params![work.practice(), author, session]).await?;
    let read = |mut row: Row| Ok(JottingRow { number: row.take()?, words: row.take()?, written_at: row.take()? });
    rows.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<BriefRow> {
    Ok(BriefRow {
        author: row.take()?,
        moment: Moment::from_code(row.take()?)?,
        version: row.take()?,
        audience: Audience::from_code(row.take()?)?,
        words: row.take()?,
        written_at: row.take()?,
    })
}
