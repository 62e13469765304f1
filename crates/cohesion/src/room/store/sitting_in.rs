//! SQL of sitting in: what each member says of whoever supervises listening to live sessions.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::room::sitting_in::{Allows, Answer};
use crate::work::Work;

::store::statements! {
    FIND_ALLOWS = "select allows, said_at_ms
        from room_sitting_in
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    DELETE_ALLOWS = "delete from room_sitting_in
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    INSERT_ALLOWS = "insert into room_sitting_in
        (practice_id, group_id, person_id, allows, said_at_ms)
        values ($1, $2, $3, $4, $5)";

    ALLOWED_IN = "select person_id, said_at_ms
        from room_sitting_in
        where practice_id = $1
          and group_id = $2
          and allows = 1
        order by person_id";

    ENTERED_AT = "select person_id
        from room_entries
        where practice_id = $1
          and session_id = $2
        order by person_id";
}

/// What somebody said last, where they did.
pub async fn find_allows(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Option<Answer>> {
    let found = work.maybe(&FIND_ALLOWS, params![work.practice(), group, person]).await?;
    let read = |mut row: Row| {
        let is_yes: bool = row.take()?;
        Ok(Answer { allows: if is_yes { Allows::Yes } else { Allows::No }, said_at: row.take()? })
    };
    found.map(read).transpose()
}

/// In place of what they said before.
pub async fn save_allows(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, person): (GroupId, PersonId),
    allows: Allows,
) -> Result<()> {
    delete_allows(work, grant, group, person).await?;
    let values = params![work.practice(), group, person, i64::from(allows == Allows::Yes), work.now()];
    work.run(&INSERT_ALLOWS, values).await?;
    Ok(())
}

pub async fn delete_allows(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&DELETE_ALLOWS, params![work.practice(), group, person]).await?;
    Ok(())
}

/// Who has said yes, and when. Asks for no grant: it is looked at anew each second, and nobody is told who.
pub async fn allowed_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<(PersonId, Timestamp)>> {
    let rows = work.rows(&ALLOWED_IN, params![work.practice(), group]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// Who has answered at the door of a session. Asks for no grant, for the same reason.
pub async fn entered_at(work: &mut Work<'_>, session: SessionId) -> Result<Vec<PersonId>> {
    let rows = work.rows(&ENTERED_AT, params![work.practice(), session]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}
