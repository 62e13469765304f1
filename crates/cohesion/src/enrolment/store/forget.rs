//! SQL that takes one person's way into a group off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_DEPARTURES = "delete from departures
        where practice_id = $1
          and enrolment_id in (
              select id
              from enrolments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_PREPARATIONS = "delete from preparations
        where practice_id = $1
          and enrolment_id in (
              select id
              from enrolments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_DECISIONS = "delete from decisions
        where practice_id = $1
          and enrolment_id in (
              select id
              from enrolments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_SCREENINGS = "delete from screenings
        where practice_id = $1
          and enrolment_id in (
              select id
              from enrolments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_STEPS = "delete from enrolment_steps
        where practice_id = $1
          and enrolment_id in (
              select id
              from enrolments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_LIGHT = "delete from light_registrations
        where practice_id = $1
          and enrolment_id in (
              select id
              from enrolments
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_WAYS = "delete from enrolments
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_PAIRS = "delete from keep_apart
        where practice_id = $1
          and (one_id = $2
           or other_id = $2)";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [
        &FORGET_DEPARTURES,
        &FORGET_PREPARATIONS,
        &FORGET_DECISIONS,
        &FORGET_SCREENINGS,
        &FORGET_STEPS,
        &FORGET_LIGHT,
        &FORGET_WAYS,
    ] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}

/// Deletes what says whom one person must not meet. The grant must be about that person.
pub(crate) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    for sql in [&FORGET_PAIRS] {
        work.run(sql, params![work.practice(), person]).await?;
    }
    Ok(())
}
