//! SQL of legal holds, of what is due to go, and of corrections.

use ::store::{Row, params};

use super::hold::Living;
use super::{CorrectionId, HoldId, On};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_HOLD = "insert into legal_holds
        (practice_id, id, person_id, group_id, words, placed_by, placed_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    LIVING_HOLDS = "select id, person_id, group_id, placed_by, placed_at_ms, words
        from legal_holds
        where practice_id = $1
          and lifted_at_ms is null
        order by placed_at_ms, id";

    LIFT_HOLD = "update legal_holds
        set lifted_by = $1,
            lifted_at_ms = $2
        where practice_id = $3
          and id = $4
          and lifted_at_ms is null";

    FORGET_HOLDS = "delete from legal_holds
        where practice_id = $1
          and person_id = $2";

    SHOWN_DUES = "select group_id, person_id, shown_at_ms
        from retention_dues
        where practice_id = $1
        order by group_id, person_id";

    SHOW_DUE = "insert into retention_dues
        (practice_id, group_id, person_id, due_at_ms, shown_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";

    FORGET_DUE = "delete from retention_dues
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    INSERT_CORRECTION = "insert into corrections
        (practice_id, id, group_id, person_id, words, asked_at_ms)
        values ($1, $2, $3, $4, $5, $6)";

    CORRECTIONS_OF = "select id, group_id, person_id, words, asked_at_ms, answer, answered_at_ms
        from corrections
        where practice_id = $1
          and person_id = $2
        order by asked_at_ms desc, id";

    FIND_CORRECTION = "select id, group_id, person_id, words, asked_at_ms, answer, answered_at_ms
        from corrections
        where practice_id = $1
          and id = $2";

    SAVE_ANSWER = "update corrections
        set answer = $1,
            answered_by = $2,
            answered_at_ms = $3
        where practice_id = $4
          and id = $5
          and answer is null";

    FORGET_CORRECTIONS = "delete from corrections
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// A correction's row, its words still sealed.
pub(super) struct CorrectionRow {
    pub id: CorrectionId,
    pub group: GroupId,
    pub person: PersonId,
    pub words: Vec<u8>,
    pub asked_at: Timestamp,
    pub answer: Option<Vec<u8>>,
    pub answered_at: Option<Timestamp>,
}

pub(super) async fn insert_hold(
    work: &mut Work<'_>,
    _: &Grant,
    (id, on, by): (HoldId, On, PersonId),
    words: Vec<u8>,
) -> Result<()> {
    let (person, group) = match on {
        On::Person(person) => (Some(person), None),
        On::Group(group) => (None, Some(group)),
    };
    work.run(&INSERT_HOLD, params![work.practice(), id, person, group, words, by, work.now()]).await?;
    Ok(())
}

/// The holds that stand, without words: asked for to decide, so before there is a grant.
pub(super) async fn living_holds(work: &mut Work<'_>) -> Result<Vec<Living>> {
    let rows = work.rows(&LIVING_HOLDS, params![work.practice()]).await?;
    rows.into_iter().map(|row| Ok(read_hold(row)?.0)).collect()
}

/// The same with their words, still sealed.
pub(super) async fn holds_with_words(work: &mut Work<'_>, _: &Grant) -> Result<Vec<(Living, Vec<u8>)>> {
    work.rows(&LIVING_HOLDS, params![work.practice()]).await?.into_iter().map(read_hold).collect()
}

pub(super) async fn lift_hold(work: &mut Work<'_>, _: &Grant, id: HoldId, by: PersonId) -> Result<()> {
    work.run(&LIFT_HOLD, params![by, work.now(), work.practice(), id]).await?;
    Ok(())
}

/// What is on show: whose, in which group, and since when.
pub(super) async fn shown_dues(work: &mut Work<'_>, _: &Grant) -> Result<Vec<(GroupId, PersonId, Timestamp)>> {
    let rows = work.rows(&SHOWN_DUES, params![work.practice()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?, row.take()?))).collect()
}

pub(super) async fn show_due(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    due_at: Timestamp,
) -> Result<()> {
    work.run(&SHOW_DUE, params![work.practice(), group, person, due_at, work.now()]).await?;
    Ok(())
}

pub(super) async fn forget_due(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&FORGET_DUE, params![work.practice(), group, person]).await?;
    Ok(())
}

pub(super) async fn insert_correction(
    work: &mut Work<'_>,
    _: &Grant,
    (id, group, person): (CorrectionId, GroupId, PersonId),
    words: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_CORRECTION, params![work.practice(), id, group, person, words, work.now()]).await?;
    Ok(())
}

pub(super) async fn corrections_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<CorrectionRow>> {
    let rows = work.rows(&CORRECTIONS_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(read_correction).collect()
}

/// One of them, read to know about whom is asked.
pub(super) async fn find_correction(work: &mut Work<'_>, id: CorrectionId) -> Result<CorrectionRow> {
    read_correction(work.one(&FIND_CORRECTION, params![work.practice(), id]).await?)
}

pub(super) async fn save_answer(work: &mut Work<'_>, _: &Grant, id: CorrectionId, answer: Vec<u8>) -> Result<()> {
    let values = params![answer, work.actor().person(), work.now(), work.practice(), id];
    match work.run(&SAVE_ANSWER, values).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("rights-conflict-answered")),
    }
}

/// Deletes what is kept here of one person in one group.
pub(super) async fn forget_member(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&FORGET_CORRECTIONS, params![work.practice(), group, person]).await?;
    forget_due(work, grant, group, person).await
}

/// Deletes what is kept here of one person beside their groups.
pub(super) async fn forget_person(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&FORGET_HOLDS, params![work.practice(), person]).await?;
    Ok(())
}

fn read_hold(mut row: Row) -> Result<(Living, Vec<u8>)> {
    let (id, person, group): (_, Option<PersonId>, Option<GroupId>) = (row.take()?, row.take()?, row.take()?);
    let on = match (person, group) {
        (Some(person), _) => On::Person(person),
        (None, Some(group)) => On::Group(group),
        (None, None) => return Err(Error::bug("a hold on nothing")),
    };
    Ok((Living { id, on, placed_by: row.take()?, placed_at: row.take()? }, row.take()?))
}

fn read_correction(mut row: Row) -> Result<CorrectionRow> {
    Ok(CorrectionRow {
        id: row.take()?,
        group: row.take()?,
        person: row.take()?,
        words: row.take()?,
        asked_at: row.take()?,
        answer: row.take()?,
        answered_at: row.take()?,
    })
}
