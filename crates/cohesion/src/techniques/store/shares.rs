//! SQL of what members show to their group. What was taken back leaves its row, without content.

use ::store::{Row, params};

use super::super::{ShareId, SheetId};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::GroupId;
use crate::limits::SHEETS_MAX;
use crate::work::Work;

::store::statements! {
    INSERT_SHARE = "insert into sheet_shares
        (practice_id, id, sheet_id, group_id, content, shared_at_ms)
        values ($1, $2, $3, $4, $5, $6)";

    FIND_SHARE = "select id, group_id, content, shared_at_ms
        from sheet_shares
        where practice_id = $1
          and id = $2";

    SHARES_IN = "select id, group_id, content, shared_at_ms
        from sheet_shares
        where practice_id = $1
          and group_id = $2
          and ended_at_ms is null
        order by shared_at_ms desc, id
        limit $3";

    END_SHARES = "update sheet_shares
        set content = null,
            ended_at_ms = $1
        where practice_id = $2
          and sheet_id = $3
          and ended_at_ms is null";

    DELETE_SHARES = "delete from sheet_shares
        where practice_id = $1
          and sheet_id = $2";
}

/// A share's row, its content still sealed, or gone where it was taken back.
pub struct KeptShare {
    pub id: ShareId,
    pub group: GroupId,
    pub content: Option<Vec<u8>>,
    pub shared_at: Timestamp,
}

pub async fn insert_share(
    work: &mut Work<'_>,
    _: &Grant,
    id: ShareId,
    (sheet, group): (SheetId, GroupId),
    content: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_SHARE, params![work.practice(), id, sheet, group, content, work.now()]).await?;
    Ok(())
}

pub async fn find_share(work: &mut Work<'_>, id: ShareId) -> Result<KeptShare> {
    read_share(work.one(&FIND_SHARE, params![work.practice(), id]).await?)
}

pub async fn shares_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<KeptShare>> {
    let rows = work.rows(&SHARES_IN, params![work.practice(), group, SHEETS_MAX]).await?;
    rows.into_iter().map(read_share).collect()
}

/// Takes a sheet back from its group, with what was shown of it.
pub async fn end_shares(work: &mut Work<'_>, _: &Grant, sheet: SheetId) -> Result<u64> {
    work.run(&END_SHARES, params![work.now(), work.practice(), sheet]).await
}

pub async fn delete_shares(work: &mut Work<'_>, _: &Grant, sheet: SheetId) -> Result<()> {
    work.run(&DELETE_SHARES, params![work.practice(), sheet]).await?;
    Ok(())
}

fn read_share(mut row: Row) -> Result<KeptShare> {
    Ok(KeptShare { id: row.take()?, group: row.take()?, content: row.take()?, shared_at: row.take()? })
}
