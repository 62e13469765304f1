//! SQL of counted tries.

use ::store::params;

use crate::Result;
use crate::identity::throttle::Tries;
use crate::limits::ENDED_LOGIN_KEPT;
use crate::work::Work;

::store::statements! {
    FIND_TRIES = "select tries, since_ms, last_ms
        from throttles
        where practice_id = $1
          and key_hash = $2";

    SAVE_TRIES = "insert into throttles
        (practice_id, key_hash, tries, since_ms, last_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (practice_id, key_hash) do update
        set tries = excluded.tries,
            since_ms = excluded.since_ms,
            last_ms = excluded.last_ms";

    FORGET_TRIES = "delete from throttles
        where practice_id = $1
          and key_hash = $2";

    FORGET_OLD_TRIES = "delete from throttles
        where practice_id = $1
          and last_ms < $2";
}

/// What was counted under a key. Asks for no grant: it comes before anybody is known.
pub(in crate::identity) async fn find_tries(work: &mut Work<'_>, key: [u8; 32]) -> Result<Option<Tries>> {
    let row = work.maybe(&FIND_TRIES, params![work.practice(), key]).await?;
    row.map(|mut row| Ok(Tries { count: row.take()?, since: row.take()?, last: row.take()? })).transpose()
}

/// Keeps what was counted. Asks for no grant: it comes before anybody is known.
pub(in crate::identity) async fn save_tries(work: &mut Work<'_>, key: [u8; 32], tries: Tries) -> Result<()> {
    work.run(&SAVE_TRIES, params![work.practice(), key, tries.count, tries.since, tries.last]).await?;
    Ok(())
}

/// Begins to count anew. Asks for no grant: it comes before anybody is known.
pub(in crate::identity) async fn forget_tries(work: &mut Work<'_>, key: [u8; 32]) -> Result<()> {
    work.run(&FORGET_TRIES, params![work.practice(), key]).await?;
    Ok(())
}

/// Forgets old counts. Asks for no grant: it shows nothing, and takes only what is over.
pub(in crate::identity) async fn forget_old_tries(work: &mut Work<'_>) -> Result<()> {
    work.run(&FORGET_OLD_TRIES, params![work.practice(), work.now() - ENDED_LOGIN_KEPT]).await?;
    Ok(())
}
