//! SQL of what members say of statements about their records.

use ::store::{Row, params};

use super::super::RemarkId;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::limits::REMARKS_MAX;
use crate::work::Work;

::store::statements! {
    INSERT_REMARK = "insert into remarks
        (practice_id, id, group_id, person_id, number, words, said_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    LAST_REMARK = "select coalesce(max(number), 0)
        from remarks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    REMARKS_OF = "select id, words, said_at_ms
        from remarks
        where practice_id = $1
          and group_id = $2
          and person_id = $3
        order by number desc
        limit $4";
}

/// A remark's row, its words still sealed.
pub struct RemarkRow {
    pub id: RemarkId,
    pub words: Vec<u8>,
    pub at: Timestamp,
}

pub async fn insert_remark(
    work: &mut Work<'_>,
    _: &Grant,
    id: RemarkId,
    (group, person): (GroupId, PersonId),
    words: Vec<u8>,
) -> Result<()> {
    let last: i64 = work.one(&LAST_REMARK, params![work.practice(), group, person]).await?.take()?;
    work.run(&INSERT_REMARK, params![work.practice(), id, group, person, last + 1, words, work.now()]).await?;
    Ok(())
}

/// What a person said in a group, the newest first.
pub async fn remarks_of(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<RemarkRow>> {
    let rows = work.rows(&REMARKS_OF, params![work.practice(), group, person, REMARKS_MAX]).await?;
    let read = |mut row: Row| Ok(RemarkRow { id: row.take()?, words: row.take()?, at: row.take()? });
    rows.into_iter().map(read).collect()
}
