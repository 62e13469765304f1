//! SQL that takes one person's ending off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_LOOKING_BACK = "delete from evaluations_given
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_ANNOUNCED = "delete from announced_endings
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_SUMMARIES = "delete from discharge_summaries
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_LEAVER_STEPS = "delete from leaver_steps
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_TICKS = "delete from ending_ticks
        where practice_id = $1
          and group_id = $2
          and subject_id = $3";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_LOOKING_BACK, &FORGET_ANNOUNCED, &FORGET_SUMMARIES, &FORGET_LEAVER_STEPS, &FORGET_TICKS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
