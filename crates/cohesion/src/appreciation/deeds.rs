//! What may be asked about words between members. The charter is asked first: where it knows none, there are none.

use super::store::Row;
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

async fn standing(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(Capability::MemberWords)?;
    groups::standing(work, group).await
}

/// May the actor see which words were written in the group?
pub(super) async fn may_see(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SeeMemberWords, standing, About::thing(group.0))
}

/// May the actor open the group for words, pass one on or give it back?
pub(super) async fn may_lead(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::LeadMemberWords, standing, About::thing(group.0))
}

/// May the actor write to another member, and see what they have written? The yes is about the actor.
pub(super) async fn may_give(work: &mut Work<'_>, group: GroupId) -> Result<(PersonId, Grant)> {
    let standing = standing(work, group).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let about = if standing.has(Tie::Seated) { About::of(person, group.0) } else { About::thing(group.0) };
    Ok((person, work.ask(Deed::GiveMemberWord, standing, about)?))
}

/// May the actor read what was passed on to them in the group?
pub(super) async fn may_receive(work: &mut Work<'_>, group: GroupId) -> Result<(PersonId, Grant)> {
    let standing = standing(work, group).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let about = if standing.has(Tie::Seated) { About::of(person, group.0) } else { About::thing(group.0) };
    Ok((person, work.ask(Deed::ReceiveMemberWord, standing, about)?))
}

/// Is this word the actor's own to take back?
pub(super) async fn may_take_back(work: &mut Work<'_>, row: &Row) -> Result<Grant> {
    let (person, grant) = may_give(work, row.group).await?;
    if person == row.giver { Ok(grant) } else { Err(Error::NotFound) }
}

/// Was this word passed on to the actor?
pub(super) async fn may_answer(work: &mut Work<'_>, row: &Row) -> Result<Grant> {
    let (person, grant) = may_receive(work, row.group).await?;
    if person == row.receiver && row.copy.is_some() { Ok(grant) } else { Err(Error::NotFound) }
}
