//! Whether somebody leads a group who may: licensed where its members are, or trained, as the charter asks.

use jiff::civil::Date;

use super::charter::CredentialCheck;
use super::schedule::{civil, zone_of};
use super::{LeaderRole, store};
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::practice::{self, Gap, Jurisdiction, Training};
use crate::work::Work;
use crate::{Reason, Result};

/// What is missing before the group may take members or meet on the day `on`; nothing where all is well.
///
/// A therapy group needs, for each place where a member has said they are, a leader whose licence holds there; a member
/// who has not said so counts as being where the practice is. A support group needs a facilitator with a living training.
pub async fn missing_to_lead(work: &mut Work<'_>, grant: &Grant, group: GroupId, on: Date) -> Result<Vec<Reason>> {
    match store::find_group(work, group).await?.charter.credential() {
        CredentialCheck::LicenceBlocksWhenInvalid => missing_licences(work, grant, group, on).await,
        CredentialCheck::TrainingBlocksWhenExpired => missing_training(work, group, on).await,
    }
}

/// [`missing_to_lead`] on the day that it is now, by the group's clock.
pub async fn missing_to_lead_today(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Reason>> {
    let zone = zone_of(work, group).await?;
    let today = civil(work.now(), &zone)?.date();
    missing_to_lead(work, grant, group, today).await
}

/// What is missing today before somebody who takes part from `place` may have a seat in the group.
pub async fn missing_to_lead_at(work: &mut Work<'_>, group: GroupId, place: &Jurisdiction) -> Result<Vec<Reason>> {
    let zone = zone_of(work, group).await?;
    let today = civil(work.now(), &zone)?.date();
    match store::find_group(work, group).await?.charter.credential() {
        CredentialCheck::TrainingBlocksWhenExpired => missing_training(work, group, today).await,
        CredentialCheck::LicenceBlocksWhenInvalid => {
            let leaders = licensed_leaders(work, group).await?;
            let gaps = practice::gaps(work, &leaders, std::slice::from_ref(place), today).await?;
            Ok(gaps.iter().map(Gap::reason).collect())
        }
    }
}

async fn missing_licences(work: &mut Work<'_>, grant: &Grant, group: GroupId, on: Date) -> Result<Vec<Reason>> {
    let leaders = licensed_leaders(work, group).await?;
    if leaders.is_empty() {
        return Ok(vec![Reason::new("practice-gap-leader")]);
    }
    let Some(places) = places_of_members(work, grant, group).await? else {
        return Ok(vec![Reason::new("practice-gap-home")]);
    };
    let gaps = practice::gaps(work, &leaders, &places, on).await?;
    Ok(gaps.iter().map(Gap::reason).collect())
}

/// Where the members are, or the practice's own place while there is none; nothing where neither is known.
async fn places_of_members(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Option<Vec<Jurisdiction>>> {
    let home = practice::settings(work).await?.home;
    let seats = store::seats_in(work, grant, group).await?;
    let mut places = Vec::new();
    for seat in seats.into_iter().filter(|seat| seat.until.is_none()) {
        let about = work.about(grant, seat.person);
        let Some(place) = practice::location_of(work, &about, seat.person).await?.or_else(|| home.clone()) else {
            return Ok(None);
        };
        places.push(place);
    }
    Ok(if places.is_empty() { home.map(|home| vec![home]) } else { Some(places) })
}

async fn missing_training(work: &mut Work<'_>, group: GroupId, on: Date) -> Result<Vec<Reason>> {
    let mut missing = vec![Reason::new("practice-gap-facilitator")];
    for facilitator in who(work, group, |role| role == LeaderRole::Facilitator).await? {
        missing = missing_to_facilitate(work, facilitator, on).await?;
        if missing.is_empty() {
            break;
        }
    }
    Ok(missing)
}

/// What somebody lacks to facilitate on a day: a training that is checked and living, and what has to be vouched for.
pub async fn missing_to_facilitate(work: &mut Work<'_>, person: PersonId, on: Date) -> Result<Vec<Reason>> {
    let reason = match practice::training_of(work, person, on).await? {
        Training::Current => return practice::missing_vettings(work, person, on).await,
        Training::Unverified => "practice-gap-training-unverified",
        Training::Ended => "practice-gap-training-ended",
        Training::Missing => "practice-gap-training-missing",
    };
    Ok(vec![Reason::new(reason)])
}

async fn licensed_leaders(work: &mut Work<'_>, group: GroupId) -> Result<Vec<PersonId>> {
    who(work, group, |role| matches!(role, LeaderRole::Leader | LeaderRole::CoLeader)).await
}

async fn who(work: &mut Work<'_>, group: GroupId, leads: fn(LeaderRole) -> bool) -> Result<Vec<PersonId>> {
    let leaders = store::leaders_of(work, group).await?;
    let mut people = Vec::new();
    for leader in leaders.into_iter().filter(|leader| leads(leader.role)) {
        if practice::works_here(work, leader.person).await? {
            people.push(leader.person);
        }
    }
    Ok(people)
}
