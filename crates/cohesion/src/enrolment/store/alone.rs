//! SQL of joining alone: which groups are open for it, and who came so.

use ::store::params;

use super::super::WhoJoins;
use crate::Result;
use crate::access::Grant;
use crate::id::{EnrolmentId, GroupId};
use crate::work::Work;

::store::statements! {
    WHO_JOINS = "select who
        from self_joins
        where practice_id = $1
          and group_id = $2";

    GROUPS_TO_JOIN = "select group_id
        from self_joins
        where practice_id = $1
          and who > 0
        order by changed_at_ms, group_id";

    SAVE_WHO_JOINS = "insert into self_joins
        (practice_id, group_id, who, changed_by, changed_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (practice_id, group_id) do update
        set who = excluded.who,
            changed_by = excluded.changed_by,
            changed_at_ms = excluded.changed_at_ms";

    INSERT_LIGHT = "insert into light_registrations
        (practice_id, enrolment_id, reach, registered_at_ms)
        values ($1, $2, $3, $4)";

    LIGHT_REGISTRATION = "select reach
        from light_registrations
        where practice_id = $1
          and enrolment_id = $2";
}

/// Who may join a group alone. Asks for no grant: it is said in public.
pub async fn who_joins(work: &mut Work<'_>, group: GroupId) -> Result<WhoJoins> {
    match work.maybe(&WHO_JOINS, params![work.practice(), group]).await? {
        Some(mut row) => WhoJoins::from_code(row.take()?),
        None => Ok(WhoJoins::Nobody),
    }
}

/// Every group that somebody may join alone, those first that were opened first. Asks for no grant, as above.
pub async fn groups_to_join(work: &mut Work<'_>) -> Result<Vec<GroupId>> {
    let rows = work.rows(&GROUPS_TO_JOIN, params![work.practice()]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

pub async fn save_who_joins(work: &mut Work<'_>, _: &Grant, group: GroupId, who: WhoJoins) -> Result<()> {
    let values = params![work.practice(), group, who.code(), work.actor().person(), work.now()];
    work.run(&SAVE_WHO_JOINS, values).await?;
    Ok(())
}

pub async fn insert_light(work: &mut Work<'_>, _: &Grant, id: EnrolmentId, reach: Option<Vec<u8>>) -> Result<()> {
    work.run(&INSERT_LIGHT, params![work.practice(), id, reach, work.now()]).await?;
    Ok(())
}

/// Whether somebody came by themselves, and the sealed way to reach them where they gave one.
pub async fn light_registration(work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<Option<Option<Vec<u8>>>> {
    let row = work.maybe(&LIGHT_REGISTRATION, params![work.practice(), id]).await?;
    row.map(|mut row| Ok(row.take()?)).transpose()
}
