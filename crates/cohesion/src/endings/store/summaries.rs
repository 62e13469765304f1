//! SQL of the summaries of members.

use ::store::{Row, Sql, Value, params};

use crate::access::Grant;
use crate::clock::Timestamp;
use crate::endings::SummaryState;
use crate::id::{GroupId, PersonId, SeatId};
use crate::limits::SIGNATURES_WAITING_MAX;
use crate::notes::{Beside, Signature};
use crate::practice::Asked;
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    FIND_SUMMARY = "select seat_id, group_id, person_id, version, body, signed_by, signed_at_ms, digest, given_at_ms,
         waits_for, countersigned_by, countersigned_at_ms
        from discharge_summaries
        where practice_id = $1
          and seat_id = $2";

    SUMMARIES_OF = "select seat_id, group_id, person_id, version, body, signed_by, signed_at_ms, digest, given_at_ms,
         waits_for, countersigned_by, countersigned_at_ms
        from discharge_summaries
        where practice_id = $1
          and person_id = $2
        order by written_at_ms desc, seat_id";

    SUMMARIES_WAITING = "select seat_id, group_id, person_id, signed_by, signed_at_ms, waits_for
        from discharge_summaries
        where practice_id = $1
          and waits_for is not null
          and countersigned_at_ms is null
        order by signed_at_ms, seat_id
        limit $2";

    STATES_IN = "select seat_id, signed_at_ms, given_at_ms, waits_for, countersigned_at_ms
        from discharge_summaries
        where practice_id = $1
          and group_id = $2";

    BESIDE_IN = "select waits_for, person_id, signed_at_ms
        from discharge_summaries
        where practice_id = $1
          and group_id = $2
          and waits_for is not null
          and signed_at_ms is not null
        order by signed_at_ms, seat_id";

    INSERT_SUMMARY = "insert into discharge_summaries
        (practice_id, seat_id, group_id, person_id, version, body, written_by, written_at_ms)
        values ($1, $2, $3, $4, 1, $5, $6, $7)
        on conflict do nothing";

    SAVE_SUMMARY = "update discharge_summaries
        set version = version + 1,
            body = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and seat_id = $5
          and version = $6
          and signed_at_ms is null";

    SIGN_SUMMARY = "update discharge_summaries
        set version = version + 1,
            body = $1,
            digest = $2,
            signed_by = $3,
            signed_at_ms = $4,
            waits_for = $5
        where practice_id = $6
          and seat_id = $7
          and version = $8
          and signed_at_ms is null";

    COUNTERSIGN_SUMMARY = "update discharge_summaries
        set countersigned_by = $1,
            countersigned_at_ms = $2
        where practice_id = $3
          and seat_id = $4
          and version = $5
          and waits_for is not null
          and countersigned_at_ms is null";

    RETURN_SUMMARY = "update discharge_summaries
        set version = version + 1,
            body = $1,
            digest = null,
            signed_by = null,
            signed_at_ms = null,
            waits_for = null
        where practice_id = $2
          and seat_id = $3
          and version = $4
          and waits_for is not null
          and countersigned_at_ms is null";

    GIVE_SUMMARY = "update discharge_summaries
        set given_at_ms = $1
        where practice_id = $2
          and seat_id = $3
          and signed_at_ms is not null
          and (waits_for is null or countersigned_at_ms is not null)
          and given_at_ms is null";
}

/// What decides who signs a summary, without what it says.
#[derive(Clone, Copy, Debug)]
pub struct WaitingRow {
    pub seat: SeatId,
    pub group: GroupId,
    pub person: PersonId,
    pub signed: Option<Signature>,
    pub waits_for: Option<PersonId>,
    pub is_waiting: bool,
}

/// A summary's row, its body still sealed.
pub struct SummaryRow {
    pub seat: SeatId,
    pub group: GroupId,
    pub person: PersonId,
    pub version: u32,
    pub body: Vec<u8>,
    pub signed: Option<Signature>,
    pub digest: Option<[u8; 32]>,
    pub given_at: Option<Timestamp>,
    pub waits_for: Option<PersonId>,
    pub countersigned: Option<Signature>,
}

impl WaitingRow {
    /// Who signed it, and who was asked to sign beside.
    pub fn asked(&self) -> Asked {
        Asked { by: self.signed.filter(|_| self.is_waiting).map(|signed| signed.by), whom: self.waits_for }
    }
}

impl SummaryRow {
    /// What decides who signs it.
    pub const fn waiting(&self) -> WaitingRow {
        let Self { seat, group, person, signed, waits_for, .. } = *self;
        WaitingRow { seat, group, person, signed, waits_for, is_waiting: self.is_waiting() }
    }

    /// Whether a trainee has signed it, and nobody beside them yet.
    pub const fn is_waiting(&self) -> bool {
        self.signed.is_some() && self.waits_for.is_some() && self.countersigned.is_none()
    }
}

/// A summary, still sealed. Asks for no grant: its group decides who may read it, and who is asked to sign it.
pub async fn find_summary(work: &mut Work<'_>, seat: SeatId) -> Result<Option<SummaryRow>> {
    work.maybe(&FIND_SUMMARY, params![work.practice(), seat]).await?.map(read).transpose()
}

/// All of a person's, the newest first.
pub async fn summaries_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<SummaryRow>> {
    work.rows(&SUMMARIES_OF, params![work.practice(), person]).await?.into_iter().map(read).collect()
}

/// Those of the whole practice that wait for a second signature, the oldest first. Asks for no grant: each is then asked for
/// by itself.
pub async fn summaries_waiting(work: &mut Work<'_>) -> Result<Vec<WaitingRow>> {
    let rows = work.rows(&SUMMARIES_WAITING, params![work.practice(), SIGNATURES_WAITING_MAX]).await?;
    let read = |mut row: Row| {
        let (seat, group, person) = (row.take()?, row.take()?, row.take()?);
        Ok(WaitingRow {
            seat,
            group,
            person,
            signed: read_signature(&mut row)?,
            waits_for: row.take()?,
            is_waiting: true,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Where the summaries of a group are, without what they say.
pub async fn states_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<(SeatId, SummaryState)>> {
    let rows = work.rows(&STATES_IN, params![work.practice(), group]).await?;
    let state = |mut row: Row| {
        let seat = row.take()?;
        let (signed, given): (Option<Timestamp>, Option<Timestamp>) = (row.take()?, row.take()?);
        let (waits_for, beside): (Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?);
        let state = match (signed, given) {
            (_, Some(_)) => SummaryState::GivenOut,
            (Some(_), None) if waits_for.is_some() && beside.is_none() => SummaryState::Waiting,
            (Some(_), None) => SummaryState::Signed,
            (None, None) => SummaryState::Draft,
        };
        Ok((seat, state))
    };
    rows.into_iter().map(state).collect()
}

/// Who is asked to sign a summary of this group, or has signed it.
pub async fn beside_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<Beside>> {
    let rows = work.rows(&BESIDE_IN, params![work.practice(), group]).await?;
    let asked = |mut row: Row| {
        let (person, about, since) = (row.take()?, row.take()?, row.take()?);
        Ok(Beside { person, about, thing: group.0, since, until: None })
    };
    rows.into_iter().map(asked).collect()
}

/// Whether there was none yet.
pub async fn insert_summary(
    work: &mut Work<'_>,
    _: &Grant,
    (seat, group, person): (SeatId, GroupId, PersonId),
    body: Vec<u8>,
) -> Result<bool> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    Ok(work.run(&INSERT_SUMMARY, params![practice, seat, group, person, body, by, now]).await? == 1)
}

/// Whether the version that was looked at was still the last one, and a draft.
pub async fn save_summary(work: &mut Work<'_>, _: &Grant, seat: SeatId, seen: u32, body: Vec<u8>) -> Result<bool> {
    let values = params![body, work.actor().person(), work.now(), work.practice(), seat, seen];
    Ok(work.run(&SAVE_SUMMARY, values).await? == 1)
}

/// Signs the version that was looked at; a trainee's waits for somebody.
pub async fn sign_summary(
    work: &mut Work<'_>,
    _: &Grant,
    (seat, seen): (SeatId, u32),
    body: Vec<u8>,
    waits_for: Option<PersonId>,
) -> Result<()> {
    let (digest, by, now) = (keyring::digest(&body), work.actor().person(), work.now());
    let values = params![body, digest, by, now, waits_for, work.practice(), seat, seen];
    once(work, &SIGN_SUMMARY, values, "endings-conflict-changed").await
}

/// Signs beside the version that was looked at.
pub async fn countersign_summary(
    work: &mut Work<'_>,
    _: &Grant,
    (seat, seen): (SeatId, u32),
    by: PersonId,
) -> Result<()> {
    let values = params![by, work.now(), work.practice(), seat, seen];
    once(work, &COUNTERSIGN_SUMMARY, values, "endings-conflict-beside").await
}

/// Makes a draft of it again.
pub async fn return_summary(work: &mut Work<'_>, _: &Grant, seat: SeatId, seen: u32, body: Vec<u8>) -> Result<()> {
    let values = params![body, work.practice(), seat, seen];
    once(work, &RETURN_SUMMARY, values, "endings-conflict-beside").await
}

async fn once(work: &mut Work<'_>, sql: &'static Sql, values: Vec<Value>, otherwise: &'static str) -> Result<()> {
    match work.run(sql, values).await? {
        1 => Ok(()),
        _ => Err(Error::Conflict(otherwise)),
    }
}

pub async fn give_summary(work: &mut Work<'_>, _: &Grant, seat: SeatId) -> Result<()> {
    work.run(&GIVE_SUMMARY, params![work.now(), work.practice(), seat]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<SummaryRow> {
    let (seat, group, person, version, body) = (row.take()?, row.take()?, row.take()?, row.take()?, row.take()?);
    Ok(SummaryRow {
        seat,
        group,
        person,
        version,
        body,
        signed: read_signature(&mut row)?,
        digest: row.take()?,
        given_at: row.take()?,
        waits_for: row.take()?,
        countersigned: read_signature(&mut row)?,
    })
}

fn read_signature(row: &mut Row) -> Result<Option<Signature>> {
    let (by, at): (Option<PersonId>, Option<Timestamp>) = (row.take()?, row.take()?);
    Ok(by.zip(at).map(|(by, at)| Signature { by, at }))
}
