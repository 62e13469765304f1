//! SQL that reads the audit log back, and keeps its checkpoints. Nothing here changes a link.

use ::store::{Row, params};

use super::touched::{Of, Touch};
use super::walk::{KeptEnd, KeptLink};
use super::{Checkpoint, OwnReading};
use crate::Result;
use crate::access::{Grant, Tie};
use crate::clock::Timestamp;
use crate::id::{Bytes, PersonId, PracticeId};
use crate::work::{Head, Link, Work};

::store::statements! {
    PRACTICES = "/* every practice: verification walks the whole database */
        select practice_id
        from audit_log
        union
        select practice_id
        from audit_heads
        union
        select practice_id
        from audit_checkpoints";

    FIND_END = "select seq, hash, mac
        from audit_heads
        where practice_id = $1";

    LAST_SEQ = "select coalesce(max(seq), 0)
        from audit_log
        where practice_id = $1";

    LINKS = "select seq, at_ms, actor_id, login_id, subject_id, object_id, deed, outcome, hash
        from audit_log
        where practice_id = $1
          and seq > $2
          and seq <= $3
        order by seq
        limit $4";

    CHECKPOINTS = "select number, seq, hash, at_ms, signature
        from audit_checkpoints
        where practice_id = $1
        order by number";

    NEWEST_CHECKPOINT = "select number, seq, hash, at_ms, signature
        from audit_checkpoints
        where practice_id = $1
        order by number desc
        limit 1";

    INSERT_CHECKPOINT = "insert into audit_checkpoints
        (practice_id, number, seq, hash, at_ms, signature)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing";

    OPENINGS = "select seq, at_ms, actor_id, deed, outcome
        from audit_log
        where practice_id = $1
          and subject_id = $2
          and seq < $3
          and (actor_id is null or actor_id <> $2)
        order by seq desc
        limit $4";

    OWN_READINGS = "select at_ms, object_id
        from audit_log
        where practice_id = $1
          and subject_id = $2
          and actor_id = $2
          and outcome = $3
          and (deed = $4 or deed = $5)
        order by seq desc
        limit $6";

    TOUCHED_PERSON = "select at_ms, actor_id, deed, outcome, object_id
        from audit_log
        where practice_id = $1
          and subject_id = $2
          and seq >= $3
          and seq < $4
        order by seq desc
        limit $5";

    TOUCHED_THING = "select at_ms, actor_id, deed, outcome, object_id
        from audit_log
        where practice_id = $1
          and object_id = $2
          and subject_id is null
          and seq >= $3
          and seq < $4
        order by seq desc
        limit $5";

    TIME_OF = "select at_ms
        from audit_log
        where practice_id = $1
          and seq = $2";

    LINES = "select seq, at_ms, actor_id, deed, outcome
        from audit_log
        where practice_id = $1
          and seq >= $2
          and seq < $3
        order by seq desc
        limit $4";

    LINES_OF_DEED = "select seq, at_ms, actor_id, deed, outcome
        from audit_log
        where practice_id = $1
          and seq >= $2
          and seq < $3
          and deed = $4
        order by seq desc
        limit $5";

    LINES_OF_COLLEAGUE = "select seq, at_ms, actor_id, deed, outcome
        from audit_log
        where practice_id = $1
          and seq >= $2
          and seq < $3
          and actor_id = $4
          and outcome <> $5
          and outcome <> $6
        order by seq desc
        limit $7";

    LINES_OF_DEED_AND_COLLEAGUE = "select seq, at_ms, actor_id, deed, outcome
        from audit_log
        where practice_id = $1
          and seq >= $2
          and seq < $3
          and deed = $4
          and actor_id = $5
          and outcome <> $6
          and outcome <> $7
        order by seq desc
        limit $8";
}

/// Which links are asked for: from one number up to another, of one deed and of one colleague where these are named. What a
/// colleague did as a member is no colleague's.
pub(super) struct Sought<'a> {
    pub from: i64,
    pub before: i64,
    pub deed: Option<&'a str>,
    pub colleague: Option<PersonId>,
}

/// A link without what it was about: when, who, what, and how it ended.
pub(super) struct KeptLine {
    pub seq: i64,
    pub at: Timestamp,
    pub actor: Option<PersonId>,
    pub deed: String,
    pub outcome: String,
}

/// Every practice of which there is a trace. Asks for no grant: the program verifies all of them, and these are ids.
pub(super) async fn practices(work: &mut Work<'_>) -> Result<Vec<PracticeId>> {
    let rows = work.rows(&PRACTICES, params![]).await?;
    // An id of another length is no practice's; its rows would be found as missing from the one they were taken from.
    Ok(rows.into_iter().filter_map(|mut row| row.take().ok()).collect())
}

/// Where the chain ends. Asks for no grant: the program holds it to its keys, and it names nobody.
pub(super) async fn find_end(work: &mut Work<'_>) -> Result<Option<KeptEnd>> {
    let Some(mut row) = work.maybe(&FIND_END, params![work.practice()]).await? else { return Ok(None) };
    let (seq, hash, mac): (i64, Vec<u8>, Vec<u8>) = (row.take()?, row.take()?, row.take()?);
    Ok(Some(KeptEnd { head: Head { seq, hash: hash_of(&hash) }, mac }))
}

/// The last link's number. Asks for no grant: the program holds it to the end, and it names nobody.
pub(super) async fn last_seq(work: &mut Work<'_>) -> Result<i64> {
    Ok(work.one(&LAST_SEQ, params![work.practice()]).await?.take()?)
}

/// Links in their order. Asks for no grant: the program walks them and shows none.
pub(super) async fn links(work: &mut Work<'_>, after: i64, until: i64, count: u32) -> Result<Vec<KeptLink>> {
    let rows = work.rows(&LINKS, params![work.practice(), after, until, count]).await?;
    rows.into_iter().map(link_of).collect()
}

/// Every checkpoint. Asks for no grant: the program holds the links to them, and they name nobody.
pub(super) async fn checkpoints(work: &mut Work<'_>) -> Result<Vec<Checkpoint>> {
    let practice = work.practice();
    let rows = work.rows(&CHECKPOINTS, params![practice]).await?;
    rows.into_iter().map(|row| checkpoint_of(practice, row)).collect()
}

/// The newest checkpoint. Asks for no grant: the program holds the links to it, and it names nobody.
pub(super) async fn newest(work: &mut Work<'_>) -> Result<Option<Checkpoint>> {
    let practice = work.practice();
    let row = work.maybe(&NEWEST_CHECKPOINT, params![practice]).await?;
    row.map(|row| checkpoint_of(practice, row)).transpose()
}

/// Whether it is the first of its number. Asks for no grant: the program makes checkpoints of what is there.
pub(super) async fn insert_checkpoint(work: &mut Work<'_>, checkpoint: &Checkpoint) -> Result<bool> {
    let Checkpoint { practice, number, head, at, signature } = checkpoint;
    let values = params![*practice, *number, head.seq, head.hash, *at, signature.clone()];
    Ok(work.run(&INSERT_CHECKPOINT, values).await? == 1)
}

/// What others did with this person's record, the newest first, before the link of this number.
pub(super) async fn openings(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    before: i64,
    count: u32,
) -> Result<Vec<KeptLine>> {
    let rows = work.rows(&OPENINGS, params![work.practice(), person, before, count]).await?;
    rows.into_iter().map(line_of).collect()
}

/// A person's own looks at their record by two deeds, the newest first.
pub(super) async fn own_readings(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    [one, other]: [&str; 2],
    count: u32,
) -> Result<Vec<OwnReading>> {
    let values = params![work.practice(), person, Tie::Oneself.code(), one, other, count];
    let rows = work.rows(&OWN_READINGS, values).await?;
    rows.into_iter().map(|mut row| Ok(OwnReading { at: row.take()?, of: row.take()? })).collect()
}

/// What was done with one person's record, or with a thing that is nobody's, from one link up to another, the newest first.
pub(super) async fn touched(
    work: &mut Work<'_>,
    _: &Grant,
    of: Of,
    (from, before): (i64, i64),
    count: u32,
) -> Result<Vec<Touch>> {
    let practice = work.practice();
    let rows = match of {
        Of::Person(person) => work.rows(&TOUCHED_PERSON, params![practice, person, from, before, count]).await?,
        Of::Thing(thing) => work.rows(&TOUCHED_THING, params![practice, thing, from, before, count]).await?,
    };
    let touch = |mut row: Row| {
        let (at, actor, deed) = (row.take()?, row.take()?, row.take()?);
        Ok(Touch { at, actor, deed, outcome: row.take()?, object: row.take()? })
    };
    rows.into_iter().map(touch).collect()
}

pub(super) async fn time_of(work: &mut Work<'_>, _: &Grant, seq: i64) -> Result<Option<Timestamp>> {
    let row = work.maybe(&TIME_OF, params![work.practice(), seq]).await?;
    Ok(row.map(|mut row| row.take()).transpose()?)
}

/// Links, the newest first.
pub(super) async fn lines(work: &mut Work<'_>, _: &Grant, sought: Sought<'_>, count: u32) -> Result<Vec<KeptLine>> {
    let (practice, [own, seated]) = (work.practice(), [Tie::Oneself, Tie::Seated].map(Tie::code));
    let Sought { from, before, deed, colleague } = sought;
    let (sql, values) = match (deed, colleague) {
        (None, None) => (&LINES, params![practice, from, before, count]),
        (Some(deed), None) => (&LINES_OF_DEED, params![practice, from, before, deed, count]),
        (None, Some(who)) => (&LINES_OF_COLLEAGUE, params![practice, from, before, who, own, seated, count]),
        (Some(deed), Some(who)) => {
            (&LINES_OF_DEED_AND_COLLEAGUE, params![practice, from, before, deed, who, own, seated, count])
        }
    };
    let rows = work.rows(sql, values).await?;
    rows.into_iter().map(line_of).collect()
}

fn line_of(mut row: Row) -> Result<KeptLine> {
    Ok(KeptLine { seq: row.take()?, at: row.take()?, actor: row.take()?, deed: row.take()?, outcome: row.take()? })
}

/// Fields of a wrong length are a link that does not read, which the walk tells of; they stop nobody.
fn link_of(mut row: Row) -> Result<KeptLink> {
    let (seq, at): (i64, Timestamp) = (row.take()?, row.take()?);
    let ids: [Option<Vec<u8>>; 4] = [row.take()?, row.take()?, row.take()?, row.take()?];
    let (deed, outcome, hash): (String, String, Vec<u8>) = (row.take()?, row.take()?, row.take()?);
    let link = ids_of(ids).map(|[actor, login, subject, object]| Link {
        seq,
        at,
        actor: actor.map(PersonId),
        login: login.map(crate::id::LoginId),
        subject: subject.map(PersonId),
        object,
        deed,
        outcome,
    });
    Ok(KeptLink { seq, link, hash: hash_of(&hash) })
}

fn ids_of(kept: [Option<Vec<u8>>; 4]) -> Option<[Option<Bytes>; 4]> {
    let mut ids = [None; 4];
    for (id, kept) in ids.iter_mut().zip(kept) {
        *id = kept.map(|bytes| bytes.try_into().map_err(drop)).transpose().ok()?;
    }
    Some(ids)
}

/// A hash of another length than a hash has is none that fits.
fn hash_of(kept: &[u8]) -> [u8; 32] {
    kept.try_into().unwrap_or([0; 32])
}

fn checkpoint_of(practice: PracticeId, mut row: Row) -> Result<Checkpoint> {
    let (number, seq, hash): (i64, i64, Vec<u8>) = (row.take()?, row.take()?, row.take()?);
    let (at, signature) = (row.take()?, row.take()?);
    Ok(Checkpoint { practice, number, head: Head { seq, hash: hash_of(&hash) }, at, signature })
}
