//! SQL of tallies.

use ::store::{Row, params};

use super::super::TallyId;
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    TALLY_OF = "select id, person_id, instrument_index, part, responses
        from tallies
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3
          and person_id = $4
        order by part";

    LAST_PART = "select id, person_id, instrument_index, part, responses
        from tallies
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3
          and person_id = $4
        order by part desc
        limit 1";

    TALLIES_ON = "select id, person_id, instrument_index, part, responses
        from tallies
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3
        order by person_id, part";

    TALLIES_IN = "select id, person_id, instrument_index, part, responses
        from tallies
        where practice_id = $1
          and group_id = $2
          and person_id = $3
        order by instrument_index, part";

    CLEAR_TALLY = "delete from tallies
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3
          and person_id = $4";

    SAVE_PART = "insert into tallies
        (practice_id, group_id, person_id, instrument_index, part, id, responses)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (practice_id, group_id, instrument_index, person_id, part) do update
        set id = excluded.id,
            responses = excluded.responses";
}

/// One part of a tally, still sealed.
pub struct KeptPart {
    /// Another one each time that it is written.
    pub id: TallyId,
    pub person: PersonId,
    pub index: [u8; 32],
    pub part: u32,
    pub responses: Vec<u8>,
}

/// One person's on one instrument, in the order of its parts.
pub async fn tally_of(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    index: [u8; 32],
) -> Result<Vec<KeptPart>> {
    let rows = work.rows(&TALLY_OF, params![work.practice(), group, index, person]).await?;
    rows.into_iter().map(read_part).collect()
}

/// The last part of it.
pub async fn last_part(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    index: [u8; 32],
) -> Result<Option<KeptPart>> {
    let found = work.maybe(&LAST_PART, params![work.practice(), group, index, person]).await?;
    found.map(read_part).transpose()
}

/// Everyone's on one instrument, person by person.
pub async fn tallies_on(work: &mut Work<'_>, _: &Grant, group: GroupId, index: [u8; 32]) -> Result<Vec<KeptPart>> {
    let rows = work.rows(&TALLIES_ON, params![work.practice(), group, index]).await?;
    rows.into_iter().map(read_part).collect()
}

/// One person's in a group, instrument by instrument.
pub async fn tallies_in(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<KeptPart>> {
    let rows = work.rows(&TALLIES_IN, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_part).collect()
}

pub async fn clear_tally(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    index: [u8; 32],
) -> Result<()> {
    work.run(&CLEAR_TALLY, params![work.practice(), group, index, person]).await?;
    Ok(())
}

pub async fn save_part(work: &mut Work<'_>, _: &Grant, group: GroupId, kept: KeptPart) -> Result<()> {
    let KeptPart { id, person, index, part, responses } = kept;
    work.run(&SAVE_PART, params![work.practice(), group, person, index, part, id, responses]).await?;
    Ok(())
}

fn read_part(mut row: Row) -> Result<KeptPart> {
    Ok(KeptPart { id: row.take()?, person: row.take()?, index: row.take()?, part: row.take()?, responses: row.take()? })
}
