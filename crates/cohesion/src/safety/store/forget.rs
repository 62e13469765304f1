//! SQL that takes one person's alerts and safety plans off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::safety::Stage;
use crate::work::Work;

::store::statements! {
    COUNT_OPEN = "select count(*)
        from alerts
        where practice_id = $1
          and person_id = $2
          and stage <> $3";

    FORGET_ENTRIES = "delete from alert_entries
        where practice_id = $1
          and alert_id in (
              select id
              from alerts
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_READERS = "delete from alert_readers
        where practice_id = $1
          and alert_id in (
              select id
              from alerts
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_ALERTS = "delete from alerts
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_ALL_ENTRIES = "delete from alert_entries
        where practice_id = $1
          and alert_id in (
              select id
              from alerts
              where practice_id = $1
                and person_id = $2)";

    FORGET_ALL_READERS = "delete from alert_readers
        where practice_id = $1
          and alert_id in (
              select id
              from alerts
              where practice_id = $1
                and person_id = $2)";

    FORGET_ALL_ALERTS = "delete from alerts
        where practice_id = $1
          and person_id = $2";

    FORGET_PLANS = "delete from safety_plans
        where practice_id = $1
          and person_id = $2";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_ENTRIES, &FORGET_READERS, &FORGET_ALERTS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}

/// Deletes all that is kept of one person, in whatever group. The grant must be about that person.
pub(crate) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    for sql in [&FORGET_ALL_ENTRIES, &FORGET_ALL_READERS, &FORGET_ALL_ALERTS, &FORGET_PLANS] {
        work.run(sql, params![work.practice(), person]).await?;
    }
    Ok(())
}

/// Whether anybody is still to answer for a sign of danger of this person. The grant must be about them.
pub(crate) async fn is_looked_after(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<bool> {
    let values = params![work.practice(), person, Stage::Closed.code()];
    let open: u32 = work.one(&COUNT_OPEN, values).await?.take()?;
    Ok(open > 0)
}
