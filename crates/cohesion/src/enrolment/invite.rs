//! Somebody who is promised a place gets a link to pages of their own, where the rest of the way is theirs.

use super::{Enrolment, Outcome, Stage, decide, deeds, store};
use crate::access::{Deed, Grant};
use crate::id::EnrolmentId;
use crate::identity::{self, AccountKind};
use crate::safety;
use crate::work::Work;
use crate::{Error, Result};

/// What came of inviting somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inviting {
    /// A letter with a link is on its way.
    Sent,
    /// They have pages of their own already, and find the next step there.
    HasAccount,
}

/// Invites somebody for whom a place is kept. While the site names no help lines, nobody is invited; where something has to
/// come first, it comes first.
pub async fn invite(work: &mut Work<'_>, id: EnrolmentId) -> Result<Inviting> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::PrepareEntry, &enrolment).await?;
    if !matches!(enrolment.stage, Stage::Offered | Stage::Accepted | Stage::Prepared) {
        return Err(Error::Conflict("enrolment-conflict-stage"));
    }
    if enrolment.stage == Stage::Accepted && comes_first(work, &grant, &enrolment).await? {
        return Err(Error::Conflict("enrolment-conflict-first"));
    }
    if !safety::can_invite_members(work).await? {
        return Err(Error::Conflict("enrolment-conflict-help-lines"));
    }
    if identity::has_account(work, &grant, enrolment.person).await? {
        return Ok(Inviting::HasAccount);
    }
    identity::invite(work, &grant, enrolment.person, AccountKind::Member).await?;
    Ok(Inviting::Sent)
}

async fn comes_first(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<bool> {
    let decided = decide::latest(work, grant, enrolment).await?;
    Ok(decided.is_some_and(|decided| decided.decision.outcome == Outcome::AcceptAfterPreparation))
}
