//! SQL of what is looked at after a session.

use ::store::{Row, params};

use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;

::store::statements! {
    FIND_REVIEW = "select session_id, version, content, written_by, written_at_ms
        from session_reviews
        where practice_id = $1
          and session_id = $2";

    REVIEWS_IN = "select session_id, version, content, written_by, written_at_ms
        from session_reviews
        where practice_id = $1
          and group_id = $2";

    INSERT_REVIEW = "insert into session_reviews
        (practice_id, session_id, group_id, version, content, written_by, written_at_ms)
        values ($1, $2, $3, 1, $4, $5, $6)
        on conflict do nothing";

    SAVE_REVIEW = "update session_reviews
        set version = version + 1,
            content = $1,
            written_by = $2,
            written_at_ms = $3
        where practice_id = $4
          and session_id = $5
          and version = $6";
}

/// A review's row, its content still sealed.
pub struct ReviewRow {
    pub session: SessionId,
    pub version: u32,
    pub content: Vec<u8>,
    pub written_by: Option<PersonId>,
    pub written_at: Timestamp,
}

pub async fn find_review(work: &mut Work<'_>, _: &Grant, session: SessionId) -> Result<Option<ReviewRow>> {
    work.maybe(&FIND_REVIEW, params![work.practice(), session]).await?.map(read).transpose()
}

pub async fn reviews_in(work: &mut Work<'_>, _: &Grant, group: GroupId) -> Result<Vec<ReviewRow>> {
    work.rows(&REVIEWS_IN, params![work.practice(), group]).await?.into_iter().map(read).collect()
}

/// Whether the version that was looked at (0 for none) was still the last one.
pub async fn save_review(
    work: &mut Work<'_>,
    _: &Grant,
    (session, group): (SessionId, GroupId),
    seen: u32,
    content: Vec<u8>,
) -> Result<bool> {
    let (practice, by, now) = (work.practice(), work.actor().person(), work.now());
    let touched = if seen == 0 {
        work.run(&INSERT_REVIEW, params![practice, session, group, content, by, now]).await?
    } else {
        work.run(&SAVE_REVIEW, params![content, by, now, practice, session, seen]).await?
    };
    Ok(touched == 1)
}

fn read(mut row: Row) -> Result<ReviewRow> {
    Ok(ReviewRow {
        session: row.take()?,
        version: row.take()?,
        content: row.take()?,
        written_by: row.take()?,
        written_at: row.take()?,
    })
}
