//! SQL of what groups are for.

use ::store::{Row, params};

use super::super::{AimId, AimState};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    INSERT_AIM = "insert into aims
        (practice_id, id, group_id, place, words, state, set_by, set_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    AIMS_OF = "select id, place, words, state, closed_at_ms
        from aims
        where practice_id = $1
          and group_id = $2
        order by place, id";

    SAVE_AIM_PLACE = "update aims
        set place = $1
        where practice_id = $2
          and id = $3";

    SAVE_AIM_STATE = "update aims
        set state = $1,
            closed_at_ms = $2
        where practice_id = $3
          and id = $4";
}

/// An aim's row, still sealed.
pub struct KeptAim {
    pub id: AimId,
    pub place: u32,
    pub words: Vec<u8>,
    pub state: AimState,
    pub closed_at: Option<Timestamp>,
}

pub async fn insert_aim(
    work: &mut Work<'_>,
    _: &Grant,
    (id, group): (AimId, GroupId),
    place: u32,
    by: PersonId,
    words: Vec<u8>,
) -> Result<()> {
    let state = AimState::Standing.code();
    work.run(&INSERT_AIM, params![work.practice(), id, group, place, words, state, by, work.now()]).await?;
    Ok(())
}

/// Every aim of a group, in its order.
pub async fn aims_of(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<KeptAim>> {
    work.rows(&AIMS_OF, params![work.practice(), group]).await?.into_iter().map(read).collect()
}

pub async fn save_place(work: &mut Work<'_>, _: &Grant, id: AimId, place: u32) -> Result<()> {
    work.run(&SAVE_AIM_PLACE, params![place, work.practice(), id]).await?;
    Ok(())
}

pub async fn save_aim_state(work: &mut Work<'_>, _: &Grant, id: AimId, state: AimState) -> Result<()> {
    let closed_at = (state != AimState::Standing).then(|| work.now());
    work.run(&SAVE_AIM_STATE, params![state.code(), closed_at, work.practice(), id]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<KeptAim> {
    Ok(KeptAim {
        id: row.take()?,
        place: row.take()?,
        words: row.take()?,
        state: AimState::from_code(row.take()?)?,
        closed_at: row.take()?,
    })
}
