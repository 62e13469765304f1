//! A signed summary is given out, and its member reads it.

use super::store;
use super::summary::{open, summary};
use super::{Body, deeds};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::notes::Signature;
use crate::work::Work;
use crate::{Error, Legible, Result};

/// Gives a signed summary out to its member. Doing it again changes nothing.
pub async fn give_out(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<()> {
    let grant = deeds::may_write(work, group, person).await?;
    let kept = summary(work, group, person).await?;
    if kept.signed.is_none() {
        return Err(Error::Conflict("endings-conflict-not-signed"));
    }
    if kept.is_waiting {
        return Err(Error::Conflict("endings-conflict-waits"));
    }
    store::give_summary(work, &grant, kept.seat).await?;
    work.announce(Change::Person(person));
    Ok(())
}

/// The actor's own summaries that were given out, the newest first, each with when it was signed. Also after they have left.
pub async fn own_summaries(work: &mut Work<'_>) -> Result<Legible<(Signature, Body)>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_read_own(work, person)?;
    let mut own = Legible::default();
    for row in store::summaries_of(work, &grant, person).await? {
        if let (Some(signed), true) = (row.signed, row.given_at.is_some()) {
            let seat = row.seat;
            let read = open(work, &grant, row).await.map(|body| (signed, body));
            own.add(read, "discharge_summaries", seat.0)?;
        }
    }
    Ok(own)
}
