//! A group follows one version of one curriculum, and what comes next in it.

use ::techniques::{Curriculum, Session};
use serde::{Deserialize, Serialize};

use super::catalogue::curriculum_text;
use super::own_curriculum::{Text, own_curriculum, parsed};
use super::{CurriculumId, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, SessionState};
use crate::hub::Change;
use crate::id::GroupId;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Which curriculum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// One of the library, by its id.
    Library(String),
    /// A copy of the practice's own.
    Own(CurriculumId),
}

/// What is sealed of a plan: the version itself, so that a later one changes nothing here.
#[derive(Serialize, Deserialize)]
struct Content {
    id: String,
    toml: String,
    /// The step that the first session after choosing takes.
    first: u32,
    /// Sessions that had been held when it was chosen.
    after: u32,
    /// The version of the practice's own copy; none for one of the library.
    own_version: Option<u32>,
}

/// What a group follows.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The curriculum, as it was when it was chosen.
    pub curriculum: Curriculum,
    /// The version of the practice's own copy; none for one of the library, whose version stands in it.
    pub own_version: Option<u32>,
    /// When it was chosen.
    pub chosen_at: Timestamp,
    first: u32,
    after: u32,
}

/// What comes next in a group: the step of its curriculum, with agenda, homework, gate and fidelity.
#[derive(Clone, Debug)]
pub struct NextStep {
    /// The session of the curriculum.
    pub session: Session,
    /// How many there are.
    pub of: u32,
    /// How long each is, in minutes.
    pub minutes: u32,
}

impl Plan {
    /// The step that comes after so many held sessions; none where the curriculum has come to its end. One that goes on
    /// begins again.
    pub fn step_after(&self, held: u32) -> Option<&Session> {
        let count = self.curriculum.sessions.max(1);
        let place = self.first.saturating_sub(1) + held.saturating_sub(self.after);
        let number = if self.curriculum.ongoing { place % count + 1 } else { place + 1 };
        self.curriculum.session(number)
    }
}

/// Chooses what the group follows from its next session on. A curriculum for the other kind of group is not there.
pub async fn follow(work: &mut Work<'_>, group: GroupId, source: &Source, first: u32) -> Result<()> {
    let grant = deeds::may_follow(work, group).await?;
    let (text, own_version) = match source {
        Source::Library(id) => {
            let toml = curriculum_text(id).ok_or_else(|| Error::invalid("curriculum", "fault-choose"))?;
            (Text { id: id.clone(), toml }, None)
        }
        Source::Own(id) => {
            let own = own_curriculum(work, *id).await?;
            (Text { id: own.curriculum.id.clone(), toml: own.toml }, Some(own.version))
        }
    };
    let curriculum = parsed(&text).map_err(|problem| Error::bug(problem.to_string()))?;
    if curriculum.kind != groups::charter_of(work, group).await?.techniques_for() {
        return Err(Error::invalid("curriculum", "fault-choose"));
    }
    if curriculum.session(first).is_none() {
        return Err(Error::invalid("first", "techniques-fault-first"));
    }
    let after = held(work, group).await?;
    let content = Content { id: text.id, toml: text.toml, first, after, own_version };
    let version = store::find_plan(work, &grant, group).await?.map_or(1, |kept| kept.version + 1);
    let sealed = work.seal(Scope::Group(group), cell(group, version), &content).await?;
    store::save_plan(work, &grant, group, sealed, version).await?;
    work.announce(Change::Group(group));
    Ok(())
}

/// What the group follows, if it follows anything.
pub async fn plan_of(work: &mut Work<'_>, group: GroupId) -> Result<Option<Plan>> {
    let grant = deeds::may_see_plan(work, group).await?;
    read(work, &grant, group).await
}

/// What comes next in the group, for whoever prepares its session.
pub async fn next_step(work: &mut Work<'_>, group: GroupId) -> Result<Option<NextStep>> {
    let Some(plan) = plan_of(work, group).await? else { return Ok(None) };
    let held = held(work, group).await?;
    let (of, minutes) = (plan.curriculum.sessions, plan.curriculum.minutes);
    Ok(plan.step_after(held).map(|session| NextStep { session: session.clone(), of, minutes }))
}

/// The step that is at hand: of the session that is open, or else of the last one that was held. What a group takes home
/// belongs to it. Before the first session it is the first step.
pub async fn step_at_hand(work: &mut Work<'_>, group: GroupId) -> Result<Option<Session>> {
    let Some(plan) = plan_of(work, group).await? else { return Ok(None) };
    let is_open = groups::sessions(work, group).await?.iter().any(|session| session.state == SessionState::Open);
    let held = held(work, group).await?;
    Ok(plan.step_after(if is_open { held } else { held.saturating_sub(1) }).cloned())
}

async fn read(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Option<Plan>> {
    let Some(kept) = store::find_plan(work, grant, group).await? else { return Ok(None) };
    let content: Content = work.open(grant, Scope::Group(group), cell(group, kept.version), &kept.content).await?;
    let Content { id, toml, first, after, own_version } = content;
    let curriculum = parsed(&Text { id, toml }).map_err(|problem| Error::bug(problem.to_string()))?;
    Ok(Some(Plan { curriculum, own_version, chosen_at: kept.chosen_at, first, after }))
}

async fn held(work: &mut Work<'_>, group: GroupId) -> Result<u32> {
    let sessions = groups::sessions(work, group).await?;
    let held = sessions.iter().filter(|session| session.state == SessionState::Held).count();
    Ok(u32::try_from(held).unwrap_or(u32::MAX))
}

const fn cell(group: GroupId, version: u32) -> Cell {
    Cell::of("plans", "content", group.0).version(version)
}
