//! A way into a group begins.

use super::{Enquiry, enquiry, store};
use crate::Result;
use crate::access::Grant;
use crate::hub::Change;
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::work::{Scope, Work};

/// Begins somebody's way into a group. Where all that the group kept of them was erased before, it is begun anew. The grant
/// must be about them.
pub(super) async fn begin(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    asked: &Enquiry,
) -> Result<EnrolmentId> {
    let (id, scope) = (EnrolmentId::random()?, Scope::Membership(group, person));
    work.begin_anew(grant, scope).await?;
    let sealed = work.seal(scope, enquiry::cell(id), asked).await?;
    store::insert(work, grant, id, group, person, sealed).await?;
    work.announce(Change::Group(group));
    Ok(id)
}
