//! SQL of tallies.

use ::store::{Row, params};

use super::super::TallyId;
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FIND_TALLY = "select id, person_id, instrument_index, responses, version
        from tallies
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3
          and person_id = $4";

    TALLIES_ON = "select id, person_id, instrument_index, responses, version
        from tallies
        where practice_id = $1
          and group_id = $2
          and instrument_index = $3";

    TALLIES_IN = "select id, person_id, instrument_index, responses, version
        from tallies
        where practice_id = $1
          and group_id = $2
          and person_id = $3";

    SAVE_TALLY = "insert into tallies
        (practice_id, group_id, person_id, instrument_index, id, responses, version)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (practice_id, group_id, instrument_index, person_id) do update
        set responses = excluded.responses,
            version = excluded.version";
}

/// A tally's row, still sealed.
pub struct KeptTally {
    pub id: TallyId,
    pub person: PersonId,
    pub index: [u8; 32],
    pub responses: Vec<u8>,
    pub version: u32,
}

pub async fn find_tally(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
    index: [u8; 32],
) -> Result<Option<KeptTally>> {
    let found = work.maybe(&FIND_TALLY, params![work.practice(), group, index, person]).await?;
    found.map(read_tally).transpose()
}

/// Everyone's on one instrument.
pub async fn tallies_on(work: &mut Work<'_>, _: &Grant, group: GroupId, index: [u8; 32]) -> Result<Vec<KeptTally>> {
    let rows = work.rows(&TALLIES_ON, params![work.practice(), group, index]).await?;
    rows.into_iter().map(read_tally).collect()
}

/// One person's in a group.
pub async fn tallies_in(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<Vec<KeptTally>> {
    let rows = work.rows(&TALLIES_IN, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read_tally).collect()
}

pub async fn save_tally(work: &mut Work<'_>, _: &Grant, group: GroupId, kept: KeptTally) -> Result<()> {
    let KeptTally { id, person, index, responses, version } = kept;
    work.run(&SAVE_TALLY, params![work.practice(), group, person, index, id, responses, version]).await?;
    Ok(())
}

fn read_tally(mut row: Row) -> Result<KeptTally> {
    Ok(KeptTally {
        id: row.take()?,
        person: row.take()?,
        index: row.take()?,
        responses: row.take()?,
        version: row.take()?,
    })
}
