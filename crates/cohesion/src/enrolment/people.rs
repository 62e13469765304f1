//! The people whom a member of staff works with: everyone in, or on the way into, a group that they lead.

use super::{Enrolment, deeds, light, store};
use crate::Result;
use crate::access::Deed;
use crate::groups::{self, Group};
use crate::id::PersonId;
use crate::identity::{self, Profile};
use crate::work::Work;

/// Somebody the actor works with.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who.
    pub person: PersonId,
    /// What they want to be called.
    pub called: String,
    /// Their ways into the actor's groups, the newest first. Groups of others are not among them.
    pub ways: Vec<(Group, Enrolment)>,
    /// Whether the actor knows them by the name alone that they chose: they came by themselves.
    pub by_name_alone: bool,
}

/// Everyone the actor works with, by name.
pub async fn people(work: &mut Work<'_>) -> Result<Vec<Known>> {
    let mut known: Vec<Known> = Vec::new();
    for group in groups::groups_led_by(work).await? {
        let grant = deeds::may_in(work, Deed::SeeEnrolments, group.id).await?;
        for enrolment in store::all_in(work, &grant, group.id).await? {
            let person = enrolment.person;
            if let Some(there) = known.iter_mut().find(|known| known.person == person) {
                there.ways.push((group.clone(), enrolment));
                continue;
            }
            let about = work.about(&grant, person);
            let called = light::called_by_staff(work, &about, &enrolment).await?;
            known.push(Known { person, called, ways: vec![(group.clone(), enrolment)], by_name_alone: false });
        }
    }
    known.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(known)
}

/// One of them, with the ways to reach them.
pub async fn person(work: &mut Work<'_>, person: PersonId) -> Result<(Known, Profile)> {
    let grant = deeds::may_with(work, Deed::SeePerson, person).await?;
    let mut ways = Vec::new();
    for enrolment in store::all_of(work, &grant, person).await? {
        if deeds::sees(work, &enrolment).await? {
            let group = groups::group(work, &grant, enrolment.group).await?;
            ways.push((group, enrolment));
        }
    }
    let seen: Vec<Enrolment> = ways.iter().map(|(_, enrolment)| *enrolment).collect();
    let light = light::profile_through(work, &grant, &seen).await?;
    let by_name_alone = light.is_some();
    let profile = match light {
        Some(profile) => profile,
        None => identity::profile(work, &grant, person).await?,
    };
    Ok((Known { person, called: profile.called.clone(), ways, by_name_alone }, profile))
}
