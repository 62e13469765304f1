//! Somebody joins the staff: their profile, what they do here, and an invitation to sign in.

use super::{Role, deeds, store};
use crate::id::PersonId;
use crate::identity::{self, AccountKind, Profile};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// What is said of a person who joins.
#[derive(Clone, Debug)]
pub struct Admission {
    /// Names and ways to reach them.
    pub profile: Profile,
    /// What they will do; at least one role.
    pub roles: Vec<Role>,
}

/// Admits a person to the staff, and invites them to sign in.
pub async fn admit(work: &mut Work<'_>, admission: &Admission) -> Result<PersonId> {
    let person = enter(work, admission).await?;
    let grant = deeds::may_admit(work).await?;
    let about = work.about(&grant, person);
    identity::invite(work, &about, person, AccountKind::Staff).await?;
    Ok(person)
}

/// Enters a person into the staff without an invitation: the first start and the demo let them in by themselves.
pub async fn enter(work: &mut Work<'_>, admission: &Admission) -> Result<PersonId> {
    let grant = deeds::may_admit(work).await?;
    admission.check()?;
    let person = identity::add_person(work, &grant, &admission.profile).await?;
    for role in Role::ALL.into_iter().filter(|role| admission.roles.contains(role)) {
        store::insert_role(work, &grant, person, role).await?;
    }
    Ok(person)
}

impl Admission {
    fn check(&self) -> Result<()> {
        let Profile { called, legal, email, .. } = &self.profile;
        let mut faults: Vec<Fault> = [("called", called), ("legal", legal), ("email", email)]
            .into_iter()
            .filter(|(_, text)| text.trim().is_empty())
            .map(|(field, _)| Fault::new(field, "fault-empty"))
            .collect();
        if self.roles.is_empty() {
            faults.push(Fault::new("roles", "practice-fault-roles"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}
