//! SQL of the names that are taken in a group, by look-up values.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    NAME_HOLDER = "select person_id
        from shown_names
        where practice_id = $1
          and group_id = $2
          and name_index = $3";

    RELEASE_NAME = "delete from shown_names
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    INSERT_NAME = "insert into shown_names
        (practice_id, group_id, name_index, person_id, taken_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";
}

/// Whose a name is. Asks for no grant: it tells no more than that it is taken.
pub async fn name_holder(work: &mut Work<'_>, group: GroupId, index: [u8; 32]) -> Result<Option<PersonId>> {
    let row = work.maybe(&NAME_HOLDER, params![work.practice(), group, index]).await?;
    row.map(|mut row| Ok(row.take()?)).transpose()
}

pub async fn release_name(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    work.run(&RELEASE_NAME, params![work.practice(), group, person]).await?;
    Ok(())
}

/// Whether it was still free.
pub async fn insert_name(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    index: [u8; 32],
) -> Result<bool> {
    let values = params![work.practice(), group, index, person, work.now()];
    Ok(work.run(&INSERT_NAME, values).await? == 1)
}
