//! SQL of letters.

use ::store::{Row, params};

use super::super::{LetterId, LetterState};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::limits::LETTERS_MAX;
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_LETTER = "insert into letters
        (practice_id, id, group_id, person_id, author_id, state, version, body, saved_at_ms)
        values ($1, $2, $3, $4, $5, 1, 1, $6, $7)
        on conflict do nothing";

    FIND_LETTER = "select id, group_id, person_id, author_id, state, version, body, saved_at_ms, released_by, released_at_ms,
            digest, answer, answered_at_ms, closed_by, closed_at_ms
        from letters
        where practice_id = $1
          and id = $2";

    FIND_DRAFT = "select id
        from letters
        where practice_id = $1
          and group_id = $2
          and person_id = $3
          and state = 1";

    LETTERS_TO = "select id, group_id, person_id, author_id, state, version, body, saved_at_ms, released_by, released_at_ms,
            digest, answer, answered_at_ms, closed_by, closed_at_ms
        from letters
        where practice_id = $1
          and person_id = $2
        order by saved_at_ms desc, id
        limit $3";

    LETTERS_ANSWERED = "select id, group_id, person_id, author_id, state, version, body, saved_at_ms, released_by, released_at_ms,
            digest, answer, answered_at_ms, closed_by, closed_at_ms
        from letters
        where practice_id = $1
          and group_id = $2
          and answered_at_ms is not null
          and closed_at_ms is null
        order by answered_at_ms, id
        limit $3";

    SAVE_LETTER = "update letters
        set version = version + 1,
            body = $1,
            author_id = $2,
            saved_at_ms = $3
        where practice_id = $4
          and id = $5
          and version = $6
          and state = 1";

    DELETE_DRAFT = "delete from letters
        where practice_id = $1
          and id = $2
          and version = $3
          and state = 1";

    SAVE_RELEASE = "update letters
        set version = version + 1,
            state = 2,
            body = $1,
            digest = $2,
            released_by = $3,
            released_at_ms = $4
        where practice_id = $5
          and id = $6
          and version = $7
          and state = 1";

    SAVE_REPLY = "update letters
        set answer = $1,
            answered_at_ms = $2
        where practice_id = $3
          and id = $4
          and state = 2
          and answered_at_ms is null";

    CLOSE_REPLY = "update letters
        set closed_by = $1,
            closed_at_ms = $2
        where practice_id = $3
          and id = $4
          and answered_at_ms is not null
          and closed_at_ms is null";
}

/// A letter's row, its words still sealed.
#[derive(Clone)]
pub struct LetterRow {
    pub id: LetterId,
    pub group: GroupId,
    pub person: PersonId,
    pub author: PersonId,
    pub state: LetterState,
    pub version: u32,
    pub body: Vec<u8>,
    pub saved_at: Timestamp,
    pub released: Option<(PersonId, Timestamp)>,
    pub digest: Option<[u8; 32]>,
    pub answer: Option<(Vec<u8>, Timestamp)>,
    pub closed: Option<(PersonId, Timestamp)>,
}

impl LetterRow {
    /// Goes on where the letter can still be written on.
    pub const fn while_draft(&self) -> Result<()> {
        match self.state {
            LetterState::Draft => Ok(()),
            LetterState::Released => Err(Error::Conflict("feedback-conflict-released")),
        }
    }
}

/// Begins a letter; `false` where a draft to this person in this group is there already.
pub async fn insert_letter(
    work: &mut Work<'_>,
    _: &Grant,
    id: LetterId,
    (group, person, author): (GroupId, PersonId, PersonId),
    body: Vec<u8>,
) -> Result<bool> {
    let values = params![work.practice(), id, group, person, author, body, work.now()];
    Ok(work.run(&INSERT_LETTER, values).await? == 1)
}

/// A letter's row, for deciding who may do what with it.
pub async fn find_letter(work: &mut Work<'_>, id: LetterId) -> Result<LetterRow> {
    read_letter(work.one(&FIND_LETTER, params![work.practice(), id]).await?)
}

/// The draft to a person in a group, if one is begun.
pub async fn find_draft(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Option<LetterId>> {
    let found = work.maybe(&FIND_DRAFT, params![work.practice(), group, person]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

/// Whether the version that was looked at was still the last one, and a draft.
pub async fn delete_draft(work: &mut Work<'_>, _: &Grant, id: LetterId, seen: u32) -> Result<bool> {
    Ok(work.run(&DELETE_DRAFT, params![work.practice(), id, seen]).await? == 1)
}

/// Letters to a person, those kept last first.
pub async fn letters_to(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<LetterRow>> {
    let rows = work.rows(&LETTERS_TO, params![work.practice(), person, LETTERS_MAX]).await?;
    rows.into_iter().map(read_letter).collect()
}

/// Letters of a group whose answer nobody has dealt with yet, the oldest answer first.
pub async fn letters_answered(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<LetterRow>> {
    let rows = work.rows(&LETTERS_ANSWERED, params![work.practice(), group, LETTERS_MAX]).await?;
    rows.into_iter().map(read_letter).collect()
}

/// Writes over the version that was looked at; `false` where it is not the last one any more, or no draft.
pub async fn save_letter(
    work: &mut Work<'_>,
    _: &Grant,
    (id, seen): (LetterId, u32),
    body: Vec<u8>,
    author: PersonId,
) -> Result<bool> {
    let values = params![body, author, work.now(), work.practice(), id, seen];
    Ok(work.run(&SAVE_LETTER, values).await? == 1)
}

/// Gives a letter out; `false` where it is not the last version any more, or no draft.
pub async fn save_release(
    work: &mut Work<'_>,
    _: &Grant,
    (id, seen): (LetterId, u32),
    body: Vec<u8>,
    by: PersonId,
) -> Result<bool> {
    let digest = keyring::digest(&body);
    let values = params![body, digest, by, work.now(), work.practice(), id, seen];
    Ok(work.run(&SAVE_RELEASE, values).await? == 1)
}

/// Keeps the member's answer; `false` where there is one already.
pub async fn save_reply(work: &mut Work<'_>, _: &Grant, id: LetterId, answer: Vec<u8>) -> Result<bool> {
    Ok(work.run(&SAVE_REPLY, params![answer, work.now(), work.practice(), id]).await? == 1)
}

/// Marks an answer as dealt with; `false` where it is already, or there is none.
pub async fn close_reply(work: &mut Work<'_>, _: &Grant, id: LetterId, by: PersonId) -> Result<bool> {
    Ok(work.run(&CLOSE_REPLY, params![by, work.now(), work.practice(), id]).await? == 1)
}

fn read_letter(mut row: Row) -> Result<LetterRow> {
    let (id, group, person, author) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let (state, version, body, saved_at) =
        (LetterState::from_code(row.take()?)?, row.take()?, row.take()?, row.take()?);
    let (released_by, released_at): (Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?);
    let digest = row.take()?;
    let (answer, answered_at): (Option<Vec<u8>>, Option<Timestamp>) = (row.take()?, row.take()?);
    let (closed_by, closed_at): (Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?);
    Ok(LetterRow {
        id,
        group,
        person,
        author,
        state,
        version,
        body,
        saved_at,
        released: released_by.zip(released_at),
        digest,
        answer: answer.zip(answered_at),
        closed: closed_by.zip(closed_at),
    })
}
