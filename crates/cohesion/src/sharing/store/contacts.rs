//! SQL of ways to be reached that two members exchange.

use ::store::{Row, params};

use super::super::{ExchangeId, ExchangeState};
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    ASK = "insert into contact_exchanges
        (practice_id, id, group_id, asker_id, asked_id, state, asker_gives, asked_sees, asked_at_ms)
        values ($1, $2, $3, $4, $5, 1, $6, $7, $8)
        on conflict do nothing";

    FIND_EXCHANGE = "select id, group_id, asker_id, asked_id, state, asker_gives, asker_sees, asked_gives, asked_sees
        from contact_exchanges
        where practice_id = $1
          and id = $2";

    EXCHANGE_BETWEEN = "select id, group_id, asker_id, asked_id, state, asker_gives, asker_sees, asked_gives, asked_sees
        from contact_exchanges
        where practice_id = $1
          and group_id = $2
          and asker_id = $3
          and asked_id = $4";

    EXCHANGES_OF = "select id, group_id, asker_id, asked_id, state, asker_gives, asker_sees, asked_gives, asked_sees
        from contact_exchanges
        where practice_id = $1
          and group_id = $2
          and (asker_id = $3 or asked_id = $3)
        order by asked_at_ms desc, id";

    OPEN_ASKS = "select count(*)
        from contact_exchanges
        where practice_id = $1
          and group_id = $2
          and asker_id = $3
          and state = 1";

    AGREE = "update contact_exchanges
        set state = 2,
            asker_sees = $1,
            asked_gives = $2,
            asked_sees = $3
        where practice_id = $4
          and id = $5
          and state = 1";

    END_EXCHANGE = "update contact_exchanges
        set state = 3,
            asker_gives = null,
            asker_sees = null,
            asked_gives = null,
            asked_sees = null
        where practice_id = $1
          and id = $2";
}

/// An exchange's row, still sealed.
pub struct ExchangeRow {
    pub id: ExchangeId,
    pub group: GroupId,
    pub asker: PersonId,
    pub asked: PersonId,
    pub state: ExchangeState,
    pub asker_gives: Option<Vec<u8>>,
    pub asker_sees: Option<Vec<u8>>,
    pub asked_gives: Option<Vec<u8>>,
    pub asked_sees: Option<Vec<u8>>,
}

/// Keeps a question; whether there was none between the two.
pub async fn ask(
    work: &mut Work<'_>,
    _: &Grant,
    (id, group): (ExchangeId, GroupId),
    (first, second): (PersonId, PersonId),
    (gives, shown): (Vec<u8>, Vec<u8>),
) -> Result<bool> {
    let values = params![work.practice(), id, group, first, second, gives, shown, work.now()];
    Ok(work.run(&ASK, values).await? == 1)
}

/// An exchange, still sealed. Asks for no grant: it is for the two who stand in it.
pub async fn find_exchange(work: &mut Work<'_>, id: ExchangeId) -> Result<ExchangeRow> {
    read(work.one(&FIND_EXCHANGE, params![work.practice(), id]).await?)
}

/// The exchange that one asked another for.
pub async fn exchange_between(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    (first, second): (PersonId, PersonId),
) -> Result<Option<ExchangeRow>> {
    let row = work.maybe(&EXCHANGE_BETWEEN, params![work.practice(), group, first, second]).await?;
    row.map(read).transpose()
}

/// All exchanges of one person in a group, the newest first.
pub async fn exchanges_of(
    work: &mut Work<'_>,
    _: &Grant,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<ExchangeRow>> {
    let rows = work.rows(&EXCHANGES_OF, params![work.practice(), group, person]).await?;
    rows.into_iter().map(read).collect()
}

/// How many of somebody's questions wait for an answer.
pub async fn open_asks(work: &mut Work<'_>, _: &Grant, group: GroupId, asker: PersonId) -> Result<usize> {
    let count: u32 = work.one(&OPEN_ASKS, params![work.practice(), group, asker]).await?.take()?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Keeps what each sees and what the second one gives; whether it was still a question.
pub async fn agree(
    work: &mut Work<'_>,
    _: &Grant,
    id: ExchangeId,
    (first_sees, gives, second_sees): (Vec<u8>, Vec<u8>, Vec<u8>),
) -> Result<bool> {
    let values = params![first_sees, gives, second_sees, work.practice(), id];
    Ok(work.run(&AGREE, values).await? == 1)
}

/// Erases what both gave. That it was asked stays, so that nobody is asked again.
pub async fn end_exchange(work: &mut Work<'_>, _: &Grant, id: ExchangeId) -> Result<()> {
    work.run(&END_EXCHANGE, params![work.practice(), id]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<ExchangeRow> {
    Ok(ExchangeRow {
        id: row.take()?,
        group: row.take()?,
        asker: row.take()?,
        asked: row.take()?,
        state: ExchangeState::from_code(row.take()?)?,
        asker_gives: row.take()?,
        asker_sees: row.take()?,
        asked_gives: row.take()?,
        asked_sees: row.take()?,
    })
}
