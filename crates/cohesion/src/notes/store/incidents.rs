//! SQL of incidents.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::notes::IncidentId;
use crate::work::Work;

::store::statements! {
    INSERT_INCIDENT = "insert into incidents
        (practice_id, id, session_id, group_id, words, reported_by, reported_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    FIND_INCIDENT = "select id, session_id, group_id, words, reported_by, reported_at_ms, closed_by, closed_at_ms, closing
        from incidents
        where practice_id = $1
          and id = $2";

    INCIDENTS_AT = "select id, session_id, group_id, words, reported_by, reported_at_ms, closed_by, closed_at_ms, closing
        from incidents
        where practice_id = $1
          and session_id = $2
        order by reported_at_ms desc, id";

    OPEN_INCIDENTS = "select id, session_id, group_id, words, reported_by, reported_at_ms, closed_by, closed_at_ms, closing
        from incidents
        where practice_id = $1
          and closed_at_ms is null
        order by reported_at_ms, id";

    CLOSE_INCIDENT = "update incidents
        set closed_by = $1,
            closed_at_ms = $2,
            closing = $3
        where practice_id = $4
          and id = $5
          and closed_at_ms is null";
}

/// An incident's row, its words still sealed.
pub struct IncidentRow {
    pub id: IncidentId,
    pub session: SessionId,
    pub group: GroupId,
    pub words: Vec<u8>,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub closed: Option<(PersonId, Timestamp, Vec<u8>)>,
}

pub async fn insert_incident(
    work: &mut Work<'_>,
    _: &Grant,
    (id, session, group): (IncidentId, SessionId, GroupId),
    words: Vec<u8>,
) -> Result<()> {
    let (by, now) = (work.actor().person(), work.now());
    work.run(&INSERT_INCIDENT, params![work.practice(), id, session, group, words, by, now]).await?;
    Ok(())
}

/// An incident, still sealed. Asks for no grant: its group decides who may read it.
pub async fn find_incident(work: &mut Work<'_>, id: IncidentId) -> Result<IncidentRow> {
    read(work.one(&FIND_INCIDENT, params![work.practice(), id]).await?)
}

pub async fn incidents_at(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Vec<IncidentRow>> {
    work.rows(&INCIDENTS_AT, params![work.practice(), session]).await?.into_iter().map(read).collect()
}

/// Every open incident, still sealed. Asks for no grant: each one's group decides who may know of it.
pub async fn open_incidents(work: &mut Work<'_>) -> Result<Vec<IncidentRow>> {
    work.rows(&OPEN_INCIDENTS, params![work.practice()]).await?.into_iter().map(read).collect()
}

/// Whether it was still open.
pub async fn close_incident(work: &mut Work<'_>, _: &Grant, id: IncidentId, closing: Vec<u8>) -> Result<bool> {
    let values = params![work.actor().person(), work.now(), closing, work.practice(), id];
    Ok(work.run(&CLOSE_INCIDENT, values).await? == 1)
}

fn read(mut row: Row) -> Result<IncidentRow> {
    let (id, session, group, words) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let (by, at) = (row.take()?, row.take()?);
    let closed: (Option<PersonId>, Option<Timestamp>, Option<Vec<u8>>) = (row.take()?, row.take()?, row.take()?);
    let closed = closed.0.zip(closed.1).zip(closed.2).map(|((by, at), words)| (by, at, words));
    Ok(IncidentRow { id, session, group, words, by, at, closed })
}
