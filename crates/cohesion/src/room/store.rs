//! SQL of floors, boards and readings, and of live rooms.

mod nodes;
mod online;
mod sitting_in;

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, SessionId};
use crate::work::Work;

pub use nodes::{
    ALL as NODES, LeaseRow, TicketRow, beat_lease, count_tickets, delete_node, delete_old, find_lease, find_ticket,
    forget_kept, give_back_lease, insert_ticket, nodes_since, save_kept, save_node, take_lease, take_ticket,
};
pub use online::{
    ALL as ONLINE, delete_breakouts, delete_entries, delete_old_entries, find_breakouts, find_entry, find_talk,
    find_ways, find_words, save_breakouts, save_entry, save_talk, save_ways, save_words, talks_at, talks_of,
};

pub use sitting_in::{ALL as SITTING_IN, allowed_in, delete_allows, entered_at, find_allows, save_allows};

pub(crate) use online::forget_member;

::store::statements! {
    FIND_FLOOR = "select version, state, heads
        from floors
        where practice_id = $1
          and session_id = $2";

    INSERT_FLOOR = "insert into floors
        (practice_id, session_id, group_id, version, state, heads, changed_at_ms)
        values ($1, $2, $3, 1, $4, $5, $6)
        on conflict do nothing";

    SAVE_FLOOR = "update floors
        set version = version + 1,
            state = $1,
            heads = $2,
            changed_at_ms = $3
        where practice_id = $4
          and session_id = $5
          and version = $6";

    CLEAR_FLOOR = "update floors
        set version = version + 1,
            state = null,
            changed_at_ms = $1
        where practice_id = $2
          and session_id = $3
          and state is not null";

    INSERT_BOARD = "insert into boards
        (practice_id, session_id, group_id, digest, code, made_by, made_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    DELETE_BOARD = "delete from boards
        where practice_id = $1
          and session_id = $2";

    FIND_BOARD = "select session_id, group_id
        from boards
        where practice_id = $1
          and digest = $2";

    CODE_OF = "select code
        from boards
        where practice_id = $1
          and session_id = $2";

    SAVE_HEADS = "update floors
        set heads = $1
        where practice_id = $2
          and session_id = $3
          and heads < $1";

    INSERT_HEADS = "insert into floors
        (practice_id, session_id, group_id, version, state, heads, changed_at_ms)
        values ($1, $2, $3, 1, null, $4, $5)
        on conflict do nothing";

    FIND_READINGS = "select version, content, written_at_ms
        from group_readings
        where practice_id = $1
          and group_id = $2";

    INSERT_READINGS = "insert into group_readings
        (practice_id, group_id, version, content, written_by, written_at_ms)
        values ($1, $2, 1, $3, $4, $5)
        on conflict do nothing";

    SAVE_READINGS = "update group_readings
        set version = version + 1,
            content = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and group_id = $5
          and version = $6";
}

/// A floor's row, its state still sealed; no state once the meeting is over.
pub struct FloorRow {
    pub version: u32,
    pub state: Option<Vec<u8>>,
    pub heads: u32,
}

pub async fn find_floor(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<FloorRow>> {
    let found = work.maybe(&FIND_FLOOR, params![work.practice(), session]).await?;
    let read = |mut row: Row| Ok(FloorRow { version: row.take()?, state: row.take()?, heads: row.take()? });
    found.map(read).transpose()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_floor(
    work: &mut Work<'_>,
    _: &Grant,
    (session, group): (SessionId, GroupId),
    seen: u32,
    (state, heads): (Vec<u8>, u32),
) -> Result<bool> {
    let (practice, now) = (work.practice(), work.now());
    let touched = if seen == 0 {
        work.run(&INSERT_FLOOR, params![practice, session, group, state, heads, now]).await?
    } else {
        work.run(&SAVE_FLOOR, params![state, heads, now, practice, session, seen]).await?
    };
    Ok(touched == 1)
}

pub async fn clear_floor(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<()> {
    work.run(&CLEAR_FLOOR, params![work.now(), work.practice(), session]).await?;
    Ok(())
}

pub async fn insert_board(
    work: &mut Work<'_>,
    _: &Grant,
    (session, group): (SessionId, GroupId),
    (digest, code): ([u8; 32], Vec<u8>),
) -> Result<()> {
    let (by, now) = (work.actor().person(), work.now());
    let values = params![work.practice(), session, group, digest.to_vec(), code, by, now];
    work.run(&INSERT_BOARD, values).await?;
    Ok(())
}

pub async fn delete_board(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<()> {
    work.run(&DELETE_BOARD, params![work.practice(), session]).await?;
    Ok(())
}

/// Which meeting's board has this code. Asks for no grant: the code is what its holder shows.
pub async fn find_board(work: &mut Work<'_>, digest: [u8; 32]) -> Result<(SessionId, GroupId)> {
    let mut row = work.one(&FIND_BOARD, params![work.practice(), digest.to_vec()]).await?;
    Ok((row.take()?, row.take()?))
}

/// The code of a meeting's board, still sealed, where it has one.
pub async fn code_of(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<Vec<u8>>> {
    let found = work.maybe(&CODE_OF, params![work.practice(), session]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

/// A group's readings, still sealed.
pub struct ReadingsRow {
    pub version: u32,
    pub content: Vec<u8>,
    pub written_at: Timestamp,
}

pub async fn find_readings(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Option<ReadingsRow>> {
    let found = work.maybe(&FIND_READINGS, params![work.practice(), group]).await?;
    let read = |mut row: Row| Ok(ReadingsRow { version: row.take()?, content: row.take()?, written_at: row.take()? });
    found.map(read).transpose()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_readings(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    seen: u32,
    content: Vec<u8>,
) -> Result<bool> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let touched = if seen == 0 {
        work.run(&INSERT_READINGS, params![practice, group, content, by, now]).await?
    } else {
        work.run(&SAVE_READINGS, params![content, by, now, practice, group, seen]).await?
    };
    Ok(touched == 1)
}

/// How many were there at most: a number about nobody.
pub async fn save_heads(
    work: &mut Work<'_>,
    _: &Grant,
    (session, group): (SessionId, GroupId),
    heads: u32,
) -> Result<()> {
    let (practice, now) = (work.practice(), work.now());
    if work.run(&INSERT_HEADS, params![practice, session, group, heads, now]).await? == 0 {
        work.run(&SAVE_HEADS, params![heads, practice, session]).await?;
    }
    Ok(())
}
