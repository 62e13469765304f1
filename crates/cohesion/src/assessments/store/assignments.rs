//! SQL of batteries, assignments and drafts.

use ::store::{Row, params};

use super::super::{Assignment, AssignmentId, AssignmentState, Request};
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

    ASKED_IN = "select distinct instrument_index, person_id, state
        from assignments
        where practice_id = $1
          and group_id = $2";

    ASKED_BEFORE = "select person_id, state
        from assignments
        where practice_id = $1
          and group_id = $2
          and session_id = $3
          and opens_at_ms <= $4";

    ANSWERED_IN = "select distinct instrument_index
        from assignments
        where practice_id = $1
          and person_id = $2
          and group_id = $3
          and state = 2";

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
}

/// An assignment's row, its instrument still sealed.
pub struct KeptAssignment {
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
pub struct KeptDraft {
    pub draft: Vec<u8>,
    pub version: u32,
    pub saved_at: Timestamp,
}

pub async fn find_battery(work: &mut Work<'_>, group: GroupId) -> Result<Option<(Vec<u8>, u32)>> {
    let found = work.maybe(&FIND_BATTERY, params![work.practice(), group]).await?;
    found.map(|mut row| Ok((row.take()?, row.take()?))).transpose()
}

pub async fn save_battery(
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
pub async fn insert_assignment(
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
pub async fn move_assignments(work: &mut Work<'_>, _: &Grant, session: &Session, opens_at: Timestamp) -> Result<()> {
    let Session { id, group, starts_at, .. } = *session;
    work.run(&MOVE_ASSIGNMENTS, params![opens_at, starts_at, work.practice(), group, id]).await?;
    Ok(())
}

/// Asks another instrument in place of the one that was asked; answers whether it could, which it cannot where the person
/// is asked that one for the session already.
pub async fn exchange_instrument(
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

pub async fn find_assignment(work: &mut Work<'_>, id: AssignmentId) -> Result<KeptAssignment> {
    read_assignment(work.one(&FIND_ASSIGNMENT, params![work.practice(), id]).await?)
}

pub async fn asked_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&ASKED_OF, params![work.practice(), person, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// What a person was to answer by now in a group, and did not.
pub async fn unanswered_in(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&UNANSWERED_IN, params![work.practice(), group, person, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// What everyone in a group was to answer by now on one instrument, and did not.
pub async fn unanswered_on(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    index: [u8; 32],
) -> Result<Vec<KeptAssignment>> {
    let rows = work.rows(&UNANSWERED_ON, params![work.practice(), group, index, work.now()]).await?;
    rows.into_iter().map(read_assignment).collect()
}

/// One instrument that one person was asked in a group.
pub struct Asked {
    pub instrument: [u8; 32],
    pub person: PersonId,
    pub is_answered: bool,
}

/// What was ever asked in a group, once for each person and whether it was answered.
pub async fn asked_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Asked>> {
    let rows = work.rows(&ASKED_IN, params![work.practice(), group]).await?;
    let read = |mut row: Row| {
        let (instrument, person) = (row.take()?, row.take()?);
        Ok(Asked {
            instrument,
            person,
            is_answered: AssignmentState::from_code(row.take()?)? == AssignmentState::Answered,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Whom something was asked before a session began, and whether it was answered. Nobody is told by it what was asked.
pub async fn asked_before(
    work: &mut Work<'_>,
    _: &Grant,
    session: &Session,
) -> Result<Vec<(PersonId, AssignmentState)>> {
    let values = params![work.practice(), session.group, session.id, session.starts_at];
    let rows = work.rows(&ASKED_BEFORE, values).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, AssignmentState::from_code(row.take()?)?))).collect()
}

/// The indices of what a person answered in a group.
pub async fn answered_in(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<[u8; 32]>> {
    let rows = work.rows(&ANSWERED_IN, params![work.practice(), person, group]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

/// The assignment is answered; its draft is not needed any more.
pub async fn finish(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<()> {
    work.run(&FINISH, params![AssignmentState::Answered.code(), work.practice(), id]).await?;
    work.run(&DELETE_DRAFT, params![work.practice(), id]).await?;
    Ok(())
}

pub async fn find_draft(work: &mut Work<'_>, _: &Grant, id: AssignmentId) -> Result<Option<KeptDraft>> {
    let found = work.maybe(&FIND_DRAFT, params![work.practice(), id]).await?;
    found.map(|mut row| Ok(KeptDraft { draft: row.take()?, version: row.take()?, saved_at: row.take()? })).transpose()
}

pub async fn save_draft(work: &mut Work<'_>, _: &Grant, id: AssignmentId, draft: Vec<u8>, version: u32) -> Result<()> {
    work.run(&SAVE_DRAFT, params![work.practice(), id, draft, version, work.now()]).await?;
    Ok(())
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
