//! Somebody asks for a place in a group, and a member of staff writes it down.

use super::begin::begin;
use super::{Enquiry, deeds, store};
use crate::access::Deed;
use crate::groups::{self, Capability};
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::identity::{self, Profile};
use crate::work::Work;
use crate::{Error, Result};

/// Who asks.
#[derive(Clone, Debug)]
pub enum Enquirer {
    /// Somebody who is new to the practice.
    New(Profile),
    /// Somebody whom the actor works with already.
    Known(PersonId),
}

/// Writes an enquiry down. What only a therapy group may ask does not exist for a support group.
pub async fn enquire(work: &mut Work<'_>, group: GroupId, enquirer: &Enquirer, asked: &Enquiry) -> Result<EnrolmentId> {
    let grant = deeds::may_in(work, Deed::TakeEnquiry, group).await?;
    let kept = groups::group(work, &grant, group).await?;
    if asked.clinical.is_some() {
        kept.charter.allow(Capability::StructuredScreening)?;
    }
    if kept.state.is_over() {
        return Err(Error::Conflict("groups-conflict-not-open"));
    }
    let person = match enquirer {
        Enquirer::New(profile) => identity::add_person(work, &grant, profile).await?,
        Enquirer::Known(person) => known(work, group, *person).await?,
    };
    let grant = work.about(&grant, person);
    begin(work, &grant, group, person, asked).await
}

async fn known(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<PersonId> {
    deeds::may_with(work, Deed::SeePerson, person).await?;
    match store::living_of(work, group, person).await? {
        Some(_) => Err(Error::Conflict("enrolment-conflict-enrolled")),
        None => Ok(person),
    }
}
