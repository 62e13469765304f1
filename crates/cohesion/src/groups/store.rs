//! SQL of groups, leaders, seats and the calendar.

use ::store::{Row, params};

use super::{Charter, Format, Founding, GroupState, Leader, LeaderRole, SeatState, Session, SessionState};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SeatId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_GROUP = "insert into groups
        (practice_id, id, charter, format, state, capacity, zone, words, version, founded_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)";

    FIND_GROUP = "select charter, format, state, capacity, zone, words, version
        from groups
        where practice_id = $1
          and id = $2";

    SAVE_STATE = "update groups
        set state = $1
        where practice_id = $2
          and id = $3";

    SAVE_WORDS = "update groups
        set capacity = $1,
            words = $2,
            version = version + 1
        where practice_id = $3
          and id = $4
          and version = $5";

    INSERT_LEADER = "insert into leaderships
        (practice_id, group_id, person_id, role, since_ms)
        values ($1, $2, $3, $4, $5)";

    END_LEADER = "update leaderships
        set until_ms = $1
        where practice_id = $2
          and group_id = $3
          and person_id = $4
          and until_ms is null";

    LEADERS_OF = "select person_id, role
        from leaderships
        where practice_id = $1
          and group_id = $2
          and until_ms is null
        order by role, since_ms, person_id";

    GROUPS_LED_BY = "select distinct group_id
        from leaderships
        where practice_id = $1
          and person_id = $2
          and until_ms is null";

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

    INSERT_SESSION = "insert into sessions
        (practice_id, id, group_id, number, starts_at_ms, ends_at_ms, state)
        values ($1, $2, $3, $4, $5, $6, $7)";

    FIND_SESSION = "select id, group_id, number, starts_at_ms, ends_at_ms, state
        from sessions
        where practice_id = $1
          and id = $2";

    SESSIONS_OF = "select id, group_id, number, starts_at_ms, ends_at_ms, state
        from sessions
        where practice_id = $1
          and group_id = $2
        order by number";

    SAVE_TIME = "update sessions
        set starts_at_ms = $1,
            ends_at_ms = $2
        where practice_id = $3
          and id = $4";

    SAVE_SESSION_STATE = "update sessions
        set state = $1
        where practice_id = $2
          and id = $3";
}

/// A group's row, its words still sealed.
pub(super) struct KeptGroup {
    pub charter: Charter,
    pub format: Format,
    pub state: GroupState,
    pub capacity: u32,
    pub zone: String,
    pub words: Vec<u8>,
    pub version: u32,
}

/// A seat's row, its name still sealed.
pub(super) struct KeptSeat {
    pub id: SeatId,
    pub group: GroupId,
    pub person: PersonId,
    pub called: Vec<u8>,
    pub state: SeatState,
    pub since: Timestamp,
    pub until: Option<Timestamp>,
}

/// A place and whose it is.
pub(super) struct Place {
    pub number: u32,
    pub person: PersonId,
}

pub(super) async fn insert_group(
    work: &mut Work<'_>,
    _: &Grant,
    id: GroupId,
    founding: &Founding,
    state: GroupState,
    words: Vec<u8>,
) -> Result<()> {
    let Founding { charter, format, capacity, zone, .. } = founding;
    let (charter, format, state) = (charter.code(), format.code(), state.code());
    let values = params![work.practice(), id, charter, format, state, *capacity, zone.as_str(), words, work.now()];
    work.run(&INSERT_GROUP, values).await?;
    Ok(())
}

/// A group, its words still sealed. Asks for no grant: it takes one to open them.
pub(super) async fn find_group(work: &mut Work<'_>, id: GroupId) -> Result<KeptGroup> {
    let mut row = work.one(&FIND_GROUP, params![work.practice(), id]).await?;
    Ok(KeptGroup {
        charter: Charter::from_code(row.take()?)?,
        format: Format::from_code(row.take()?)?,
        state: GroupState::from_code(row.take()?)?,
        capacity: row.take()?,
        zone: row.take()?,
        words: row.take()?,
        version: row.take()?,
    })
}

pub(super) async fn save_state(work: &mut Work<'_>, _: &Grant, id: GroupId, state: GroupState) -> Result<()> {
    work.run(&SAVE_STATE, params![state.code(), work.practice(), id]).await?;
    Ok(())
}

/// Saves over the version that was read; a change in between is a conflict, so nothing is lost unseen.
pub(super) async fn save_words(
    work: &mut Work<'_>,
    _: &Grant,
    id: GroupId,
    capacity: u32,
    words: Vec<u8>,
    version: u32,
) -> Result<()> {
    match work.run(&SAVE_WORDS, params![capacity, words, work.practice(), id, version]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("groups-conflict-changed")),
    }
}

pub(super) async fn insert_leader(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    role: LeaderRole,
) -> Result<()> {
    work.run(&INSERT_LEADER, params![work.practice(), group, person, role.code(), work.now()]).await?;
    Ok(())
}

pub(super) async fn end_leader(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&END_LEADER, params![work.now(), work.practice(), group, person]).await?;
    Ok(())
}

/// Who leads a group. Asks for no grant: it tells who may.
pub(super) async fn leaders_of(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Leader>> {
    let rows = work.rows(&LEADERS_OF, params![work.practice(), group]).await?;
    rows.into_iter()
        .map(|mut row| Ok(Leader { person: row.take()?, role: LeaderRole::from_code(row.take()?)? }))
        .collect()
}

/// The groups that a person leads. Asks for no grant: it tells who may.
pub(super) async fn groups_led_by(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let rows = work.rows(&GROUPS_LED_BY, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

pub(super) async fn insert_seat(
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

pub(super) async fn end_seat(work: &mut Work<'_>, _: &Grant, id: SeatId) -> Result<()> {
    work.run(&END_SEAT, params![SeatState::Left.code(), work.now(), work.practice(), id]).await?;
    Ok(())
}

pub(super) async fn seats_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<KeptSeat>> {
    work.rows(&SEATS_IN, params![work.practice(), group]).await?.into_iter().map(read_seat).collect()
}

pub(super) async fn seats_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptSeat>> {
    work.rows(&SEATS_OF, params![work.practice(), person]).await?.into_iter().map(read_seat).collect()
}

pub(super) async fn find_seat(work: &mut Work<'_>, _: &Grant, id: SeatId) -> Result<KeptSeat> {
    read_seat(work.one(&FIND_SEAT, params![work.practice(), id]).await?)
}

pub(super) async fn save_seat_state(work: &mut Work<'_>, _: &Grant, id: SeatId, state: SeatState) -> Result<()> {
    match work.run(&SAVE_SEAT_STATE, params![state.code(), work.practice(), id]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("groups-conflict-seat-ended")),
    }
}

/// How many seats are taken. Asks for no grant: a number that names nobody.
pub(super) async fn count_living_seats(work: &mut Work<'_>, group: GroupId) -> Result<u32> {
    Ok(work.one(&COUNT_LIVING_SEATS, params![work.practice(), group]).await?.take()?)
}

pub(super) async fn newest_seat(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    but: PersonId,
) -> Result<Option<Timestamp>> {
    Ok(work.one(&NEWEST_SEAT, params![work.practice(), group, but]).await?.take()?)
}

/// Who sits or sat in a group. Asks for no grant: it tells who may.
pub(super) async fn places_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Place>> {
    let rows = work.rows(&PLACES_IN, params![work.practice(), group]).await?;
    rows.into_iter().map(|mut row| Ok(Place { number: row.take()?, person: row.take()? })).collect()
}

pub(super) async fn count_places(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<u32> {
    Ok(work.one(&COUNT_PLACES, params![work.practice(), group]).await?.take()?)
}

/// Takes the row of that number. Where another act takes it at the same moment, the engine makes one of the two begin again.
pub(super) async fn insert_place(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    number: u32,
    person: PersonId,
) -> Result<()> {
    match work.run(&INSERT_PLACE, params![work.practice(), group, number, person, work.now()]).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict("groups-conflict-full")),
    }
}

pub(super) async fn delete_place(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&DELETE_PLACE, params![work.practice(), group, person]).await?;
    Ok(())
}

/// Whether a person sits in a group. Asks for no grant: it tells who may.
pub(super) async fn has_living_seat(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<bool> {
    let count: u32 = work.one(&COUNT_LIVING_SEATS_OF, params![work.practice(), group, person]).await?.take()?;
    Ok(count > 0)
}

/// The groups that a person sits in. Asks for no grant: it tells who may.
pub(super) async fn seated_in(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let rows = work.rows(&SEATED_IN, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

pub(super) async fn insert_session(work: &mut Work<'_>, _: &Grant, session: &Session) -> Result<()> {
    let Session { id, group, number, starts_at, ends_at, state } = *session;
    let values = params![work.practice(), id, group, number, starts_at, ends_at, state.code()];
    work.run(&INSERT_SESSION, values).await?;
    Ok(())
}

/// A session: its group and hours. Asks for no grant: its group decides who may see it.
pub(super) async fn find_session(work: &mut Work<'_>, id: SessionId) -> Result<Session> {
    read_session(work.one(&FIND_SESSION, params![work.practice(), id]).await?)
}

/// The sessions of a group: hours and states. Asks for no grant: whoever came so far has been told of the group.
pub(super) async fn sessions_of(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Session>> {
    work.rows(&SESSIONS_OF, params![work.practice(), group]).await?.into_iter().map(read_session).collect()
}

pub(super) async fn save_time(
    work: &mut Work<'_>,
    _: &Grant,
    id: SessionId,
    starts_at: Timestamp,
    ends_at: Timestamp,
) -> Result<()> {
    work.run(&SAVE_TIME, params![starts_at, ends_at, work.practice(), id]).await?;
    Ok(())
}

pub(super) async fn save_session_state(
    work: &mut Work<'_>,
    _: &Grant,
    id: SessionId,
    state: SessionState,
) -> Result<()> {
    work.run(&SAVE_SESSION_STATE, params![state.code(), work.practice(), id]).await?;
    Ok(())
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

fn read_session(mut row: Row) -> Result<Session> {
    Ok(Session {
        id: row.take()?,
        group: row.take()?,
        number: row.take()?,
        starts_at: row.take()?,
        ends_at: row.take()?,
        state: SessionState::from_code(row.take()?)?,
    })
}
