//! The plan of a session as those who lead it prepare it: the agenda, what the last one left, and what they go into it with.

use super::carry::offers;
use super::lay_out::lay_out;
use super::{Agenda, Offer, deeds, store};
use crate::access::{Deed, Grant, Standing as Ties};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Group, LeaderRole, Session, SessionState};
use crate::id::{PersonId, SessionId};
use crate::techniques::{Digest, Standing, digest, gates};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, identity};

/// How many held sessions are looked through for an agenda that left something over.
const LOOKED_THROUGH: usize = 3;

/// What those who prepare a session see of it.
pub struct Prepared {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// The agenda; none where the session is over and none was kept.
    pub agenda: Option<Agenda>,
    /// Which version of it this is, from 1; 0 for one that is laid out and not kept yet.
    pub version: u32,
    /// When it was last changed.
    pub written_at: Option<Timestamp>,
    /// What an earlier session left, while nothing is decided about it.
    pub offers: Vec<Offer>,
    /// Those who can lead a block, by name where it can still be read.
    pub leaders: Vec<(PersonId, Option<String>)>,
    /// Homework on which the session builds, where sheets still wait for an answer.
    pub gates: Vec<Standing>,
    /// What the members' cards say of skills together.
    pub digest: Option<Digest>,
    /// Whether the actor may change it.
    pub may_prepare: bool,
    /// How the actor stands to the group.
    pub standing: Ties,
}

/// Reads it. Nothing is kept by looking.
pub async fn prepared(work: &mut Work<'_>, id: SessionId) -> Result<Prepared> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_see(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let kept = kept(work, &grant, &group, &session).await?;
    let is_ahead = is_ahead(&session);
    let offers = match &kept.agenda {
        Some(agenda) if is_ahead => left_over(work, &grant, &session, agenda).await?,
        _ => Vec::new(),
    };
    let standing = groups::standing(work, group.id).await?;
    let reviews = group.charter.allow(Capability::HomeworkReview).is_ok() && standing.allows(Deed::SeeHomework);
    let (gates, digest) = if is_ahead && reviews {
        (gates(work, group.id).await?, digest(work, group.id).await?)
    } else {
        (Vec::new(), None)
    };
    Ok(Prepared {
        session,
        leaders: who_leads(work, &grant, &group).await?,
        group,
        agenda: kept.agenda,
        version: kept.version,
        written_at: kept.written_at,
        offers,
        gates,
        digest,
        may_prepare: is_ahead && standing.allows(Deed::PrepareSession),
        standing,
    })
}

/// Whether the session can still be planned.
pub(super) const fn is_ahead(session: &Session) -> bool {
    matches!(session.state, SessionState::Planned | SessionState::Open)
}

/// An agenda with its place in the record.
pub(super) struct Kept {
    pub agenda: Option<Agenda>,
    pub version: u32,
    pub written_at: Option<Timestamp>,
}

/// The agenda that is kept; where there is none, the one that is laid out while the session lies ahead.
pub(super) async fn kept(work: &mut Work<'_>, grant: &Grant, group: &Group, session: &Session) -> Result<Kept> {
    if let Some((agenda, row)) = stored(work, grant, session).await? {
        return Ok(Kept { agenda: Some(agenda), version: row.version, written_at: Some(row.written_at) });
    }
    let agenda = if is_ahead(session) { Some(lay_out(work, group, session).await?) } else { None };
    Ok(Kept { agenda, version: 0, written_at: None })
}

/// The agenda that is kept, if one is.
pub(super) async fn stored(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
) -> Result<Option<(Agenda, store::AgendaRow)>> {
    let Some(row) = store::find_agenda(work, grant, session.id).await? else { return Ok(None) };
    let agenda = work.open(grant, Scope::Group(session.group), cell(session.id, row.version), &row.content).await?;
    Ok(Some((agenda, row)))
}

/// Keeps a version of an agenda, over the one that was looked at. Where somebody else was quicker, nothing is kept.
pub(super) async fn save(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    seen: u32,
    agenda: &Agenda,
) -> Result<()> {
    let content = work.seal(Scope::Group(session.group), cell(session.id, seen + 1), agenda).await?;
    if store::save_agenda(work, grant, (session.id, session.group), seen, content).await? {
        return Ok(());
    }
    Err(Error::Conflict("plans-conflict-changed"))
}

/// What the last session with an agenda left to this one.
pub(super) async fn left_over(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    agenda: &Agenda,
) -> Result<Vec<Offer>> {
    let mut held = groups::sessions(work, session.group).await?;
    held.retain(|other| other.state == SessionState::Held && other.starts_at < session.starts_at);
    held.sort_by_key(|other| std::cmp::Reverse(other.starts_at));
    for earlier in held.iter().take(LOOKED_THROUGH) {
        if let Some((left, _)) = stored(work, grant, earlier).await? {
            return Ok(offers(earlier, &left, agenda));
        }
    }
    Ok(Vec::new())
}

/// Those who can lead a block. A supervisor stays in the background.
pub(super) async fn who_leads(
    work: &mut Work<'_>,
    grant: &Grant,
    group: &Group,
) -> Result<Vec<(PersonId, Option<String>)>> {
    let mut named = Vec::new();
    for leader in groups::leaders(work, group.id).await?.into_iter().filter(|one| one.role != LeaderRole::Supervisor) {
        let about = work.about(grant, leader.person);
        named.push((leader.person, identity::still_called(work, &about, leader.person).await?));
    }
    Ok(named)
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("agendas", "content", session.0).version(version)
}
