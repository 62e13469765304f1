//! SQL of addresses that mail no longer goes to.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::work::Work;

::store::statements! {
    INSERT_LEFT = "insert into left_addresses
        (practice_id, person_id, version, address)
        values ($1, $2, $3, $4)";

    FIND_LEFT = "select address
        from left_addresses
        where practice_id = $1
          and person_id = $2
          and version = $3";

    DELETE_LEFT = "delete from left_addresses
        where practice_id = $1
          and person_id = $2
          and version = $3";
}

pub(in crate::identity) async fn insert_left(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    version: u32,
    address: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_LEFT, params![work.practice(), person, version, address]).await?;
    Ok(())
}

/// The address, still sealed; looked up before there is a grant, since there may be nothing to ask about.
pub(in crate::identity) async fn find_left(
    work: &mut Work<'_>,
    person: PersonId,
    version: u32,
) -> Result<Option<Vec<u8>>> {
    let row = work.maybe(&FIND_LEFT, params![work.practice(), person, version]).await?;
    Ok(row.map(|mut row| row.take()).transpose()?)
}

pub(in crate::identity) async fn delete_left(
    work: &mut Work<'_>,
    _: &Grant,
    person: PersonId,
    version: u32,
) -> Result<()> {
    work.run(&DELETE_LEFT, params![work.practice(), person, version]).await?;
    Ok(())
}
