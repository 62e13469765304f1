//! What is due at a session: how far everybody is, and nothing of what they wrote.

use super::homework::TaskState;
use super::{deeds, store};
use crate::Result;
use crate::groups::{self, Capability, Session};
use crate::id::PersonId;
use crate::work::Work;

/// How far somebody is with a task that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskDue {
    /// Who.
    pub person: PersonId,
    /// How far they are.
    pub state: TaskState,
    /// Whether they show those who lead a sheet for it.
    pub shows_sheet: bool,
}

/// The tasks that are due at a session: of homework that was not taken off, from everybody who had not left before.
pub async fn tasks_due(work: &mut Work<'_>, session: &Session) -> Result<Vec<TaskDue>> {
    let grant = deeds::may_see_homework(work, session.group).await?;
    groups::charter_of(work, session.group).await?.allow(Capability::HomeworkReview)?;
    let stayed = stayed_until(work, session).await?;
    let mut due = store::tasks_due(work, &grant, session.group, session.id).await?;
    due.retain(|task| stayed.contains(&task.person));
    Ok(due)
}

/// Who sat in the group until the session began, or longer.
pub(super) async fn stayed_until(work: &mut Work<'_>, session: &Session) -> Result<Vec<PersonId>> {
    let grant = deeds::may_see_homework(work, session.group).await?;
    let sat = groups::sat_in(work, &grant, session.group).await?;
    let stayed = sat.into_iter().filter(|(_, _, until)| until.is_none_or(|at| at >= session.starts_at));
    Ok(stayed.map(|(person, ..)| person).collect())
}
