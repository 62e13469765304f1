//! SQL of notices and the outbox.

use ::store::{Row, params};

use super::{Kind, Notice};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{Bytes, MailId, NoticeId, PersonId};
use crate::limits::PAGE_ROWS_MAX;
use crate::work::Work;

::store::statements! {
    INSERT_NOTICE = "insert into notices
        (practice_id, id, person_id, kind, about_id, round, at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing";

    NOTICES_OF = "select id, kind, about_id, at_ms, read_at_ms
        from notices
        where practice_id = $1
          and person_id = $2
        order by at_ms desc, id
        limit $3";

    WHO_HAS_NOT_READ = "select person_id
        from notices
        where practice_id = $1
          and id = $2
          and read_at_ms is null";

    MARK_READ = "update notices
        set read_at_ms = $1
        where practice_id = $2
          and person_id = $3
          and at_ms <= $4
          and read_at_ms is null";

    FORGET_NOTICES = "delete from notices
        where practice_id = $1
          and at_ms < $2";

    INSERT_MAIL = "insert into mails
        (practice_id, id, person_id, words, written_at_ms)
        values ($1, $2, $3, $4, $5)";

    FIND_MAIL = "select id, person_id, words, written_at_ms
        from mails
        where practice_id = $1
          and id = $2
          and words is not null";

    OUTBOX = "select id, person_id, words, written_at_ms
        from mails
        where practice_id = $1
          and words is not null
        order by written_at_ms desc, id
        limit $2";

    MARK_SENT = "update mails
        set sent_at_ms = $1,
            words = null
        where practice_id = $2
          and id = $3";

    FORGET_MAILS = "delete from mails
        where practice_id = $1
          and written_at_ms < $2";

    FORGET_NOTICES_OF = "delete from notices
        where practice_id = $1
          and person_id = $2";

    FORGET_MAILS_TO = "delete from mails
        where practice_id = $1
          and person_id = $2";
}

/// A mail's row, its words still sealed.
pub(super) struct KeptMail {
    pub id: MailId,
    pub person: PersonId,
    pub words: Vec<u8>,
    pub written_at: Timestamp,
}

/// Whether it was new.
pub(super) async fn insert_notice(
    work: &mut Work<'_>,
    id: NoticeId,
    person: PersonId,
    kind: Kind,
    about: Bytes,
    round: i64,
) -> Result<bool> {
    let values = params![work.practice(), id, person, kind.code(), about, round, work.now()];
    Ok(work.run(&INSERT_NOTICE, values).await? == 1)
}

pub(super) async fn notices_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<Notice>> {
    let rows = work.rows(&NOTICES_OF, params![work.practice(), person, PAGE_ROWS_MAX]).await?;
    let read = |mut row: Row| {
        Ok(Notice {
            id: row.take()?,
            kind: Kind::from_code(row.take()?)?,
            about: row.take()?,
            at: row.take()?,
            read_at: row.take()?,
        })
    };
    rows.into_iter().map(read).collect()
}

pub(super) async fn who_has_not_read(work: &mut Work<'_>, id: NoticeId) -> Result<Option<PersonId>> {
    let found = work.maybe(&WHO_HAS_NOT_READ, params![work.practice(), id]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

pub(super) async fn mark_read(work: &mut Work<'_>, _: &Grant, person: PersonId, until: Timestamp) -> Result<()> {
    work.run(&MARK_READ, params![work.now(), work.practice(), person, until]).await?;
    Ok(())
}

pub(super) async fn forget_notices(work: &mut Work<'_>, before: Timestamp) -> Result<()> {
    work.run(&FORGET_NOTICES, params![work.practice(), before]).await?;
    Ok(())
}

pub(super) async fn insert_mail(
    work: &mut Work<'_>,
    _: &Grant,
    id: MailId,
    person: PersonId,
    words: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_MAIL, params![work.practice(), id, person, words, work.now()]).await?;
    Ok(())
}

/// The mail, while its words are there.
pub(super) async fn find_mail(work: &mut Work<'_>, id: MailId) -> Result<Option<KeptMail>> {
    work.maybe(&FIND_MAIL, params![work.practice(), id]).await?.map(read_mail).transpose()
}

pub(super) async fn outbox(work: &mut Work<'_>, _: &Grant) -> Result<Vec<KeptMail>> {
    work.rows(&OUTBOX, params![work.practice(), PAGE_ROWS_MAX]).await?.into_iter().map(read_mail).collect()
}

pub(super) async fn mark_sent(work: &mut Work<'_>, _: &Grant, id: MailId) -> Result<()> {
    work.run(&MARK_SENT, params![work.now(), work.practice(), id]).await?;
    Ok(())
}

pub(super) async fn forget_mails(work: &mut Work<'_>, before: Timestamp) -> Result<()> {
    work.run(&FORGET_MAILS, params![work.practice(), before]).await?;
    Ok(())
}

fn read_mail(mut row: Row) -> Result<KeptMail> {
    Ok(KeptMail { id: row.take()?, person: row.take()?, words: row.take()?, written_at: row.take()? })
}

/// Deletes all that is kept of one person, in whatever group. The grant must be about that person.
pub(crate) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    for sql in [&FORGET_NOTICES_OF, &FORGET_MAILS_TO] {
        work.run(sql, params![work.practice(), person]).await?;
    }
    Ok(())
}
