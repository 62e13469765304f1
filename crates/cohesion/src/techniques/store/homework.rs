//! SQL of homework: what was set, and how far each member is with it.

use ::store::{Row, params};

use super::super::due::TaskDue;
use super::super::homework::{Homework, TaskState};
use super::super::sheet::{SheetState, audience_from_code};
use super::super::{HomeworkId, SheetId, TaskId};
use super::sheets::is_shown_to_leaders;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::limits::HOMEWORK_MAX;
use crate::work::Work;

::store::statements! {
    INSERT_HOMEWORK = "insert into homework
        (practice_id, id, group_id, session_id, content, due_at_ms, set_by, set_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    FIND_HOMEWORK = "select id, group_id, session_id, content, due_at_ms, set_at_ms, ended_at_ms
        from homework
        where practice_id = $1
          and id = $2";

    HOMEWORK_IN = "select id, group_id, session_id, content, due_at_ms, set_at_ms, ended_at_ms
        from homework
        where practice_id = $1
          and group_id = $2
        order by set_at_ms desc, id
        limit $3";

    END_HOMEWORK = "update homework
        set ended_at_ms = $1
        where practice_id = $2
          and id = $3
          and ended_at_ms is null";

    INSERT_TASK = "insert into tasks
        (practice_id, id, homework_id, group_id, person_id, state, version, changed_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    FIND_TASK = "select id, homework_id, group_id, person_id, state, words, version, sheet_id, changed_at_ms
        from tasks
        where practice_id = $1
          and id = $2";

    TASKS_OF = "select id, homework_id, group_id, person_id, state, words, version, sheet_id, changed_at_ms
        from tasks
        where practice_id = $1
          and person_id = $2
        order by changed_at_ms desc, id
        limit $3";

    TASKS_IN = "select id, homework_id, group_id, person_id, state, words, version, sheet_id, changed_at_ms
        from tasks
        where practice_id = $1
          and homework_id = $2
        order by id";

    TASKS_DUE = "select t.person_id, t.state, s.state, s.audience
        from homework h
        join tasks t
          on t.practice_id = h.practice_id
         and t.homework_id = h.id
        left join sheets s
          on s.practice_id = t.practice_id
         and s.id = t.sheet_id
        where h.practice_id = $1
          and h.group_id = $2
          and h.session_id = $3
          and h.ended_at_ms is null";

    TASKS_WITH = "select id, homework_id, group_id, person_id, state, words, version, sheet_id, changed_at_ms
        from tasks
        where practice_id = $1
          and sheet_id = $2
        order by id";

    SAVE_TASK = "update tasks
        set state = $1,
            words = $2,
            version = $3,
            sheet_id = $4,
            changed_at_ms = $5
        where practice_id = $6
          and id = $7";
}

/// A row of homework, its content still sealed.
pub struct KeptHomework {
    pub id: HomeworkId,
    pub group: GroupId,
    pub session: Option<SessionId>,
    pub content: Vec<u8>,
    pub due_at: Timestamp,
    pub set_at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

/// One member's row, its words still sealed.
pub struct KeptTask {
    pub id: TaskId,
    pub homework: HomeworkId,
    pub group: GroupId,
    pub person: PersonId,
    pub state: TaskState,
    pub words: Option<Vec<u8>>,
    pub version: u32,
    pub sheet: Option<SheetId>,
    pub changed_at: Timestamp,
}

pub async fn insert_homework(
    work: &mut Work<'_>,
    _: &Grant,
    homework: &Homework,
    content: Vec<u8>,
    by: PersonId,
) -> Result<()> {
    let Homework { id, group, session, due_at, set_at, .. } = *homework;
    work.run(&INSERT_HOMEWORK, params![work.practice(), id, group, session, content, due_at, by, set_at]).await?;
    Ok(())
}

pub async fn find_homework(work: &mut Work<'_>, id: HomeworkId) -> Result<KeptHomework> {
    read_homework(work.one(&FIND_HOMEWORK, params![work.practice(), id]).await?)
}

pub async fn homework_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<KeptHomework>> {
    let rows = work.rows(&HOMEWORK_IN, params![work.practice(), group, HOMEWORK_MAX]).await?;
    rows.into_iter().map(read_homework).collect()
}

pub async fn end_homework(work: &mut Work<'_>, _: &Grant, id: HomeworkId) -> Result<()> {
    work.run(&END_HOMEWORK, params![work.now(), work.practice(), id]).await?;
    Ok(())
}

pub async fn insert_task(
    work: &mut Work<'_>,
    _: &Grant,
    id: TaskId,
    (homework, group): (HomeworkId, GroupId),
    person: PersonId,
) -> Result<()> {
    let state = TaskState::NotBegun.code();
    work.run(&INSERT_TASK, params![work.practice(), id, homework, group, person, state, 0, work.now()]).await?;
    Ok(())
}

pub async fn find_task(work: &mut Work<'_>, id: TaskId) -> Result<KeptTask> {
    read_task(work.one(&FIND_TASK, params![work.practice(), id]).await?)
}

pub async fn tasks_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptTask>> {
    let rows = work.rows(&TASKS_OF, params![work.practice(), person, HOMEWORK_MAX]).await?;
    rows.into_iter().map(read_task).collect()
}

pub async fn tasks_in(work: &mut Work<'_>, _: &Grant, homework: HomeworkId) -> Result<Vec<KeptTask>> {
    let rows = work.rows(&TASKS_IN, params![work.practice(), homework]).await?;
    rows.into_iter().map(read_task).collect()
}

/// How far everybody is with what is due at a session.
pub async fn tasks_due(work: &mut Work<'_>, _: &Grant, group: GroupId, session: SessionId) -> Result<Vec<TaskDue>> {
    let read = |mut row: Row| {
        let (person, state) = (row.take()?, TaskState::from_code(row.take()?)?);
        let sheet = row.take::<Option<i64>>()?.zip(row.take()?);
        let shows_sheet = match sheet {
            Some((state, audience)) => {
                is_shown_to_leaders(SheetState::from_code(state)?, audience_from_code(audience)?)
            }
            None => false,
        };
        Ok(TaskDue { person, state, shows_sheet })
    };
    work.rows(&TASKS_DUE, params![work.practice(), group, session]).await?.into_iter().map(read).collect()
}

/// The tasks that a sheet was begun for.
pub async fn tasks_with(work: &mut Work<'_>, _: &Grant, sheet: SheetId) -> Result<Vec<KeptTask>> {
    let rows = work.rows(&TASKS_WITH, params![work.practice(), sheet]).await?;
    rows.into_iter().map(read_task).collect()
}

pub async fn save_task(work: &mut Work<'_>, _: &Grant, task: &KeptTask) -> Result<()> {
    let (state, words) = (task.state.code(), task.words.clone());
    let values = params![state, words, task.version, task.sheet, work.now(), work.practice(), task.id];
    work.run(&SAVE_TASK, values).await?;
    Ok(())
}

fn read_homework(mut row: Row) -> Result<KeptHomework> {
    Ok(KeptHomework {
        id: row.take()?,
        group: row.take()?,
        session: row.take()?,
        content: row.take()?,
        due_at: row.take()?,
        set_at: row.take()?,
        ended_at: row.take()?,
    })
}

fn read_task(mut row: Row) -> Result<KeptTask> {
    Ok(KeptTask {
        id: row.take()?,
        homework: row.take()?,
        group: row.take()?,
        person: row.take()?,
        state: TaskState::from_code(row.take()?)?,
        words: row.take()?,
        version: row.take()?,
        sheet: row.take()?,
        changed_at: row.take()?,
    })
}
