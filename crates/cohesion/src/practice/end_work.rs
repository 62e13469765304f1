//! Somebody's work here ends: every role, the account and every login, in the same moment (security.md NP-07).

use super::colleague::keep_an_administrator;
use super::{deeds, roles, store};
use crate::id::PersonId;
use crate::identity;
use crate::work::Work;
use crate::{Error, Result};

/// Ends a person's work here. What they did and wrote stays on record.
pub async fn end_work(work: &mut Work<'_>, person: PersonId) -> Result<()> {
    let grant = deeds::may_end_work(work, person).await?;
    let held = store::roles_of(work, person).await?;
    if held.is_empty() {
        return Err(Error::NotFound);
    }
    keep_an_administrator(work, person).await?;
    let standing = roles(work).await?;
    identity::close_account(work, standing, person).await?;
    for role in held {
        store::end_role(work, &grant, person, role).await?;
    }
    Ok(())
}
