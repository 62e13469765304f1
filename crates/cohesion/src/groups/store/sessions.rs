//! SQL of the calendar.

use ::store::{Row, params};

use super::super::{Session, SessionState};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, SessionId};
use crate::work::Work;

::store::statements! {
    INSERT_SESSION = "insert into sessions
        (practice_id, id, group_id, number, starts_at_ms, ends_at_ms, state)
        values ($1, $2, $3, $4, $5, $6, $7)";

    FIND_SESSION = "select id, group_id, number, starts_at_ms, ends_at_ms, state
        from sessions
        where practice_id = $1
          and id = $2";

    SESSIONS_OF = "select id, group_id, number, starts_at_ms, ends_at_ms, state
        from sessions
        where practice_id = $1
          and group_id = $2
        order by number";

    SESSIONS_BETWEEN = "select id, group_id, number, starts_at_ms, ends_at_ms, state
        from sessions
        where practice_id = $1
          and group_id = $2
          and ends_at_ms > $3
          and starts_at_ms < $4
        order by number";

    SAVE_TIME = "update sessions
        set starts_at_ms = $1,
            ends_at_ms = $2
        where practice_id = $3
          and id = $4";

    SAVE_SESSION_STATE = "update sessions
        set state = $1
        where practice_id = $2
          and id = $3";
}

pub async fn insert_session(work: &mut Work<'_>, _: &Grant, session: &Session) -> Result<()> {
    let Session { id, group, number, starts_at, ends_at, state } = *session;
    let values = params![work.practice(), id, group, number, starts_at, ends_at, state.code()];
    work.run(&INSERT_SESSION, values).await?;
    Ok(())
}

pub async fn find_session(work: &mut Work<'_>, id: SessionId) -> Result<Session> {
    read_session(work.one(&FIND_SESSION, params![work.practice(), id]).await?)
}

pub async fn sessions_of(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Session>> {
    work.rows(&SESSIONS_OF, params![work.practice(), group]).await?.into_iter().map(read_session).collect()
}

/// The sessions of a group that end after one moment and begin before another.
pub async fn sessions_between(
    work: &mut Work<'_>,
    group: GroupId,
    (after, before): (Timestamp, Timestamp),
) -> Result<Vec<Session>> {
    let values = params![work.practice(), group, after, before];
    work.rows(&SESSIONS_BETWEEN, values).await?.into_iter().map(read_session).collect()
}

pub async fn save_time(
    work: &mut Work<'_>,
    _: &Grant,
    id: SessionId,
    starts_at: Timestamp,
    ends_at: Timestamp,
) -> Result<()> {
    work.run(&SAVE_TIME, params![starts_at, ends_at, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_session_state(work: &mut Work<'_>, _: &Grant, id: SessionId, state: SessionState) -> Result<()> {
    work.run(&SAVE_SESSION_STATE, params![state.code(), work.practice(), id]).await?;
    Ok(())
}

fn read_session(mut row: Row) -> Result<Session> {
    Ok(Session {
        id: row.take()?,
        group: row.take()?,
        number: row.take()?,
        starts_at: row.take()?,
        ends_at: row.take()?,
        state: SessionState::from_code(row.take()?)?,
    })
}
