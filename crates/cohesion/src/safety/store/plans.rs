//! SQL of safety plans: every version is a row of its own.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::work::Work;

::store::statements! {
    PLANS_OF = "select version, author_id, written_at_ms, plan
        from safety_plans
        where practice_id = $1
          and person_id = $2
        order by version desc";

    NEWEST_PLAN = "select version, author_id, written_at_ms, plan
        from safety_plans
        where practice_id = $1
          and person_id = $2
        order by version desc
        limit 1";

    INSERT_PLAN = "insert into safety_plans
        (practice_id, person_id, version, author_id, written_at_ms, plan)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing";
}

/// A plan's row, still sealed.
pub(in crate::safety) struct KeptPlanRow {
    pub version: u32,
    pub author: PersonId,
    pub written_at: Timestamp,
    pub plan: Vec<u8>,
}

/// Every version, the newest first.
pub(in crate::safety) async fn plans_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptPlanRow>> {
    work.rows(&PLANS_OF, params![work.practice(), person]).await?.into_iter().map(read).collect()
}

/// The newest version, if there is one.
pub(in crate::safety) async fn newest_plan(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
) -> Result<Option<KeptPlanRow>> {
    work.maybe(&NEWEST_PLAN, params![work.practice(), person]).await?.map(read).transpose()
}

/// Keeps a version; `false` where another of that number is kept already.
pub(in crate::safety) async fn insert_plan(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    version: u32,
    author: PersonId,
    plan: Vec<u8>,
) -> Result<bool> {
    let values = params![work.practice(), person, version, author, work.now(), plan];
    Ok(work.run(&INSERT_PLAN, values).await? == 1)
}

fn read(mut row: Row) -> Result<KeptPlanRow> {
    Ok(KeptPlanRow { version: row.take()?, author: row.take()?, written_at: row.take()?, plan: row.take()? })
}
