//! A name in a group where everybody chooses one: it is one person's alone, and nobody's that leads.
//!
//! Names are compared by look-up values, so that choosing one opens nobody's record. Nobody gets the name of somebody who
//! has left: what they said is remembered under it.

use super::charter::ShownIdentity;
use super::lookalike::looks_like;
use super::{named_leaders, store};
use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// Whether a name could be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// It is the person's now.
    Kept,
    /// It looks like somebody else's.
    Taken,
}

/// Keeps a name for a person in a group where names are chosen; in the others a name may be several people's.
pub async fn keep_name(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    person: PersonId,
    called: &str,
) -> Result<Naming> {
    if store::find_group(work, group).await?.charter.identity() != ShownIdentity::Pseudonym {
        return Ok(Naming::Kept);
    }
    if is_a_leaders(work, grant, group, called).await? {
        return Ok(Naming::Taken);
    }
    let index = work.vault().name_index(&group.0, &looks_like(called));
    match store::name_holder(work, group, index).await? {
        Some(holder) if holder == person => Ok(Naming::Kept),
        Some(_) => Ok(Naming::Taken),
        None => {
            store::release_name(work, grant, group, person).await?;
            let is_kept = store::insert_name(work, grant, group, person, index).await?;
            Ok(if is_kept { Naming::Kept } else { Naming::Taken })
        }
    }
}

/// Whether a name looks like somebody's in the group already, for whoever is not known here yet.
pub async fn is_name_taken(work: &mut Work<'_>, grant: &Grant, group: GroupId, called: &str) -> Result<bool> {
    let index = work.vault().name_index(&group.0, &looks_like(called));
    Ok(store::name_holder(work, group, index).await?.is_some() || is_a_leaders(work, grant, group, called).await?)
}

/// A name of which nothing can be seen looks like everybody's.
async fn is_a_leaders(work: &mut Work<'_>, grant: &Grant, group: GroupId, called: &str) -> Result<bool> {
    let wanted = looks_like(called);
    let leaders = named_leaders(work, grant, group).await?;
    Ok(wanted.is_empty() || leaders.iter().any(|(_, leader)| looks_like(leader) == wanted))
}
