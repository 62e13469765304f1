//! SQL of what was done about strains.

use ::store::{Row, params};

use super::Way;
use crate::Result;
use crate::access::Grant;
use crate::assessments::AssignmentId;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    INSERT_MENDING = "insert into mendings
        (practice_id, assignment_id, number, group_id, person_id, way, words, done_by, done_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    MENDINGS_IN = "select assignment_id, number, person_id, way, words, done_at_ms
        from mendings
        where practice_id = $1
          and group_id = $2
        order by done_at_ms, assignment_id, number";

    FORGET_MENDINGS = "delete from mendings
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// One of them, its words still sealed.
pub struct MendingRow {
    pub rating: AssignmentId,
    pub number: u32,
    pub person: PersonId,
    pub way: Way,
    pub words: Vec<u8>,
    pub at: Timestamp,
}

pub async fn insert_mending(
    work: &mut Work<'_>,
    _: &Grant,
    (rating, number): (AssignmentId, u32),
    (group, person): (GroupId, PersonId),
    way: Way,
    words: Vec<u8>,
) -> Result<()> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let values = params![practice, rating, number, group, person, way.code(), words, by, now];
    work.run(&INSERT_MENDING, values).await?;
    Ok(())
}

pub async fn mendings_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<MendingRow>> {
    work.rows(&MENDINGS_IN, params![work.practice(), group]).await?.into_iter().map(read).collect()
}

fn read(mut row: Row) -> Result<MendingRow> {
    let (rating, number, person) = (row.take()?, row.take()?, row.take()?);
    Ok(MendingRow { rating, number, person, way: Way::from_code(row.take()?)?, words: row.take()?, at: row.take()? })
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_MENDINGS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
