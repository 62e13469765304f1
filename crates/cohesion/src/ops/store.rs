//! SQL about the installation as a whole: its schema, what its root key wraps, and the ends of its chains.

use keyring::{Fingerprint, wrapped_under};
use store::{Row, Tx, params};

use super::shreds::Shred;
use super::wrapped::{Owner, Wrapped};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{Bytes, PracticeId};
use crate::work::{Head, MEMBERSHIP, Work};
use crate::{Result, sharing, techniques};

::store::statements! {
    SCHEMA = "/* every practice: the schema is one for all */
        select max(number)
        from schema_migration";

    FIND_INSTALLATION = "/* every practice: one key for the installation */
        select id, wrapped
        from installation";

    SAVE_INSTALLATION = "/* every practice: one key for the installation */
        update installation
        set wrapped = $1
        where id = $2
          and wrapped = $3";

    LIST_KEYS = "/* every practice: one root key wraps them all */
        select practice_id, id, scope_kind, scope_a, scope_b, wrapped
        from data_keys
        where wrapped is not null
        order by practice_id, id";

    SAVE_KEY = "update data_keys
        set wrapped = $1
        where practice_id = $2
          and id = $3
          and wrapped = $4";

    LIST_LIVING = "/* every practice: one ledger for all */
        select practice_id, id
        from data_keys
        where wrapped is not null";

    LIST_BARE = "/* every practice: a backup holds them all, without the keys themselves */
        select practice_id, id
        from data_keys
        where wrapped is null
          and shredded_at_ms is null
        order by practice_id, id";

    LIST_SHREDDED = "/* every practice: one ledger for all */
        select practice_id, id, shredded_at_ms
        from data_keys
        where shredded_at_ms is not null
        order by shredded_at_ms, practice_id, id";

    FIND_MEMBERSHIP = "select scope_a, scope_b
        from data_keys
        where practice_id = $1
          and id = $2
          and scope_kind = $3";

    SHRED_AGAIN = "update data_keys
        set wrapped = null,
            shredded_at_ms = $1
        where practice_id = $2
          and id = $3";

    GIVE_KEY = "update data_keys
        set wrapped = $1
        where practice_id = $2
          and id = $3";

    TAKE_KEYS_OUT = "/* every practice: a copy goes without any of them */
        update data_keys
        set wrapped = null
        where wrapped is not null";

    COUNT_KEYS = "select scope_kind, count(*)
        from data_keys
        where practice_id = $1
          and wrapped is not null
        group by scope_kind
        order by scope_kind";

    LIST_HEADS = "/* every practice: a backup holds them all */
        select practice_id, seq, hash
        from audit_heads
        order by practice_id";

    FIND_LINE = "select hash
        from audit_log
        where practice_id = $1
          and seq = $2";

    LAST_DEED = "/* every practice: one clock for all */
        select max(audit_log.at_ms)
        from audit_heads
        join audit_log
          on audit_log.practice_id = audit_heads.practice_id
         and audit_log.seq = audit_heads.seq";

    SAVE_CANARY = "insert into canaries
        (practice_id, sealed)
        values ($1, $2)
        on conflict (practice_id) do update
        set sealed = excluded.sealed";

    FIND_CANARY = "select sealed
        from canaries
        where practice_id = $1";
}

/// The step that the schema is at.
pub(super) async fn schema(tx: &mut dyn Tx) -> Result<Option<u32>> {
    Ok(tx.one(&SCHEMA, params![]).await?.take()?)
}

/// Everything that a root key wraps, the installation's own key first.
pub(super) async fn list_wrapped(tx: &mut dyn Tx) -> Result<Vec<Wrapped>> {
    let mut found = Vec::new();
    for mut row in tx.rows(&FIND_INSTALLATION, params![]).await? {
        found.push(Wrapped { owner: Owner::Installation, id: row.take()?, bytes: row.take()? });
    }
    for mut row in tx.rows(&LIST_KEYS, params![]).await? {
        let (practice, id) = (row.take()?, row.take()?);
        let owner = Owner::Scope { practice, kind: row.take()?, a: row.take()?, b: row.take()? };
        found.push(Wrapped { owner, id, bytes: row.take()? });
    }
    Ok(found)
}

/// Every data key that lives.
pub(super) async fn list_living(tx: &mut dyn Tx) -> Result<Vec<(PracticeId, Bytes)>> {
    pairs(tx.rows(&LIST_LIVING, params![]).await?)
}

/// Every data key that is not shredded and whose bytes are not here: in a copy that went without them, all.
pub(super) async fn list_bare(tx: &mut dyn Tx) -> Result<Vec<(PracticeId, Bytes)>> {
    pairs(tx.rows(&LIST_BARE, params![]).await?)
}

fn pairs(rows: Vec<Row>) -> Result<Vec<(PracticeId, Bytes)>> {
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// Every data key that is shredded, in the order in which they were.
pub(super) async fn list_shredded(tx: &mut dyn Tx) -> Result<Vec<Shred>> {
    let rows = tx.rows(&LIST_SHREDDED, params![]).await?;
    let read = rows.into_iter().map(|mut row| Ok(Shred { practice: row.take()?, key: row.take()?, at: row.take()? }));
    read.collect()
}

/// Shreds a key of which another place says that it is shredded. What its owner wrote under the key of a thread or of
/// the group goes with it.
pub(super) async fn shred_again(tx: &mut dyn Tx, shred: &Shred) -> Result<()> {
    tx.run(&SHRED_AGAIN, params![shred.at, shred.practice, shred.key]).await?;
    let values = params![shred.practice, shred.key, MEMBERSHIP];
    let Some(mut row) = tx.maybe(&FIND_MEMBERSHIP, values).await? else { return Ok(()) };
    let (practice, group, person) = (shred.practice, row.take()?, row.take()?);
    techniques::forget_again(tx, practice, group, person).await?;
    sharing::forget_again(tx, practice, group, person).await
}

/// Gives a key back to its row.
pub(super) async fn give_key(tx: &mut dyn Tx, practice: PracticeId, key: Bytes, wrapped: Vec<u8>) -> Result<()> {
    tx.run(&GIVE_KEY, params![wrapped, practice, key]).await?;
    Ok(())
}

/// Takes the wrapped bytes of every data key out of a copy, and answers how many keys are still in it: none.
pub(super) async fn take_keys_out(tx: &mut dyn Tx) -> Result<usize> {
    tx.run(&TAKE_KEYS_OUT, params![]).await?;
    Ok(tx.rows(&LIST_LIVING, params![]).await?.len())
}

/// The root key under which the installation's own key is wrapped; none before anything was sealed.
pub(super) async fn root_in_use(work: &mut Work<'_>, _: &Grant) -> Result<Option<Fingerprint>> {
    let Some(mut row) = work.maybe(&FIND_INSTALLATION, params![]).await? else { return Ok(None) };
    let (_, wrapped): (Bytes, Vec<u8>) = (row.take()?, row.take()?);
    Ok(Some(wrapped_under(&wrapped)?))
}

/// How many data keys live, by the kind of their owner.
pub(super) async fn count_keys(work: &mut Work<'_>, _: &Grant) -> Result<Vec<(i64, u64)>> {
    let rows = work.rows(&COUNT_KEYS, params![work.practice()]).await?;
    let read = rows.into_iter().map(|mut row| Ok((row.take()?, row.take::<i64>()?.unsigned_abs())));
    read.collect()
}

/// Puts `anew` in the place of what was read as `key`, unless somebody changed it meanwhile.
pub(super) async fn save_wrapped(tx: &mut dyn Tx, key: &Wrapped, anew: Vec<u8>) -> Result<()> {
    match key.owner {
        Owner::Installation => tx.run(&SAVE_INSTALLATION, params![anew, key.id, key.bytes.clone()]).await?,
        Owner::Scope { practice, .. } => tx.run(&SAVE_KEY, params![anew, practice, key.id, key.bytes.clone()]).await?,
    };
    Ok(())
}

/// Every practice with something on record, and the end of its chain.
pub(super) async fn heads(tx: &mut dyn Tx) -> Result<Vec<(PracticeId, Head)>> {
    let rows = tx.rows(&LIST_HEADS, params![]).await?;
    let read = rows.into_iter().map(|mut row| Ok((row.take()?, Head { seq: row.take()?, hash: row.take()? })));
    read.collect()
}

/// When anything was last put on record: no link is dated before the one it follows, so the last one tells.
pub(super) async fn last_deed(tx: &mut dyn Tx) -> Result<Option<Timestamp>> {
    Ok(tx.one(&LAST_DEED, params![]).await?.take()?)
}

/// The hash of one line of a practice's audit log.
pub(super) async fn hash_of_line(tx: &mut dyn Tx, practice: PracticeId, seq: i64) -> Result<[u8; 32]> {
    Ok(tx.one(&FIND_LINE, params![practice, seq]).await?.take()?)
}

pub(super) async fn save_canary(work: &mut Work<'_>, _: &Grant, sealed: Vec<u8>) -> Result<()> {
    work.run(&SAVE_CANARY, params![work.practice(), sealed]).await?;
    Ok(())
}

pub(super) async fn find_canary(work: &mut Work<'_>, _: &Grant) -> Result<Vec<u8>> {
    Ok(work.one(&FIND_CANARY, params![work.practice()]).await?.take()?)
}
