//! SQL of what was talked about.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::assessments::AssignmentId;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    BEGIN_TALK = "insert into talks
        (practice_id, assignment_id, group_id, person_id)
        values ($1, $2, $3, $4)
        on conflict do nothing";

    SAVE_DISCUSSED = "update talks
        set discussed_by = $1,
            discussed_at_ms = $2,
            note = $3
        where practice_id = $4
          and assignment_id = $5
          and discussed_at_ms is null";

    SAVE_CONFIRMED = "update talks
        set talked = $1,
            words = $2,
            confirmed_at_ms = $3
        where practice_id = $4
          and assignment_id = $5
          and confirmed_at_ms is null";

    TALKS_OF = "select assignment_id, person_id, discussed_by, discussed_at_ms, note, talked, words, confirmed_at_ms
        from talks
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    TALKS_IN = "select assignment_id, person_id, discussed_by, discussed_at_ms, note, talked, words, confirmed_at_ms
        from talks
        where practice_id = $1
          and group_id = $2";
}

/// A row about one time that somebody answered, words still sealed.
#[derive(Clone)]
pub struct TalkRow {
    pub assignment: AssignmentId,
    pub person: PersonId,
    pub discussed: Option<(PersonId, Timestamp)>,
    pub note: Option<Vec<u8>>,
    /// Yes (1) or no (2), and when.
    pub confirmed: Option<(i64, Timestamp)>,
    pub words: Option<Vec<u8>>,
}

async fn begin_talk(work: &mut Work<'_>, assignment: AssignmentId, (group, person): (GroupId, PersonId)) -> Result<()> {
    work.run(&BEGIN_TALK, params![work.practice(), assignment, group, person]).await?;
    Ok(())
}

/// Marks as talked about by whoever leads; `false` where it is already.
pub async fn save_discussed(
    work: &mut Work<'_>,
    _: &Grant,
    assignment: AssignmentId,
    of: (GroupId, PersonId),
    (by, note): (PersonId, Vec<u8>),
) -> Result<bool> {
    begin_talk(work, assignment, of).await?;
    let values = params![by, work.now(), note, work.practice(), assignment];
    Ok(work.run(&SAVE_DISCUSSED, values).await? == 1)
}

/// Keeps what the member says of it; `false` where they have said it already.
pub async fn save_confirmed(
    work: &mut Work<'_>,
    _: &Grant,
    assignment: AssignmentId,
    of: (GroupId, PersonId),
    (talked, words): (i64, Vec<u8>),
) -> Result<bool> {
    begin_talk(work, assignment, of).await?;
    let values = params![talked, words, work.now(), work.practice(), assignment];
    Ok(work.run(&SAVE_CONFIRMED, values).await? == 1)
}

pub async fn talks_of(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<TalkRow>> {
    let rows = work.rows(&TALKS_OF, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_talk).collect()
}

pub async fn talks_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<TalkRow>> {
    let rows = work.rows(&TALKS_IN, params![work.practice(), group]).await?;
    rows.into_iter().map(read_talk).collect()
}

fn read_talk(mut row: Row) -> Result<TalkRow> {
    let (assignment, person) = (row.take()?, row.take()?);
    let (by, at): (Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?);
    let note = row.take()?;
    let talked: Option<i64> = row.take()?;
    let words = row.take()?;
    let confirmed_at: Option<Timestamp> = row.take()?;
    Ok(TalkRow { assignment, person, discussed: by.zip(at), note, confirmed: talked.zip(confirmed_at), words })
}
