//! SQL of alerts: the alert, its entries, and who was told.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::{Span, Timestamp};
use crate::id::{GroupId, PersonId};
use crate::safety::{AlertId, Cause, Path, Sign, Stage, State, Terms};
use crate::work::Work;

::store::statements! {
    INSERT_ALERT = "insert into alerts
        (practice_id, id, person_id, group_id, path, cause_kind, cause_id, sign, raised_at_ms,
         acknowledge_within_ms, decide_by_ms, stage, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)
        on conflict do nothing";

    FIND_BY_CAUSE = "select id
        from alerts
        where practice_id = $1
          and cause_kind = $2
          and cause_id = $3";

    FIND_WAITING_CALL = "select id
        from alerts
        where practice_id = $1
          and person_id = $2
          and cause_kind = $3
          and first_taken_at_ms is null";

    FIND_ALERT = "select id, person_id, group_id, path, sign, raised_at_ms, acknowledge_within_ms, decide_by_ms, owner_id,
         cause_kind, stage
        from alerts
        where practice_id = $1
          and id = $2";

    SAVE_STATE = "update alerts
        set stage = $1,
            owner_id = $2,
            first_taken_at_ms = coalesce(first_taken_at_ms, $3),
            version = $4
        where practice_id = $5
          and id = $6";

    APPEND_ENTRY = "insert into alert_entries
        (practice_id, alert_id, number, author_id, at_ms, event)
        values ($1, $2, $3, $4, $5, $6)";

    ENTRIES_OF = "select author_id, at_ms, event
        from alert_entries
        where practice_id = $1
          and alert_id = $2
        order by number";

    INSERT_READER = "insert into alert_readers
        (practice_id, alert_id, person_id, told_at_ms)
        values ($1, $2, $3, $4)
        on conflict do nothing";

    READERS_OF = "select person_id
        from alert_readers
        where practice_id = $1
          and alert_id = $2
        order by told_at_ms, person_id";
}

/// An alert's row, its sign still sealed.
pub(in crate::safety) struct KeptAlert {
    pub id: AlertId,
    pub person: PersonId,
    pub group: Option<GroupId>,
    pub sign: Vec<u8>,
    pub terms: Terms,
    pub owner: Option<PersonId>,
    /// Whether the person told of it: by an answer or by a call.
    pub is_own_telling: bool,
    pub is_closed: bool,
}

/// An entry's row, its event still sealed.
pub(in crate::safety) struct KeptEntry {
    pub author: Option<PersonId>,
    pub at: Timestamp,
    pub event: Vec<u8>,
}

/// Keeps a new alert; `false` where its cause, or the same call for help, is kept already.
pub(in crate::safety) async fn insert_alert(
    work: &mut Work<'_>,
    _: &Grant,
    id: AlertId,
    cause: &Cause,
    terms: &Terms,
    sign: Vec<u8>,
) -> Result<bool> {
    let (kind, cause_id) = cause.sign.key();
    let values = params![
        work.practice(),
        id,
        cause.person,
        cause.group,
        terms.path.code(),
        kind,
        cause_id,
        sign,
        terms.raised_at,
        terms.acknowledge_within.0,
        terms.decide_by,
        Stage::Waiting.code()
    ];
    Ok(work.run(&INSERT_ALERT, values).await? == 1)
}

/// The alert of a cause. A call for help is the same as an earlier one that nobody has taken yet.
pub(in crate::safety) async fn find_by_cause(work: &mut Work<'_>, _: &Grant, cause: &Cause) -> Result<Option<AlertId>> {
    let (kind, cause_id) = cause.sign.key();
    let mut found = work.maybe(&FIND_BY_CAUSE, params![work.practice(), kind, cause_id]).await?;
    if found.is_none() && cause.sign.is_call() {
        found = work.maybe(&FIND_WAITING_CALL, params![work.practice(), cause.person, kind]).await?;
    }
    found.map(|mut row| Ok(row.take()?)).transpose()
}

/// An alert, its sign still sealed. Asks for no grant: whom it is about decides who may open it.
pub(in crate::safety) async fn find_alert(work: &mut Work<'_>, id: AlertId) -> Result<KeptAlert> {
    read_alert(work.one(&FIND_ALERT, params![work.practice(), id]).await?)
}

/// Adds an entry. Two that were written over the same state collide, and the engine lets one of them try again.
pub(in crate::safety) async fn append_entry(
    work: &mut Work<'_>,
    _: &Grant,
    id: AlertId,
    number: u32,
    author: Option<PersonId>,
    event: Vec<u8>,
) -> Result<()> {
    work.run(&APPEND_ENTRY, params![work.practice(), id, number, author, work.now(), event]).await?;
    Ok(())
}

/// Keeps what lists are made from beside the sealed entries.
pub(in crate::safety) async fn save_state(
    work: &mut Work<'_>,
    _: &Grant,
    id: AlertId,
    number: u32,
    state: &State,
) -> Result<()> {
    let taken_at = (state.stage > Stage::Waiting).then_some(work.now());
    let values = params![state.stage.code(), state.owner, taken_at, number, work.practice(), id];
    work.run(&SAVE_STATE, values).await?;
    Ok(())
}

pub(in crate::safety) async fn entries_of(work: &mut Work<'_>, _: &Grant, id: AlertId) -> Result<Vec<KeptEntry>> {
    let rows = work.rows(&ENTRIES_OF, params![work.practice(), id]).await?;
    rows.into_iter().map(|mut row| Ok(KeptEntry { author: row.take()?, at: row.take()?, event: row.take()? })).collect()
}

pub(in crate::safety) async fn insert_reader(
    work: &mut Work<'_>,
    _: &Grant,
    id: AlertId,
    person: PersonId,
) -> Result<()> {
    work.run(&INSERT_READER, params![work.practice(), id, person, work.now()]).await?;
    Ok(())
}

/// Everybody who has been told, in order.
pub(in crate::safety) async fn readers_of(work: &mut Work<'_>, _: &Grant, id: AlertId) -> Result<Vec<PersonId>> {
    let rows = work.rows(&READERS_OF, params![work.practice(), id]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

fn read_alert(mut row: Row) -> Result<KeptAlert> {
    let (id, person, group) = (row.take()?, row.take()?, row.take()?);
    let (path, sign) = (Path::from_code(row.take()?)?, row.take()?);
    let (raised_at, within, decide_by) = (row.take()?, Span(row.take()?), row.take()?);
    let terms = Terms { path, raised_at, acknowledge_within: within, decide_by };
    let (owner, kind, stage): (_, _, i64) = (row.take()?, row.take()?, row.take()?);
    let (is_own_telling, is_closed) = (Sign::is_own_telling(kind), stage == Stage::Closed.code());
    Ok(KeptAlert { id, person, group, sign, terms, owner, is_own_telling, is_closed })
}
