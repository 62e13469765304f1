//! SQL of words between members.

use ::store::{Row as SqlRow, params};

use super::{Answer, AppreciationId, Kind, State};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    OPEN = "insert into appreciation_doors
        (practice_id, group_id, opened_by, opened_at_ms)
        values ($1, $2, $3, $4)
        on conflict do nothing";

    CLOSE = "delete from appreciation_doors
        where practice_id = $1
          and group_id = $2";

    IS_OPEN = "select count(*)
        from appreciation_doors
        where practice_id = $1
          and group_id = $2";

    INSERT = "insert into appreciations
        (practice_id, id, group_id, giver_id, receiver_id, kind, state, words, written_at_ms)
        values ($1, $2, $3, $4, $5, $6, 1, $7, $8)";

    FIND = "select id, group_id, giver_id, receiver_id, kind, state, words, written_at_ms, copy, given_back, answer,
         decided_at_ms
        from appreciations
        where practice_id = $1
          and id = $2";

    ALL_IN = "select id, group_id, giver_id, receiver_id, kind, state, words, written_at_ms, copy, given_back, answer,
         decided_at_ms
        from appreciations
        where practice_id = $1
          and group_id = $2
        order by written_at_ms desc, id";

    GIVEN_BY = "select id, group_id, giver_id, receiver_id, kind, state, words, written_at_ms, copy, given_back, answer,
         decided_at_ms
        from appreciations
        where practice_id = $1
          and group_id = $2
          and giver_id = $3
        order by written_at_ms desc, id";

    RECEIVED_BY = "select id, group_id, giver_id, receiver_id, kind, state, words, written_at_ms, copy, given_back, answer,
         decided_at_ms
        from appreciations
        where practice_id = $1
          and group_id = $2
          and receiver_id = $3
          and state = 2
        order by decided_at_ms desc, id";

    MOVE_ON = "update appreciations
        set state = $1
        where practice_id = $2
          and id = $3
          and state = 1";

    PASS_ON = "update appreciations
        set state = 2,
            copy = $1,
            decided_by = $2,
            decided_at_ms = $3
        where practice_id = $4
          and id = $5
          and state = 1";

    GIVE_BACK = "update appreciations
        set state = 3,
            given_back = $1,
            decided_by = $2,
            decided_at_ms = $3
        where practice_id = $4
          and id = $5
          and state = 1";

    SAVE_ANSWER = "update appreciations
        set answer = $1
        where practice_id = $2
          and id = $3
          and state = 2";

    FORGET_GIVEN = "delete from appreciations
        where practice_id = $1
          and group_id = $2
          and giver_id = $3";

    FORGET_RECEIVED = "delete from appreciations
        where practice_id = $1
          and group_id = $2
          and receiver_id = $3";
}

/// A word's row, still sealed.
pub struct Row {
    pub id: AppreciationId,
    pub group: GroupId,
    pub giver: PersonId,
    pub receiver: PersonId,
    pub kind: Kind,
    pub state: State,
    pub words: Vec<u8>,
    pub at: Timestamp,
    pub copy: Option<Vec<u8>>,
    pub given_back: Option<Vec<u8>>,
    pub answer: Option<Answer>,
    pub decided_at: Option<Timestamp>,
}

pub async fn open(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<()> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    work.run(&OPEN, params![practice, group, by, now]).await?;
    Ok(())
}

pub async fn close(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<()> {
    work.run(&CLOSE, params![work.practice(), group]).await?;
    Ok(())
}

/// Whether members can write. Asks for no grant: it tells nothing of anybody.
pub async fn is_open(work: &mut Work<'_>, group: GroupId) -> Result<bool> {
    let count: i64 = work.one(&IS_OPEN, params![work.practice(), group]).await?.take()?;
    Ok(count > 0)
}

pub async fn insert(
    work: &mut Work<'_>,
    _: &Grant,
    (id, group): (AppreciationId, GroupId),
    (giver, receiver): (PersonId, PersonId),
    kind: Kind,
    words: Vec<u8>,
) -> Result<()> {
    let values = params![work.practice(), id, group, giver, receiver, kind.code(), words, work.now()];
    work.run(&INSERT, values).await?;
    Ok(())
}

/// A word, still sealed. Asks for no grant: its group decides who may read it.
pub async fn find(work: &mut Work<'_>, id: AppreciationId) -> Result<Row> {
    read(work.one(&FIND, params![work.practice(), id]).await?)
}

pub async fn all_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Row>> {
    work.rows(&ALL_IN, params![work.practice(), group]).await?.into_iter().map(read).collect()
}

pub async fn given_by(work: &mut Work<'_>, _: &Grant, group: GroupId, giver: PersonId) -> Result<Vec<Row>> {
    work.rows(&GIVEN_BY, params![work.practice(), group, giver]).await?.into_iter().map(read).collect()
}

/// What was passed on to somebody.
pub async fn received_by(work: &mut Work<'_>, _: &Grant, group: GroupId, receiver: PersonId) -> Result<Vec<Row>> {
    work.rows(&RECEIVED_BY, params![work.practice(), group, receiver]).await?.into_iter().map(read).collect()
}

/// Whether it still waited.
pub async fn move_on(work: &mut Work<'_>, _: &Grant, id: AppreciationId, state: State) -> Result<bool> {
    Ok(work.run(&MOVE_ON, params![state.code(), work.practice(), id]).await? == 1)
}

pub async fn pass_on(work: &mut Work<'_>, _: &Grant, id: AppreciationId, copy: Vec<u8>) -> Result<()> {
    let values = params![copy, work.actor().person(), work.now(), work.practice(), id];
    once(work.run(&PASS_ON, values).await?)
}

pub async fn give_back(work: &mut Work<'_>, _: &Grant, id: AppreciationId, words: Vec<u8>) -> Result<()> {
    let values = params![words, work.actor().person(), work.now(), work.practice(), id];
    once(work.run(&GIVE_BACK, values).await?)
}

fn once(touched: u64) -> Result<()> {
    if touched == 1 { Ok(()) } else { Err(Error::Conflict("appreciation-conflict-not-waiting")) }
}

pub async fn save_answer(work: &mut Work<'_>, _: &Grant, id: AppreciationId, answer: Answer) -> Result<()> {
    work.run(&SAVE_ANSWER, params![answer.code(), work.practice(), id]).await?;
    Ok(())
}

fn read(mut row: SqlRow) -> Result<Row> {
    let (id, group, giver, receiver) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let (kind, state) = (Kind::from_code(row.take()?)?, State::from_code(row.take()?)?);
    let (words, at, copy, given_back) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let answer: Option<i64> = row.take()?;
    let answer = answer.map(Answer::from_code).transpose()?;
    Ok(Row { id, group, giver, receiver, kind, state, words, at, copy, given_back, answer, decided_at: row.take()? })
}

/// Deletes all that is kept of one person in one group. The grant must be about that person. A word to somebody who is gone goes with them.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_GIVEN, &FORGET_RECEIVED] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
