//! What a person of the staff does here changes.

use super::colleague::keep_an_administrator;
use super::{Role, deeds, store};
use crate::hub::Change;
use crate::id::PersonId;
use crate::identity::{self, AccountKind};
use crate::work::Work;
use crate::{Error, Result};

/// Gives a person of the staff these roles and no others. Whoever has left comes back by it, and is invited anew: their
/// account was closed.
pub async fn change_roles(work: &mut Work<'_>, person: PersonId, roles: &[Role]) -> Result<()> {
    let grant = deeds::may_change_roles(work, person).await?;
    if roles.is_empty() {
        return Err(Error::invalid("roles", "practice-fault-roles"));
    }
    if !store::has_ever_worked_here(work, &grant, person).await? {
        return Err(Error::NotFound);
    }
    if !roles.contains(&Role::Administrator) {
        keep_an_administrator(work, person).await?;
    }
    let held = store::roles_of(work, person).await?;
    if held.is_empty() {
        identity::invite(work, &grant, person, AccountKind::Staff).await?;
    }
    for role in Role::ALL {
        match (held.contains(&role), roles.contains(&role)) {
            (true, false) => store::end_role(work, &grant, person, role).await?,
            (false, true) => store::insert_role(work, &grant, person, role).await?,
            _ => {}
        }
    }
    work.announce(Change::Person(person));
    Ok(())
}
