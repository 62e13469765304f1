//! SQL of who must not meet.

use ::store::params;

use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, KeepApartId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_KEEP_APART = "insert into keep_apart
        (practice_id, id, one_id, other_id, group_id, author_id, reason, since_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    KEEP_APARTS_BY = "select id, one_id, other_id, reason, since_ms
        from keep_apart
        where practice_id = $1
          and group_id = $2
          and author_id = $3
          and until_ms is null
        order by since_ms, id";

    KEPT_APART_FROM = "select other_id
        from keep_apart
        where practice_id = $1
          and one_id = $2
          and until_ms is null
        union
        select one_id
        from keep_apart
        where practice_id = $1
          and other_id = $2
          and until_ms is null";

    END_KEEP_APART = "update keep_apart
        set until_ms = $1
        where practice_id = $2
          and id = $3
          and group_id = $4
          and author_id = $5
          and until_ms is null";
}

/// A pair's row, its reason still sealed.
pub struct KeptApart {
    pub id: KeepApartId,
    pub pair: (PersonId, PersonId),
    pub reason: Vec<u8>,
    pub since: Timestamp,
}

pub async fn insert_keep_apart(
    work: &mut Work<'_>,
    _: &Grant,
    id: KeepApartId,
    (one, other): (PersonId, PersonId),
    group: GroupId,
    author: PersonId,
    reason: Vec<u8>,
) -> Result<()> {
    let values = params![work.practice(), id, one, other, group, author, reason, work.now()];
    work.run(&INSERT_KEEP_APART, values).await?;
    Ok(())
}

pub async fn keep_aparts_by(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    author: PersonId,
) -> Result<Vec<KeptApart>> {
    let rows = work.rows(&KEEP_APARTS_BY, params![work.practice(), group, author]).await?;
    rows.into_iter()
        .map(|mut row| {
            let id = row.take()?;
            let pair = (row.take()?, row.take()?);
            Ok(KeptApart { id, pair, reason: row.take()?, since: row.take()? })
        })
        .collect()
}

/// Everyone whom this person must not meet in a group. Used to hold something back, never shown.
pub async fn kept_apart_from(work: &mut Work<'_>, person: PersonId) -> Result<Vec<PersonId>> {
    let rows = work.rows(&KEPT_APART_FROM, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

pub async fn end_keep_apart(
    work: &mut Work<'_>,
    _: &Grant,
    id: KeepApartId,
    group: GroupId,
    author: PersonId,
) -> Result<()> {
    match work.run(&END_KEEP_APART, params![work.now(), work.practice(), id, group, author]).await? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}
