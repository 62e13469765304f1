//! SQL of duty.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::clock::Span;
use crate::id::{self, Bytes, GroupId};
use crate::safety::{Days, Duty, Hours};
use crate::work::Work;

::store::statements! {
    FIND_DUTY = "select reader_id, backup_id, days, from_minute, until_minute, zone, acknowledge_within_ms, decide_within_ms
        from duties
        where practice_id = $1
          and place_id = $2
          and until_ms is null";

    END_DUTY = "update duties
        set until_ms = $1
        where practice_id = $2
          and place_id = $3
          and until_ms is null";

    INSERT_DUTY = "insert into duties
        (practice_id, id, place_id, reader_id, backup_id, days, from_minute, until_minute, zone,
         acknowledge_within_ms, decide_within_ms, since_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
}

/// The duty of a group, or of the practice. Asks for no grant: it tells who may, and whom to tell.
pub(in crate::safety) async fn find_duty(work: &mut Work<'_>, group: Option<GroupId>) -> Result<Option<Duty>> {
    let found = work.maybe(&FIND_DUTY, params![work.practice(), place(group)]).await?;
    let Some(mut row) = found else { return Ok(None) };
    Ok(Some(Duty {
        reader: row.take()?,
        backup: row.take()?,
        hours: Hours {
            days: Days::from_bits(row.take()?),
            from_minute: row.take()?,
            until_minute: row.take()?,
            zone: row.take()?,
        },
        acknowledge_within: Span(row.take()?),
        decide_within: Span(row.take()?),
    }))
}

/// Ends the present duty and begins another.
pub(in crate::safety) async fn replace_duty(
    work: &mut Work<'_>,
    _: &Grant,
    group: Option<GroupId>,
    duty: &Duty,
) -> Result<()> {
    let (practice, place, now) = (work.practice(), place(group), work.now());
    work.run(&END_DUTY, params![now, practice, place]).await?;
    let Duty { reader, backup, hours, acknowledge_within, decide_within } = duty;
    let values = params![
        practice,
        id::random()?,
        place,
        *reader,
        *backup,
        hours.days.bits(),
        hours.from_minute,
        hours.until_minute,
        hours.zone.as_str(),
        acknowledge_within.0,
        decide_within.0,
        now
    ];
    work.run(&INSERT_DUTY, values).await?;
    Ok(())
}

/// The practice's own duty stands under an id that no group has.
fn place(group: Option<GroupId>) -> Bytes {
    group.map_or([0; 16], |group| group.0)
}
