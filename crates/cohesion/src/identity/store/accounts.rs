//! SQL of accounts.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::identity::account::{Account, AccountKind, scheme_code, scheme_from_code};
use crate::identity::hashing::PassphraseHash;
use crate::web::shell::Scheme;
use crate::work::Work;

::store::statements! {
    INSERT_ACCOUNT = "insert into accounts
        (practice_id, person_id, kind, email_index, passphrase, totp_version, totp_step, scheme, opened_at_ms)
        values ($1, $2, $3, $4, $5, 0, 0, 0, $6)";

    FIND_ACCOUNT = "select person_id, kind, email_index, passphrase, totp, totp_version, scheme, closed_at_ms
        from accounts
        where practice_id = $1
          and person_id = $2";

    FIND_ACCOUNT_BY_ADDRESS = "select person_id, kind, email_index, passphrase, totp, totp_version, scheme, closed_at_ms
        from accounts
        where practice_id = $1
          and email_index = $2";

    /// A person who is invited again proves everything anew, and an account that was closed is open again.
    RENEW_ACCOUNT = "update accounts
        set kind = $1,
            email_index = $2,
            passphrase = $3,
            totp = null,
            closed_at_ms = null
        where practice_id = $4
          and person_id = $5";

    SAVE_PASSPHRASE = "update accounts
        set passphrase = $1
        where practice_id = $2
          and person_id = $3";

    SAVE_TOTP = "update accounts
        set totp = $1,
            totp_version = $2,
            totp_step = $3
        where practice_id = $4
          and person_id = $5";

    CLEAR_TOTP = "update accounts
        set totp = null
        where practice_id = $1
          and person_id = $2";

    TAKE_STEP = "update accounts
        set totp_step = $1
        where practice_id = $2
          and person_id = $3
          and totp_step < $1";

    INSERT_CODE = "insert into recovery_codes
        (practice_id, person_id, code_hash)
        values ($1, $2, $3)";

    USE_CODE = "update recovery_codes
        set used_at_ms = $1
        where practice_id = $2
          and person_id = $3
          and code_hash = $4
          and used_at_ms is null";

    FORGET_CODES = "delete from recovery_codes
        where practice_id = $1
          and person_id = $2";

    COUNT_CODES = "select count(*)
        from recovery_codes
        where practice_id = $1
          and person_id = $2
          and used_at_ms is null";

    SAVE_SCHEME = "update accounts
        set scheme = $1
        where practice_id = $2
          and person_id = $3";

    CLOSE_ACCOUNT = "update accounts
        set closed_at_ms = $1
        where practice_id = $2
          and person_id = $3
          and closed_at_ms is null";
}

pub(in crate::identity) async fn insert_account(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    kind: AccountKind,
    email_index: [u8; 32],
    passphrase: &PassphraseHash,
) -> Result<()> {
    let values = params![work.practice(), person, kind.code(), email_index, passphrase.text(), work.now()];
    work.run(&INSERT_ACCOUNT, values).await?;
    Ok(())
}

/// A person's account. Asks for no grant: it tells who asks.
pub(in crate::identity) async fn find_account(work: &mut Work<'_>, person: PersonId) -> Result<Option<Account>> {
    let row = work.maybe(&FIND_ACCOUNT, params![work.practice(), person]).await?;
    row.map(account_of).transpose()
}

/// The account of an address. Asks for no grant: it tells who asks.
pub(in crate::identity) async fn find_account_by_address(
    work: &mut Work<'_>,
    email_index: [u8; 32],
) -> Result<Option<Account>> {
    let row = work.maybe(&FIND_ACCOUNT_BY_ADDRESS, params![work.practice(), email_index]).await?;
    row.map(account_of).transpose()
}

/// Opens the account anew, without a second factor.
pub(in crate::identity) async fn renew_account(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    kind: AccountKind,
    email_index: [u8; 32],
    passphrase: &PassphraseHash,
) -> Result<()> {
    let values = params![kind.code(), email_index, passphrase.text(), work.practice(), person];
    work.run(&RENEW_ACCOUNT, values).await?;
    Ok(())
}

pub(in crate::identity) async fn save_passphrase(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    passphrase: &PassphraseHash,
) -> Result<()> {
    work.run(&SAVE_PASSPHRASE, params![passphrase.text(), work.practice(), person]).await?;
    Ok(())
}

pub(in crate::identity) async fn save_totp(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    sealed: &[u8],
    version: u32,
    step: i64,
) -> Result<()> {
    work.run(&SAVE_TOTP, params![sealed, version, step, work.practice(), person]).await?;
    Ok(())
}

pub(in crate::identity) async fn clear_totp(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&CLEAR_TOTP, params![work.practice(), person]).await?;
    Ok(())
}

/// Whether the step is newer than the last one taken. Of many at once, one wins.
pub(in crate::identity) async fn take_step(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    step: i64,
) -> Result<bool> {
    Ok(work.run(&TAKE_STEP, params![step, work.practice(), person]).await? == 1)
}

pub(in crate::identity) async fn insert_code(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    code_hash: [u8; 32],
) -> Result<()> {
    work.run(&INSERT_CODE, params![work.practice(), person, code_hash]).await?;
    Ok(())
}

/// Whether the code was there and unused. Of many at once, one wins.
pub(in crate::identity) async fn use_code(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    code_hash: [u8; 32],
) -> Result<bool> {
    Ok(work.run(&USE_CODE, params![work.now(), work.practice(), person, code_hash]).await? == 1)
}

pub(in crate::identity) async fn forget_codes(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&FORGET_CODES, params![work.practice(), person]).await?;
    Ok(())
}

pub(in crate::identity) async fn count_codes(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<u32> {
    Ok(work.one(&COUNT_CODES, params![work.practice(), person]).await?.take()?)
}

pub(in crate::identity) async fn save_scheme(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    scheme: Scheme,
) -> Result<()> {
    work.run(&SAVE_SCHEME, params![scheme_code(scheme), work.practice(), person]).await?;
    Ok(())
}

pub(in crate::identity) async fn close_account(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&CLOSE_ACCOUNT, params![work.now(), work.practice(), person]).await?;
    Ok(())
}

fn account_of(mut row: ::store::Row) -> Result<Account> {
    Ok(Account {
        person: row.take()?,
        kind: AccountKind::from_code(row.take()?)?,
        email_index: row.take()?,
        passphrase: row.take()?,
        totp: row.take()?,
        totp_version: row.take()?,
        scheme: scheme_from_code(row.take()?)?,
        closed_at: row.take()?,
    })
}
