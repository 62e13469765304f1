//! How a session went beside its plan is written down, in two minutes: what the running view knows is filled in.

use super::fidelity::{Delivered, known};
use super::prepare::stored;
use super::{Fidelity, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Group, Session, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, SessionId};
use crate::limits::{AGENDA_BLOCKS_MAX, BLOCK_MINUTES_MAX, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::techniques::tasks_due;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result, identity};

/// A fidelity as it is kept.
#[derive(Clone, Debug)]
pub struct KeptFidelity {
    /// What it says.
    pub fidelity: Fidelity,
    /// Which version of it this is, from 1.
    pub version: u32,
    /// When it was written.
    pub written_at: Timestamp,
}

/// What is known of an element before anybody rates it.
#[derive(Clone, Debug)]
pub struct KnownElement {
    /// What it was.
    pub title: String,
    /// Minutes that were planned.
    pub planned: u32,
    /// How much of it came about, as far as the running view tells.
    pub delivered: Option<Delivered>,
    /// Minutes that it had.
    pub minutes: u32,
}

/// What those who rate a session see of it.
pub struct Rating {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// What is kept.
    pub kept: Option<KeptFidelity>,
    /// The elements of its plan.
    pub elements: Vec<KnownElement>,
    /// What the curriculum asks about it.
    pub checks: Vec<String>,
    /// Pieces of homework of which somebody has said how it went, and of how many.
    pub homework: (u32, u32),
    /// Who wrote it, by name where it can still be read.
    pub written_by: Option<String>,
    /// Whether the actor may write it.
    pub may_rate: bool,
    /// How the actor stands to the group.
    pub standing: crate::access::Standing,
}

impl Rating {
    /// Whether there is something to look back at.
    pub fn is_begun(&self) -> bool {
        is_begun(&self.session)
    }
}

pub(super) const fn is_begun(session: &Session) -> bool {
    matches!(session.state, SessionState::Open | SessionState::Held)
}

/// Reads it.
pub async fn rating(work: &mut Work<'_>, id: SessionId) -> Result<Rating> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_see_fidelity(work, session.group).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let (mut elements, mut checks) = (Vec::new(), Vec::new());
    if let Some((agenda, _)) = stored(work, &grant, &session).await? {
        let known = known(&agenda, work.now()).into_iter();
        elements.extend(known.map(|(title, planned, delivered, minutes)| KnownElement {
            title: title.to_owned(),
            planned,
            delivered,
            minutes,
        }));
        checks.clone_from(&agenda.checks);
    }
    let (mut kept, mut written_by) = (None, None);
    if let Some(row) = store::find_review(work, &grant, id).await? {
        if let Some(person) = row.written_by {
            let about = work.about(&grant, person);
            written_by = identity::still_called(work, &about, person).await?;
        }
        kept = Some(open(work, &grant, session.group, row).await?);
    }
    let standing = groups::standing(work, group.id).await?;
    Ok(Rating {
        homework: homework(work, &group, &session).await?,
        may_rate: standing.allows(Deed::RateFidelity),
        session,
        group,
        kept,
        elements,
        checks,
        written_by,
        standing,
    })
}

/// How many of the tasks that were due at a session were talked about: those of which the member has said how it went.
async fn homework(work: &mut Work<'_>, group: &Group, session: &Session) -> Result<(u32, u32)> {
    if group.charter.allow(Capability::HomeworkReview).is_err() {
        return Ok((0, 0));
    }
    let due = tasks_due(work, session).await?;
    let count = |tasks: usize| u32::try_from(tasks).unwrap_or(u32::MAX);
    Ok((count(due.iter().filter(|task| task.state.is_over()).count()), count(due.len())))
}

/// Writes it, over the version that was looked at (0 for none). Where another one was kept meanwhile, nothing is.
pub async fn rate(work: &mut Work<'_>, id: SessionId, seen: u32, fidelity: &Fidelity) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_rate(work, &session).await?;
    if !is_begun(&session) {
        return Err(Error::Conflict("plans-conflict-not-begun"));
    }
    fidelity.check()?;
    let content = work.seal(Scope::Group(session.group), cell(id, seen + 1), fidelity).await?;
    if !store::save_review(work, &grant, (id, session.group), seen, content).await? {
        return Err(Error::Conflict("plans-conflict-rated"));
    }
    work.announce(Change::Group(session.group));
    Ok(())
}

impl Fidelity {
    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        for (at, element) in self.elements.iter().enumerate() {
            if element.minutes > BLOCK_MINUTES_MAX {
                faults.push(Fault::new(format!("minutes-{at}"), "fault-range"));
            }
            if element.reason.chars().count() > LINE_CHARS_MAX {
                faults.push(Fault::new(format!("reason-{at}"), "fault-long"));
            }
        }
        let (done, of) = self.reviewed;
        if done > of {
            faults.push(Fault::new("reviewed", "plans-fault-reviewed"));
        }
        if self.deviations.chars().count() > TEXT_CHARS_MAX {
            faults.push(Fault::new("deviations", "fault-long"));
        }
        if self.elements.len() > AGENDA_BLOCKS_MAX {
            return Err(Error::bug("a session has more elements than an agenda holds"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

/// Opens a review's row as a fidelity.
pub(super) async fn open(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    row: store::ReviewRow,
) -> Result<KeptFidelity> {
    let cell = cell(row.session, row.version);
    let fidelity = work.open(grant, Scope::Group(group), cell, &row.content).await?;
    Ok(KeptFidelity { fidelity, version: row.version, written_at: row.written_at })
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("session_reviews", "fidelity", session.0).version(version)
}
