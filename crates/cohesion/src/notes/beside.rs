//! Who was asked to sign notes of a group beside somebody in training: they read those notes, with no part in the group.

use super::store;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{Bytes, GroupId, PersonId};
use crate::work::Work;

/// Somebody who was asked to sign beside somebody in training, and could read what it was about for that reason alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Who was asked.
    pub person: PersonId,
    /// Whose record it is.
    pub about: PersonId,
    /// What they were asked about, as the record of acts names it.
    pub thing: Bytes,
    /// Since when.
    pub since: Timestamp,
    /// Until when; nothing where they still can.
    pub until: Option<Timestamp>,
}

/// Everyone who was asked about a note of this group, under a grant that was given for another reason. Of one that was sent back
/// nobody knows any more when it was signed: it counts from its session on, until it was sent back.
pub async fn asked_beside(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Beside>> {
    let mut asked = store::asked_in(work, grant, group).await?;
    asked.extend(store::sent_back_in(work, grant, group).await?);
    Ok(asked)
}
