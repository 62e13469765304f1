//! SQL of jobs. States: 0 waits, 1 done, 2 set aside, 3 let go by a person.

use ::store::{Row, Tx, params};

use super::{Aside, Kind};
use crate::access::Grant;
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::{Bytes, JobId, PracticeId};
use crate::limits::{JOB_LEASE, PAGE_ROWS_MAX};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    // A claim that lies further ahead than any clock could have set it is from a clock that was since moved back.
    KINDS_DUE = "/* every practice: a worker serves the whole server */
        select distinct kind
        from jobs
        where state = 0
          and due_at_ms <= $1
          and (claimed_until_ms is null or claimed_until_ms <= $1 or claimed_until_ms > $2)
        order by kind";

    CLAIM = "/* every practice: a worker serves the whole server */
        update jobs
        set claimed_until_ms = $1,
            tries = tries + 1
        where (practice_id, id) in (
            select practice_id, id
            from jobs
            where state = 0
              and kind = $2
              and due_at_ms <= $3
              and (claimed_until_ms is null or claimed_until_ms <= $3 or claimed_until_ms > $4)
            order by due_at_ms, id
            limit $5)
        returning practice_id, id, about_id, round, due_at_ms, tries",
        postgres "/* every practice: a worker serves the whole server */
        update jobs
        set claimed_until_ms = $1,
            tries = tries + 1
        where (practice_id, id) in (
            select practice_id, id
            from jobs
            where state = 0
              and kind = $2
              and due_at_ms <= $3
              and (claimed_until_ms is null or claimed_until_ms <= $3 or claimed_until_ms > $4)
            order by due_at_ms, id
            limit $5
            for update skip locked)
        returning practice_id, id, about_id, round, due_at_ms, tries";

    FINISH = "update jobs
        set state = 1,
            done_at_ms = $1,
            claimed_until_ms = null,
            trouble = null
        where practice_id = $2
          and id = $3
          and state = 0
          and claimed_until_ms = $4";

    PUT_OFF = "update jobs
        set due_at_ms = $1,
            trouble = $2,
            claimed_until_ms = null
        where practice_id = $3
          and id = $4
          and state = 0
          and claimed_until_ms = $5";

    SET_ASIDE = "update jobs
        set state = 2,
            done_at_ms = $1,
            trouble = $2,
            claimed_until_ms = null
        where practice_id = $3
          and id = $4
          and state = 0
          and claimed_until_ms = $5";

    WAITING = "select kind, count(*), min(due_at_ms), max(tries)
        from jobs
        where practice_id = $1
          and state = 0
        group by kind
        order by kind";

    COUNT_LATE = "select count(*)
        from jobs
        where practice_id = $1
          and state = 0
          and due_at_ms < $2";

    ASIDE = "select id, kind, done_at_ms, trouble
        from jobs
        where practice_id = $1
          and state = 2
        order by done_at_ms desc, id
        limit $2";

    RETRY = "update jobs
        set state = 0,
            tries = 0,
            due_at_ms = $1,
            done_at_ms = null
        where practice_id = $2
          and id = $3
          and state = 2";

    LET_GO = "update jobs
        set state = 3,
            done_at_ms = $1
        where practice_id = $2
          and id = $3
          and state = 2";

    FORGET = "delete from jobs
        where practice_id = $1
          and state in (1, 3)
          and done_at_ms < $2";
}

/// A job that a worker holds until a moment. Whoever holds it later has another moment, so a slow worker ends nothing.
#[derive(Clone, Copy)]
pub(super) struct Claim {
    pub practice: PracticeId,
    pub id: JobId,
    pub about: Bytes,
    pub round: i64,
    pub due: Timestamp,
    pub tries: u32,
    until: Timestamp,
}

pub(super) async fn kinds_due(app: &App) -> Result<Vec<String>> {
    let now = app.clock().now();
    let rows =
        app.db().read(async move |tx: &mut dyn Tx| tx.rows(&KINDS_DUE, params![now, beyond_any_claim(now)]).await);
    rows.await?.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

/// Takes at most `limit` jobs of a kind that are due, for `JOB_LEASE` from now.
pub(super) async fn claim(app: &App, kind: &'static str, limit: u32) -> Result<Vec<Claim>> {
    let now = app.clock().now();
    let until = now + JOB_LEASE;
    let claiming =
        async move |tx: &mut dyn Tx| tx.rows(&CLAIM, params![until, kind, now, beyond_any_claim(now), limit]).await;
    let rows = app.db().write(claiming).await?;
    rows.into_iter().map(|row| read_claim(row, until)).collect()
}

/// Marks the job as done, in the transaction of what it did. Asks for no grant: the worker has claimed the job.
pub(super) async fn finish(work: &mut Work<'_>, claim: &Claim) -> Result<()> {
    let values = params![work.now(), claim.practice, claim.id, claim.until];
    still_held(work.run(&FINISH, values).await?)
}

/// Puts a job off after trouble. Asks for no grant: the worker has claimed the job.
pub(super) async fn put_off(work: &mut Work<'_>, claim: &Claim, until: Timestamp, trouble: &str) -> Result<()> {
    let values = params![until, trouble, claim.practice, claim.id, claim.until];
    still_held(work.run(&PUT_OFF, values).await?)
}

/// Sets a job aside for a person to look at. Asks for no grant: the worker has claimed the job.
pub(super) async fn set_aside(work: &mut Work<'_>, claim: &Claim, trouble: &str) -> Result<()> {
    let values = params![work.now(), trouble, claim.practice, claim.id, claim.until];
    still_held(work.run(&SET_ASIDE, values).await?)
}

pub(super) async fn waiting(work: &mut Work<'_>, _: &Grant) -> Result<Vec<Kind>> {
    let rows = work.rows(&WAITING, params![work.practice()]).await?;
    let read =
        |mut row: Row| Ok(Kind { kind: row.take()?, waiting: row.take()?, first_due: row.take()?, tries: row.take()? });
    rows.into_iter().map(read).collect()
}

pub(super) async fn count_late(work: &mut Work<'_>, _: &Grant, before: Timestamp) -> Result<u32> {
    Ok(work.one(&COUNT_LATE, params![work.practice(), before]).await?.take()?)
}

pub(super) async fn aside(work: &mut Work<'_>, _: &Grant) -> Result<Vec<Aside>> {
    let rows = work.rows(&ASIDE, params![work.practice(), PAGE_ROWS_MAX]).await?;
    let read =
        |mut row: Row| Ok(Aside { id: row.take()?, kind: row.take()?, since: row.take()?, trouble: row.take()? });
    rows.into_iter().map(read).collect()
}

pub(super) async fn retry(work: &mut Work<'_>, _: &Grant, id: JobId) -> Result<u64> {
    work.run(&RETRY, params![work.now(), work.practice(), id]).await
}

pub(super) async fn let_go(work: &mut Work<'_>, _: &Grant, id: JobId) -> Result<u64> {
    work.run(&LET_GO, params![work.now(), work.practice(), id]).await
}

/// Forgets jobs that were done long ago. Asks for no grant: it shows nothing, and takes only what is over.
pub(super) async fn forget(work: &mut Work<'_>, before: Timestamp) -> Result<()> {
    work.run(&FORGET, params![work.practice(), before]).await?;
    Ok(())
}

/// No living claim lies further ahead, even of a process whose clock goes a little wrong.
fn beyond_any_claim(now: Timestamp) -> Timestamp {
    now + JOB_LEASE + JOB_LEASE
}

fn read_claim(mut row: Row, until: Timestamp) -> Result<Claim> {
    Ok(Claim {
        practice: row.take()?,
        id: row.take()?,
        about: row.take()?,
        round: row.take()?,
        due: row.take()?,
        tries: row.take()?,
        until,
    })
}

/// Another worker took the job over since: what this one did is rolled back.
fn still_held(changed: u64) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Error::Conflict("jobs-conflict-taken-over")) }
}
