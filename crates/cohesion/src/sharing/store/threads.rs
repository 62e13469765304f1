//! SQL of threads and of how a group's are arranged.

use ::store::{Row, params};

use super::super::{Quiet, Reading, Space, ThreadId};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::limits::THREADS_MAX;
use crate::work::Work;

::store::statements! {
    FIND_SPACE = "select is_open, reading, slow_minutes, quiet_from, quiet_until
        from thread_spaces
        where practice_id = $1
          and group_id = $2";

    SAVE_SPACE = "insert into thread_spaces
        (practice_id, group_id, is_open, reading, slow_minutes, quiet_from, quiet_until)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (practice_id, group_id) do update
        set is_open = excluded.is_open,
            reading = excluded.reading,
            slow_minutes = excluded.slow_minutes,
            quiet_from = excluded.quiet_from,
            quiet_until = excluded.quiet_until";

    INSERT_THREAD = "insert into threads
        (practice_id, id, group_id, opened_by, words, opens_at_ms, closes_at_ms, expires_at_ms, last_seq, posted_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9)";

    FIND_THREAD = "select id, group_id, words, opens_at_ms, closes_at_ms, expires_at_ms, posted_at_ms
        from threads
        where practice_id = $1
          and id = $2";

    THREADS_IN = "select id, group_id, words, opens_at_ms, closes_at_ms, expires_at_ms, posted_at_ms
        from threads
        where practice_id = $1
          and group_id = $2
        order by posted_at_ms desc, id
        limit $3";

    SET_CLOSING = "update threads
        set closes_at_ms = $1
        where practice_id = $2
          and id = $3";

    DELETE_THREAD = "delete from threads
        where practice_id = $1
          and id = $2";
}

/// A thread's row, its title still sealed.
pub struct ThreadRow {
    pub id: ThreadId,
    pub group: GroupId,
    pub words: Vec<u8>,
    pub opens_at: Timestamp,
    pub closes_at: Option<Timestamp>,
    pub expires_at: Timestamp,
    pub posted_at: Timestamp,
}

/// How the group's threads are arranged. Asks for no grant: it tells nothing of anybody.
pub async fn find_space(work: &mut Work<'_>, group: GroupId) -> Result<Space> {
    let Some(mut row) = work.maybe(&FIND_SPACE, params![work.practice(), group]).await? else {
        return Ok(Space::CLOSED);
    };
    let (is_open, reading, slow_minutes) = (row.take()?, Reading::from_code(row.take()?)?, row.take()?);
    let (from, until): (Option<u16>, Option<u16>) = (row.take()?, row.take()?);
    let quiet = from.zip(until).map(|(from, until)| Quiet { from, until });
    Ok(Space { is_open, reading, slow_minutes, quiet })
}

pub async fn save_space(work: &mut Work<'_>, _: &Grant, group: GroupId, space: &Space) -> Result<()> {
    let (from, until) = space.quiet.map(|quiet| (quiet.from, quiet.until)).unzip();
    let Space { is_open, reading, slow_minutes, .. } = *space;
    let values = params![work.practice(), group, is_open, reading.code(), slow_minutes, from, until];
    work.run(&SAVE_SPACE, values).await?;
    Ok(())
}

pub async fn insert_thread(work: &mut Work<'_>, _: &Grant, opener: PersonId, row: &ThreadRow) -> Result<()> {
    let ThreadRow { id, group, words, opens_at, closes_at, expires_at, posted_at } = row;
    let values =
        params![work.practice(), *id, *group, opener, words.as_slice(), *opens_at, *closes_at, *expires_at, *posted_at];
    work.run(&INSERT_THREAD, values).await?;
    Ok(())
}

/// A thread, still sealed. Asks for no grant: its group decides who may read it.
pub async fn find_thread(work: &mut Work<'_>, id: ThreadId) -> Result<ThreadRow> {
    read(work.one(&FIND_THREAD, params![work.practice(), id]).await?)
}

/// The threads of a group, the one with the newest post first.
pub async fn threads_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<ThreadRow>> {
    let rows = work.rows(&THREADS_IN, params![work.practice(), group, THREADS_MAX]).await?;
    rows.into_iter().map(read).collect()
}

pub async fn set_closing(work: &mut Work<'_>, _: &Grant, id: ThreadId, at: Timestamp) -> Result<()> {
    work.run(&SET_CLOSING, params![at, work.practice(), id]).await?;
    Ok(())
}

pub async fn delete_thread(work: &mut Work<'_>, _: &Grant, id: ThreadId) -> Result<()> {
    work.run(&DELETE_THREAD, params![work.practice(), id]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<ThreadRow> {
    let (id, group, words) = (row.take()?, row.take()?, row.take()?);
    let (opens_at, closes_at, expires_at) = (row.take()?, row.take()?, row.take()?);
    Ok(ThreadRow { id, group, words, opens_at, closes_at, expires_at, posted_at: row.take()? })
}
