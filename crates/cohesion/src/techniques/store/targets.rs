//! SQL of targets. A target that has ended keeps its row: the history is dated.

use ::store::{Row, params};

use super::super::TargetId;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    INSERT_TARGET = "insert into targets
        (practice_id, id, group_id, person_id, words, from_ms)
        values ($1, $2, $3, $4, $5, $6)";

    FIND_TARGET = "select id, group_id, person_id, words, from_ms, until_ms
        from targets
        where practice_id = $1
          and id = $2";

    TARGETS_OF = "select id, group_id, person_id, words, from_ms, until_ms
        from targets
        where practice_id = $1
          and group_id = $2
          and person_id = $3
        order by from_ms desc, id
        limit 200";

    END_TARGET = "update targets
        set until_ms = $1
        where practice_id = $2
          and id = $3
          and until_ms is null";
}

/// A target's row, its words still sealed.
pub struct KeptTarget {
    pub id: TargetId,
    pub group: GroupId,
    pub person: PersonId,
    pub words: Vec<u8>,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

pub async fn insert_target(
    work: &mut Work<'_>,
    _: &Grant,
    id: TargetId,
    (group, person): (GroupId, PersonId),
    words: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_TARGET, params![work.practice(), id, group, person, words, work.now()]).await?;
    Ok(())
}

pub async fn find_target(work: &mut Work<'_>, id: TargetId) -> Result<KeptTarget> {
    read_target(work.one(&FIND_TARGET, params![work.practice(), id]).await?)
}

pub async fn targets_of(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<KeptTarget>> {
    let rows = work.rows(&TARGETS_OF, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_target).collect()
}

pub async fn end_target(work: &mut Work<'_>, _: &Grant, id: TargetId) -> Result<()> {
    work.run(&END_TARGET, params![work.now(), work.practice(), id]).await?;
    Ok(())
}

fn read_target(mut row: Row) -> Result<KeptTarget> {
    Ok(KeptTarget {
        id: row.take()?,
        group: row.take()?,
        person: row.take()?,
        words: row.take()?,
        from: row.take()?,
        until: row.take()?,
    })
}
