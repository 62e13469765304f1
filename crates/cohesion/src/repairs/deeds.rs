//! What may be asked about strains and their mending. Where the charter measures nothing, there are none.

use crate::Result;
use crate::access::{About, Deed, Grant};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// May the actor see the strains in the group?
pub(super) async fn may_see(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    groups::charter_of(work, group).await?.allow(Capability::OutcomeMeasures)?;
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeRepairs, standing, About::thing(group.0))
}

/// May the actor put on record what was done about a member's strain?
pub(super) async fn may_mend(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    groups::charter_of(work, group).await?.allow(Capability::OutcomeMeasures)?;
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::MendStrain, standing, About::of(person, group.0))
}
