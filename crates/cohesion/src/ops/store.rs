//! SQL about the installation as a whole: its schema, what its root key wraps, and the ends of its chains.

use store::{Tx, params};

use super::wrapped::{Owner, Wrapped};
use crate::Result;
use crate::id::PracticeId;
use crate::work::Head;

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

    LIST_HEADS = "/* every practice: a backup holds them all */
        select practice_id, seq, hash
        from audit_heads
        order by practice_id";
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
