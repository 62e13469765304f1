//! SQL of batteries, assignments, drafts and responses.

use ::store::{Row, params};

use super::{Assignment, AssignmentId, AssignmentState, Request, ResponseId};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    FIND_BATTERY = "select entries, version
        from batteries
        where practice_id = $1
          and group_id = $2";

    SAVE_BATTERY = "insert into batteries
        (practice_id, group_id, entries, version)
        values ($1, $2, $3, $4)
        on conflict (practice_id, group_id) do update
        set entries = excluded.entries,
            version = excluded.version";

    INSERT_ASSIGNMENT = "insert into assignments
        (practice_id, id, group_id, person_id, session_id, instrument, instrument_index, opens_at_ms, due_at_ms, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict do nothing";

    MOVE_ASSIGNMENTS = "update assignments
        set opens_at_ms = $1,
            due_at_ms = $2
        where practice_id = $3
          and group_id = $4
          and session_id = $5
          and state = 1";

    FIND_ASSIGNMENT = "select id, group_id, person_id, session_id, instrument, opens_at_ms, due_at_ms, state
        from assignments
        where practice_id = $1
          and id = $2";

    ASKED_OF = "select id, group_id, person_id, session_id, instrument, opens_at_ms, due_at_ms, state
        from assignments
        where practice_id = $1
          and person_id = $2
          and opens_at_ms <= $3
          and state = 1
        order by due_at_ms, id";

    FINISH = "update assignments
        set state = $1
        where practice_id = $2
          and id = $3";

    FIND_DRAFT = "select draft, version, saved_at_ms
        from drafts
        where practice_id = $1
          and assignment_id = $2";

    SAVE_DRAFT = "insert into drafts
        (practice_id, assignment_id, draft, version, saved_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (practice_id, assignment_id) do update
        set draft = excluded.draft,
            version = excluded.version,
            saved_at_ms = excluded.saved_at_ms";

    DELETE_DRAFT = "delete from drafts
        where practice_id = $1
          and assignment_id = $2";

    INSERT_RESPONSE = "insert into responses
        (practice_id, id, assignment_id, group_id, person_id, version, sheet_key, record, answered_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    FIND_RESPONSE_OF_SHEET = "select id
        from responses
        where practice_id = $1
          and assignment_id = $2
          and sheet_key = $3";

    VERSIONS = "select id, version
        from responses
        where practice_id = $1
          and assignment_id = $2
        order by version";

    LAST_ANSWERED = "select assignment_id
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and responses.person_id = $2
          and responses.group_id = $3
          and instrument_index = $4
          and assignment_id <> $5
          and version = 1
        order by answered_at_ms desc, responses.id
        limit 1";

    LATEST_VERSION = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and assignment_id = $2
        order by version desc
        limit 1";

    RESPONSES_IN = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and responses.group_id = $2
          and responses.person_id = $3
        order by answered_at_ms, version, responses.id";

    RESPONSES_ON = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and responses.group_id = $2
          and instrument_index = $3
        order by answered_at_ms, version, responses.id";
}

/// An assignment's row, its instrument still sealed.
pub(super) struct KeptAssignment {
    pub id: AssignmentId,
    pub group: GroupId,
    pub person: PersonId,
    pub session: Option<SessionId>,
    pub instrument: Vec<u8>,
    pub opens_at: Timestamp,
    pub due_at: Timestamp,
    pub state: AssignmentState,
}

/// A draft's row, still sealed.
pub(super) struct KeptDraft {
    pub draft: Vec<u8>,
    pub version: u32,
    pub saved_at: Timestamp,
}

/// A response's row, its record still sealed.
pub(super) struct KeptResponse {
    pub id: ResponseId,
    pub assignment: AssignmentId,
    pub person: PersonId,
    pub session: Option<SessionId>,
    pub version: u32,
    pub record: Vec<u8>,
    pub answered_at: Timestamp,
}

pub(super) async fn find_battery(work: &mut Work<'_>, group: GroupId) -> Result<Option<(Vec<u8>, u32)>> {
    let found = work.maybe(&FIND_BATTERY, params![work.practice(), group]).await?;
    found.map(|mut row| Ok((row.take()?, row.take()?))).transpose()
}

pub(super) async fn save_battery(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    entries: Vec<u8>,
    version: u32,
) -> Result<()> {
    work.run(&SAVE_BATTERY, params![work.practice(), group, entries, version]).await?;
    Ok(())
}

/// Answers whether it was placed; the same instrument for the same person and session is placed once.
pub(super) async fn insert_assignment(
    work: &mut Work<'_>,
    _: &Grant,
    id: AssignmentId,
    request: &Request<'_>,
    instrument: Vec<u8>,
    index: [u8; 32],
) -> Result<bool> {
    let Request { group, person, session, opens_at, due_at, .. } = *request;
    let state = AssignmentState::Asked.code();
    let values = params![work.practice(), id, group, person, session, instrument, index, opens_at, due_at, state];
    Ok(work.run(&INSERT_ASSIGNMENT, values).await? == 1)
}

/// Gives what is not answered yet before a session new dates.
pub(super) async fn move_assignments(
    work: &mut Work<'_>,
    _: &Grant,
    session: &Session,
    opens_at: Timestamp,
) -> Result<()> {
    let Session { id, group, starts_at, .. } = *session;
    work.run(&MOVE_ASSIGNMENTS, params![opens_at, starts_at, work.practice(), group, id]).await?;
    Ok(())
}

pub(super) async fn find_assignment(work: &mut Work<'_>, id: AssignmentId) -> Result<KeptAssignment> {
    read_assignment(work.one(&FIND_ASSIGNMENT, params![work.practice(), id]).await?)
}

pub(super) async fn asked_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&ASKED_OF, params![work.practice(), person, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// The assignment is answered; its draft is not needed any more.
pub(super) async fn finish(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<()> {
    work.run(&FINISH, params![AssignmentState::Answered.code(), work.practice(), id]).await?;
    work.run(&DELETE_DRAFT, params![work.practice(), id]).await?;
    Ok(())
}

pub(super) async fn find_draft(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<Option<KeptDraft>> {
    let found = work.maybe(&FIND_DRAFT, params![work.practice(), id]).await?;
    found.map(|mut row| Ok(KeptDraft { draft: row.take()?, version: row.take()?, saved_at: row.take()? })).transpose()
}

pub(super) async fn save_draft(
    work: &mut Work<'_>,
    _: &Grant,
    id: AssignmentId,
    draft: Vec<u8>,
    version: u32,
) -> Result<()> {
    work.run(&SAVE_DRAFT, params![work.practice(), id, draft, version, work.now()]).await?;
    Ok(())
}

pub(super) async fn insert_response(
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

pub(super) async fn find_response_of_sheet(
    work: &mut Work<'_>,
    _: &Grant,
    id: AssignmentId,
    key: &[u8; 16],
) -> Result<Option<ResponseId>> {
    let found = work.maybe(&FIND_RESPONSE_OF_SHEET, params![work.practice(), id, *key]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

/// The first version's id and the last version's number.
pub(super) async fn versions(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<(ResponseId, u32)> {
    let rows = work.rows(&VERSIONS, params![work.practice(), id]).await?;
    let versions: Vec<(ResponseId, u32)> =
        rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect::<Result<_>>()?;
    match (versions.first(), versions.last()) {
        (Some((first, _)), Some((_, last))) => Ok((*first, *last)),
        _ => Err(Error::NotFound),
    }
}

/// The latest version of what the same person answered last to the same instrument in the same group.
pub(super) async fn last_beside(
    work: &mut Work<'_>,
    _: &Grant,
    assignment: &Assignment,
    index: [u8; 32],
) -> Result<Option<KeptResponse>> {
    let Assignment { id, group, person, .. } = *assignment;
    let values = params![work.practice(), person, group, index, id];
    let Some(mut row) = work.maybe(&LAST_ANSWERED, values).await? else { return Ok(None) };
    let answered: AssignmentId = row.take()?;
    let latest = work.maybe(&LATEST_VERSION, params![work.practice(), answered]).await?;
    latest.map(read_response).transpose()
}

pub(super) async fn responses_in(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<KeptResponse>> {
    let rows = work.rows(&RESPONSES_IN, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_response).collect()
}

pub(super) async fn responses_on(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    index: [u8; 32],
) -> Result<Vec<KeptResponse>> {
    let rows = work.rows(&RESPONSES_ON, params![work.practice(), group, index]).await?;
    rows.into_iter().map(read_response).collect()
}

fn read_assignment(mut row: Row) -> Result<KeptAssignment> {
    Ok(KeptAssignment {
        id: row.take()?,
        group: row.take()?,
        person: row.take()?,
        session: row.take()?,
        instrument: row.take()?,
        opens_at: row.take()?,
        due_at: row.take()?,
        state: AssignmentState::from_code(row.take()?)?,
    })
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
    })
}
