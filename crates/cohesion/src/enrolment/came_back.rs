//! Whether somebody who was removed from a group comes back by another way (ATK-76): those who lead learn of it before a seat is
//! given, and decide for themselves.

use super::depart::departure;
use super::{Ending, Enrolment, deeds, store};
use crate::Result;
use crate::access::Deed;
use crate::id::{EnrolmentId, PersonId};
use crate::identity;
use crate::work::Work;

/// Whether whoever is on this way, or whoever has the same address here, was removed from the same group before.
pub async fn was_removed_before(work: &mut Work<'_>, id: EnrolmentId) -> Result<bool> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let address = identity::profile(work, &grant, enrolment.person).await?.email;
    let by_address = identity::person_at(work, &address).await?.filter(|person| *person != enrolment.person);
    for person in [Some(enrolment.person), by_address].into_iter().flatten() {
        for earlier in earlier_in(work, &enrolment, person).await? {
            let ended = departure(work, earlier.id).await?;
            if ended.is_some_and(|ended| ended.departure.ending == Ending::Removed) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The other ways of a person into the same group.
async fn earlier_in(work: &mut Work<'_>, enrolment: &Enrolment, person: PersonId) -> Result<Vec<Enrolment>> {
    let standing_in = Enrolment { person, ..*enrolment };
    let grant = deeds::may(work, Deed::SeeEnrolment, &standing_in).await?;
    let mut all = store::all_of(work, &grant, person).await?;
    all.retain(|one| one.group == enrolment.group && one.id != enrolment.id);
    Ok(all)
}
