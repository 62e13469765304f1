//! SQL of people and their sealed profiles.

use ::store::params;

use crate::access::Grant;
use crate::id::PersonId;
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_PERSON = "insert into people
        (practice_id, id, profile, version, created_at_ms)
        values ($1, $2, $3, 1, $4)";

    FIND_PROFILE = "select profile, version
        from people
        where practice_id = $1
          and id = $2";

    SAVE_PROFILE = "update people
        set profile = $1,
            version = version + 1
        where practice_id = $2
          and id = $3
          and version = $4";
}

pub(in crate::identity) async fn insert_person(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    profile: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_PERSON, params![work.practice(), person, profile, work.now()]).await?;
    Ok(())
}

pub(in crate::identity) async fn find_profile(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
) -> Result<(Vec<u8>, u32)> {
    let mut row = work.one(&FIND_PROFILE, params![work.practice(), person]).await?;
    Ok((row.take()?, row.take()?))
}

/// Saves over the version that was read; a change in between is a conflict, so nothing is lost unseen.
pub(in crate::identity) async fn save_profile(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    profile: Vec<u8>,
    version: u32,
) -> Result<()> {
    match work.run(&SAVE_PROFILE, params![profile, work.practice(), person, version]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("identity-conflict-changed")),
    }
}
