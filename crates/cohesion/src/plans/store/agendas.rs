//! SQL of agendas.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, SessionId};
use crate::work::Work;

::store::statements! {
    FIND_AGENDA = "select version, content, written_at_ms
        from agendas
        where practice_id = $1
          and session_id = $2";

    INSERT_AGENDA = "insert into agendas
        (practice_id, session_id, group_id, version, content, written_by, written_at_ms)
        values ($1, $2, $3, 1, $4, $5, $6)
        on conflict do nothing";

    SAVE_AGENDA = "update agendas
        set version = version + 1,
            content = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and session_id = $5
          and version = $6";
}

/// An agenda's row, its content still sealed.
pub struct AgendaRow {
    pub version: u32,
    pub content: Vec<u8>,
    pub written_at: Timestamp,
}

pub async fn find_agenda(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<AgendaRow>> {
    let found = work.maybe(&FIND_AGENDA, params![work.practice(), session]).await?;
    let read = |mut row: Row| Ok(AgendaRow { version: row.take()?, content: row.take()?, written_at: row.take()? });
    found.map(read).transpose()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_agenda(
    work: &mut Work<'_>,
    _: &Grant,
    (session, group): (SessionId, GroupId),
    seen: u32,
    content: Vec<u8>,
) -> Result<bool> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let touched = if seen == 0 {
        work.run(&INSERT_AGENDA, params![practice, session, group, content, by, now]).await?
    } else {
        work.run(&SAVE_AGENDA, params![content, by, now, practice, session, seen]).await?
    };
    Ok(touched == 1)
}
