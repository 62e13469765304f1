//! SQL of live rooms: answers at the door, talk time, how a group meets, breakouts, and what a group takes with it.

use ::floor::hall::{Meets, Policy};
use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::room::online::Counting;
use crate::room::ways::Ways;
use crate::work::Work;

::store::statements! {
    FIND_ENTRY = "select answers
        from room_entries
        where practice_id = $1
          and session_id = $2
          and person_id = $3";

    DELETE_ENTRY = "delete from room_entries
        where practice_id = $1
          and session_id = $2
          and person_id = $3";

    INSERT_ENTRY = "insert into room_entries
        (practice_id, session_id, person_id, answers, entered_at_ms)
        values ($1, $2, $3, $4, $5)";

    DELETE_ENTRIES = "delete from room_entries
        where practice_id = $1
          and session_id = $2";

    DELETE_OLD_ENTRIES = "delete from room_entries
        where practice_id = $1
          and session_id in (select id from sessions where practice_id = $1 and ends_at_ms < $2)";

    FORGET_ENTRIES = "delete from room_entries
        where practice_id = $1
          and session_id in (select id from sessions where practice_id = $1 and group_id = $2)
          and person_id = $3";

    DELETE_TALK = "delete from room_talks
        where practice_id = $1
          and session_id = $2
          and person_id = $3";

    INSERT_TALK = "insert into room_talks
        (practice_id, session_id, person_id, group_id, content, kept_at_ms)
        values ($1, $2, $3, $4, $5, $6)";

    FIND_TALK = "select content
        from room_talks
        where practice_id = $1
          and session_id = $2
          and person_id = $3";

    TALKS_AT = "select person_id, content
        from room_talks
        where practice_id = $1
          and session_id = $2
        order by person_id";

    TALKS_OF = "select session_id, content
        from room_talks
        where practice_id = $1
          and group_id = $2
          and person_id = $3
        order by kept_at_ms, session_id";

    FORGET_TALKS = "delete from room_talks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FIND_WAYS = "select lets_expected_in, late_minutes, counts_talk, in_person, kept_at_ms
        from room_ways
        where practice_id = $1
          and group_id = $2";

    DELETE_WAYS = "delete from room_ways
        where practice_id = $1
          and group_id = $2";

    INSERT_WAYS = "insert into room_ways
        (practice_id, group_id, lets_expected_in, late_minutes, counts_talk, in_person, kept_by, kept_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    FIND_BREAKOUTS = "select content
        from room_breakouts
        where practice_id = $1
          and session_id = $2";

    INSERT_BREAKOUTS = "insert into room_breakouts
        (practice_id, session_id, content, kept_by, kept_at_ms)
        values ($1, $2, $3, $4, $5)";

    DELETE_BREAKOUTS = "delete from room_breakouts
        where practice_id = $1
          and session_id = $2";

    FIND_WORDS = "select content
        from room_words
        where practice_id = $1
          and session_id = $2";

    DELETE_WORDS = "delete from room_words
        where practice_id = $1
          and session_id = $2";

    INSERT_WORDS = "insert into room_words
        (practice_id, session_id, content, kept_at_ms)
        values ($1, $2, $3, $4)";
}

/// What somebody answered at the door of a live room, still sealed.
pub async fn find_entry(
    work: &mut Work<'_>,
    _: &Grant,
    session: SessionId,
    person: PersonId,
) -> Result<Option<Vec<u8>>> {
    let found = work.maybe(&FIND_ENTRY, params![work.practice(), session, person]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

/// In place of what they answered before.
pub async fn save_entry(
    work: &mut Work<'_>,
    _: &Grant,
    (session, person): (SessionId, PersonId),
    answers: Vec<u8>,
) -> Result<()> {
    let (practice, now) = (work.practice(), work.now());
    work.run(&DELETE_ENTRY, params![practice, session, person]).await?;
    work.run(&INSERT_ENTRY, params![practice, session, person, answers, now]).await?;
    Ok(())
}

pub async fn delete_entries(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<()> {
    work.run(&DELETE_ENTRIES, params![work.practice(), session]).await?;
    Ok(())
}

/// How much somebody spoke, in place of what was kept before.
pub async fn save_talk(
    work: &mut Work<'_>,
    _: &Grant,
    (session, group): (SessionId, GroupId),
    (person, content): (PersonId, Vec<u8>),
) -> Result<()> {
    let (practice, now) = (work.practice(), work.now());
    work.run(&DELETE_TALK, params![practice, session, person]).await?;
    work.run(&INSERT_TALK, params![practice, session, person, group, content, now]).await?;
    Ok(())
}

/// How much somebody spoke, still sealed, where it was counted.
pub async fn find_talk(
    work: &mut Work<'_>,
    _: &Grant,
    session: SessionId,
    person: PersonId,
) -> Result<Option<Vec<u8>>> {
    let found = work.maybe(&FIND_TALK, params![work.practice(), session, person]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

/// How much each spoke who agreed, still sealed.
pub async fn talks_at(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Vec<(PersonId, Vec<u8>)>> {
    let rows = work.rows(&TALKS_AT, params![work.practice(), session]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// How much one member spoke at each session where it was counted, still sealed.
pub async fn talks_of(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<(SessionId, Vec<u8>)>> {
    let rows = work.rows(&TALKS_OF, params![work.practice(), group, person]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// Of sessions that ended before this, whatever became of them. Asks for no grant: the program tidies up.
pub async fn delete_old_entries(work: &mut Work<'_>, until: Timestamp) -> Result<()> {
    work.run(&DELETE_OLD_ENTRIES, params![work.practice(), until]).await?;
    Ok(())
}

/// Everything of a member's time in a group goes.
pub(crate) async fn forget_member(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&FORGET_ENTRIES, params![work.practice(), group, person]).await?;
    work.run(&FORGET_TALKS, params![work.practice(), group, person]).await?;
    super::delete_allows(work, grant, group, person).await
}

/// How a group meets online, and since when, where it was chosen.
pub async fn find_ways(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Option<(Ways, Timestamp)>> {
    let found = work.maybe(&FIND_WAYS, params![work.practice(), group]).await?;
    let read = |mut row: Row| {
        let (lets_in, late_minutes, counts): (i64, Option<u32>, i64) = (row.take()?, row.take()?, row.take()?);
        let in_person: i64 = row.take()?;
        let ways = Ways {
            meets: if in_person == 1 { Meets::InPerson } else { Meets::Online },
            policy: if lets_in == 1 { Policy::Expected } else { Policy::Each },
            late_minutes,
            counting: if counts == 1 { Counting::Agreed } else { Counting::Refused },
        };
        let kept_at: Timestamp = row.take()?;
        Ok((ways, kept_at))
    };
    found.map(read).transpose()
}

pub async fn save_ways(work: &mut Work<'_>, _: &Grant, group: GroupId, ways: Ways) -> Result<()> {
    let (lets_in, counts) = (i64::from(ways.policy == Policy::Expected), i64::from(ways.counting == Counting::Agreed));
    let in_person = i64::from(ways.meets == Meets::InPerson);
    let (by, now) = (work.actor().person(), work.now());
    let practice = work.practice();
    work.run(&DELETE_WAYS, params![practice, group]).await?;
    work.run(&INSERT_WAYS, params![practice, group, lets_in, ways.late_minutes, counts, in_person, by, now]).await?;
    Ok(())
}

/// What was prepared for breakouts, still sealed.
pub async fn find_breakouts(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<Vec<u8>>> {
    let found = work.maybe(&FIND_BREAKOUTS, params![work.practice(), session]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

pub async fn save_breakouts(work: &mut Work<'_>, _: &Grant, session: SessionId, content: Vec<u8>) -> Result<()> {
    let (by, now) = (work.actor().person(), work.now());
    let practice = work.practice();
    work.run(&DELETE_BREAKOUTS, params![practice, session]).await?;
    work.run(&INSERT_BREAKOUTS, params![practice, session, content, by, now]).await?;
    Ok(())
}

pub async fn delete_breakouts(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<()> {
    work.run(&DELETE_BREAKOUTS, params![work.practice(), session]).await?;
    Ok(())
}

/// What a group takes with it, still sealed.
pub async fn find_words(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<Vec<u8>>> {
    let found = work.maybe(&FIND_WORDS, params![work.practice(), session]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

pub async fn save_words(work: &mut Work<'_>, _: &Grant, session: SessionId, content: Vec<u8>) -> Result<()> {
    let (practice, now) = (work.practice(), work.now());
    work.run(&DELETE_WORDS, params![practice, session]).await?;
    work.run(&INSERT_WORDS, params![practice, session, content, now]).await?;
    Ok(())
}
