//! SQL that takes one person's letters and talks off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_TALKS = "delete from talks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_REMARKS = "delete from remarks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_LETTERS = "delete from letters
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_TALKS, &FORGET_REMARKS, &FORGET_LETTERS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
