//! A trainee's summary waits for whoever supervises them: signed beside, or sent back with words.

use super::summary::{Returned, cell, summary};
use super::{Body, Summary, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::TEXT_CHARS_MAX;
use crate::notes::Beside;
use crate::work::{Scope, Work};
use crate::{Error, Result, identity};

/// A summary that waits.
#[derive(Clone, Debug)]
pub struct WaitingSummary {
    /// The group.
    pub group: GroupId,
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
    let me = work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut waiting = Vec::new();
    for row in store::summaries_waiting(work).await? {
        let Some(signed) = row.signed.filter(|signed| signed.by != me) else { continue };
        let Some(grant) = deeds::waits_for_actor(work, &row).await? else { continue };
        let trainee = work.about(&grant, signed.by);
        waiting.push(WaitingSummary {
            group: row.group,
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
    let me = work.actor().person().ok_or(Error::SignInNeeded)?;
    let mut count = 0;
    for row in store::summaries_waiting(work).await? {
        let is_own = row.signed.is_some_and(|signed| signed.by == me);
        let standing = deeds::standing_at(work, row.group, row.person).await?;
        count += usize::from(!is_own && standing.allows(Deed::CountersignSummary));
    }
    Ok(count)
}

/// Everyone who was asked about a summary of this group, under a grant that was given for another reason. Who sent one back stands
/// in the summary alone, and is not among them.
pub async fn asked_beside(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Beside>> {
    store::beside_in(work, grant, group).await
}

/// Signs beside the trainee. What was signed stays as it is, byte for byte.
pub async fn countersign(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<()> {
    let grant = deeds::may_countersign(work, group, person).await?;
    let (kept, me) = waiting_for_another(work, group, person).await?;
    store::countersign_summary(work, &grant, kept.seat, me).await?;
    work.announce(Change::Group(group));
    Ok(())
}

/// Sends it back with words; it is a draft again.
pub async fn send_back(work: &mut Work<'_>, group: GroupId, person: PersonId, words: &str) -> Result<()> {
    let grant = deeds::may_countersign(work, group, person).await?;
    let (kept, me) = waiting_for_another(work, group, person).await?;
    match words.trim().chars().count() {
        0 => return Err(Error::invalid("words", "fault-empty")),
        1..=TEXT_CHARS_MAX => {}
        _ => return Err(Error::invalid("words", "fault-long")),
    }
    let returned = Some(Returned { words: words.trim().to_owned(), by: me, at: work.now() });
    // Facts are composed anew while it is a draft.
    let body = Body { facts: Vec::new(), returned, ..kept.body };
    let next = cell(kept.seat, kept.version + 1);
    let sealed = work.seal(Scope::Membership(group, person), next, &body).await?;
    store::return_summary(work, &grant, kept.seat, kept.version, sealed).await?;
    work.announce(Change::Group(group));
    Ok(())
}

async fn waiting_for_another(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<(Summary, PersonId)> {
    let me = work.actor().person().ok_or(Error::NotFound)?;
    let kept = summary(work, group, person).await?;
    match kept.signed {
        None => Err(Error::Conflict("endings-conflict-waits-for-none")),
        Some(_) if !kept.is_waiting() => Err(Error::Conflict("endings-conflict-beside")),
        Some(signed) if signed.by == me => Err(Error::Conflict("endings-conflict-own")),
        Some(_) => Ok((kept, me)),
    }
}
