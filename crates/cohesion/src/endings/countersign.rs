//! A trainee's summary waits for whoever supervises them: signed beside, or sent back with words.

use super::store::{self, SummaryRow, WaitingRow};
use super::summary::{Returned, cell, open};
use super::{Body, deeds};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SeatId};
use crate::limits::PAGE_ROWS_MAX;
use crate::notes::{Beside, check_words};
use crate::work::{Scope, Work};
use crate::{Error, Result, identity};

/// A summary that waits.
#[derive(Clone, Debug)]
pub struct WaitingSummary {
    /// The membership that it sums up.
    pub seat: SeatId,
    /// Whose it is.
    pub person: PersonId,
    /// What the member wants to be called, where it can still be read.
    pub called: Option<String>,
    /// Who signed it, by name where it can still be read.
    pub signed_by: Option<String>,
    /// When.
    pub signed_at: Timestamp,
}

/// The summaries that wait for the actor's signature, the oldest first. Nobody's own are among them.
pub async fn waiting_summaries(work: &mut Work<'_>) -> Result<Vec<WaitingSummary>> {
    let mut waiting = Vec::new();
    for row in waiting_rows(work).await?.into_iter().take(PAGE_ROWS_MAX as usize) {
        let Some(signed) = row.signed else { continue };
        let grant = deeds::may_countersign(work, &row).await?;
        let trainee = work.about(&grant, signed.by);
        waiting.push(WaitingSummary {
            seat: row.seat,
            person: row.person,
            called: identity::still_called(work, &grant, row.person).await?,
            signed_by: identity::still_called(work, &trainee, signed.by).await?,
            signed_at: signed.at,
        });
    }
    Ok(waiting)
}

/// How many wait for the actor, without looking at any.
pub async fn summaries_waiting(work: &mut Work<'_>) -> Result<usize> {
    Ok(waiting_rows(work).await?.len())
}

async fn waiting_rows(work: &mut Work<'_>) -> Result<Vec<WaitingRow>> {
    work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut mine = Vec::new();
    for row in store::summaries_waiting(work).await? {
        if deeds::waits_for_actor(work, &row).await? {
            mine.push(row);
        }
    }
    Ok(mine)
}

/// Everyone who was asked about a summary of this group, under a grant that was given for another reason. Who sent one back stands
/// in the summary alone, and is not among them.
pub async fn asked_beside(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Beside>> {
    store::beside_in(work, grant, group).await
}

/// Signs beside the trainee, under the version that was looked at. What was signed stays as it is, byte for byte.
pub async fn countersign(work: &mut Work<'_>, seat: SeatId, seen: u32) -> Result<()> {
    let row = store::find_summary(work, seat).await?.ok_or(Error::NotFound)?;
    let grant = deeds::may_countersign(work, &row.waiting()).await?;
    let me = other_than_the_writer(work, &row, seen)?;
    store::countersign_summary(work, &grant, (seat, seen), me).await?;
    work.announce(Change::Group(row.group));
    Ok(())
}

/// Sends the version that was looked at back with words; it is a draft again.
pub async fn send_back(work: &mut Work<'_>, seat: SeatId, seen: u32, words: &str) -> Result<()> {
    let row = store::find_summary(work, seat).await?.ok_or(Error::NotFound)?;
    let grant = deeds::may_countersign(work, &row.waiting()).await?;
    let me = other_than_the_writer(work, &row, seen)?;
    check_words(words)?;
    let (group, person) = (row.group, row.person);
    let returned = Some(Returned { words: words.trim().to_owned(), by: me, at: work.now() });
    // Facts are composed anew while it is a draft.
    let body = Body { facts: Vec::new(), returned, ..open(work, &grant, row).await? };
    let sealed = work.seal(Scope::Membership(group, person), cell(seat, seen + 1), &body).await?;
    store::return_summary(work, &grant, seat, seen, sealed).await?;
    work.announce(Change::Group(group));
    Ok(())
}

fn other_than_the_writer(work: &Work<'_>, row: &SummaryRow, seen: u32) -> Result<PersonId> {
    let me = work.actor().person().ok_or(Error::NotFound)?;
    match row.signed {
        None => Err(Error::Conflict("endings-conflict-waits-for-none")),
        Some(_) if !row.is_waiting() => Err(Error::Conflict("endings-conflict-beside")),
        Some(signed) if signed.by == me => Err(Error::Conflict("endings-conflict-own")),
        Some(_) if row.version != seen => Err(Error::Conflict("endings-conflict-changed")),
        Some(_) => Ok(me),
    }
}
