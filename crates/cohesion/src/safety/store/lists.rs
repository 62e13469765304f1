//! SQL of lists of alerts: ids only, each alert is then asked for by itself.

use ::store::{Row, Value, params};

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::limits::PAGE_ROWS_MAX;
use crate::safety::{AlertId, Concern, Stage};
use crate::work::Work;

::store::statements! {
    ALERTS_TOLD_TO = "select alerts.id
        from alerts
        join alert_readers
          on alert_readers.practice_id = alerts.practice_id
         and alert_readers.alert_id = alerts.id
        where alerts.practice_id = $1
          and alert_readers.person_id = $2
          and alerts.stage between $3 and $4
        order by alerts.raised_at_ms desc, alerts.id
        limit $5";

    ALERTS_IN = "select id
        from alerts
        where practice_id = $1
          and group_id = $2
          and stage between $3 and $4
        order by raised_at_ms desc, id
        limit $5";

    ALERTS_OF_NOBODY = "select id
        from alerts
        where practice_id = $1
          and owner_id is null
          and stage between $2 and $3
        order by raised_at_ms desc, id
        limit $4";

    ALERTS_ABOUT = "select id
        from alerts
        where practice_id = $1
          and person_id = $2
        order by raised_at_ms desc, id
        limit $3";

    CONCERNS_IN = "select person_id, stage, owner_id
        from alerts
        where practice_id = $1
          and group_id = $2
          and stage < $3
        order by raised_at_ms, id";

    COUNT_TELLINGS = "select count(*)
        from alert_readers
        where practice_id = $1
          and alert_id = $2
          and person_id = $3";

    COUNT_OPEN_TELLINGS = "select count(*)
        from alerts
        join alert_readers
          on alert_readers.practice_id = alerts.practice_id
         and alert_readers.alert_id = alerts.id
        where alerts.practice_id = $1
          and alerts.person_id = $2
          and alert_readers.person_id = $3
          and alerts.stage < $4";
}

/// Alerts that a person was told of, the newest first. Asks for no grant: it gives ids, and each alert is then asked for by
/// itself.
pub(in crate::safety) async fn alerts_told_to(
    work: &mut Work<'_>,
    person: PersonId,
    from: Stage,
    to: Stage,
) -> Result<Vec<AlertId>> {
    let values = params![work.practice(), person, from.code(), to.code(), PAGE_ROWS_MAX];
    ids(work, &ALERTS_TOLD_TO, values).await
}

/// Alerts of a group, the newest first. Asks for no grant: it gives ids, and each alert is then asked for by itself.
pub(in crate::safety) async fn alerts_in(
    work: &mut Work<'_>,
    group: GroupId,
    from: Stage,
    to: Stage,
) -> Result<Vec<AlertId>> {
    ids(work, &ALERTS_IN, params![work.practice(), group, from.code(), to.code(), PAGE_ROWS_MAX]).await
}

/// Alerts that nobody has, the newest first. Asks for no grant: it gives ids, and each alert is then asked for by itself.
pub(in crate::safety) async fn alerts_of_nobody(work: &mut Work<'_>, from: Stage, to: Stage) -> Result<Vec<AlertId>> {
    ids(work, &ALERTS_OF_NOBODY, params![work.practice(), from.code(), to.code(), PAGE_ROWS_MAX]).await
}

/// Alerts about a person, the newest first. Asks for no grant: it gives ids, and each alert is then asked for by itself.
pub(in crate::safety) async fn alerts_about(work: &mut Work<'_>, person: PersonId) -> Result<Vec<AlertId>> {
    ids(work, &ALERTS_ABOUT, params![work.practice(), person, PAGE_ROWS_MAX]).await
}

/// The open concerns of a group, by their state alone.
pub(in crate::safety) async fn concerns_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Concern>> {
    let rows = work.rows(&CONCERNS_IN, params![work.practice(), group, Stage::Closed.code()]).await?;
    let read = |mut row: Row| {
        let (person, stage, owner): (_, i64, Option<PersonId>) = (row.take()?, row.take()?, row.take()?);
        Ok(Concern { person, owner: owner.filter(|_| stage == Stage::Taken.code()) })
    };
    rows.into_iter().map(read).collect()
}

/// Whether a person was told of an alert. Asks for no grant: it tells who may.
pub(in crate::safety) async fn is_told(work: &mut Work<'_>, alert: AlertId, person: PersonId) -> Result<bool> {
    let count: i64 = work.one(&COUNT_TELLINGS, params![work.practice(), alert, person]).await?.take()?;
    Ok(count > 0)
}

/// Whether a reader was told of an open alert about a person. Asks for no grant: it tells who may.
pub(in crate::safety) async fn answers_for(work: &mut Work<'_>, person: PersonId, reader: PersonId) -> Result<bool> {
    let values = params![work.practice(), person, reader, Stage::Closed.code()];
    let count: i64 = work.one(&COUNT_OPEN_TELLINGS, values).await?.take()?;
    Ok(count > 0)
}

async fn ids(work: &mut Work<'_>, sql: &'static ::store::Sql, values: Vec<Value>) -> Result<Vec<AlertId>> {
    work.rows(sql, values).await?.into_iter().map(|mut row| Ok(row.take()?)).collect()
}
