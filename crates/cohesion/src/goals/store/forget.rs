//! SQL that takes one person's goals and steps off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_RATINGS = "delete from goal_ratings
        where practice_id = $1
          and goal_id in (
              select id
              from goals
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_TERMS = "delete from goal_terms
        where practice_id = $1
          and goal_id in (
              select id
              from goals
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_GOALS = "delete from goals
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_STEPS = "delete from steps
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_RATINGS, &FORGET_TERMS, &FORGET_GOALS, &FORGET_STEPS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
