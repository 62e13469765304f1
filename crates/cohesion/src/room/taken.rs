//! What a group has said in its live room that it takes with it: a beginning for whoever writes the session's record.

use super::{deeds, store};
use crate::Result;
use crate::access::Grant;
use crate::groups::Session;
use crate::id::SessionId;
use crate::work::{Cell, Scope, Work};

/// What was put down, for those who see what the session was planned for; empty where nothing was.
pub async fn taken(work: &mut Work<'_>, session: &Session) -> Result<String> {
    let grant = deeds::may_see_plan(work, session).await?;
    let Some(sealed) = store::find_words(work, &grant, session.id).await? else { return Ok(String::new()) };
    work.open(&grant, Scope::Group(session.group), cell(session.id), &sealed).await
}

/// Puts it down, in place of what was there.
pub(super) async fn keep_taken(work: &mut Work<'_>, grant: &Grant, session: &Session, words: &str) -> Result<()> {
    let sealed = work.seal(Scope::Group(session.group), cell(session.id), &words).await?;
    store::save_words(work, grant, session.id, sealed).await
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("room_words", "content", session.0)
}
