//! SQL of batteries, assignments, drafts and responses.

use ::store::{Row, params};

use super::{Assignment, AssignmentId, AssignmentState, Cursor, Request, ResponseId};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

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

    EXCHANGE_INSTRUMENT = "update assignments
        set instrument = $1,
            instrument_index = $2
        where practice_id = $3
          and id = $4
          and not exists (
              select 1
              from assignments others
              where others.practice_id = $3
                and others.person_id = $5
                and others.instrument_index = $2
                and others.session_id = $6)";

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

    UNANSWERED_IN = "select id, group_id, person_id, session_id, instrument, opens_at_ms, due_at_ms, state
        from assignments
        where practice_id = $1
          and group_id = $2
          and person_id = $3
          and due_at_ms <= $4
          and state = 1
        order by due_at_ms, id";

    UNANSWERED_ON = "select id, group_id, person_id, session_id, instrument, opens_at_ms, due_at_ms, state
        from assignments
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3
          and due_at_ms <= $4
          and state = 1
        order by due_at_ms, id";

    ASKED_IN = "select distinct instrument_index, state
        from assignments
        where practice_id = $1
          and group_id = $2";

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

    FIND_VERSION_OF_SHEET = "select version
        from responses
        where practice_id = $1
          and assignment_id = $2
          and sheet_key = $3";

    VERSIONS_OF = "select responses.id, assignment_id, responses.person_id, session_id, version, record, answered_at_ms
        from responses
        join assignments
          on assignments.practice_id = responses.practice_id
         and assignments.id = responses.assignment_id
        where responses.practice_id = $1
          and assignment_id = $2
        order by version";

    ANSWERED_BY = "select latest.id, latest.assignment_id, latest.person_id, session_id, latest.version, latest.record,
            began.answered_at_ms
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

/// Asks another instrument in place of the one that was asked; answers whether it could, which it cannot where the person
/// is asked that one for the session already.
pub(super) async fn exchange_instrument(
    work: &mut Work<'_>,
    _: &Grant,
    assignment: &Assignment,
    instrument: Vec<u8>,
    index: [u8; 32],
) -> Result<bool> {
    let Assignment { id, person, session, .. } = *assignment;
    let values = params![instrument, index, work.practice(), id, person, session];
    Ok(work.run(&EXCHANGE_INSTRUMENT, values).await? == 1)
}

pub(super) async fn find_assignment(work: &mut Work<'_>, id: AssignmentId) -> Result<KeptAssignment> {
    read_assignment(work.one(&FIND_ASSIGNMENT, params![work.practice(), id]).await?)
}

pub(super) async fn asked_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&ASKED_OF, params![work.practice(), person, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// What a person was to answer by now in a group, and did not.
pub(super) async fn unanswered_in(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&UNANSWERED_IN, params![work.practice(), group, person, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// What everyone in a group was to answer by now on one instrument, and did not.
pub(super) async fn unanswered_on(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    index: [u8; 32],
) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&UNANSWERED_ON, params![work.practice(), group, index, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// The indices of what was ever asked in a group, each with whether it was answered.
pub(super) async fn asked_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<(Vec<u8>, bool)>> {
    let rows = work.rows(&ASKED_IN, params![work.practice(), group]).await?;
    let read = |mut row: Row| {
        let (index, state) = (row.take()?, AssignmentState::from_code(row.take()?)?);
        Ok((index, state == AssignmentState::Answered))
    };
    rows.into_iter().map(read).collect()
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

/// The version that a form was kept as, if it came before.
pub(super) async fn find_version_of_sheet(
    work: &mut Work<'_>,
    _: &Grant,
    id: AssignmentId,
    key: &[u8; 16],
) -> Result<Option<u32>> {
    let found = work.maybe(&FIND_VERSION_OF_SHEET, params![work.practice(), id, *key]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

pub(super) async fn versions_of(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<Vec<KeptResponse>> {
    let rows = work.rows(&VERSIONS_OF, params![work.practice(), id]).await?;
    rows.into_iter().map(read_response).collect()
}

/// The latest version of each answer of a person, the newest first, so many of them behind `after`.
pub(super) async fn answered_by(
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

/// The latest version of what the same person answered last to the same instrument in the same group.
pub(super) async fn last_beside(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    index: [u8; 32],
) -> Result<Option<KeptResponse>> {
    let Assignment { id, group, person, .. } = *assignment;
    let values = params![work.practice(), person, group, index, id];
    let Some(mut row) = work.maybe(&LAST_ANSWERED, values).await? else { return Ok(None) };
    Ok(versions_of(work, grant, row.take()?).await?.pop())
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
