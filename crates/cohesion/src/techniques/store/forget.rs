//! SQL that takes one person's worksheets, homework and targets off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_TASKS = "delete from tasks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_SHARES = "delete from sheet_shares
        where practice_id = $1
          and sheet_id in (
              select id
              from sheets
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_SHEETS = "delete from sheets
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_TARGETS = "delete from targets
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_TASKS, &FORGET_SHARES, &FORGET_SHEETS, &FORGET_TARGETS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
