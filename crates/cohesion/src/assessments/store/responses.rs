//! SQL of responses.

use ::store::{Row, params};

use super::super::{Assignment, AssignmentId, Cursor, ResponseId};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

::store::statements! {
    INSERT_RESPONSE = "insert into responses
        (practice_id, id, assignment_id, group_id, person_id, version, sheet_key, record, answered_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    FIND_VERSION_OF_SHEET = "select version
        from responses
        where practice_id = $1
          and assignment_id = $2
          and sheet_key = $3";

    VERSIONS_OF = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms,
            instrument_index
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and assignment_id = $2
        order by version";

    ANSWERED_BY = "select latest.id, latest.assignment_id, latest.person_id, session_id, latest.version, latest.record,
            began.answered_at_ms, instrument_index
        from responses began
        join assignments
          on assignments.practice_id = began.practice_id
         and assignments.id = began.assignment_id
        join responses latest
          on latest.practice_id = began.practice_id
         and latest.assignment_id = began.assignment_id
         and latest.version = (
             select max(others.version)
             from responses others
             where others.practice_id = began.practice_id
               and others.assignment_id = began.assignment_id)
        where began.practice_id = $1
          and began.person_id = $2
          and began.version = 1
          and (began.answered_at_ms < $3 or began.answered_at_ms = $3 and began.assignment_id < $4)
        order by began.answered_at_ms desc, began.assignment_id desc
        limit $5";

    RESPONSES_IN = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms,
            instrument_index
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and responses.group_id = $2
          and responses.person_id = $3
        order by answered_at_ms, version, responses.id";

    RESPONSES_ON = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms,
            instrument_index
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and responses.group_id = $2
          and assignments.group_id = $2
          and instrument_index = $3
        order by answered_at_ms, version, responses.id";
}

/// A response's row, its record still sealed.
pub struct KeptResponse {
    pub id: ResponseId,
    pub assignment: AssignmentId,
    pub person: PersonId,
    pub session: Option<SessionId>,
    pub version: u32,
    pub record: Vec<u8>,
    pub answered_at: Timestamp,
    pub instrument: [u8; 32],
}

pub async fn insert_response(
    work: &mut Work<'_>,
    _: &Grant,
    id: ResponseId,
    assignment: &Assignment,
    version: u32,
    key: &[u8; 16],
    record: Vec<u8>,
) -> Result<()> {
    let Assignment { id: assignment, group, person, .. } = *assignment;
    let values = params![work.practice(), id, assignment, group, person, version, *key, record, work.now()];
    work.run(&INSERT_RESPONSE, values).await?;
    Ok(())
}

/// The version that a form was kept as, if it came before.
pub async fn find_version_of_sheet(
    work: &mut Work<'_>,
    _: &Grant,
    id: AssignmentId,
    key: &[u8; 16],
) -> Result<Option<u32>> {
    let found = work.maybe(&FIND_VERSION_OF_SHEET, params![work.practice(), id, *key]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

pub async fn versions_of(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<Vec<KeptResponse>> {
    let rows = work.rows(&VERSIONS_OF, params![work.practice(), id]).await?;
    rows.into_iter().map(read_response).collect()
}

/// The latest version of each answer of a person, the newest first, so many of them behind `after`.
pub async fn answered_by(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    after: Option<Cursor>,
    count: u32,
) -> Result<Vec<KeptResponse>> {
    let (at, id) = after.map_or((Timestamp(i64::MAX), AssignmentId([0; 16])), |after| (after.at, after.assignment));
    let rows = work.rows(&ANSWERED_BY, params![work.practice(), person, at, id, count]).await?;
    rows.into_iter().map(read_response).collect()
}

pub async fn responses_in(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<KeptResponse>> {
    let rows = work.rows(&RESPONSES_IN, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_response).collect()
}

pub async fn responses_on(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    index: [u8; 32],
) -> Result<Vec<KeptResponse>> {
    let rows = work.rows(&RESPONSES_ON, params![work.practice(), group, index]).await?;
    rows.into_iter().map(read_response).collect()
}

fn read_response(mut row: Row) -> Result<KeptResponse> {
    Ok(KeptResponse {
        id: row.take()?,
        assignment: row.take()?,
        person: row.take()?,
        session: row.take()?,
        version: row.take()?,
        record: row.take()?,
        answered_at: row.take()?,
        instrument: row.take()?,
    })
}
