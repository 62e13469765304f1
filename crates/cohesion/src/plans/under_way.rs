//! The part of the agenda that runs, as members in a live room see it: what it is called, and how long it has where the format
//! lets members see a clock.

use super::prepare::stored;
use super::{clock_of, deeds};
use crate::Result;
use crate::groups;
use crate::id::SessionId;
use crate::work::Work;

/// The part that runs.
pub struct UnderWay {
    /// What it is called.
    pub title: String,
    /// Seconds that it has left; none where members see no clock.
    pub left_s: Option<i64>,
    /// What comes next.
    pub next: Option<String>,
}

/// Reads it, for somebody who takes part; nothing where no part runs.
pub async fn under_way(work: &mut Work<'_>, id: SessionId) -> Result<Option<UnderWay>> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_follow(work, &session).await?;
    let Some((agenda, _)) = stored(work, &grant, &session).await? else { return Ok(None) };
    let face = agenda.face(&session, work.now());
    let Some(at) = face.current else { return Ok(None) };
    let group = groups::group(work, &grant, session.group).await?;
    let shows_timer = clock_of(work, &group).await?.shows_timer();
    let next = agenda.blocks[at + 1..].iter().find(|block| block.is_open()).map(|block| block.title.clone());
    Ok(Some(UnderWay {
        title: agenda.blocks[at].title.clone(),
        left_s: Some(face.left_s).filter(|_| shows_timer),
        next,
    }))
}
