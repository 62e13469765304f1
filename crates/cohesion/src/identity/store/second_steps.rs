//! SQL of what stands between a right passphrase and the second factor.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::clock::CLOCKS_APART;
use crate::id::PersonId;
use crate::identity::device::Device;
use crate::limits::{SECOND_STEP, SECOND_STEP_TRIES_MAX};
use crate::work::Work;

::store::statements! {
    INSERT_SECOND_STEP = "insert into second_steps
        (practice_id, token_hash, person_id, device, began_at_ms, tries)
        values ($1, $2, $3, $4, $5, 0)";

    FIND_SECOND_STEP = "select person_id, device
        from second_steps
        where practice_id = $1
          and token_hash = $2
          and began_at_ms between $3 and $4
          and tries < $5";

    COUNT_TRY = "update second_steps
        set tries = tries + 1
        where practice_id = $1
          and token_hash = $2";

    END_SECOND_STEP = "delete from second_steps
        where practice_id = $1
          and token_hash = $2";

    FORGET_OLD_SECOND_STEPS = "delete from second_steps
        where practice_id = $1
          and began_at_ms < $2";
}

pub(in crate::identity) async fn insert_second_step(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    token_hash: [u8; 32],
    device: Device,
) -> Result<()> {
    work.run(&INSERT_SECOND_STEP, params![work.practice(), token_hash, person, device.code(), work.now()]).await?;
    Ok(())
}

/// Whose second step this is, while it may still be taken. Asks for no grant: it tells who asks.
pub(in crate::identity) async fn find_second_step(
    work: &mut Work<'_>,
    token_hash: [u8; 32],
) -> Result<Option<(PersonId, Device)>> {
    let (from, until) = (work.now() - SECOND_STEP, work.now() + CLOCKS_APART);
    let values = params![work.practice(), token_hash, from, until, SECOND_STEP_TRIES_MAX];
    let row = work.maybe(&FIND_SECOND_STEP, values).await?;
    row.map(|mut row| Ok((row.take()?, Device::from_code(row.take()?)?))).transpose()
}

/// Counts a try. Asks for no grant: it is about whoever asks.
pub(in crate::identity) async fn count_try(work: &mut Work<'_>, token_hash: [u8; 32]) -> Result<()> {
    work.run(&COUNT_TRY, params![work.practice(), token_hash]).await?;
    Ok(())
}

/// Ends a second step; how many there were. Asks for no grant: it is about whoever asks.
pub(in crate::identity) async fn end_second_step(work: &mut Work<'_>, token_hash: [u8; 32]) -> Result<u64> {
    work.run(&END_SECOND_STEP, params![work.practice(), token_hash]).await
}

/// Forgets what was not finished in time. Asks for no grant: it shows nothing, and takes only what is over.
pub(in crate::identity) async fn forget_old_second_steps(work: &mut Work<'_>) -> Result<()> {
    work.run(&FORGET_OLD_SECOND_STEPS, params![work.practice(), work.now() - SECOND_STEP]).await?;
    Ok(())
}
