//! A group moves on in its life.

use super::charter::CredentialCheck;
use super::{GroupState, LeaderRole, deeds, store};
use crate::id::GroupId;
use crate::work::Work;
use crate::{Error, Result};

/// Moves the group to its next state. Before it opens to members, somebody must lead it who may.
pub async fn advance(work: &mut Work<'_>, group: GroupId, next: GroupState) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    let kept = store::find_group(work, group).await?;
    if !kept.state.may_become(next) {
        return Err(Error::Conflict("groups-conflict-state"));
    }
    if next.takes_members() && !has_someone_to_lead(work, group, kept.charter.credential()).await? {
        return Err(Error::Conflict("groups-conflict-no-leader"));
    }
    store::save_state(work, &grant, group, next).await
}

async fn has_someone_to_lead(work: &mut Work<'_>, group: GroupId, check: CredentialCheck) -> Result<bool> {
    let needed = match check {
        CredentialCheck::LicenceBlocksWhenInvalid => LeaderRole::Leader,
        CredentialCheck::TrainingBlocksWhenExpired => LeaderRole::Facilitator,
    };
    Ok(store::leaders_of(work, group).await?.iter().any(|leader| leader.role == needed))
}
