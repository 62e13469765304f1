//! SQL of enrolments and the steps taken on them.

use ::store::{Row, params};

use super::super::{Enrolment, Stage, Step};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::Stay;
use crate::id::{EnrolmentId, GroupId, PersonId, SeatId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT = "insert into enrolments
        (practice_id, id, group_id, person_id, stage, since_ms, opened_at_ms, enquiry, offers, unanswered, called_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0)";

    INSERT_STEP = "insert into enrolment_steps
        (practice_id, enrolment_id, number, step, stage, actor_id, at_ms, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    COUNT_STEPS = "select count(*)
        from enrolment_steps
        where practice_id = $1
          and enrolment_id = $2";

    STEPS = "select number, step, stage, actor_id, at_ms, reason
        from enrolment_steps
        where practice_id = $1
          and enrolment_id = $2
        order by number";

    FIND = "select id, group_id, person_id, stage, since_ms, opened_at_ms, screening_at_ms, offers, unanswered, offer_until_ms, seat_id, hold_until_ms
        from enrolments
        where practice_id = $1
          and id = $2";

    ALL_IN = "select id, group_id, person_id, stage, since_ms, opened_at_ms, screening_at_ms, offers, unanswered, offer_until_ms, seat_id, hold_until_ms
        from enrolments
        where practice_id = $1
          and group_id = $2
        order by opened_at_ms, id";

    WAITING_IN = "select id, group_id, person_id, stage, since_ms, opened_at_ms, screening_at_ms, offers, unanswered, offer_until_ms, seat_id, hold_until_ms
        from enrolments
        where practice_id = $1
          and group_id = $2
          and stage = $3
        order by since_ms, opened_at_ms, id";

    ALL_OF = "select id, group_id, person_id, stage, since_ms, opened_at_ms, screening_at_ms, offers, unanswered, offer_until_ms, seat_id, hold_until_ms
        from enrolments
        where practice_id = $1
          and person_id = $2
        order by opened_at_ms desc, id";

    GROUPS_OF = "select distinct group_id
        from enrolments
        where practice_id = $1
          and person_id = $2";

    LIVING_GROUPS_OF = "select group_id
        from enrolments
        where practice_id = $1
          and person_id = $2
          and closed_at_ms is null";

    LIVING_OF = "select id
        from enrolments
        where practice_id = $1
          and group_id = $2
          and person_id = $3
          and closed_at_ms is null";

    FIND_ENQUIRY = "select enquiry
        from enrolments
        where practice_id = $1
          and id = $2";

    FIND_CALLED = "select called, called_version
        from enrolments
        where practice_id = $1
          and id = $2";

    SAVE_STAGE = "update enrolments
        set stage = $1,
            since_ms = $2,
            closed_at_ms = $3
        where practice_id = $4
          and id = $5
          and stage = $6";

    SAVE_SCREENING_TIME = "update enrolments
        set screening_at_ms = $1
        where practice_id = $2
          and id = $3";

    SAVE_OFFER = "update enrolments
        set offer_until_ms = $1,
            offers = offers + 1,
            unanswered = unanswered + 1
        where practice_id = $2
          and id = $3";

    SAVE_ANSWERED = "update enrolments
        set unanswered = 0
        where practice_id = $1
          and id = $2";

    SAVE_CALLED = "update enrolments
        set called = $1,
            called_version = $2
        where practice_id = $3
          and id = $4";

    SAVE_SEAT = "update enrolments
        set seat_id = $1
        where practice_id = $2
          and id = $3";

    SAVE_HOLD = "update enrolments
        set hold_until_ms = $1
        where practice_id = $2
          and id = $3";

    ALL_STAYS = "select group_id, person_id, opened_at_ms, since_ms, stage
        from enrolments
        where practice_id = $1
        order by group_id, person_id, opened_at_ms";
}

/// A step's row, its reason still sealed.
pub struct KeptStep {
    pub number: u32,
    pub step: Step,
    pub stage: Stage,
    pub by: Option<PersonId>,
    pub at: Timestamp,
    pub reason: Option<Vec<u8>>,
}

pub async fn insert(
    work: &mut Work<'_>,
    _: &Grant,
    id: EnrolmentId,
    group: GroupId,
    person: PersonId,
    enquiry: Vec<u8>,
) -> Result<()> {
    let now = work.now();
    let values = params![work.practice(), id, group, person, Stage::Enquiry.code(), now, now, enquiry];
    work.run(&INSERT, values).await?;
    Ok(())
}

pub async fn insert_step(
    work: &mut Work<'_>,
    _: &Grant,
    id: EnrolmentId,
    number: u32,
    step: Step,
    stage: Stage,
    reason: Option<Vec<u8>>,
) -> Result<()> {
    let (step, stage, actor) = (step.code(), stage.code(), work.actor().person());
    let values = params![work.practice(), id, number, step, stage, actor, work.now(), reason];
    work.run(&INSERT_STEP, values).await?;
    Ok(())
}

pub async fn count_steps(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<u32> {
    Ok(work.one(&COUNT_STEPS, params![work.practice(), id]).await?.take()?)
}

pub async fn steps(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Vec<KeptStep>> {
    let rows = work.rows(&STEPS, params![work.practice(), id]).await?;
    rows.into_iter()
        .map(|mut row| {
            Ok(KeptStep {
                number: row.take()?,
                step: Step::from_code(row.take()?)?,
                stage: Stage::from_code(row.take()?)?,
                by: row.take()?,
                at: row.take()?,
                reason: row.take()?,
            })
        })
        .collect()
}

/// Looked up before anybody is asked: whose it is decides who may.
pub async fn find(work: &mut Work<'_>, id: EnrolmentId) -> Result<Enrolment> {
    read(work.one(&FIND, params![work.practice(), id]).await?)
}

pub async fn all_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Enrolment>> {
    work.rows(&ALL_IN, params![work.practice(), group]).await?.into_iter().map(read).collect()
}

/// Everyone on the group's waitlist, whoever has waited longest first.
pub async fn waiting_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Enrolment>> {
    let values = params![work.practice(), group, Stage::Waitlisted.code()];
    work.rows(&WAITING_IN, values).await?.into_iter().map(read).collect()
}

pub async fn all_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<Enrolment>> {
    work.rows(&ALL_OF, params![work.practice(), person]).await?.into_iter().map(read).collect()
}

/// The groups that tie others to a person; read to decide, so before there is a grant.
pub async fn groups_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let rows = work.rows(&GROUPS_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

/// The groups that a person is in, or on the way into, now; read to decide, so before there is a grant.
pub async fn living_groups_of(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let rows = work.rows(&LIVING_GROUPS_OF, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

pub async fn living_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Option<EnrolmentId>> {
    let row = work.maybe(&LIVING_OF, params![work.practice(), group, person]).await?;
    row.map(|mut row| Ok(row.take()?)).transpose()
}

pub async fn find_enquiry(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Vec<u8>> {
    Ok(work.one(&FIND_ENQUIRY, params![work.practice(), id]).await?.take()?)
}

pub async fn find_called(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<(Option<Vec<u8>>, u32)> {
    let mut row = work.one(&FIND_CALLED, params![work.practice(), id]).await?;
    Ok((row.take()?, row.take()?))
}

/// Saves over the stage that was read; a step that somebody else took in between is a conflict.
pub async fn save_stage(work: &mut Work<'_>, _: &Grant, from: &Enrolment, to: Stage) -> Result<()> {
    let closed_at = (!to.is_living()).then(|| work.now());
    let (practice, now) = (work.practice(), work.now());
    match work.run(&SAVE_STAGE, params![to.code(), now, closed_at, practice, from.id, from.stage.code()]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("enrolment-conflict-stage")),
    }
}

pub async fn save_screening_time(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, at: Timestamp) -> Result<()> {
    work.run(&SAVE_SCREENING_TIME, params![at, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_offer(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, until: Timestamp) -> Result<()> {
    work.run(&SAVE_OFFER, params![until, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_answered(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<()> {
    work.run(&SAVE_ANSWERED, params![work.practice(), id]).await?;
    Ok(())
}

pub async fn save_called(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, called: Vec<u8>, version: u32) -> Result<()> {
    work.run(&SAVE_CALLED, params![called, version, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_seat(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, seat: SeatId) -> Result<()> {
    work.run(&SAVE_SEAT, params![seat, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_hold(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, until: Option<Timestamp>) -> Result<()> {
    work.run(&SAVE_HOLD, params![until, work.practice(), id]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<Enrolment> {
    Ok(Enrolment {
        id: row.take()?,
        group: row.take()?,
        person: row.take()?,
        stage: Stage::from_code(row.take()?)?,
        since: row.take()?,
        opened_at: row.take()?,
        screening_at: row.take()?,
        offers: row.take()?,
        unanswered: row.take()?,
        offer_until: row.take()?,
        seat: row.take()?,
        hold_until: row.take()?,
    })
}

pub async fn all_stays(work: &mut Work<'_>, _: &Grant) -> Result<Vec<Stay>> {
    let read = |mut row: Row| {
        let (group, person, since): (_, _, Timestamp) = (row.take()?, row.take()?, row.take()?);
        let (stage_since, stage): (Timestamp, i64) = (row.take()?, row.take()?);
        let until = (!Stage::from_code(stage)?.is_living()).then_some(stage_since);
        Ok(Stay { group, person, since, until })
    };
    work.rows(&ALL_STAYS, params![work.practice()]).await?.into_iter().map(read).collect()
}
