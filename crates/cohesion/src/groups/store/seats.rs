//! SQL of seats, and of the places that keep a group from being overfilled.

use ::store::{Row, params};

use super::super::{SeatState, Stay};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SeatId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_SEAT = "insert into seats
        (practice_id, id, group_id, person_id, called, state, since_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    END_SEAT = "update seats
        set state = $1,
            until_ms = $2
        where practice_id = $3
          and id = $4
          and until_ms is null";

    SEATS_IN = "select id, group_id, person_id, called, state, since_ms, until_ms
        from seats
        where practice_id = $1
          and group_id = $2
        order by since_ms, id";

    SEATS_OF = "select id, group_id, person_id, called, state, since_ms, until_ms
        from seats
        where practice_id = $1
          and person_id = $2
        order by since_ms desc, id";

    FIND_SEAT = "select id, group_id, person_id, called, state, since_ms, until_ms
        from seats
        where practice_id = $1
          and id = $2";

    SAVE_SEAT_STATE = "update seats
        set state = $1
        where practice_id = $2
          and id = $3
          and until_ms is null";

    LIVING_IN = "select person_id, state, since_ms
        from seats
        where practice_id = $1
          and group_id = $2
          and until_ms is null
        order by since_ms, id";

    COUNT_LIVING_SEATS = "select count(*)
        from seats
        where practice_id = $1
          and group_id = $2
          and until_ms is null";

    NEWEST_SEAT = "select max(since_ms)
        from seats
        where practice_id = $1
          and group_id = $2
          and person_id <> $3
          and until_ms is null";

    PLACES_IN = "select number, person_id
        from places
        where practice_id = $1
          and group_id = $2
        order by number";

    COUNT_PLACES = "select count(*)
        from places
        where practice_id = $1
          and group_id = $2";

    INSERT_PLACE = "insert into places
        (practice_id, group_id, number, person_id, since_ms)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";

    DELETE_PLACE = "delete from places
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    COUNT_LIVING_SEATS_OF = "select count(*)
        from seats
        where practice_id = $1
          and group_id = $2
          and person_id = $3
          and until_ms is null";

    SEATED_IN = "select group_id
        from seats
        where practice_id = $1
          and person_id = $2
          and until_ms is null
        order by since_ms, group_id";

    FORGET_PLACE = "delete from places
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    FORGET_SEATS = "delete from seats
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    ALL_STAYS = "select group_id, person_id, since_ms, until_ms
        from seats
        where practice_id = $1
        order by group_id, person_id, since_ms";
}

/// A seat's row, its name still sealed.
pub struct KeptSeat {
    pub id: SeatId,
    pub group: GroupId,
    pub person: PersonId,
    pub called: Vec<u8>,
    pub state: SeatState,
    pub since: Timestamp,
    pub until: Option<Timestamp>,
}

/// A place and whose it is.
pub struct Place {
    pub number: u32,
    pub person: PersonId,
}

pub async fn insert_seat(
    work: &mut Work<'_>,
    _: &Grant,
    id: SeatId,
    group: GroupId,
    person: PersonId,
    called: Vec<u8>,
) -> Result<()> {
    let values = params![work.practice(), id, group, person, called, SeatState::Active.code(), work.now()];
    work.run(&INSERT_SEAT, values).await?;
    Ok(())
}

pub async fn end_seat(work: &mut Work<'_>, _: &Grant, id: SeatId) -> Result<()> {
    work.run(&END_SEAT, params![SeatState::Left.code(), work.now(), work.practice(), id]).await?;
    Ok(())
}

pub async fn seats_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<KeptSeat>> {
    work.rows(&SEATS_IN, params![work.practice(), group]).await?.into_iter().map(read_seat).collect()
}

pub async fn seats_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptSeat>> {
    work.rows(&SEATS_OF, params![work.practice(), person]).await?.into_iter().map(read_seat).collect()
}

pub async fn find_seat(work: &mut Work<'_>, _: &Grant, id: SeatId) -> Result<KeptSeat> {
    read_seat(work.one(&FIND_SEAT, params![work.practice(), id]).await?)
}

pub async fn save_seat_state(work: &mut Work<'_>, _: &Grant, id: SeatId, state: SeatState) -> Result<()> {
    match work.run(&SAVE_SEAT_STATE, params![state.code(), work.practice(), id]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("groups-conflict-seat-ended")),
    }
}

/// Who sits in a group now and how, since when: ids only, and so for no grant.
pub async fn living_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<(PersonId, SeatState, Timestamp)>> {
    let rows = work.rows(&LIVING_IN, params![work.practice(), group]).await?;
    let read = |mut row: Row| Ok((row.take()?, SeatState::from_code(row.take()?)?, row.take()?));
    rows.into_iter().map(read).collect()
}

pub async fn count_living_seats(work: &mut Work<'_>, group: GroupId) -> Result<u32> {
    Ok(work.one(&COUNT_LIVING_SEATS, params![work.practice(), group]).await?.take()?)
}

pub async fn newest_seat(work: &mut Work<'_>, _: &Grant, group: GroupId, but: PersonId) -> Result<Option<Timestamp>> {
    Ok(work.one(&NEWEST_SEAT, params![work.practice(), group, but]).await?.take()?)
}

pub async fn places_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Place>> {
    let rows = work.rows(&PLACES_IN, params![work.practice(), group]).await?;
    rows.into_iter().map(|mut row| Ok(Place { number: row.take()?, person: row.take()? })).collect()
}

pub async fn count_places(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<u32> {
    Ok(work.one(&COUNT_PLACES, params![work.practice(), group]).await?.take()?)
}

/// Takes the row of that number. Where another act takes it at the same moment, the engine makes one of the two begin again.
pub async fn insert_place(work: &mut Work<'_>, _: &Grant, group: GroupId, number: u32, person: PersonId) -> Result<()> {
    match work.run(&INSERT_PLACE, params![work.practice(), group, number, person, work.now()]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("groups-conflict-full")),
    }
}

pub async fn delete_place(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&DELETE_PLACE, params![work.practice(), group, person]).await?;
    Ok(())
}

pub async fn has_living_seat(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<bool> {
    let count: u32 = work.one(&COUNT_LIVING_SEATS_OF, params![work.practice(), group, person]).await?.take()?;
    Ok(count > 0)
}

pub async fn seated_in(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let rows = work.rows(&SEATED_IN, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

fn read_seat(mut row: Row) -> Result<KeptSeat> {
    Ok(KeptSeat {
        id: row.take()?,
        group: row.take()?,
        person: row.take()?,
        called: row.take()?,
        state: SeatState::from_code(row.take()?)?,
        since: row.take()?,
        until: row.take()?,
    })
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_PLACE, &FORGET_SEATS] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    super::names::release_name(work, grant, group, person).await
}

pub async fn all_stays(work: &mut Work<'_>, _: &Grant) -> Result<Vec<Stay>> {
    let read =
        |mut row: Row| Ok(Stay { group: row.take()?, person: row.take()?, since: row.take()?, until: row.take()? });
    work.rows(&ALL_STAYS, params![work.practice()]).await?.into_iter().map(read).collect()
}
