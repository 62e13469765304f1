//! SQL of screenings, decisions, preparations and departures.

use ::store::params;

use super::super::{Countersign, Topic};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{EnrolmentId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_SCREENING = "insert into screenings
        (practice_id, enrolment_id, number, facts, screened_by, screened_at_ms)
        values ($1, $2, $3, $4, $5, $6)";

    COUNT_SCREENINGS = "select count(*)
        from screenings
        where practice_id = $1
          and enrolment_id = $2";

    LATEST_SCREENING = "select number, facts
        from screenings
        where practice_id = $1
          and enrolment_id = $2
        order by number desc
        limit 1";

    INSERT_DECISION = "insert into decisions
        (practice_id, enrolment_id, number, decision, decided_by, decided_at_ms, countersign)
        values ($1, $2, $3, $4, $5, $6, $7)";

    COUNT_DECISIONS = "select count(*)
        from decisions
        where practice_id = $1
          and enrolment_id = $2";

    LATEST_DECISION = "select number, decision, decided_by, decided_at_ms, countersign, countersigned_by
        from decisions
        where practice_id = $1
          and enrolment_id = $2
        order by number desc
        limit 1";

    SAVE_COUNTERSIGN = "update decisions
        set countersigned_by = $1,
            countersigned_at_ms = $2
        where practice_id = $3
          and enrolment_id = $4
          and number = $5
          and countersigned_by is null";

    INSERT_TICK = "insert into preparations
        (practice_id, enrolment_id, topic, ticked_by, ticked_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";

    TICKS = "select topic, ticked_by, ticked_at_ms
        from preparations
        where practice_id = $1
          and enrolment_id = $2
        order by topic";

    INSERT_DEPARTURE = "insert into departures
        (practice_id, enrolment_id, departure, recorded_by, departed_at_ms)
        values ($1, $2, $3, $4, $5)";

    FIND_DEPARTURE = "select departure, recorded_by, departed_at_ms
        from departures
        where practice_id = $1
          and enrolment_id = $2";
}

/// A decision's row, its words still sealed.
pub struct KeptDecision {
    pub number: u32,
    pub decision: Vec<u8>,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub countersign: Countersign,
    pub countersigned_by: Option<PersonId>,
}

/// One ticked topic.
pub struct Tick {
    pub topic: Topic,
    pub by: Option<PersonId>,
    pub at: Timestamp,
}

/// A departure's row, its words still sealed.
pub struct KeptDeparture {
    pub departure: Vec<u8>,
    pub by: Option<PersonId>,
    pub at: Timestamp,
}

pub async fn insert_screening(
    work: &mut Work<'_>,
    _: &Grant,
    id: EnrolmentId,
    number: u32,
    facts: Vec<u8>,
) -> Result<()> {
    let actor = work.actor().person();
    work.run(&INSERT_SCREENING, params![work.practice(), id, number, facts, actor, work.now()]).await?;
    Ok(())
}

pub async fn count_screenings(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<u32> {
    Ok(work.one(&COUNT_SCREENINGS, params![work.practice(), id]).await?.take()?)
}

pub async fn latest_screening(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Option<(u32, Vec<u8>)>> {
    let row = work.maybe(&LATEST_SCREENING, params![work.practice(), id]).await?;
    row.map(|mut row| Ok((row.take()?, row.take()?))).transpose()
}

pub async fn insert_decision(
    work: &mut Work<'_>,
    _: &Grant,
    id: EnrolmentId,
    number: u32,
    decision: Vec<u8>,
    countersign: Countersign,
) -> Result<()> {
    let actor = work.actor().person();
    let values = params![work.practice(), id, number, decision, actor, work.now(), countersign.code()];
    work.run(&INSERT_DECISION, values).await?;
    Ok(())
}

pub async fn count_decisions(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<u32> {
    Ok(work.one(&COUNT_DECISIONS, params![work.practice(), id]).await?.take()?)
}

pub async fn latest_decision(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Option<KeptDecision>> {
    let row = work.maybe(&LATEST_DECISION, params![work.practice(), id]).await?;
    row.map(|mut row| {
        Ok(KeptDecision {
            number: row.take()?,
            decision: row.take()?,
            by: row.take()?,
            at: row.take()?,
            countersign: Countersign::from_code(row.take()?)?,
            countersigned_by: row.take()?,
        })
    })
    .transpose()
}

pub async fn save_countersign(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, number: u32) -> Result<()> {
    let (actor, now, practice) = (work.actor().person(), work.now(), work.practice());
    match work.run(&SAVE_COUNTERSIGN, params![actor, now, practice, id, number]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("enrolment-conflict-nothing-waits")),
    }
}

/// Ticks a topic; one that is ticked already keeps its day.
pub async fn insert_tick(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, topic: Topic) -> Result<()> {
    let actor = work.actor().person();
    work.run(&INSERT_TICK, params![work.practice(), id, topic.code(), actor, work.now()]).await?;
    Ok(())
}

pub async fn ticks(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Vec<Tick>> {
    let rows = work.rows(&TICKS, params![work.practice(), id]).await?;
    rows.into_iter()
        .map(|mut row| Ok(Tick { topic: Topic::from_code(row.take()?)?, by: row.take()?, at: row.take()? }))
        .collect()
}

pub async fn insert_departure(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, departure: Vec<u8>) -> Result<()> {
    let actor = work.actor().person();
    work.run(&INSERT_DEPARTURE, params![work.practice(), id, departure, actor, work.now()]).await?;
    Ok(())
}

pub async fn find_departure(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Option<KeptDeparture>> {
    let row = work.maybe(&FIND_DEPARTURE, params![work.practice(), id]).await?;
    row.map(|mut row| Ok(KeptDeparture { departure: row.take()?, by: row.take()?, at: row.take()? })).transpose()
}
