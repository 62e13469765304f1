//! SQL of accounts.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::identity::account::{Account, AccountKind, scheme_code, scheme_from_code};
use crate::web::shell::Scheme;
use crate::work::Work;

::store::statements! {
    INSERT_ACCOUNT = "insert into accounts
        (practice_id, person_id, kind, email_index, passphrase, totp_version, totp_step, scheme, opened_at_ms)
        values ($1, $2, $3, $4, $5, 0, 0, 0, $6)";

    FIND_ACCOUNT = "select person_id, kind, passphrase, totp, totp_version, totp_step, scheme, closed_at_ms
        from accounts
        where practice_id = $1
          and person_id = $2";

    FIND_ACCOUNT_BY_ADDRESS = "select person_id, kind, passphrase, totp, totp_version, totp_step, scheme, closed_at_ms
        from accounts
        where practice_id = $1
          and email_index = $2";

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
    passphrase: &str,
) -> Result<()> {
    let values = params![work.practice(), person, kind.code(), email_index, passphrase, work.now()];
    work.run(&INSERT_ACCOUNT, values).await?;
    Ok(())
}

pub(in crate::identity) async fn find_account(work: &mut Work<'_>, person: PersonId) -> Result<Option<Account>> {
    let row = work.maybe(&FIND_ACCOUNT, params![work.practice(), person]).await?;
    row.map(account_of).transpose()
}

pub(in crate::identity) async fn find_account_by_address(
    work: &mut Work<'_>,
    email_index: [u8; 32],
) -> Result<Option<Account>> {
    let row = work.maybe(&FIND_ACCOUNT_BY_ADDRESS, params![work.practice(), email_index]).await?;
    row.map(account_of).transpose()
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
        passphrase: row.take()?,
        totp: row.take()?,
        totp_version: row.take()?,
        totp_step: row.take()?,
        scheme: scheme_from_code(row.take()?)?,
        closed_at: row.take()?,
    })
}
