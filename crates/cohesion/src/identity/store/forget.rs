//! SQL that takes a person, and all by which they sign in, off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::work::Work;

::store::statements! {
    FORGET_CODES = "delete from recovery_codes
        where practice_id = $1
          and person_id = $2";

    FORGET_SECOND_STEPS = "delete from second_steps
        where practice_id = $1
          and person_id = $2";

    FORGET_LEFT_ADDRESSES = "delete from left_addresses
        where practice_id = $1
          and person_id = $2";

    FORGET_INVITATIONS = "delete from invitations
        where practice_id = $1
          and person_id = $2";

    FORGET_LOGINS = "delete from logins
        where practice_id = $1
          and person_id = $2";

    FORGET_ACCOUNT = "delete from accounts
        where practice_id = $1
          and person_id = $2";

    FORGET_PROFILE = "delete from people
        where practice_id = $1
          and id = $2";
}

/// Deletes all by which a person signs in, with its look-up values.
pub(in crate::identity) async fn forget_ways_in(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    for sql in [
        &FORGET_CODES,
        &FORGET_SECOND_STEPS,
        &FORGET_LEFT_ADDRESSES,
        &FORGET_INVITATIONS,
        &FORGET_LOGINS,
        &FORGET_ACCOUNT,
    ] {
        work.run(sql, params![work.practice(), person]).await?;
    }
    Ok(())
}

/// Deletes the profile.
pub(in crate::identity) async fn forget_profile(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    for sql in [&FORGET_PROFILE] {
        work.run(sql, params![work.practice(), person]).await?;
    }
    Ok(())
}
