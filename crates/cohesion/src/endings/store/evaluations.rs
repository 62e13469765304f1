//! SQL of how members look back: one sealed value for each group, and who has answered.

use ::store::params;

use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    FIND_POOL = "select version, answers
        from group_evaluations
        where practice_id = $1
          and group_id = $2";

    INSERT_POOL = "insert into group_evaluations
        (practice_id, group_id, version, answers)
        values ($1, $2, 1, $3)
        on conflict do nothing";

    SAVE_POOL = "update group_evaluations
        set version = version + 1,
            answers = $1
        where practice_id = $2
          and group_id = $3
          and version = $4";

    INSERT_GIVEN = "insert into evaluations_given
        (practice_id, group_id, person_id)
        values ($1, $2, $3)
        on conflict do nothing";

    HAS_GIVEN = "select count(*)
        from evaluations_given
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

pub async fn find_pool(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Option<(u32, Vec<u8>)>> {
    let row = work.maybe(&FIND_POOL, params![work.practice(), group]).await?;
    row.map(|mut row| Ok((row.take()?, row.take()?))).transpose()
}

/// Keeps all answers in place of the version that was read.
pub async fn save_pool(work: &mut Work<'_>, _: &Grant, group: GroupId, seen: u32, answers: Vec<u8>) -> Result<()> {
    let kept = if seen == 0 {
        work.run(&INSERT_POOL, params![work.practice(), group, answers]).await?
    } else {
        work.run(&SAVE_POOL, params![answers, work.practice(), group, seen]).await?
    };
    if kept == 1 { Ok(()) } else { Err(Error::Conflict("endings-conflict-once-more")) }
}

/// Whether they had not answered yet.
pub async fn insert_given(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<bool> {
    Ok(work.run(&INSERT_GIVEN, params![work.practice(), group, person]).await? == 1)
}

pub async fn has_given(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<bool> {
    let count: i64 = work.one(&HAS_GIVEN, params![work.practice(), group, person]).await?.take()?;
    Ok(count > 0)
}
