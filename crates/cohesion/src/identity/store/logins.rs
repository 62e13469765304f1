//! SQL of logins. Finding one by its token asks for no grant: it is what tells who asks.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{LoginId, PersonId, PracticeId};
use crate::identity::account::{AccountKind, scheme_from_code};
use crate::identity::device::{Browser, Device};
use crate::identity::login::Login;
use crate::identity::passphrase::Beside;
use crate::limits::ENDED_LOGIN_KEPT;
use crate::work::Work;

::store::statements! {
    FIND_PRACTICE = "/* every practice: the one this server is for is the first that was set up */
        select practice_id
        from practices
        order by created_at_ms, practice_id
        limit 1";

    INSERT_LOGIN = "insert into logins
        (practice_id, id, person_id, token_hash, device, browser, opened_at_ms, proven_at_ms, seen_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $7, $7)";

    FIND_LOGIN = "select l.id, l.person_id, a.kind, a.scheme, case when a.totp is null then 0 else 1 end,
               l.device, l.browser, l.opened_at_ms, l.proven_at_ms, l.seen_at_ms, l.locked_at_ms
        from logins l
        join accounts a
          on a.practice_id = l.practice_id
         and a.person_id = l.person_id
        where l.practice_id = $1
          and l.token_hash = $2
          and l.ended_at_ms is null
          and a.closed_at_ms is null";

    LOGINS_OF = "select l.id, l.person_id, a.kind, a.scheme, case when a.totp is null then 0 else 1 end,
               l.device, l.browser, l.opened_at_ms, l.proven_at_ms, l.seen_at_ms, l.locked_at_ms
        from logins l
        join accounts a
          on a.practice_id = l.practice_id
         and a.person_id = l.person_id
        where l.practice_id = $1
          and l.person_id = $2
          and l.ended_at_ms is null
          and a.closed_at_ms is null
        order by l.opened_at_ms desc, l.id";

    SAVE_SEEN = "update logins
        set seen_at_ms = $1
        where practice_id = $2
          and id = $3
          and seen_at_ms < $1
          and ended_at_ms is null";

    SAVE_PROOF = "update logins
        set token_hash = $1,
            proven_at_ms = $2,
            seen_at_ms = $3,
            locked_at_ms = null
        where practice_id = $4
          and id = $5
          and ended_at_ms is null";

    LOCK_LOGIN = "update logins
        set locked_at_ms = $1
        where practice_id = $2
          and id = $3
          and locked_at_ms is null";

    END_LOGIN = "update logins
        set ended_at_ms = $1
        where practice_id = $2
          and person_id = $3
          and id = $4
          and ended_at_ms is null";

    FORGET_OLD_LOGINS = "delete from logins
        where practice_id = $1
          and opened_at_ms < $2";

    END_LOGINS_BUT = "update logins
        set ended_at_ms = $1
        where practice_id = $2
          and person_id = $3
          and id <> $4
          and ended_at_ms is null";
}

/// The practice that this server is for; nothing before set-up. Asks for no grant: it comes before anybody can ask.
pub(in crate::identity) async fn find_practice(work: &mut Work<'_>) -> Result<Option<PracticeId>> {
    let row = work.maybe(&FIND_PRACTICE, params![]).await?;
    Ok(row.map(|mut row| row.take()).transpose()?)
}

pub(in crate::identity) async fn insert_login(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    token_hash: [u8; 32],
    device: Device,
    browser: Browser,
) -> Result<()> {
    let id = LoginId::random()?;
    let values = params![work.practice(), id, person, token_hash, device.code(), browser.code(), work.now()];
    work.run(&INSERT_LOGIN, values).await?;
    Ok(())
}

/// The login of a token. Asks for no grant: it tells who asks.
pub(in crate::identity) async fn find_login(work: &mut Work<'_>, token_hash: [u8; 32]) -> Result<Option<Login>> {
    let row = work.maybe(&FIND_LOGIN, params![work.practice(), token_hash]).await?;
    row.map(login_of).transpose()
}

/// A person's logins. Asks for no grant: it tells whether who asks is still there.
pub(in crate::identity) async fn logins_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<Login>> {
    let rows = work.rows(&LOGINS_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(login_of).collect()
}

/// Notes that a person was seen. Asks for no grant: it is about whoever asks.
pub(in crate::identity) async fn save_seen(work: &mut Work<'_>, login: LoginId) -> Result<()> {
    work.run(&SAVE_SEEN, params![work.now(), work.practice(), login]).await?;
    Ok(())
}

/// A proof: the token is another one from now on, and the login is unlocked.
pub(in crate::identity) async fn save_proof(
    work: &mut Work<'_>,
    _: &Grant,
    login: LoginId,
    token_hash: [u8; 32],
    proven_at: Timestamp,
) -> Result<u64> {
    work.run(&SAVE_PROOF, params![token_hash, proven_at, work.now(), work.practice(), login]).await
}

pub(in crate::identity) async fn lock_login(work: &mut Work<'_>, _: &Grant, login: LoginId) -> Result<()> {
    work.run(&LOCK_LOGIN, params![work.now(), work.practice(), login]).await?;
    Ok(())
}

pub(in crate::identity) async fn end_login(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    login: LoginId,
) -> Result<u64> {
    work.run(&END_LOGIN, params![work.now(), work.practice(), person, login]).await
}

/// Ends every login of a person but one; with an id that is no login's, all of them.
pub(in crate::identity) async fn end_logins_but(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    kept: LoginId,
) -> Result<u64> {
    work.run(&END_LOGINS_BUT, params![work.now(), work.practice(), person, kept]).await
}

/// Forgets logins that were over long ago, ended or not. Asks for no grant: it shows nothing, and takes only what is over.
pub(in crate::identity) async fn forget_old_logins(work: &mut Work<'_>) -> Result<()> {
    work.run(&FORGET_OLD_LOGINS, params![work.practice(), work.now() - ENDED_LOGIN_KEPT]).await?;
    Ok(())
}

fn login_of(mut row: ::store::Row) -> Result<Login> {
    Ok(Login {
        id: row.take()?,
        person: row.take()?,
        kind: AccountKind::from_code(row.take()?)?,
        scheme: scheme_from_code(row.take()?)?,
        beside: if row.take()? { Beside::SecondFactor } else { Beside::Nothing },
        device: Device::from_code(row.take()?)?,
        browser: Browser::from_code(row.take()?),
        opened_at: row.take()?,
        proven_at: row.take()?,
        seen_at: row.take()?,
        locked_at: row.take::<Option<Timestamp>>()?,
    })
}
