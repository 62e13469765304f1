//! What may be asked about threads. The charter is asked first: what it forbids is not there.

use super::store::{MatterRow, PostRow, ThreadRow};
use super::{Side, store};
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups::{self, Capability};
use crate::id::{Bytes, GroupId, PersonId};
use crate::safety;
use crate::work::Work;
use crate::{Error, Result};

/// A yes to somebody who comes to a thread: who they are, from which side they come, and the grant.
#[derive(Clone, Copy)]
pub(super) struct Coming {
    pub person: PersonId,
    pub side: Side,
    pub grant: Grant,
}

async fn standing(work: &mut Work<'_>, group: GroupId, capability: Capability) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(capability)?;
    groups::standing(work, group).await
}

/// May the actor come to the threads of a group from this side, and read there? `about` is the group or the thread.
async fn come(work: &mut Work<'_>, group: GroupId, side: Side, about: Bytes) -> Result<Coming> {
    let standing = standing(work, group, Capability::Threads).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = match side {
        Side::Member if standing.has(Tie::Seated) => {
            work.ask(Deed::TakePartInThreads, standing, About::of(person, about))?
        }
        Side::Member => work.ask(Deed::TakePartInThreads, standing, About::thing(about))?,
        Side::Leading => work.ask(Deed::SeeThreads, standing, About::thing(about))?,
    };
    Ok(Coming { person, side, grant })
}

/// May the actor see which threads a group has?
pub(super) async fn may_list(work: &mut Work<'_>, group: GroupId, side: Side) -> Result<Coming> {
    come(work, group, side, group.0).await
}

/// May the actor read a thread?
pub(super) async fn may_read(work: &mut Work<'_>, thread: &ThreadRow, side: Side) -> Result<Coming> {
    come(work, thread.group, side, thread.id.0).await
}

/// May the actor write in a thread from this side?
pub(super) async fn may_write(work: &mut Work<'_>, thread: &ThreadRow, side: Side) -> Result<Coming> {
    match side {
        Side::Member => may_read(work, thread, side).await,
        Side::Leading => {
            let standing = standing(work, thread.group, Capability::Threads).await?;
            let person = work.actor().person().ok_or(Error::SignInNeeded)?;
            let grant = work.ask(Deed::LeadThreads, standing, About::thing(thread.id.0))?;
            Ok(Coming { person, side, grant })
        }
    }
}

/// May the actor open a thread in this group from this side? Members may where their group has a space for it.
pub(super) async fn may_begin(work: &mut Work<'_>, group: GroupId, side: Side) -> Result<Coming> {
    match side {
        Side::Member => {
            groups::charter_of(work, group).await?.allow(Capability::ThreadSpace)?;
            may_list(work, group, side).await
        }
        Side::Leading => {
            let grant = may_lead(work, group, Capability::Threads).await?;
            let person = work.actor().person().ok_or(Error::SignInNeeded)?;
            Ok(Coming { person, side, grant })
        }
    }
}

/// May the actor lead the group's threads, in what the capability stands for?
pub(super) async fn may_lead(work: &mut Work<'_>, group: GroupId, capability: Capability) -> Result<Grant> {
    let standing = standing(work, group, capability).await?;
    work.ask(Deed::LeadThreads, standing, About::thing(group.0))
}

/// May the actor see what waits to be looked after in a group?
pub(super) async fn may_see_matters(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group, Capability::Threads).await?;
    work.ask(Deed::SeeMatters, standing, About::thing(group.0))
}

/// May the actor see a matter? Whoever is on duty may, once it has been passed on to them.
pub(super) async fn may_see_matter(work: &mut Work<'_>, matter: &MatterRow) -> Result<Grant> {
    let standing = of_matter(work, matter).await?;
    work.ask(Deed::SeeMatters, standing, About::thing(matter.id.0))
}

/// May the actor decide about a matter?
pub(super) async fn may_decide(work: &mut Work<'_>, matter: &MatterRow) -> Result<Grant> {
    let standing = of_matter(work, matter).await?;
    work.ask(Deed::Moderate, standing, About::thing(matter.id.0))
}

/// May the actor look after the threads of a group?
pub(super) async fn may_moderate(work: &mut Work<'_>, group: GroupId, capability: Capability) -> Result<Grant> {
    let standing = standing(work, group, capability).await?;
    work.ask(Deed::Moderate, standing, About::thing(group.0))
}

async fn of_matter(work: &mut Work<'_>, matter: &MatterRow) -> Result<Standing> {
    let standing = standing(work, matter.group, Capability::Threads).await?;
    if matter.passed_on_at.is_none() {
        return Ok(standing);
    }
    let duty = safety::duty(work, Some(matter.group)).await?;
    let is_on_duty = |duty: safety::Duty| [duty.reader, duty.backup].map(Some).contains(&work.actor().person());
    Ok(if duty.is_some_and(is_on_duty) { standing.with(Tie::OnDuty) } else { standing })
}

/// Is this post the actor's own, in a group where they still sit?
pub(super) async fn may_change_own(work: &mut Work<'_>, post: &PostRow) -> Result<Grant> {
    groups::charter_of(work, post.group).await?.allow(Capability::Threads)?;
    let is_seated = groups::is_seated(work, post.group, post.author).await?;
    let about = if is_seated { About::of(post.author, post.id.0) } else { About::thing(post.id.0) };
    work.ask(Deed::ChangeOwnPost, Standing::NONE, about)
}

/// May the actor exchange contacts in a group?
pub(super) async fn may_exchange(work: &mut Work<'_>, group: GroupId) -> Result<(PersonId, Grant)> {
    let standing = standing(work, group, Capability::ContactExchange).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let about = if standing.has(Tie::Seated) { About::of(person, group.0) } else { About::thing(group.0) };
    Ok((person, work.ask(Deed::ExchangeContacts, standing, about)?))
}

/// May the program pass a matter on?
pub(super) fn may_pass_on(work: &mut Work<'_>, matter: &MatterRow) -> Result<Grant> {
    work.ask(Deed::PassMatterOn, Standing::NONE, About::thing(matter.id.0))
}

/// May the program erase a thread?
pub(super) fn may_erase(work: &mut Work<'_>, thread: &ThreadRow) -> Result<Grant> {
    work.ask(Deed::EraseThread, Standing::NONE, About::thing(thread.id.0))
}

/// From which side the actor comes to a thread that shows itself to both.
pub(super) async fn side_of(work: &mut Work<'_>, group: GroupId) -> Result<Side> {
    let leads = groups::standing(work, group).await?.allows(Deed::SeeThreads);
    Ok(if leads { Side::Leading } else { Side::Member })
}

/// A post that the actor may see from this side, and the yes with which they do. What they never saw is not there.
pub(super) async fn may_see_post(
    work: &mut Work<'_>,
    post: &PostRow,
    side: Side,
) -> Result<(Coming, super::post::Sight)> {
    let thread = store::find_thread(work, post.thread).await?;
    let coming = may_read(work, &thread, side).await?;
    match super::read::sight_of(&coming, post) {
        super::post::Sight::Nothing => Err(Error::NotFound),
        sight => Ok((coming, sight)),
    }
}
