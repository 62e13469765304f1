//! Somebody who is promised a place gets a link to pages of their own, where the rest of the way is theirs.

use super::{Enrolment, Outcome, Stage, decide, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::id::EnrolmentId;
use crate::identity::{self, AccountKind, Invitable};
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

/// How it stands with inviting somebody for whom a place is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// Something has to come before the invitation.
    SomethingFirst,
    /// The site names no help lines, so nobody is invited.
    NoHelpLines,
    /// It is a matter of their address and account.
    Person(Invitable),
}

/// Invites somebody for whom a place is kept. While the site names no help lines, nobody is invited; where something has to
/// come first, it comes first.
pub async fn invite(work: &mut Work<'_>, id: EnrolmentId) -> Result<Inviting> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::PrepareEntry, &enrolment).await?;
    if !matches!(enrolment.stage, Stage::Offered | Stage::Accepted | Stage::Prepared) {
        return Err(Error::Conflict("enrolment-conflict-stage"));
    }
    match door(work, &grant, &enrolment).await? {
        Door::SomethingFirst => Err(Error::Conflict("enrolment-conflict-first")),
        Door::NoHelpLines => Err(Error::Conflict("enrolment-conflict-help-lines")),
        Door::Person(Invitable::HasAccount) => Ok(Inviting::HasAccount),
        Door::Person(Invitable::NoAddress) => Err(Error::invalid("email", "enrolment-fault-no-address")),
        Door::Person(Invitable::AddressTaken) => Err(Error::invalid("email", "identity-fault-address-taken")),
        Door::Person(Invitable::Ready { .. }) => {
            identity::invite(work, &grant, enrolment.person, AccountKind::Member).await?;
            Ok(Inviting::Sent)
        }
    }
}

/// Brings an offer that ends at `until` to somebody: by their own pages, or by an invitation to them. Answers whether it could.
pub(super) async fn bring_offer(
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    until: Timestamp,
) -> Result<Brought> {
    match door(work, grant, enrolment).await? {
        Door::Person(Invitable::HasAccount) => Ok(Brought::HasAccount),
        Door::Person(Invitable::Ready { .. }) => {
            identity::invite_until(work, grant, enrolment.person, AccountKind::Member, until).await?;
            Ok(Brought::ByInvitation)
        }
        _ => Ok(Brought::NotAtAll),
    }
}

/// How an offer comes to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brought {
    /// They have pages of their own.
    HasAccount,
    /// An invitation to such pages is on its way.
    ByInvitation,
    /// It does not: somebody has to call them.
    NotAtAll,
}

/// How it stands with inviting somebody.
pub(super) async fn door(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<Door> {
    if enrolment.stage == Stage::Accepted && comes_first(work, grant, enrolment).await? {
        return Ok(Door::SomethingFirst);
    }
    if !safety::can_invite_members(work).await? {
        return Ok(Door::NoHelpLines);
    }
    Ok(Door::Person(identity::invitable(work, grant, enrolment.person).await?))
}

async fn comes_first(work: &mut Work<'_>, grant: &Grant, enrolment: &Enrolment) -> Result<bool> {
    let decided = decide::latest(work, grant, enrolment).await?;
    Ok(decided.is_some_and(|decided| decided.decision.outcome == Outcome::AcceptAfterPreparation))
}
