//! Homework: a worksheet or a skill that a group, or one member, tries until the next session.

use serde::{Deserialize, Serialize};

use super::due::stayed_until;
use super::store::{KeptHomework, KeptTask};
use super::{HomeworkId, SheetId, TaskId, catalogue, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Session};
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result, unless_damaged};

/// How far a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Not begun.
    NotBegun,
    /// Begun.
    Begun,
    /// Done.
    Done,
    /// Done in part.
    Partly,
    /// Not done, this time.
    NotDone,
}

impl TaskState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::NotBegun, Self::Begun, Self::Done, Self::Partly, Self::NotDone];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The state that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        let known = Self::ALL.into_iter().find(|state| state.code() == code);
        known.ok_or_else(|| Error::bug(format!("no state of homework has the number {code}")))
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::NotBegun => "techniques-task-not-begun",
            Self::Begun => "techniques-task-begun",
            Self::Done => "techniques-task-done",
            Self::Partly => "techniques-task-partly",
            Self::NotDone => "techniques-task-not-done",
        }
    }

    /// Whether the member has said how it went.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Partly | Self::NotDone)
    }
}

/// What is tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Material {
    /// A worksheet, by its id.
    Form(String),
    /// A skill, by its id.
    Skill(String),
}

impl Material {
    /// What it is called; none where it is not here any more.
    pub fn title(&self) -> Option<&'static str> {
        match self {
            Self::Form(id) => catalogue().form(id).map(|form| form.title.as_str()),
            Self::Skill(id) => catalogue().skill(id).map(|skill| skill.title.as_str()),
        }
    }
}

/// Whether the next session builds on it, so that a leader reads and answers each sheet before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// It does.
    Asked,
    /// It does not.
    None,
}

/// What is sealed of homework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Content {
    pub material: Material,
    pub instruction: String,
    pub obstacle: String,
    pub gate: Gate,
}

/// One piece of homework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homework {
    /// Its id.
    pub id: HomeworkId,
    /// The group.
    pub group: GroupId,
    /// The session until which it is tried, if one is planned.
    pub session: Option<SessionId>,
    /// What is tried.
    pub material: Material,
    /// What to do, to members.
    pub instruction: String,
    /// The question about what could get in the way; may be empty.
    pub obstacle: String,
    /// Whether the next session builds on it.
    pub gate: Gate,
    /// Until when.
    pub due_at: Timestamp,
    /// When it was set.
    pub set_at: Timestamp,
    /// When it was taken off, if it was.
    pub ended_at: Option<Timestamp>,
}

/// How one member stands to one piece of homework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskLine {
    /// Who.
    pub person: PersonId,
    /// How they are called in the group; none where they sit there no more.
    pub called: Option<String>,
    /// How far they are.
    pub state: TaskState,
    /// What got in the way, in their words.
    pub words: Option<String>,
    /// The sheet that they show for it.
    pub sheet: Option<SheetId>,
    /// Whether a leader has answered that sheet.
    pub is_answered: bool,
    /// When it was said last how far they are.
    pub changed_at: Timestamp,
}

/// A piece of homework with everybody it was set for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The homework.
    pub homework: Homework,
    /// Everybody it was set for, by name.
    pub lines: Vec<TaskLine>,
}

impl Standing {
    /// Those who sit in the group now, and of those who have left whoever had handed something in.
    pub fn counted(&self) -> impl Iterator<Item = &TaskLine> {
        self.lines.iter().filter(|line| line.called.is_some() || line.state.is_over() || line.sheet.is_some())
    }

    /// Sheets that are handed in and wait for the answer on which the next session builds.
    pub fn waiting(&self) -> usize {
        let waits = |line: &&TaskLine| line.sheet.is_some() && !line.is_answered;
        if self.homework.gate == Gate::Asked { self.lines.iter().filter(waits).count() } else { 0 }
    }
}

/// One member's own homework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyTask {
    /// Its id.
    pub id: TaskId,
    /// What was set.
    pub homework: Homework,
    /// How far one is.
    pub state: TaskState,
    /// What got in the way.
    pub words: String,
    /// The sheet that was begun for it.
    pub sheet: Option<SheetId>,
    /// When one said last how far one is.
    pub changed_at: Timestamp,
}

/// The homework of a group, the newest first, and how far each member is, for those who lead it.
pub async fn homework_in(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Standing>> {
    standings(work, group, |_| true).await
}

/// What was set until a session, and how far everybody came with it who had not left before.
pub async fn homework_until(work: &mut Work<'_>, session: &Session) -> Result<Legible<Standing>> {
    let mut set = standings(work, session.group, |kept| kept.session == Some(session.id)).await?;
    let stayed = stayed_until(work, session).await?;
    for standing in &mut set.readable {
        standing.lines.retain(|line| stayed.contains(&line.person));
    }
    Ok(set)
}

async fn standings(
    work: &mut Work<'_>,
    group: GroupId,
    is_meant: impl Fn(&KeptHomework) -> bool,
) -> Result<Legible<Standing>> {
    let grant = deeds::may_see_homework(work, group).await?;
    groups::charter_of(work, group).await?.allow(groups::Capability::HomeworkReview)?;
    let mut standings = Legible::default();
    let seats = groups::seated(work, &grant, group).await?;
    for kept in store::homework_in(work, &grant, group).await?.into_iter().filter(is_meant) {
        let id = kept.id;
        standings.add(standing(work, &grant, kept, &seats).await, "homework", id.0)?;
    }
    Ok(standings)
}

/// One piece of homework with everybody it was set for.
pub async fn homework_of(work: &mut Work<'_>, group: GroupId, id: HomeworkId) -> Result<Standing> {
    let grant = deeds::may_see_homework(work, group).await?;
    groups::charter_of(work, group).await?.allow(groups::Capability::HomeworkReview)?;
    let kept = store::find_homework(work, id).await?;
    if kept.group != group {
        return Err(Error::NotFound);
    }
    let seats = groups::seated(work, &grant, group).await?;
    standing(work, &grant, kept, &seats).await
}

/// Homework of a group on which its next session builds, where sheets still wait for an answer.
pub async fn gates(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Standing>> {
    let mut standings = homework_in(work, group).await?.readable;
    standings.retain(|standing| standing.homework.ended_at.is_none() && standing.waiting() > 0);
    Ok(standings)
}

/// The actor's own homework, the newest first.
pub async fn my_tasks(work: &mut Work<'_>) -> Result<Legible<MyTask>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_list_tasks(work, person)?;
    let mut mine = Legible::default();
    for kept in store::tasks_of(work, &grant, person).await? {
        if groups::is_seated(work, kept.group, person).await? {
            let id = kept.id;
            mine.add(my(work, &grant, kept).await, "tasks", id.0)?;
        }
    }
    mine.readable.retain(|task| task.homework.ended_at.is_none());
    mine.readable.sort_by_key(|task| std::cmp::Reverse((task.homework.set_at, task.id)));
    Ok(mine)
}

/// One piece of the actor's own homework.
pub async fn my_task(work: &mut Work<'_>, id: TaskId) -> Result<MyTask> {
    let kept = store::find_task(work, id).await?;
    let grant = deeds::may_do(work, &kept).await?;
    my(work, &grant, kept).await
}

async fn my(work: &mut Work<'_>, grant: &Grant, kept: KeptTask) -> Result<MyTask> {
    let homework = store::find_homework(work, kept.homework).await?;
    let homework = open(work, grant, homework).await?;
    let words = words_of(work, grant, &kept).await?.unwrap_or_default();
    Ok(MyTask { id: kept.id, homework, state: kept.state, words, sheet: kept.sheet, changed_at: kept.changed_at })
}

async fn standing(work: &mut Work<'_>, grant: &Grant, kept: KeptHomework, seats: &[groups::Seat]) -> Result<Standing> {
    let homework = open(work, grant, kept).await?;
    let mut lines = Vec::new();
    for task in store::tasks_in(work, grant, homework.id).await? {
        let about = work.about(grant, task.person);
        let words = unless_damaged(words_of(work, &about, &task).await, "tasks", task.id.0)?.flatten();
        let sheet = match task.sheet {
            Some(sheet) => Some(store::find_sheet(work, sheet).await?),
            None => None,
        };
        let sheet = sheet.filter(store::KeptSheet::is_shown_to_leaders);
        let called = seats.iter().find(|seat| seat.person == task.person).map(|seat| seat.called.clone());
        let is_answered = sheet.as_ref().is_some_and(|sheet| sheet.answered_at.is_some());
        let sheet = sheet.map(|sheet| sheet.id);
        let KeptTask { person, state, changed_at, .. } = task;
        lines.push(TaskLine { person, called, state, words, sheet, is_answered, changed_at });
    }
    lines.sort_by(|one, other| (one.called.is_none(), &one.called).cmp(&(other.called.is_none(), &other.called)));
    Ok(Standing { homework, lines })
}

async fn open(work: &mut Work<'_>, grant: &Grant, kept: KeptHomework) -> Result<Homework> {
    let KeptHomework { id, group, session, content, due_at, set_at, ended_at } = kept;
    let content: Content = work.open(grant, Scope::Group(group), cell(id), &content).await?;
    let Content { material, instruction, obstacle, gate } = content;
    Ok(Homework { id, group, session, material, instruction, obstacle, gate, due_at, set_at, ended_at })
}

async fn words_of(work: &mut Work<'_>, grant: &Grant, task: &KeptTask) -> Result<Option<String>> {
    let Some(words) = &task.words else { return Ok(None) };
    let scope = Scope::Membership(task.group, task.person);
    let words: String = work.open(grant, scope, words_cell(task.id, task.version), words).await?;
    Ok(Some(words).filter(|words| !words.is_empty()))
}

/// What becomes of a sheet becomes of the task that it was begun for. A sheet that is thrown away is no part of it any more.
pub(super) async fn task_of_sheet_is(
    work: &mut Work<'_>,
    grant: &Grant,
    sheet: SheetId,
    state: TaskState,
) -> Result<()> {
    for mut task in store::tasks_with(work, grant, sheet).await? {
        task.state = state;
        if state == TaskState::NotBegun {
            task.sheet = None;
        }
        store::save_task(work, grant, &task).await?;
    }
    Ok(())
}

pub(super) const fn cell(id: HomeworkId) -> Cell {
    Cell::of("homework", "content", id.0)
}

pub(super) const fn words_cell(id: TaskId, version: u32) -> Cell {
    Cell::of("tasks", "words", id.0).version(version)
}
