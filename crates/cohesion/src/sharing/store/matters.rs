//! SQL of what has to be looked after: matters, reports, and who has stepped back.

use ::store::{Row, params};

use super::super::{Cause, MatterId, PostId, Stage, ThreadId, Tier};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::limits::MATTERS_MAX;
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_MATTER = "insert into matters
        (practice_id, id, group_id, thread_id, post_id, cause, tier, state, raised_at_ms, due_at_ms, asked_by, decided_by,
            record, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    FIND_MATTER = "select id, group_id, thread_id, post_id, cause, tier, state, raised_at_ms, due_at_ms, passed_on_at_ms,
            asked_by, decided_by, record, version
        from matters
        where practice_id = $1
          and id = $2";

    MATTERS_IN = "select id, group_id, thread_id, post_id, cause, tier, state, raised_at_ms, due_at_ms, passed_on_at_ms,
            asked_by, decided_by, record, version
        from matters
        where practice_id = $1
          and group_id = $2
          and state in (1, 2, 4)
        order by due_at_ms, id
        limit $3";

    OPEN_IN_THREAD = "select count(*)
        from matters
        where practice_id = $1
          and thread_id = $2
          and state in (1, 2, 4)";

    SAVE_MATTER = "update matters
        set state = $1,
            due_at_ms = $2,
            asked_by = $3,
            decided_by = $4,
            record = $5,
            version = $6
        where practice_id = $7
          and id = $8
          and version = $9";

    RAISE_TIER = "update matters
        set tier = $1,
            due_at_ms = $2
        where practice_id = $3
          and id = $4";

    SET_PASSED_ON = "update matters
        set passed_on_at_ms = $1
        where practice_id = $2
          and id = $3";

    ADD_REPORT = "insert into reports
        (practice_id, matter_id, reporter_id, thread_id, words, reported_at_ms)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing";

    REPORTS_OF = "select reporter_id, words, reported_at_ms
        from reports
        where practice_id = $1
          and matter_id = $2
        order by reported_at_ms, reporter_id";

    REPORTS_SINCE = "select count(*)
        from reports
        where practice_id = $1
          and reporter_id = $2
          and reported_at_ms > $3";

    DELETE_REPORTS = "delete from reports
        where practice_id = $1
          and thread_id = $2";

    DELETE_MATTERS = "delete from matters
        where practice_id = $1
          and thread_id = $2";

    SAVE_BREAK = "insert into moderation_breaks
        (practice_id, group_id, person_id, until_ms)
        values ($1, $2, $3, $4)
        on conflict (practice_id, group_id, person_id) do update
        set until_ms = excluded.until_ms";

    AWAY = "select person_id, until_ms
        from moderation_breaks
        where practice_id = $1
          and group_id = $2
          and until_ms > $3";
}

/// A matter's row, its record still sealed.
pub struct MatterRow {
    pub id: MatterId,
    pub group: GroupId,
    pub thread: ThreadId,
    pub post: PostId,
    pub cause: Cause,
    pub tier: Tier,
    pub stage: Stage,
    pub raised_at: Timestamp,
    pub due_at: Timestamp,
    pub passed_on_at: Option<Timestamp>,
    /// Who asked for a second opinion.
    pub asked_by: Option<PersonId>,
    /// Who decided first.
    pub decided_by: Option<PersonId>,
    pub record: Vec<u8>,
    pub version: u32,
}

pub async fn insert_matter(work: &mut Work<'_>, _: &Grant, row: &MatterRow) -> Result<()> {
    let values = params![
        work.practice(),
        row.id,
        row.group,
        row.thread,
        row.post,
        row.cause.code(),
        row.tier.code(),
        row.stage.code(),
        row.raised_at,
        row.due_at,
        row.asked_by,
        row.decided_by,
        row.record.as_slice(),
        row.version
    ];
    work.run(&INSERT_MATTER, values).await?;
    Ok(())
}

/// A matter, still sealed. Asks for no grant: its group decides who may look after it.
pub async fn find_matter(work: &mut Work<'_>, id: MatterId) -> Result<MatterRow> {
    read(work.one(&FIND_MATTER, params![work.practice(), id]).await?)
}

/// What waits in a group, what is due first at the top.
pub async fn matters_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<MatterRow>> {
    let rows = work.rows(&MATTERS_IN, params![work.practice(), group, MATTERS_MAX]).await?;
    rows.into_iter().map(read).collect()
}

/// Whether something in a thread has not been decided.
pub async fn has_open_matters(work: &mut Work<'_>, _: &Grant, thread: ThreadId) -> Result<bool> {
    let count: i64 = work.one(&OPEN_IN_THREAD, params![work.practice(), thread]).await?.take()?;
    Ok(count > 0)
}

/// Saves a matter over the version that was read; `row` holds the next one.
pub async fn save_matter(work: &mut Work<'_>, _: &Grant, row: &MatterRow) -> Result<()> {
    let values = params![
        row.stage.code(),
        row.due_at,
        row.asked_by,
        row.decided_by,
        row.record.as_slice(),
        row.version,
        work.practice(),
        row.id,
        row.version - 1
    ];
    if work.run(&SAVE_MATTER, values).await? == 1 { Ok(()) } else { Err(Error::Conflict("sharing-conflict-decided")) }
}

pub async fn raise_tier(work: &mut Work<'_>, _: &Grant, id: MatterId, tier: Tier, due: Timestamp) -> Result<()> {
    work.run(&RAISE_TIER, params![tier.code(), due, work.practice(), id]).await?;
    Ok(())
}

pub async fn set_passed_on(work: &mut Work<'_>, _: &Grant, id: MatterId) -> Result<()> {
    work.run(&SET_PASSED_ON, params![work.now(), work.practice(), id]).await?;
    Ok(())
}

/// Keeps what one person tells about a matter; whether they had not told of it before.
pub async fn add_report(
    work: &mut Work<'_>,
    _: &Grant,
    matter: &MatterRow,
    reporter: PersonId,
    words: Vec<u8>,
) -> Result<bool> {
    let values = params![work.practice(), matter.id, reporter, matter.thread, words, work.now()];
    Ok(work.run(&ADD_REPORT, values).await? == 1)
}

/// What was told about a matter, still sealed, the first first.
pub async fn reports_of(
    work: &mut Work<'_>,
    _: &Grant,
    matter: MatterId,
) -> Result<Vec<(PersonId, Vec<u8>, Timestamp)>> {
    let rows = work.rows(&REPORTS_OF, params![work.practice(), matter]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?, row.take()?))).collect()
}

/// How much somebody has told of since a moment.
pub async fn reports_since(work: &mut Work<'_>, _: &Grant, reporter: PersonId, since: Timestamp) -> Result<u32> {
    Ok(work.one(&REPORTS_SINCE, params![work.practice(), reporter, since]).await?.take()?)
}

/// Deletes all that was to look after in a thread.
pub async fn delete_matters(work: &mut Work<'_>, _: &Grant, thread: ThreadId) -> Result<()> {
    work.run(&DELETE_REPORTS, params![work.practice(), thread]).await?;
    work.run(&DELETE_MATTERS, params![work.practice(), thread]).await?;
    Ok(())
}

pub async fn save_break(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    until: Timestamp,
) -> Result<()> {
    work.run(&SAVE_BREAK, params![work.practice(), group, person, until]).await?;
    Ok(())
}

/// Who has stepped back now, and until when. Asks for no grant: it is read to find who is there.
pub async fn away(work: &mut Work<'_>, group: GroupId) -> Result<Vec<(PersonId, Timestamp)>> {
    let rows = work.rows(&AWAY, params![work.practice(), group, work.now()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

fn read(mut row: Row) -> Result<MatterRow> {
    let (id, group, thread, post) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let (cause, tier) = (Cause::from_code(row.take()?)?, Tier::from_code(row.take()?)?);
    let (stage, raised_at, due_at) = (Stage::from_code(row.take()?)?, row.take()?, row.take()?);
    let (passed_on_at, asked_by, decided_by) = (row.take()?, row.take()?, row.take()?);
    let (record, version) = (row.take()?, row.take()?);
    Ok(MatterRow {
        id,
        group,
        thread,
        post,
        cause,
        tier,
        stage,
        raised_at,
        due_at,
        passed_on_at,
        asked_by,
        decided_by,
        record,
        version,
    })
}
