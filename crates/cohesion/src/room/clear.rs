//! A meeting is over: nobody is at its floor any more, its board is taken down, and where members were is forgotten. How many were there stays.

use super::{deeds, store};
use crate::Result;
use crate::clock::Span;
use crate::groups::{self, SessionState};
use crate::hub::Change;
use crate::id::{Bytes, SessionId};
use crate::work::Work;

/// Clears the floor of a session that is held. Done before, it changes nothing.
pub(crate) async fn clear(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let session = groups::session(work, SessionId(about)).await?;
    if session.state != SessionState::Held {
        return Ok(());
    }
    let grant = deeds::may_lead(work, &session).await?;
    store::clear_floor(work, &grant, session.id).await?;
    store::delete_board(work, &grant, session.id).await?;
    store::delete_entries(work, &grant, session.id).await?;
    store::delete_breakouts(work, &grant, session.id).await?;
    store::forget_kept(work, session.id).await?;
    work.announce(Change::Floor(session.id));
    Ok(())
}

/// The job that forgets, each day, where members were whose session nobody has closed, and which server had their room.
pub(crate) const FORGET_DOORS: &str = "room.forget-doors";
/// How long after its end a session that is not closed keeps where its members were.
const KEPT: Span = Span::hours(24);

/// Forgets them; also those of a session that was called off.
pub(crate) async fn forget_doors(work: &mut Work<'_>) -> Result<()> {
    let until = work.now() - KEPT;
    store::delete_old_entries(work, until).await?;
    store::delete_old(work, until).await
}
