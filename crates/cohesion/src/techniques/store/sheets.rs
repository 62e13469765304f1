//! SQL of worksheets.

use ::store::{Row, params};
use ::techniques::Audience;

use super::super::SheetId;
use super::super::sheet::{Sheet, SheetState, audience_code, audience_from_code, is_for_leaders};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::limits::SHEETS_MAX;
use crate::work::Work;

::store::statements! {
    INSERT_SHEET = "insert into sheets
        (practice_id, id, group_id, person_id, technique_index, day, state, audience, content, version, begun_at_ms,
            saved_at_ms, answer_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    FIND_SHEET = "select id, group_id, person_id, day, state, audience, content, version, begun_at_ms, saved_at_ms,
            finished_at_ms, answer, answer_version, answered_by, answered_at_ms
        from sheets
        where practice_id = $1
          and id = $2";

    FIND_SHEET_OF_DAY = "select id
        from sheets
        where practice_id = $1
          and group_id = $2
          and person_id = $3
          and technique_index = $4
          and day = $5";

    SHEETS_OF = "select id, group_id, person_id, day, state, audience, content, version, begun_at_ms, saved_at_ms,
            finished_at_ms, answer, answer_version, answered_by, answered_at_ms
        from sheets
        where practice_id = $1
          and person_id = $2
        order by begun_at_ms desc, id
        limit $3";

    SHEETS_IN = "select id, group_id, person_id, day, state, audience, content, version, begun_at_ms, saved_at_ms,
            finished_at_ms, answer, answer_version, answered_by, answered_at_ms
        from sheets
        where practice_id = $1
          and group_id = $2
          and person_id = $3
        order by begun_at_ms desc, id
        limit $4";

    SHEETS_BETWEEN = "select id, group_id, person_id, day, state, audience, content, version, begun_at_ms, saved_at_ms,
            finished_at_ms, answer, answer_version, answered_by, answered_at_ms
        from sheets
        where practice_id = $1
          and group_id = $2
          and person_id = $3
          and technique_index = $4
          and day >= $5
          and day < $6
        order by day";

    SAVE_SHEET = "update sheets
        set content = $1,
            version = $2,
            state = $3,
            audience = $4,
            saved_at_ms = $5,
            finished_at_ms = $6
        where practice_id = $7
          and id = $8
          and version = $9";

    SAVE_AUDIENCE = "update sheets
        set audience = $1
        where practice_id = $2
          and id = $3";

    SAVE_ANSWER = "update sheets
        set answer = $1,
            answer_version = $2,
            answered_by = $3,
            answered_at_ms = $4
        where practice_id = $5
          and id = $6";

    DELETE_SHEET = "delete from sheets
        where practice_id = $1
          and id = $2";
}

/// A sheet's row, its content still sealed.
#[derive(Clone)]
pub struct KeptSheet {
    pub id: SheetId,
    pub group: GroupId,
    pub person: PersonId,
    pub day: Option<i64>,
    pub state: SheetState,
    pub audience: Audience,
    pub content: Vec<u8>,
    pub version: u32,
    pub begun_at: Timestamp,
    pub saved_at: Timestamp,
    pub finished_at: Option<Timestamp>,
    pub answer: Option<Vec<u8>>,
    pub answer_version: u32,
    pub answered_by: Option<PersonId>,
    pub answered_at: Option<Timestamp>,
}

impl KeptSheet {
    /// Whether those who lead may read it.
    pub const fn is_shown_to_leaders(&self) -> bool {
        is_shown_to_leaders(self.state, self.audience)
    }
}

pub(super) const fn is_shown_to_leaders(state: SheetState, audience: Audience) -> bool {
    matches!(state, SheetState::Finished) && is_for_leaders(audience)
}

/// A sheet that begins.
pub struct NewSheet {
    pub id: SheetId,
    pub group: GroupId,
    pub person: PersonId,
    pub index: [u8; 32],
    pub day: Option<i64>,
    pub audience: Audience,
    pub content: Vec<u8>,
}

pub async fn insert_sheet(work: &mut Work<'_>, _: &Grant, new: NewSheet) -> Result<()> {
    let NewSheet { id, group, person, index, day, audience, content } = new;
    let (state, audience, now) = (SheetState::Begun.code(), audience_code(audience), work.now());
    let values = params![work.practice(), id, group, person, index, day, state, audience, content, 1, now, now, 0];
    work.run(&INSERT_SHEET, values).await?;
    Ok(())
}

pub async fn find_sheet(work: &mut Work<'_>, id: SheetId) -> Result<KeptSheet> {
    read_sheet(work.one(&FIND_SHEET, params![work.practice(), id]).await?)
}

/// The sheet of a daily form that a member has for a day, if there is one.
pub async fn find_sheet_of_day(
    work: &mut Work<'_>,
    _: &Grant,
    (group, person): (GroupId, PersonId),
    index: [u8; 32],
    day: i64,
) -> Result<Option<SheetId>> {
    let found = work.maybe(&FIND_SHEET_OF_DAY, params![work.practice(), group, person, index, day]).await?;
    found.map(|mut row| Ok(row.take()?)).transpose()
}

pub async fn sheets_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptSheet>> {
    let rows = work.rows(&SHEETS_OF, params![work.practice(), person, SHEETS_MAX]).await?;
    rows.into_iter().map(read_sheet).collect()
}

pub async fn sheets_in(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<KeptSheet>> {
    let rows = work.rows(&SHEETS_IN, params![work.practice(), group, person, SHEETS_MAX]).await?;
    rows.into_iter().map(read_sheet).collect()
}

/// The sheets of a daily form that a member has from one day to another, which is left out.
pub async fn sheets_between(
    work: &mut Work<'_>,
    _: &Grant,
    (group, person): (GroupId, PersonId),
    index: [u8; 32],
    (from, until): (i64, i64),
) -> Result<Vec<KeptSheet>> {
    let rows = work.rows(&SHEETS_BETWEEN, params![work.practice(), group, person, index, from, until]).await?;
    rows.into_iter().map(read_sheet).collect()
}

/// Keeps a version after the one that was read; another tab that came before is [`crate::Error::Conflict`].
pub async fn save_sheet(work: &mut Work<'_>, _: &Grant, sheet: &Sheet, content: Vec<u8>) -> Result<()> {
    let (state, audience) = (sheet.state.code(), audience_code(sheet.audience));
    let values = params![
        content,
        sheet.version,
        state,
        audience,
        sheet.saved_at,
        sheet.finished_at,
        work.practice(),
        sheet.id,
        sheet.version - 1
    ];
    match work.run(&SAVE_SHEET, values).await? {
        1 => Ok(()),
        _ => Err(crate::Error::Conflict("techniques-conflict-kept-elsewhere")),
    }
}

pub async fn save_audience(work: &mut Work<'_>, _: &Grant, id: SheetId, audience: Audience) -> Result<()> {
    work.run(&SAVE_AUDIENCE, params![audience_code(audience), work.practice(), id]).await?;
    Ok(())
}

pub async fn save_answer(
    work: &mut Work<'_>,
    _: &Grant,
    id: SheetId,
    (answer, version): (Vec<u8>, u32),
    by: PersonId,
) -> Result<()> {
    work.run(&SAVE_ANSWER, params![answer, version, by, work.now(), work.practice(), id]).await?;
    Ok(())
}

pub async fn delete_sheet(work: &mut Work<'_>, _: &Grant, id: SheetId) -> Result<()> {
    work.run(&DELETE_SHEET, params![work.practice(), id]).await?;
    Ok(())
}

fn read_sheet(mut row: Row) -> Result<KeptSheet> {
    Ok(KeptSheet {
        id: row.take()?,
        group: row.take()?,
        person: row.take()?,
        day: row.take()?,
        state: SheetState::from_code(row.take()?)?,
        audience: audience_from_code(row.take()?)?,
        content: row.take()?,
        version: row.take()?,
        begun_at: row.take()?,
        saved_at: row.take()?,
        finished_at: row.take()?,
        answer: row.take()?,
        answer_version: row.take()?,
        answered_by: row.take()?,
        answered_at: row.take()?,
    })
}
