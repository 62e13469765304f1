//! A member says how far they are with homework, and what got in the way.

use super::homework::{Material, TaskState, words_cell};
use super::{SheetId, TaskId, begin, deeds, store};
use crate::hub::Change;
use crate::limits::REMARK_CHARS_MAX;
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// What a member says of their homework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How far they are.
    pub state: TaskState,
    /// What got in the way; may be empty.
    pub words: String,
}

/// Keeps what the member says. It can be said anew at any time.
pub async fn report(work: &mut Work<'_>, id: TaskId, report: &Report) -> Result<()> {
    let mut task = store::find_task(work, id).await?;
    let grant = deeds::may_do(work, &task).await?;
    if report.words.chars().count() > REMARK_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    task.version += 1;
    task.state = report.state;
    let scope = Scope::Membership(task.group, task.person);
    task.words = Some(work.seal(scope, words_cell(id, task.version), report.words.as_str()).await?);
    store::save_task(work, &grant, &task).await?;
    work.announce(Change::Group(task.group));
    Ok(())
}

/// Begins the worksheet of a task, or finds the one that was begun.
pub async fn begin_task(work: &mut Work<'_>, id: TaskId) -> Result<SheetId> {
    let task = super::my_task(work, id).await?;
    if let Some(sheet) = task.sheet {
        return Ok(sheet);
    }
    let Material::Form(form) = &task.homework.material else { return Err(Error::NotFound) };
    let sheet = begin(work, task.homework.group, form, None).await?;
    let mut kept = store::find_task(work, id).await?;
    let grant = deeds::may_do(work, &kept).await?;
    kept.sheet = Some(sheet);
    kept.state = TaskState::Begun;
    store::save_task(work, &grant, &kept).await?;
    work.announce(Change::Group(kept.group));
    Ok(sheet)
}
