//! SQL that takes one person's worksheets, homework and targets off the books. What is shown to a group lies under the group's
//! key, so the rows go, here and once more after older records were brought back.

use ::store::{Sql, Tx, params};

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId, PracticeId};
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

const OFF_THE_BOOKS: [&Sql; 4] = [&FORGET_TASKS, &FORGET_SHARES, &FORGET_SHEETS, &FORGET_TARGETS];

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in OFF_THE_BOOKS {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}

/// Deletes the same where an older database brought it back, before anything can be opened.
pub(crate) async fn forget_again(
    tx: &mut dyn Tx,
    practice: PracticeId,
    group: GroupId,
    person: PersonId,
) -> Result<()> {
    for sql in OFF_THE_BOOKS {
        tx.run(sql, params![practice, group, person]).await?;
    }
    Ok(())
}
