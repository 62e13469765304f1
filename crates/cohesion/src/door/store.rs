//! SQL of the front door. What every visitor may read is read without a grant.

use ::store::{Row, params};

use super::{Door, PublicWords, Showing, Visibility};
use crate::Result;
use crate::access::Grant;
use crate::id::GroupId;
use crate::work::Work;

::store::statements! {
    FIND_DOOR = "select state
        from doors
        where practice_id = $1";

    SAVE_DOOR = "insert into doors
        (practice_id, state, changed_at_ms)
        values ($1, $2, $3)
        on conflict (practice_id) do update
        set state = excluded.state,
            changed_at_ms = excluded.changed_at_ms";

    SHOWN = "select group_id, is_shown, title, about, meets, place, cost
        from shown_groups
        where practice_id = $1
          and is_shown = 1
        order by group_id";

    FIND = "select group_id, is_shown, title, about, meets, place, cost
        from shown_groups
        where practice_id = $1
          and group_id = $2";

    SAVE = "insert into shown_groups
        (practice_id, group_id, is_shown, title, about, meets, place, cost, changed_by, changed_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (practice_id, group_id) do update
        set is_shown = excluded.is_shown,
            title = excluded.title,
            about = excluded.about,
            meets = excluded.meets,
            place = excluded.place,
            cost = excluded.cost,
            changed_by = excluded.changed_by,
            changed_at_ms = excluded.changed_at_ms";
}

/// What is kept of a group.
pub struct Kept {
    pub group: GroupId,
    pub is_shown: bool,
    pub words: PublicWords,
}

pub async fn find_door(work: &mut Work<'_>) -> Result<Door> {
    match work.maybe(&FIND_DOOR, params![work.practice()]).await? {
        Some(mut row) => Door::from_code(row.take()?),
        None => Ok(Door::Closed),
    }
}

pub async fn save_door(work: &mut Work<'_>, _: &Grant, door: Door) -> Result<()> {
    work.run(&SAVE_DOOR, params![work.practice(), door.code(), work.now()]).await?;
    Ok(())
}

pub async fn shown(work: &mut Work<'_>) -> Result<Vec<Kept>> {
    work.rows(&SHOWN, params![work.practice()]).await?.into_iter().map(read).collect()
}

pub async fn find(work: &mut Work<'_>, group: GroupId) -> Result<Option<Kept>> {
    work.maybe(&FIND, params![work.practice(), group]).await?.map(read).transpose()
}

pub async fn save(work: &mut Work<'_>, _: &Grant, group: GroupId, showing: &Showing) -> Result<()> {
    let PublicWords { title, about, meets, place, cost } = &showing.words;
    let is_shown = i64::from(showing.visibility == Visibility::Shown);
    let by = work.actor().person();
    let values = params![
        work.practice(),
        group,
        is_shown,
        title.trim(),
        about.trim(),
        meets.trim(),
        place.trim(),
        cost.trim(),
        by,
        work.now()
    ];
    work.run(&SAVE, values).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<Kept> {
    let (group, is_shown): (GroupId, i64) = (row.take()?, row.take()?);
    let words = PublicWords {
        title: row.take()?,
        about: row.take()?,
        meets: row.take()?,
        place: row.take()?,
        cost: row.take()?,
    };
    Ok(Kept { group, is_shown: is_shown == 1, words })
}
