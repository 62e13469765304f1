//! What may be asked about the floor of a meeting.

use crate::Error;
use crate::Result;
use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups::{self, Capability, Group, Session};
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

/// May the actor take part in this meeting? The yes is about the actor.
pub(super) async fn may_take_part(work: &mut Work<'_>, session: &Session) -> Result<(PersonId, Grant)> {
    let standing = groups::standing(work, session.group).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let about = if standing.has(Tie::Seated) { About::of(person, session.id.0) } else { About::thing(session.id.0) };
    Ok((person, work.ask(Deed::TakePart, standing, about)?))
}

/// The same, before anything else is looked at.
pub(super) async fn may_take_part_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_take_part(work, &session).await.map(|_| ())
}

/// May the actor lead the floor of this meeting?
pub(super) async fn may_lead(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::LeadFloor, standing, About::thing(session.id.0))
}

/// May the actor lead the meetings of this group?
pub(super) async fn may_lead_group(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::LeadFloor, standing, About::thing(group.0))
}

/// May the actor see how much each member spoke at this meeting?
pub(super) async fn may_see_talk(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::SeeTalkTime, standing, About::thing(session.id.0))
}

/// May the actor see how much they spoke themselves at this meeting? The yes is about them, while they sit in the group.
pub(super) async fn may_see_own_talk(work: &mut Work<'_>, session: &Session) -> Result<(PersonId, Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let is_seated = groups::is_seated(work, session.group, person).await?;
    let about = if is_seated { About::of(person, session.id.0) } else { About::NOTHING };
    Ok((person, work.ask(Deed::SeeTalkTime, Standing::NONE, about)?))
}

/// May the actor see how much this member spoke, at whichever meeting?
pub(super) async fn may_see_talk_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeTalkTime, standing, About::of(person, group.0))
}

/// Whether the actor sees how much members of this group speak, where it is counted.
pub(super) async fn sees_talk_in(work: &mut Work<'_>, group: GroupId) -> Result<bool> {
    Ok(groups::standing(work, group).await?.allows(Deed::SeeTalkTime))
}

/// May the actor see what this meeting is planned for?
pub(super) async fn may_see_plan(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::SeeAgenda, standing, About::thing(session.id.0))
}

/// The same, before anything else is looked at.
pub(super) async fn may_lead_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_lead(work, &session).await.map(|_| ())
}

/// May the actor say what this meeting is about, where there is a script?
pub(super) async fn may_pick(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::MeetingScript)?;
    may_lead(work, session).await
}

/// May the actor change what the group reads aloud?
pub(super) async fn may_change_readings(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    groups::charter_of(work, group).await?.allow(Capability::MeetingScript)?;
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::ChangeReadings, standing, About::thing(group.0))
}

/// May the actor say whether whoever supervises sits in on this group's live sessions? Where nobody does, it is not asked. The yes
/// is about the actor.
pub(super) async fn may_allow(work: &mut Work<'_>, group: GroupId) -> Result<(PersonId, Grant)> {
    groups::charter_of(work, group).await?.allow(Capability::LiveObservation)?;
    let standing = groups::standing(work, group).await?;
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let about = if standing.has(Tie::Seated) { About::of(person, group.0) } else { About::thing(group.0) };
    let grant = work.ask(Deed::AllowSittingIn, standing, about)?;
    if super::sitting_in::is_supervised(work, group).await? { Ok((person, grant)) } else { Err(Error::NotFound) }
}

/// May the actor see whether this session's members agree that whoever supervises sits in?
pub(super) async fn may_see_sitting_in(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    observe(work, Deed::SeeSittingIn, session).await
}

/// May the actor sit in on this session, as whoever supervises its group? What its members say of it is another matter.
pub(super) async fn may_sit_in(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    observe(work, Deed::SitIn, session).await
}

async fn observe(work: &mut Work<'_>, deed: Deed, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::LiveObservation)?;
    let standing = groups::standing(work, session.group).await?;
    work.ask(deed, standing, About::thing(session.id.0))
}

/// Whether the actor is one who could sit in with this group, for drawing the way there.
pub(super) async fn may_sit_in_with(work: &mut Work<'_>, group: &Group) -> Result<bool> {
    let standing = groups::standing(work, group.id).await?;
    Ok(standing.allows(Deed::SitIn) && group.charter.allow(Capability::LiveObservation).is_ok())
}

/// Whoever holds the code of a meeting's board may look at it.
pub(super) fn may_look(work: &mut Work<'_>, session: SessionId) -> Result<Grant> {
    work.ask(Deed::SeeBoard, Standing::NONE, About::thing(session.0))
}
