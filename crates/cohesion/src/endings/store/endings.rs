//! SQL of what is ticked off and announced, of what is asked afterwards, and of steps towards whoever left early.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::endings::{Announced, Booster, Item, LeaverStep, Tick};
use crate::id::{Bytes, EnrolmentId, GroupId, PersonId, SeatId, SessionId};
use crate::work::Work;

::store::statements! {
    INSERT_TICK = "insert into ending_ticks
        (practice_id, group_id, subject_id, item, done_by, done_at_ms)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing";

    DELETE_TICK = "delete from ending_ticks
        where practice_id = $1
          and group_id = $2
          and subject_id = $3
          and item = $4";

    TICKS_IN = "select subject_id, item, done_by, done_at_ms
        from ending_ticks
        where practice_id = $1
          and group_id = $2
        order by subject_id, item";

    SAVE_ANNOUNCED = "insert into announced_endings
        (practice_id, seat_id, group_id, person_id, last_session_id, announced_by, announced_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (practice_id, seat_id) do update
        set last_session_id = excluded.last_session_id,
            announced_by = excluded.announced_by,
            announced_at_ms = excluded.announced_at_ms";

    ANNOUNCED_IN = "select seat_id, person_id, last_session_id, announced_by, announced_at_ms
        from announced_endings
        where practice_id = $1
          and group_id = $2
        order by announced_at_ms, seat_id";

    INSERT_BOOSTER = "insert into boosters
        (practice_id, group_id, months, due_at_ms, asked)
        values ($1, $2, $3, $4, 0)
        on conflict do nothing";

    BOOSTERS_OF = "select months, due_at_ms, sent_at_ms, asked
        from boosters
        where practice_id = $1
          and group_id = $2
        order by months";

    MARK_BOOSTER = "update boosters
        set sent_at_ms = $1,
            asked = $2
        where practice_id = $3
          and group_id = $4
          and months = $5";

    INSERT_LEAVER_STEP = "insert into leaver_steps
        (practice_id, enrolment_id, step, group_id, person_id, words, done_by, done_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    LEAVER_STEPS_IN = "select enrolment_id, step, person_id, words, done_at_ms
        from leaver_steps
        where practice_id = $1
          and group_id = $2
        order by enrolment_id, step";
}

/// A step that was done, its words still sealed.
pub struct LeaverRow {
    pub enrolment: EnrolmentId,
    pub step: LeaverStep,
    pub person: PersonId,
    pub words: Vec<u8>,
    pub at: Timestamp,
}

/// Whether it was open.
pub async fn insert_tick(work: &mut Work<'_>, _: &Grant, group: GroupId, subject: Bytes, item: Item) -> Result<bool> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    Ok(work.run(&INSERT_TICK, params![practice, group, subject, item.code(), by, now]).await? == 1)
}

/// Whether it was ticked off.
pub async fn delete_tick(work: &mut Work<'_>, _: &Grant, group: GroupId, subject: Bytes, item: Item) -> Result<bool> {
    Ok(work.run(&DELETE_TICK, params![work.practice(), group, subject, item.code()]).await? == 1)
}

pub async fn ticks_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Tick>> {
    let rows = work.rows(&TICKS_IN, params![work.practice(), group]).await?;
    let tick = |mut row: ::store::Row| {
        let (subject, item) = (row.take()?, Item::from_code(row.take()?)?);
        Ok(Tick { subject, item, by: row.take()?, at: row.take()? })
    };
    rows.into_iter().map(tick).collect()
}

pub async fn save_announced(
    work: &mut Work<'_>,
    _: &Grant,
    seat: SeatId,
    group: GroupId,
    person: PersonId,
    last: SessionId,
) -> Result<()> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    work.run(&SAVE_ANNOUNCED, params![practice, seat, group, person, last, by, now]).await?;
    Ok(())
}

pub async fn announced_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<(SeatId, Announced)>> {
    let rows = work.rows(&ANNOUNCED_IN, params![work.practice(), group]).await?;
    let announced = |mut row: ::store::Row| {
        let seat = row.take()?;
        let (person, last_session, by, at) = (row.take()?, row.take()?, row.take()?, row.take()?);
        Ok((seat, Announced { person, last_session, by, at }))
    };
    rows.into_iter().map(announced).collect()
}

/// Whether it was not planned yet.
pub async fn insert_booster(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    months: u32,
    due_at: Timestamp,
) -> Result<bool> {
    Ok(work.run(&INSERT_BOOSTER, params![work.practice(), group, months, due_at]).await? == 1)
}

pub async fn boosters_of(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Booster>> {
    let rows = work.rows(&BOOSTERS_OF, params![work.practice(), group]).await?;
    let booster = |mut row: ::store::Row| {
        Ok(Booster { months: row.take()?, due_at: row.take()?, sent_at: row.take()?, asked: row.take()? })
    };
    rows.into_iter().map(booster).collect()
}

pub async fn mark_booster(work: &mut Work<'_>, _: &Grant, group: GroupId, months: u32, asked: u32) -> Result<()> {
    work.run(&MARK_BOOSTER, params![work.now(), asked, work.practice(), group, months]).await?;
    Ok(())
}

pub async fn insert_leaver_step(
    work: &mut Work<'_>,
    _: &Grant,
    (enrolment, group, person): (EnrolmentId, GroupId, PersonId),
    step: LeaverStep,
    words: Vec<u8>,
) -> Result<()> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let values = params![practice, enrolment, step.code(), group, person, words, by, now];
    work.run(&INSERT_LEAVER_STEP, values).await?;
    Ok(())
}

pub async fn leaver_steps_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<LeaverRow>> {
    let rows = work.rows(&LEAVER_STEPS_IN, params![work.practice(), group]).await?;
    let step = |mut row: ::store::Row| {
        let (enrolment, step) = (row.take()?, LeaverStep::from_code(row.take()?)?);
        Ok(LeaverRow { enrolment, step, person: row.take()?, words: row.take()?, at: row.take()? })
    };
    rows.into_iter().map(step).collect()
}
