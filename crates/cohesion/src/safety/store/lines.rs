//! SQL of crisis lines. They are public, so nothing here is sealed.

use ::store::{Row, params};

use crate::access::Grant;
use crate::clock::Timestamp;
use crate::safety::{Channel, CrisisLine, LineId, LineTerms, Need};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    LINES = "select id, need, channel, name, number, hours, languages, cost, audience, note, source, checked_at_ms
        from crisis_lines
        where practice_id = $1
          and removed_at_ms is null
        order by place";

    INSERT_LINE = "insert into crisis_lines
        (practice_id, id, place, need, channel, name, number, hours, languages, cost, audience, note, source,
         checked_at_ms, changed_at_ms, changed_by)
        select $1, $2, coalesce(max(place), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
        from crisis_lines
        where practice_id = $1";

    SAVE_LINE = "update crisis_lines
        set need = $1,
            channel = $2,
            name = $3,
            number = $4,
            hours = $5,
            languages = $6,
            cost = $7,
            audience = $8,
            note = $9,
            source = $10,
            checked_at_ms = null,
            changed_at_ms = $11,
            changed_by = $12
        where practice_id = $13
          and id = $14
          and removed_at_ms is null";

    SAVE_CHECK = "update crisis_lines
        set checked_at_ms = $1,
            changed_by = $2
        where practice_id = $3
          and id = $4
          and removed_at_ms is null";

    REMOVE_LINE = "update crisis_lines
        set removed_at_ms = $1,
            changed_by = $2
        where practice_id = $3
          and id = $4
          and removed_at_ms is null";
}

/// The list, in its order. Asks for no grant: everybody may read where help is.
pub(in crate::safety) async fn lines(work: &mut Work<'_>) -> Result<Vec<CrisisLine>> {
    work.rows(&LINES, params![work.practice()]).await?.into_iter().map(read).collect()
}

/// Adds a line at the end.
pub(in crate::safety) async fn insert_line(
    work: &mut Work<'_>,
    _: &Grant,
    id: LineId,
    terms: &LineTerms,
    checked_at: Option<Timestamp>,
) -> Result<()> {
    let who = work.actor().person();
    let mut values = params![work.practice(), id];
    values.extend(values_of(terms));
    values.extend(params![checked_at, work.now(), who]);
    work.run(&INSERT_LINE, values).await?;
    Ok(())
}

/// Changes a line and forgets its check.
pub(in crate::safety) async fn save_line(work: &mut Work<'_>, _: &Grant, id: LineId, terms: &LineTerms) -> Result<()> {
    let who = work.actor().person();
    let mut values = values_of(terms);
    values.extend(params![work.now(), who, work.practice(), id]);
    found(work.run(&SAVE_LINE, values).await?)
}

/// Marks a line as checked now.
pub(in crate::safety) async fn save_check(work: &mut Work<'_>, _: &Grant, id: LineId) -> Result<()> {
    let who = work.actor().person();
    found(work.run(&SAVE_CHECK, params![work.now(), who, work.practice(), id]).await?)
}

/// Takes a line off the list; its row stays.
pub(in crate::safety) async fn remove_line(work: &mut Work<'_>, _: &Grant, id: LineId) -> Result<()> {
    let who = work.actor().person();
    found(work.run(&REMOVE_LINE, params![work.now(), who, work.practice(), id]).await?)
}

fn values_of(terms: &LineTerms) -> Vec<::store::Value> {
    params![
        terms.need.code(),
        terms.channel.code(),
        terms.name.as_str(),
        terms.number.as_str(),
        terms.hours.as_str(),
        terms.languages.as_str(),
        terms.cost.as_str(),
        terms.audience.as_str(),
        terms.note.as_str(),
        terms.source.as_str()
    ]
}

const fn found(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::NotFound) }
}

fn read(mut row: Row) -> Result<CrisisLine> {
    let id = row.take()?;
    let terms = LineTerms {
        need: Need::from_code(row.take()?)?,
        channel: Channel::from_code(row.take()?)?,
        name: row.take()?,
        number: row.take()?,
        hours: row.take()?,
        languages: row.take()?,
        cost: row.take()?,
        audience: row.take()?,
        note: row.take()?,
        source: row.take()?,
    };
    Ok(CrisisLine { id, terms, checked_at: row.take()? })
}
