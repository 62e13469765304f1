//! What every act leaves behind: data keys it needed, jobs it queued, links of the audit log.

use std::sync::Arc;

use ::store::{Tx, params};
use keyring::{DataKey, KeyId, RootKey};

use super::{Entry, Head, Job, Link, Scope, Work};
use crate::clock::Timestamp;
use crate::id;
use crate::{Error, Result};

/// How many links of the audit log one statement takes.
const LINKS_TOGETHER: usize = 8;

/// What the installation's own key is wrapped as.
pub(crate) const INSTALLATION: &[u8] = b"installation";

::store::statements! {
    INSERT_INSTALLATION = "/* every practice: one key for the installation */
        insert into installation
        (id, wrapped)
        values ($1, $2)
        on conflict do nothing";

    FIND_INSTALLATION = "/* every practice: one key for the installation */
        select id, wrapped
        from installation";

    INSERT_KEY = "insert into data_keys
        (practice_id, id, scope_kind, scope_a, scope_b, wrapped, created_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing";

    FIND_KEY_OF_SCOPE = "select id, wrapped
        from data_keys
        where practice_id = $1
          and scope_kind = $2
          and scope_a = $3
          and scope_b = $4
          and shredded_at_ms is null";

    FIND_KEY = "select wrapped
        from data_keys
        where practice_id = $1
          and id = $2
          and shredded_at_ms is null";

    FIND_SHREDDED = "select id
        from data_keys
        where practice_id = $1
          and scope_kind = $2
          and scope_a = $3
          and scope_b = $4
          and shredded_at_ms is not null
        limit 1";

    SHRED_KEY = "update data_keys
        set wrapped = null,
            shredded_at_ms = $1
        where practice_id = $2
          and id = $3";

    INSERT_SHREDDED = "insert into data_keys
        (practice_id, id, scope_kind, scope_a, scope_b, wrapped, created_at_ms, shredded_at_ms)
        values ($1, $2, $3, $4, $5, null, $6, $7)";

    INSERT_JOB = "insert into jobs
        (practice_id, id, kind, about_id, round, due_at_ms, state, tries)
        values ($1, $2, $3, $4, $5, $6, 0, 0)
        on conflict do nothing";

    FIND_HEAD = "select h.seq, h.hash, l.at_ms
        from audit_heads h
        left join audit_log l
          on l.practice_id = h.practice_id
         and l.seq = h.seq
        where h.practice_id = $1",
        postgres "select h.seq, h.hash, l.at_ms
        from audit_heads h
        left join audit_log l
          on l.practice_id = h.practice_id
         and l.seq = h.seq
        where h.practice_id = $1
        for update of h";

    SAVE_HEAD = "insert into audit_heads
        (practice_id, seq, hash, mac)
        values ($1, $2, $3, $4)
        on conflict (practice_id) do update
        set seq = excluded.seq,
            hash = excluded.hash,
            mac = excluded.mac";

    INSERT_LINK = "insert into audit_log
        (practice_id, at_ms, actor_id, login_id, seq, subject_id, object_id, deed, outcome, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    INSERT_LINKS = "insert into audit_log
        (practice_id, at_ms, actor_id, login_id, seq, subject_id, object_id, deed, outcome, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10),
               ($1, $2, $3, $4, $11, $12, $13, $14, $15, $16),
               ($1, $2, $3, $4, $17, $18, $19, $20, $21, $22),
               ($1, $2, $3, $4, $23, $24, $25, $26, $27, $28),
               ($1, $2, $3, $4, $29, $30, $31, $32, $33, $34),
               ($1, $2, $3, $4, $35, $36, $37, $38, $39, $40),
               ($1, $2, $3, $4, $41, $42, $43, $44, $45, $46),
               ($1, $2, $3, $4, $47, $48, $49, $50, $51, $52)";
}

/// The installation's own key, made at the first opening. There is one row, of no practice.
pub(super) async fn installation_key(tx: &mut dyn Tx, root: &RootKey) -> Result<DataKey> {
    if tx.maybe(&FIND_INSTALLATION, params![]).await?.is_none() {
        let id = KeyId(id::random()?);
        let wrapped = root.wrap(id, INSTALLATION, &DataKey::generate()?)?;
        tx.run(&INSERT_INSTALLATION, params![id.0, wrapped]).await?;
    }
    let mut row = tx.one(&FIND_INSTALLATION, params![]).await?;
    let (id, wrapped): (id::Bytes, Vec<u8>) = (row.take()?, row.take()?);
    Ok(root.unwrap(KeyId(id), INSTALLATION, &wrapped)?)
}

/// The scope's living data key, made now if this is its first value. One that lives in this transaction lives to its end.
pub(super) async fn key_for_sealing(work: &mut Work<'_>, scope: Scope) -> Result<(KeyId, Arc<DataKey>)> {
    if let Some((_, id, key)) = work.living.iter().find(|(of, ..)| *of == scope) {
        return Ok((*id, Arc::clone(key)));
    }
    let (id, key) = living_key(work, scope).await?;
    work.living.push((scope, id, Arc::clone(&key)));
    Ok((id, key))
}

async fn living_key(work: &mut Work<'_>, scope: Scope) -> Result<(KeyId, Arc<DataKey>)> {
    if let Some(found) = find_key_of_scope(work, scope).await? {
        return Ok(found);
    }
    if is_shredded(work, scope).await? {
        return Err(Error::Conflict("refused-erased"));
    }
    make_key(work, scope).await
}

/// A new living key for a scope that has none.
pub(super) async fn make_key(work: &mut Work<'_>, scope: Scope) -> Result<(KeyId, Arc<DataKey>)> {
    refuse_a_replaced_root(work).await?;
    let (id, key) = (KeyId(id::random()?), DataKey::generate()?);
    let wrapped = work.vault.root().wrap(id, &scope.owner(), &key)?;
    let (kind, a, b) = scope.parts();
    work.run(&INSERT_KEY, params![work.practice(), id.0, kind, a, b, wrapped, work.now]).await?;
    find_key_of_scope(work, scope).await?.ok_or_else(|| Error::bug("a data key is gone as soon as it was made"))
}

/// A server that was running while the root key was replaced must not wrap a key under the old one.
async fn refuse_a_replaced_root(work: &mut Work<'_>) -> Result<()> {
    let mut row = work.one(&FIND_INSTALLATION, params![]).await?;
    let (_, wrapped): (id::Bytes, Vec<u8>) = (row.take()?, row.take()?);
    if keyring::wrapped_under(&wrapped)? == work.vault.root().fingerprint() {
        return Ok(());
    }
    Err(Error::Unavailable("The root key was replaced while this server ran. Start it again.".to_owned()))
}

async fn find_key_of_scope(work: &mut Work<'_>, scope: Scope) -> Result<Option<(KeyId, Arc<DataKey>)>> {
    let (kind, a, b) = scope.parts();
    let found = work.maybe(&FIND_KEY_OF_SCOPE, params![work.practice(), kind, a, b]).await?;
    let Some(mut row) = found else { return Ok(None) };
    let (id, wrapped): (id::Bytes, Vec<u8>) = (row.take()?, row.take()?);
    Ok(Some((KeyId(id), unwrapped(work, scope, KeyId(id), &wrapped)?)))
}

/// Whether a key of this scope was ever shredded.
pub(super) async fn is_shredded(work: &mut Work<'_>, scope: Scope) -> Result<bool> {
    let (kind, a, b) = scope.parts();
    Ok(work.maybe(&FIND_SHREDDED, params![work.practice(), kind, a, b]).await?.is_some())
}

/// Whether this scope's key was shredded, and no new one begun.
pub(super) async fn is_over(work: &mut Work<'_>, scope: Scope) -> Result<bool> {
    Ok(find_key_of_scope(work, scope).await?.is_none() && is_shredded(work, scope).await?)
}

/// Destroys the scope's living key and answers its id. Where there never was one, a row without a key says that there shall
/// be none; where it is gone already, there is nothing to answer.
pub(super) async fn shred_key(work: &mut Work<'_>, scope: Scope) -> Result<Option<KeyId>> {
    let (kind, a, b) = scope.parts();
    let (practice, now) = (work.practice(), work.now());
    if let Some(mut row) = work.maybe(&FIND_KEY_OF_SCOPE, params![practice, kind, a, b]).await? {
        let id: id::Bytes = row.take()?;
        work.run(&SHRED_KEY, params![now, practice, id]).await?;
        return Ok(Some(KeyId(id)));
    }
    if is_shredded(work, scope).await? {
        return Ok(None);
    }
    let id = id::random()?;
    work.run(&INSERT_SHREDDED, params![practice, id, kind, a, b, now, now]).await?;
    Ok(Some(KeyId(id)))
}

/// The data key that a sealed value names; a shredded key is [`Error::NotFound`].
pub(super) async fn key_for_opening(work: &mut Work<'_>, scope: Scope, id: KeyId) -> Result<Arc<DataKey>> {
    if let Some(key) = work.vault.ready(id, work.now) {
        return Ok(key);
    }
    let wrapped: Vec<u8> = work.one(&FIND_KEY, params![work.practice(), id.0]).await?.take()?;
    unwrapped(work, scope, id, &wrapped)
}

/// The key behind a row that has just been read, so that it is known to live.
fn unwrapped(work: &Work<'_>, scope: Scope, id: KeyId, wrapped: &[u8]) -> Result<Arc<DataKey>> {
    if let Some(key) = work.vault.ready(id, work.now) {
        return Ok(key);
    }
    let key = Arc::new(work.vault.root().unwrap(id, &scope.owner(), wrapped)?);
    work.vault.keep_ready(id, &key, work.now);
    Ok(key)
}

pub(super) async fn insert_job(work: &mut Work<'_>, job: &Job) -> Result<()> {
    let values = params![work.practice(), id::random()?, job.kind, job.about, job.round, job.due];
    work.run(&INSERT_JOB, values).await?;
    Ok(())
}

/// Adds the entries to the practice's chain. The head is locked here, last of all, so that chains never deadlock. No link is
/// dated before the one it follows, so that the log is in the order of time even after a clock went back.
pub(crate) async fn append(work: &mut Work<'_>, entries: &[Entry]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let practice = work.practice();
    let (mut head, last) = match work.maybe(&FIND_HEAD, params![practice]).await? {
        Some(mut row) => (Head { seq: row.take()?, hash: row.take()? }, row.take::<Option<Timestamp>>()?),
        None => (Head::EMPTY, None),
    };
    let at = last.map_or(work.now, |last| last.max(work.now));
    for few in entries.chunks(LINKS_TOGETHER) {
        head = insert_links(work, head, at, few).await?;
    }
    let seq = head.seq.to_be_bytes();
    let mac = work.vault.audit_keys().0.mac(&head.mac_parts(&practice, &seq));
    work.run(&SAVE_HEAD, params![practice, head.seq, head.hash, mac]).await?;
    Ok(())
}

/// Adds a few, in one statement where they are as many as it takes, and answers the chain's new head.
async fn insert_links(work: &mut Work<'_>, mut head: Head, at: Timestamp, entries: &[Entry]) -> Result<Head> {
    let practice = work.practice();
    let mut links = Vec::with_capacity(entries.len());
    for entry in entries {
        let link = Link::after(&head, at, &work.actor, entry);
        head = Head { seq: link.seq, hash: link.hash(practice, &head.hash) };
        links.push((link, head.hash));
    }
    let Some((first, _)) = links.first() else { return Ok(head) };
    let (of_all, is_full) = (params![practice, at, first.actor, first.login], links.len() == LINKS_TOGETHER);
    let of_each = links
        .into_iter()
        .map(|(link, hash)| params![link.seq, link.subject, link.object, link.deed, link.outcome, hash]);
    if is_full {
        work.run(&INSERT_LINKS, of_all.into_iter().chain(of_each.flatten()).collect()).await?;
        return Ok(head);
    }
    for of_one in of_each {
        work.run(&INSERT_LINK, of_all.iter().cloned().chain(of_one).collect()).await?;
    }
    Ok(head)
}
