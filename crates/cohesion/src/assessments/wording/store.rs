//! SQL of loaded wordings.

use ::store::params;

use super::WordingId;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::work::Work;

::store::statements! {
    LIVING = "select id, content, recorded_by, recorded_at_ms
        from wordings
        where practice_id = $1
          and withdrawn_at_ms is null
        order by recorded_at_ms, id";

    INSERT = "insert into wordings
        (practice_id, id, content, recorded_by, recorded_at_ms)
        values ($1, $2, $3, $4, $5)";

    WITHDRAW = "update wordings
        set withdrawn_at_ms = $1
        where practice_id = $2
          and id = $3
          and withdrawn_at_ms is null";
}

/// A wording as it is kept.
pub(super) struct KeptWording {
    pub id: WordingId,
    pub content: Vec<u8>,
    pub recorded_by: PersonId,
    pub recorded_at: Timestamp,
}

/// The wordings that stand, still sealed. Asks for no grant: whoever opens one asks.
pub(super) async fn living(work: &mut Work<'_>) -> Result<Vec<KeptWording>> {
    let rows = work.rows(&LIVING, params![work.practice()]).await?;
    let read = rows.into_iter().map(|mut row| {
        Ok(KeptWording { id: row.take()?, content: row.take()?, recorded_by: row.take()?, recorded_at: row.take()? })
    });
    read.collect()
}

pub(super) async fn insert(work: &mut Work<'_>, _: &Grant, id: WordingId, content: Vec<u8>) -> Result<()> {
    let by = work.actor().person().unwrap_or(PersonId([0; 16]));
    work.run(&INSERT, params![work.practice(), id, content, by, work.now()]).await?;
    Ok(())
}

/// Whether there was one that stood.
pub(super) async fn withdraw(work: &mut Work<'_>, _: &Grant, id: WordingId) -> Result<bool> {
    Ok(work.run(&WITHDRAW, params![work.now(), work.practice(), id]).await? > 0)
}
