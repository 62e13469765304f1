//! Whether somebody who was removed from a group comes back by another way (ATK-76): those who lead learn of it before a seat is
//! given, and decide for themselves.

use super::who_joins::was_removed;
use super::{Enrolment, deeds, store};
use crate::Result;
use crate::access::Deed;
use crate::id::EnrolmentId;
use crate::identity;
use crate::work::Work;

/// Whether whoever is on this way, or whoever has the same address here, was removed from the same group before.
pub async fn was_removed_before(work: &mut Work<'_>, id: EnrolmentId) -> Result<bool> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let address = identity::profile(work, &grant, enrolment.person).await?.email;
    let by_address = identity::person_at(work, &address).await?.filter(|person| *person != enrolment.person);
    for person in [Some(enrolment.person), by_address].into_iter().flatten() {
        let standing_in = Enrolment { person, ..enrolment };
        let grant = deeds::may(work, Deed::SeeEnrolment, &standing_in).await?;
        if was_removed(work, &grant, &standing_in).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
