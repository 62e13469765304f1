//! Where the open concerns about a group's members are, without what they are about.

use super::{deeds, store};
use crate::Result;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// An open concern, by its state alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concern {
    /// About whom.
    pub person: PersonId,
    /// Who has taken it, if anybody has.
    pub owner: Option<PersonId>,
}

/// The open concerns of a group, for those who see them, the oldest first.
pub async fn concerns_in(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Concern>> {
    let grant = deeds::may_see_in(work, group).await?;
    store::concerns_in(work, &grant, group).await
}
