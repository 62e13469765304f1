//! SQL of groups and of who leads them.

use ::store::params;

use super::super::{Charter, Format, Founding, GroupState, Leader, LeaderRole};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
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

    LEADERSHIPS_IN = "select person_id, role, since_ms, until_ms
        from leaderships
        where practice_id = $1
          and group_id = $2
        order by since_ms, person_id";

    GROUPS_LED_BY = "select distinct group_id
        from leaderships
        where practice_id = $1
          and person_id = $2
          and until_ms is null";

    ALL_GROUPS = "select id
        from groups
        where practice_id = $1
          and state <> $2
        order by founded_at_ms, id";

    GROUPS_EVER = "select id, founded_at_ms
        from groups
        where practice_id = $1
        order by founded_at_ms, id";
}

/// A group's row, its words still sealed.
pub struct KeptGroup {
    pub charter: Charter,
    pub format: Format,
    pub state: GroupState,
    pub capacity: u32,
    pub zone: String,
    pub words: Vec<u8>,
    pub version: u32,
}

pub async fn insert_group(
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

pub async fn find_group(work: &mut Work<'_>, id: GroupId) -> Result<KeptGroup> {
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

pub async fn save_state(work: &mut Work<'_>, _: &Grant, id: GroupId, state: GroupState) -> Result<()> {
    work.run(&SAVE_STATE, params![state.code(), work.practice(), id]).await?;
    Ok(())
}

/// Saves over the version that was read; a change in between is a conflict, so nothing is lost unseen.
pub async fn save_words(
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

pub async fn insert_leader(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    role: LeaderRole,
) -> Result<()> {
    work.run(&INSERT_LEADER, params![work.practice(), group, person, role.code(), work.now()]).await?;
    Ok(())
}

pub async fn end_leader(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&END_LEADER, params![work.now(), work.practice(), group, person]).await?;
    Ok(())
}

pub async fn leaders_of(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Leader>> {
    let rows = work.rows(&LEADERS_OF, params![work.practice(), group]).await?;
    rows.into_iter()
        .map(|mut row| Ok(Leader { person: row.take()?, role: LeaderRole::from_code(row.take()?)? }))
        .collect()
}

/// Everyone who leads or has led the group, with since when and until when.
pub async fn leaderships_in(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
) -> Result<Vec<(Leader, Timestamp, Option<Timestamp>)>> {
    let rows = work.rows(&LEADERSHIPS_IN, params![work.practice(), group]).await?;
    rows.into_iter()
        .map(|mut row| {
            let leader = Leader { person: row.take()?, role: LeaderRole::from_code(row.take()?)? };
            Ok((leader, row.take()?, row.take()?))
        })
        .collect()
}

pub async fn groups_led_by(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let rows = work.rows(&GROUPS_LED_BY, params![work.practice(), person]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

/// Every group that was ever founded, put away or not, with when: the first first.
pub async fn groups_ever(work: &mut Work<'_>, _: &Grant) -> Result<Vec<(GroupId, Timestamp)>> {
    let rows = work.rows(&GROUPS_EVER, params![work.practice()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// Every group that is not put away, the first that was founded first.
pub async fn all_groups(work: &mut Work<'_>) -> Result<Vec<GroupId>> {
    let rows = work.rows(&ALL_GROUPS, params![work.practice(), GroupState::Archived.code()]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}
