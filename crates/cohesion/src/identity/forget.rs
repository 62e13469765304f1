//! A person is taken off the books: first all by which they sign in, and where nothing has to stay, their names too.

use super::store::forget;
use crate::Result;
use crate::access::Grant;
use crate::hub::Change;
use crate::id::PersonId;
use crate::work::Work;

/// Ends every login and deletes the account, its factors, invitations and addresses. The grant must be about this person.
pub(crate) async fn forget_ways_in(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<()> {
    forget::forget_ways_in(work, grant, person).await?;
    work.announce(Change::LoginEnded(person));
    Ok(())
}

/// Deletes the profile as well. No membership may be left, and the grant must be about this person.
pub(crate) async fn forget_person(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<()> {
    forget_ways_in(work, grant, person).await?;
    forget::forget_profile(work, grant, person).await
}
