//! SQL of attendance and of what follows from absence.

use ::store::{Row, params};

use super::{Absence, AbsenceId, AbsenceKind, Mark, Presence};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

::store::statements! {
    VERSION_OF = "select version
        from attendance
        where practice_id = $1
          and session_id = $2
          and person_id = $3";

    SAVE_MARK = "insert into attendance
        (practice_id, session_id, person_id, group_id, presence, minutes, words, version, marked_at_ms, marked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (practice_id, session_id, person_id) do update
        set presence = excluded.presence,
            minutes = excluded.minutes,
            words = excluded.words,
            version = excluded.version,
            marked_at_ms = excluded.marked_at_ms,
            marked_by = excluded.marked_by";

    MARKS_IN = "select session_id, person_id, presence, minutes, words, version, marked_at_ms, marked_by
        from attendance
        where practice_id = $1
          and group_id = $2";

    MARKS_AT = "select session_id, person_id, presence, minutes, words, version, marked_at_ms, marked_by
        from attendance
        where practice_id = $1
          and session_id = $2";

    MARKS_OF = "select session_id, person_id, presence, minutes, words, version, marked_at_ms, marked_by
        from attendance
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    DELETE_WORD = "delete from attendance
        where practice_id = $1
          and session_id = $2
          and person_id = $3
          and presence = $4";

    INSERT_ABSENCE = "insert into absences
        (practice_id, id, session_id, group_id, person_id, kind, due_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing";

    OPEN_ABSENCES = "select id, session_id, group_id, person_id, kind, due_at_ms
        from absences
        where practice_id = $1
          and group_id = $2
          and done_at_ms is null
        order by due_at_ms, id";

    FIND_ABSENCE = "select id, session_id, group_id, person_id, kind, due_at_ms
        from absences
        where practice_id = $1
          and id = $2";

    FINISH_ABSENCE = "update absences
        set done_at_ms = $1,
            done_by = $2,
            words = $3
        where practice_id = $4
          and id = $5
          and done_at_ms is null";

    OUTREACH_AFTER = "select id, person_id, kind, done_at_ms, done_by, words
        from absences
        where practice_id = $1
          and session_id = $2
          and done_at_ms is not null
        order by done_at_ms, id";

    DECLINE_MAIL = "insert into mail_declined
        (practice_id, person_id, since_ms)
        values ($1, $2, $3)
        on conflict do nothing";

    WANT_MAIL = "delete from mail_declined
        where practice_id = $1
          and person_id = $2";

    COUNT_DECLINED = "select count(*)
        from mail_declined
        where practice_id = $1
          and person_id = $2";

    FORGET_ABSENCES = "delete from absences
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_ATTENDANCE = "delete from attendance
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_MAIL_CHOICE = "delete from mail_declined
        where practice_id = $1
          and person_id = $2";
}

/// A mark's row, its words still sealed.
pub(super) struct KeptMark {
    pub session: SessionId,
    pub person: PersonId,
    pub presence: Presence,
    pub minutes: u32,
    pub words: Option<Vec<u8>>,
    pub version: u32,
    pub marked_at: Timestamp,
    pub marked_by: Option<PersonId>,
}

/// An absence that somebody has followed up, the words still sealed.
pub(super) struct KeptOutreach {
    pub id: AbsenceId,
    pub person: PersonId,
    pub kind: AbsenceKind,
    pub done_at: Timestamp,
    pub done_by: PersonId,
    pub words: Vec<u8>,
}

/// The mark's version; 0 where there is none yet.
pub(super) async fn version_of(work: &mut Work<'_>, _: &Grant, session: SessionId, person: PersonId) -> Result<u32> {
    let found = work.maybe(&VERSION_OF, params![work.practice(), session, person]).await?;
    Ok(found.map_or(Ok(0), |mut row| row.take())?)
}

pub(super) async fn save_mark(
    work: &mut Work<'_>,
    _: &Grant,
    session: &Session,
    mark: &Mark,
    words: Option<Vec<u8>>,
    version: u32,
) -> Result<()> {
    let Mark { person, presence, minutes, .. } = mark;
    let (practice, presence, now, by) = (work.practice(), presence.code(), work.now(), work.actor().person());
    let values = params![practice, session.id, *person, session.group, presence, *minutes, words, version, now, by];
    work.run(&SAVE_MARK, values).await?;
    Ok(())
}

pub(super) async fn marks_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<KeptMark>> {
    work.rows(&MARKS_IN, params![work.practice(), group]).await?.into_iter().map(read_mark).collect()
}

pub(super) async fn marks_at(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Vec<KeptMark>> {
    work.rows(&MARKS_AT, params![work.practice(), session]).await?.into_iter().map(read_mark).collect()
}

pub(super) async fn marks_of(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<KeptMark>> {
    work.rows(&MARKS_OF, params![work.practice(), group, person]).await?.into_iter().map(read_mark).collect()
}

/// Takes back that a member cannot come.
pub(super) async fn delete_word(work: &mut Work<'_>, _: &Grant, session: SessionId, person: PersonId) -> Result<()> {
    work.run(&DELETE_WORD, params![work.practice(), session, person, Presence::AbsentTold.code()]).await?;
    Ok(())
}

pub(super) async fn insert_absence(
    work: &mut Work<'_>,
    _: &Grant,
    id: AbsenceId,
    session: &Session,
    person: PersonId,
    kind: AbsenceKind,
    due_at: Timestamp,
) -> Result<()> {
    let values = params![work.practice(), id, session.id, session.group, person, kind.code(), due_at];
    work.run(&INSERT_ABSENCE, values).await?;
    Ok(())
}

pub(super) async fn open_absences(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Absence>> {
    work.rows(&OPEN_ABSENCES, params![work.practice(), group]).await?.into_iter().map(read_absence).collect()
}

/// An absence, its words still sealed. Asks for no grant: its group decides who may see it.
pub(super) async fn find_absence(work: &mut Work<'_>, id: AbsenceId) -> Result<Absence> {
    read_absence(work.one(&FIND_ABSENCE, params![work.practice(), id]).await?)
}

/// Answers whether it was open until now.
pub(super) async fn finish_absence(work: &mut Work<'_>, _: &Grant, id: AbsenceId, words: Vec<u8>) -> Result<bool> {
    let values = params![work.now(), work.actor().person(), words, work.practice(), id];
    Ok(work.run(&FINISH_ABSENCE, values).await? == 1)
}

/// What was done about absences from a session, in its order.
pub(super) async fn outreach_after(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Vec<KeptOutreach>> {
    let rows = work.rows(&OUTREACH_AFTER, params![work.practice(), session]).await?;
    let read = |mut row: Row| {
        Ok(KeptOutreach {
            id: row.take()?,
            person: row.take()?,
            kind: AbsenceKind::from_code(row.take()?)?,
            done_at: row.take()?,
            done_by: row.take()?,
            words: row.take()?,
        })
    };
    rows.into_iter().map(read).collect()
}

pub(super) async fn decline_mail(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&DECLINE_MAIL, params![work.practice(), person, work.now()]).await?;
    Ok(())
}

pub(super) async fn want_mail(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&WANT_MAIL, params![work.practice(), person]).await?;
    Ok(())
}

pub(super) async fn has_declined_mail(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<bool> {
    let count: u32 = work.one(&COUNT_DECLINED, params![work.practice(), person]).await?.take()?;
    Ok(count > 0)
}

fn read_mark(mut row: Row) -> Result<KeptMark> {
    Ok(KeptMark {
        session: row.take()?,
        person: row.take()?,
        presence: Presence::from_code(row.take()?)?,
        minutes: row.take()?,
        words: row.take()?,
        version: row.take()?,
        marked_at: row.take()?,
        marked_by: row.take()?,
    })
}

fn read_absence(mut row: Row) -> Result<Absence> {
    Ok(Absence {
        id: row.take()?,
        session: row.take()?,
        group: row.take()?,
        person: row.take()?,
        kind: AbsenceKind::from_code(row.take()?)?,
        due_at: row.take()?,
    })
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_ABSENCES, &FORGET_ATTENDANCE] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}

/// Deletes what a person chose about mail. The grant must be about that person.
pub(crate) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&FORGET_MAIL_CHOICE, params![work.practice(), person]).await?;
    Ok(())
}
