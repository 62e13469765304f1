//! What may be asked about the plan of a session and what is written around it.

use crate::access::{About, Deed, Grant, Standing, Tie};
use crate::groups::{self, Capability, Session};
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

/// May the actor see what is planned for this session?
pub(super) async fn may_see(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    ask(work, Deed::SeeAgenda, session).await
}

/// May the actor follow this session as one who takes part in it?
pub(super) async fn may_follow(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    ask(work, Deed::TakePart, session).await
}

/// May the actor plan this session and run its agenda?
pub(super) async fn may_prepare(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    ask(work, Deed::PrepareSession, session).await
}

/// The same, before anything else is looked at.
pub(super) async fn may_prepare_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_prepare(work, &session).await.map(|_| ())
}

/// May the actor mark who came, where that is kept by person? Asked before anything else is looked at.
pub(super) async fn may_mark_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    groups::charter_of(work, session.group).await?.allow(Capability::MemberAttendance)?;
    ask(work, Deed::HoldSession, &session).await.map(|_| ())
}

/// May the actor see how much of what was planned came about?
pub(super) async fn may_see_fidelity(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    groups::charter_of(work, group).await?.allow(Capability::Fidelity)?;
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeFidelity, standing, About::thing(group.0))
}

/// May the actor say how much of what was planned came about?
pub(super) async fn may_rate(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::Fidelity)?;
    ask(work, Deed::RateFidelity, session).await
}

/// The same, before anything else is looked at.
pub(super) async fn may_rate_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_rate(work, &session).await.map(|_| ())
}

/// May the actor look over several groups' fidelity, as their supervisor and in no other part? Answers which of them.
pub(super) async fn may_supervise(work: &mut Work<'_>) -> Result<(Vec<GroupId>, Grant)> {
    let supervised = supervised(work).await?;
    let standing = if supervised.is_empty() { Standing::NONE } else { Standing::NONE.with(Tie::Supervisor) };
    let grant = work.ask(Deed::SeeFidelity, standing, About::NOTHING)?;
    Ok((supervised, grant))
}

/// The groups that the actor supervises, of those whose sessions are looked back at.
pub(super) async fn supervised(work: &mut Work<'_>) -> Result<Vec<GroupId>> {
    let mut supervised = Vec::new();
    for group in groups::groups_led_by(work).await? {
        let part = groups::leading(work, group.id).await?;
        if part.has(Tie::Supervisor) && group.charter.allow(Capability::Fidelity).is_ok() {
            supervised.push(group.id);
        }
    }
    Ok(supervised)
}

/// May the actor look back at this meeting, where there is no fidelity?
pub(super) async fn may_look_back(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::FacilitatorDebrief)?;
    ask(work, Deed::KeepDebrief, session).await
}

/// The same, before anything else is looked at.
pub(super) async fn may_look_back_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_look_back(work, &session).await.map(|_| ())
}

/// May the actor read what they wrote for themselves about this session?
pub(super) async fn may_read_own(work: &mut Work<'_>, session: &Session) -> Result<(PersonId, Grant)> {
    ask_own(work, Deed::ReadProcessNote, session).await
}

/// May the actor write for themselves about this session?
pub(super) async fn may_write_own(work: &mut Work<'_>, session: &Session) -> Result<(PersonId, Grant)> {
    ask_own(work, Deed::WriteProcessNote, session).await
}

/// The same, before anything else is looked at.
pub(super) async fn may_write_own_at(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    may_write_own(work, &session).await.map(|_| ())
}

/// May the actor read what those with whom they lead wrote for them?
pub(super) async fn may_read_shared(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    groups::charter_of(work, session.group).await?.allow(Capability::ProcessNotes)?;
    ask(work, Deed::ReadBrief, session).await
}

async fn ask(work: &mut Work<'_>, deed: Deed, session: &Session) -> Result<Grant> {
    let standing = groups::standing(work, session.group).await?;
    work.ask(deed, standing, About::thing(session.id.0))
}

async fn ask_own(work: &mut Work<'_>, deed: Deed, session: &Session) -> Result<(PersonId, Grant)> {
    groups::charter_of(work, session.group).await?.allow(Capability::ProcessNotes)?;
    let person = work.actor().person().ok_or(Error::NotFound)?;
    // Whoever leads may think about it on paper; the yes is about their own words all the same.
    let leads = groups::leading(work, session.group).await?.allows(Deed::WriteNotes);
    let about = if leads { About::of(person, session.id.0) } else { About::thing(session.id.0) };
    let grant = work.ask(deed, Standing::NONE, about)?;
    Ok((person, grant))
}
