//! SQL of private steps.

use ::store::{Row, params};

use super::super::StepId;
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    INSERT_STEP = "insert into steps
        (practice_id, id, person_id, group_id, words, written_at_ms)
        values ($1, $2, $3, $4, $5, $6)";

    STEPS_OF = "select id, group_id, words, written_at_ms, done_at_ms, aside_at_ms
        from steps
        where practice_id = $1
          and person_id = $2
        order by written_at_ms desc, id";

    MARK_STEP = "update steps
        set done_at_ms = $1,
            aside_at_ms = $2
        where practice_id = $3
          and id = $4";

    DELETE_STEP = "delete from steps
        where practice_id = $1
          and id = $2";
}

/// A step's row, still sealed.
pub struct KeptStep {
    pub id: StepId,
    pub group: GroupId,
    pub words: Vec<u8>,
    pub written_at: Timestamp,
    pub done_at: Option<Timestamp>,
    pub aside_at: Option<Timestamp>,
}

pub async fn insert_step(
    work: &mut Work<'_>,
    _: &Grant,
    (id, group, person): (StepId, GroupId, PersonId),
    words: Vec<u8>,
) -> Result<()> {
    work.run(&INSERT_STEP, params![work.practice(), id, person, group, words, work.now()]).await?;
    Ok(())
}

/// A person's steps, the newest first.
pub async fn steps_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptStep>> {
    work.rows(&STEPS_OF, params![work.practice(), person]).await?.into_iter().map(read).collect()
}

pub async fn mark_step(
    work: &mut Work<'_>,
    _: &Grant,
    id: StepId,
    done_at: Option<Timestamp>,
    aside_at: Option<Timestamp>,
) -> Result<()> {
    work.run(&MARK_STEP, params![done_at, aside_at, work.practice(), id]).await?;
    Ok(())
}

pub async fn delete_step(work: &mut Work<'_>, _: &Grant, id: StepId) -> Result<()> {
    work.run(&DELETE_STEP, params![work.practice(), id]).await?;
    Ok(())
}

fn read(mut row: Row) -> Result<KeptStep> {
    Ok(KeptStep {
        id: row.take()?,
        group: row.take()?,
        words: row.take()?,
        written_at: row.take()?,
        done_at: row.take()?,
        aside_at: row.take()?,
    })
}
