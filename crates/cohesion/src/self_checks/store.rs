//! SQL of self-checks.

use ::store::params;

use super::SelfCheckId;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::work::Work;

::store::statements! {
    INSERT = "insert into self_checks
        (practice_id, id, person_id, answers, answered_at_ms)
        values ($1, $2, $3, $4, $5)";

    ALL_OF = "select id, answered_at_ms, answers
        from self_checks
        where practice_id = $1
          and person_id = $2
        order by answered_at_ms desc, id";

    OWNER = "select person_id
        from self_checks
        where practice_id = $1
          and id = $2";

    DELETE = "delete from self_checks
        where practice_id = $1
          and id = $2";

    FORGET = "delete from self_checks
        where practice_id = $1
          and person_id = $2";
}

pub async fn insert(work: &mut Work<'_>, _: &Grant, id: SelfCheckId, person: PersonId, answers: Vec<u8>) -> Result<()> {
    work.run(&INSERT, params![work.practice(), id, person, answers, work.now()]).await?;
    Ok(())
}

/// A person's self-checks, still sealed, the newest first.
pub async fn all_of(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
) -> Result<Vec<(SelfCheckId, Timestamp, Vec<u8>)>> {
    let rows = work.rows(&ALL_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?, row.take()?))).collect()
}

/// Whose it is; read to decide, so before there is a grant.
pub async fn owner(work: &mut Work<'_>, id: SelfCheckId) -> Result<PersonId> {
    Ok(work.one(&OWNER, params![work.practice(), id]).await?.take()?)
}

pub async fn delete(work: &mut Work<'_>, _: &Grant, id: SelfCheckId) -> Result<()> {
    work.run(&DELETE, params![work.practice(), id]).await?;
    Ok(())
}

/// Deletes all of a person's. The grant must be about that person.
pub(crate) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&FORGET, params![work.practice(), person]).await?;
    Ok(())
}
