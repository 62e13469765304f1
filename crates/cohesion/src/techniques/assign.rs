//! A leader sets homework for the whole group or for one member, and takes it off.

use super::homework::{Content, Gate, Homework, Material, cell};
use super::{HomeworkId, TaskId, deeds, reach, store};
use crate::clock::Span;
use crate::groups::{self, Capability, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::limits::TEXT_CHARS_MAX;
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// How long homework has where no session is planned.
const WITHOUT_SESSION: Span = Span::days(7);

/// Until when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Due {
    /// Until the next session, or for a week where none is planned.
    #[default]
    NextSession,
    /// Until this session.
    Session(SessionId),
}

/// What a leader sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigning {
    /// What is tried.
    pub material: Material,
    /// What to do, to members.
    pub instruction: String,
    /// The question about what could get in the way; may be empty.
    pub obstacle: String,
    /// Whom for; nobody in particular is everybody who sits in the group.
    pub person: Option<PersonId>,
    /// Until when.
    pub due: Due,
    /// Whether the next session builds on it.
    pub gate: Gate,
}

/// Sets homework. In a support group nothing is set: it is not there.
pub async fn assign(work: &mut Work<'_>, group: GroupId, assigning: &Assigning) -> Result<HomeworkId> {
    let grant = deeds::may_assign(work, group).await?;
    let charter = groups::charter_of(work, group).await?;
    charter.allow(Capability::HomeworkReview)?;
    let unknown = |_| Error::invalid("material", "fault-choose");
    match &assigning.material {
        Material::Form(id) => reach::form_for(&charter, id).map(drop).map_err(unknown)?,
        Material::Skill(id) => reach::skill_for(&charter, id).map(drop).map_err(unknown)?,
    }
    for (field, text) in [("instruction", &assigning.instruction), ("obstacle", &assigning.obstacle)] {
        if text.chars().count() > TEXT_CHARS_MAX {
            return Err(Error::invalid(field, "fault-long"));
        }
    }
    let people = people(work, group, assigning.person).await?;
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let homework = homework(work, group, assigning).await?;
    let Homework { id, material, instruction, obstacle, gate, .. } = homework.clone();
    let content = Content { material, instruction, obstacle, gate };
    let sealed = work.seal(Scope::Group(group), cell(id), &content).await?;
    store::insert_homework(work, &grant, &homework, sealed, by).await?;
    for person in people {
        store::insert_task(work, &grant, TaskId::random()?, (id, group), person).await?;
        work.announce(Change::Person(person));
    }
    work.announce(Change::Group(group));
    Ok(id)
}

/// Takes homework off: members are not asked for it any more. What they did stays theirs.
pub async fn end_homework(work: &mut Work<'_>, group: GroupId, id: HomeworkId) -> Result<()> {
    let grant = deeds::may_assign(work, group).await?;
    groups::charter_of(work, group).await?.allow(Capability::HomeworkReview)?;
    if store::find_homework(work, id).await?.group != group {
        return Err(Error::NotFound);
    }
    store::end_homework(work, &grant, id).await?;
    work.announce(Change::Group(group));
    Ok(())
}

async fn homework(work: &mut Work<'_>, group: GroupId, assigning: &Assigning) -> Result<Homework> {
    let now = work.now();
    let mut planned = groups::sessions(work, group).await?;
    planned.retain(|session| session.state == SessionState::Planned && session.starts_at > now);
    planned.sort_by_key(|session| session.starts_at);
    let session = match assigning.due {
        Due::NextSession => planned.first(),
        Due::Session(id) => {
            let known = planned.iter().find(|session| session.id == id);
            Some(known.ok_or_else(|| Error::invalid("session", "fault-choose"))?)
        }
    };
    Ok(Homework {
        id: HomeworkId::random()?,
        group,
        session: session.map(|session| session.id),
        material: assigning.material.clone(),
        instruction: assigning.instruction.clone(),
        obstacle: assigning.obstacle.clone(),
        gate: assigning.gate,
        due_at: session.map_or(now + WITHOUT_SESSION, |session| session.starts_at),
        set_at: now,
        ended_at: None,
    })
}

async fn people(work: &mut Work<'_>, group: GroupId, one: Option<PersonId>) -> Result<Vec<PersonId>> {
    let seated: Vec<PersonId> =
        groups::living_seats(work, group).await?.into_iter().map(|(person, _)| person).collect();
    match one {
        None if seated.is_empty() => Err(Error::Conflict("techniques-conflict-nobody")),
        None => Ok(seated),
        Some(person) if seated.contains(&person) => Ok(vec![person]),
        Some(_) => Err(Error::invalid("person", "fault-choose")),
    }
}
