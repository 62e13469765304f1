//! SQL of what was added to a signed record.

use ::store::params;

use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_ADDED = "insert into record_words
        (practice_id, session_id, number, words, written_by, written_at_ms, digest)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing";

    ADDED_TO = "select number, words, written_by, written_at_ms, digest
        from record_words
        where practice_id = $1
          and session_id = $2
        order by number";
}

/// Added words, still sealed.
pub struct AddedRow {
    pub number: u32,
    pub words: Vec<u8>,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub digest: [u8; 32],
}

/// Puts words at their place among those that were added.
pub async fn insert_added(
    work: &mut Work<'_>,
    _: &Grant,
    session: SessionId,
    number: u32,
    words: Vec<u8>,
) -> Result<()> {
    let digest = keyring::digest(&words);
    let values = params![work.practice(), session, number, words, work.actor().person(), work.now(), digest];
    match work.run(&INSERT_ADDED, values).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("notes-conflict-changed")),
    }
}

/// What was added to the record of a session, in its order.
pub async fn added_to(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Vec<AddedRow>> {
    let rows = work.rows(&ADDED_TO, params![work.practice(), session]).await?.into_iter();
    rows.map(|mut row| {
        let (number, words, by) = (row.take()?, row.take()?, row.take()?);
        Ok(AddedRow { number, words, by, at: row.take()?, digest: row.take()? })
    })
    .collect()
}
