//! Somebody who works here, or did.

use super::{Role, deeds, store};
use crate::Error;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::identity::{self, Profile};
use crate::work::Work;

/// A person of the staff.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// Names and ways to reach them.
    pub profile: Profile,
    /// What they do here now; nothing once their work has ended.
    pub roles: Vec<Role>,
    /// When their first role began.
    pub since: Timestamp,
    /// When their work ended, once it has.
    pub ended: Option<Timestamp>,
}

/// Everyone who works here or did, those at work first, by name.
pub async fn staff(work: &mut Work<'_>) -> Result<Vec<Colleague>> {
    let grant = deeds::may_see_staff(work).await?;
    let mut staff = Vec::new();
    for kept in store::staff(work, &grant).await? {
        let about = work.about(&grant, kept.person);
        let profile = identity::profile(work, &about, kept.person).await?;
        staff.push(kept.with(profile));
    }
    staff.sort_by(|one, next| (one.ended, &one.profile.called).cmp(&(next.ended, &next.profile.called)));
    Ok(staff)
}

/// One person of the staff.
pub async fn colleague(work: &mut Work<'_>, person: PersonId) -> Result<Colleague> {
    let grant = deeds::may_see_colleague(work, person).await?;
    let kept = store::staff(work, &grant).await?.into_iter().find(|kept| kept.person == person);
    let kept = kept.ok_or(Error::NotFound)?;
    Ok(kept.with(identity::profile(work, &grant, person).await?))
}

/// Who holds one of these roles now, by name, for whoever has a reason to choose among them.
pub async fn colleagues_with(work: &mut Work<'_>, grant: &Grant, roles: &[Role]) -> Result<Vec<(PersonId, String)>> {
    let mut found = Vec::new();
    for role in roles {
        for person in store::people_with(work, *role).await? {
            if !found.iter().any(|(known, _)| *known == person) {
                let about = work.about(grant, person);
                found.push((person, identity::called(work, &about, person).await?));
            }
        }
    }
    found.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(found)
}

/// Whether the person holds any role now.
pub async fn works_here(work: &mut Work<'_>, person: PersonId) -> Result<bool> {
    Ok(!store::roles_of(work, person).await?.is_empty())
}

/// Everybody who holds a role now, by id.
pub async fn people_with(work: &mut Work<'_>, role: Role) -> Result<Vec<PersonId>> {
    store::people_with(work, role).await
}

/// Whether the person works here or once did: their name stands beside what they did. The grant is the caller's.
pub async fn has_worked_here(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<bool> {
    store::has_ever_worked_here(work, grant, person).await
}

/// Who runs the site now, for what must reach one of them.
pub async fn administrators(work: &mut Work<'_>) -> Result<Vec<PersonId>> {
    store::people_with(work, Role::Administrator).await
}

/// Refuses to leave the practice without anybody who runs it.
pub(super) async fn keep_an_administrator(work: &mut Work<'_>, leaving: PersonId) -> Result<()> {
    match administrators(work).await?.as_slice() {
        [last] if *last == leaving => Err(Error::Conflict("practice-conflict-last-administrator")),
        _ => Ok(()),
    }
}
