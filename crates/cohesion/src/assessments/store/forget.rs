//! SQL that takes one person's answers off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_DRAFTS = "delete from drafts
        where practice_id = $1
          and assignment_id in (
              select id
              from assignments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_RESPONSES = "delete from responses
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_TALLIES = "delete from tallies
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_ASSIGNMENTS = "delete from assignments
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_DRAFTS, &FORGET_RESPONSES, &FORGET_TALLIES, &FORGET_ASSIGNMENTS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
