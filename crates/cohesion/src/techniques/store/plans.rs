//! SQL of curricula: the practice's own copies in their versions, and what each group follows.

use ::store::{Row, params};

use super::super::CurriculumId;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::work::Work;

::store::statements! {
    INSERT_CURRICULUM = "insert into curricula
        (practice_id, id, version, content, kept_at_ms)
        values ($1, $2, $3, $4, $5)";

    NEWEST_CURRICULUM = "select id, version, content
        from curricula
        where practice_id = $1
          and id = $2
        order by version desc
        limit 1";

    NEWEST_CURRICULA = "select newest.id, newest.version, newest.content
        from curricula newest
        where newest.practice_id = $1
          and newest.version = (
              select max(others.version)
              from curricula others
              where others.practice_id = newest.practice_id
                and others.id = newest.id)
        order by newest.id
        limit 200";

    FIND_PLAN = "select content, version, chosen_at_ms
        from plans
        where practice_id = $1
          and group_id = $2";

    SAVE_PLAN = "insert into plans
        (practice_id, group_id, content, version, chosen_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (practice_id, group_id) do update
        set content = excluded.content,
            version = excluded.version,
            chosen_at_ms = excluded.chosen_at_ms";
}

/// A version of a copy, still sealed.
pub struct KeptCurriculum {
    pub id: CurriculumId,
    pub version: u32,
    pub content: Vec<u8>,
}

/// A plan's row, still sealed.
pub struct KeptPlan {
    pub content: Vec<u8>,
    pub version: u32,
    pub chosen_at: Timestamp,
}

pub async fn insert_curriculum(
    work: &mut Work<'_>,
    _: &Grant,
    id: CurriculumId,
    version: u32,
    content: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_CURRICULUM, params![work.practice(), id, version, content, work.now()]).await?;
    Ok(())
}

pub async fn newest_curriculum(work: &mut Work<'_>, _: &Grant, id: CurriculumId) -> Result<KeptCurriculum> {
    read_curriculum(work.one(&NEWEST_CURRICULUM, params![work.practice(), id]).await?)
}

pub async fn newest_curricula(work: &mut Work<'_>, _: &Grant) -> Result<Vec<KeptCurriculum>> {
    let rows = work.rows(&NEWEST_CURRICULA, params![work.practice()]).await?;
    rows.into_iter().map(read_curriculum).collect()
}

pub async fn find_plan(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Option<KeptPlan>> {
    let found = work.maybe(&FIND_PLAN, params![work.practice(), group]).await?;
    let read = |mut row: Row| Ok(KeptPlan { content: row.take()?, version: row.take()?, chosen_at: row.take()? });
    found.map(read).transpose()
}

pub async fn save_plan(work: &mut Work<'_>, _: &Grant, group: GroupId, content: Vec<u8>, version: u32) -> Result<()> {
    work.run(&SAVE_PLAN, params![work.practice(), group, content, version, work.now()]).await?;
    Ok(())
}

fn read_curriculum(mut row: Row) -> Result<KeptCurriculum> {
    Ok(KeptCurriculum { id: row.take()?, version: row.take()?, content: row.take()? })
}
