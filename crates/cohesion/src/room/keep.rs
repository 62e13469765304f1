//! How the floor of a meeting is read, changed and kept: over the version that was read, in one transaction.

use ::floor::{Input, Request};

use super::online::goes_on;
use super::table::{Table, said};
use super::time_up::TIME_UP;
use super::{deeds, store};
use crate::access::Grant;
use crate::groups::{self, Session, SessionState};
use crate::hub::Change;
use crate::id::SessionId;
use crate::work::{Cell, Job, Scope, Work};
use crate::{Error, Result};

/// A floor with its place in the record.
pub(super) struct Kept {
    pub table: Table,
    /// Which version it is; 0 for one that nobody has come to.
    pub version: u32,
    /// How many were there at most at one time.
    pub heads: u32,
}

/// Who has the floor of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those who press at the meeting's own pages.
    Meetings,
    /// Its live room, which goes on.
    Rooms,
}

/// The floor of a meeting for its own pages, and whether it is theirs. What a room that is gone has left is theirs again.
pub(super) async fn kept(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<(Kept, Whose)> {
    let mut kept = last(work, grant, session).await?;
    if !kept.table.is_in_room() {
        return Ok((kept, Whose::Meetings));
    }
    if goes_on(work, session.id).await? {
        return Ok((kept, Whose::Rooms));
    }
    kept.table = kept.table.without_room(work.now());
    Ok((kept, Whose::Meetings))
}

/// The floor of a meeting as it was laid down last, whoever has it. Nobody is at one that is not open.
pub(super) async fn last(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<Kept> {
    let Some(row) = store::find_floor(work, grant, session.id).await? else {
        return Ok(Kept { table: Table::default(), version: 0, heads: 0 });
    };
    let store::FloorRow { version, state, heads } = row;
    let table = match state.filter(|_| session.state == SessionState::Open) {
        Some(state) => work.open(grant, Scope::Group(session.group), cell(session.id, version), &state).await?,
        None => Table::default(),
    };
    Ok(Kept { table, version, heads })
}

/// How many are at the meeting's own floor, which becomes its room's once somebody leads there; nobody where it is a room's.
pub(super) async fn heads_to_move(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<usize> {
    let Kept { table, .. } = last(work, grant, session).await?;
    Ok(if table.is_in_room() { 0 } else { table.floor().heads() })
}

/// Does what is asked for, and tells everybody who watches. Whoever comes brings a name.
pub(super) async fn change(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    input: Input,
    name: Option<String>,
) -> Result<()> {
    if session.state != SessionState::Open {
        return Err(Error::Conflict("room-conflict-not-open"));
    }
    let (Kept { mut table, version, heads }, whose) = kept(work, grant, session).await?;
    if whose == Whose::Rooms {
        return Err(Error::Conflict("room-conflict-in-room"));
    }
    let now = work.now();
    let outputs = table.handle(input, name, now).map_err(said)?;
    if outputs.is_empty() {
        return Ok(());
    }
    if input.request == Request::End {
        store::delete_board(work, grant, session.id).await?;
    }
    save(work, grant, session, &Kept { table, version, heads }).await
}

/// Keeps it over its version, and sees to it that somebody looks when its time runs out.
pub(super) async fn save(work: &mut Work<'_>, grant: &Grant, session: &Session, kept: &Kept) -> Result<()> {
    lay(work, grant, session, kept).await?;
    if let Some(due) = kept.table.due() {
        work.enqueue(Job::once(TIME_UP, session.id.0, due).in_round(due.0));
    }
    Ok(())
}

/// The same for a room, which looks after its times by itself.
pub(super) async fn lay(work: &mut Work<'_>, grant: &Grant, session: &Session, kept: &Kept) -> Result<()> {
    let Kept { table, version, heads } = kept;
    let sealed = work.seal(Scope::Group(session.group), cell(session.id, version + 1), table).await?;
    let heads = u32::try_from(table.floor().heads()).unwrap_or(u32::MAX).max(*heads);
    if !store::save_floor(work, grant, (session.id, session.group), *version, (sealed, heads)).await? {
        return Err(Error::Conflict("room-conflict-changed"));
    }
    work.announce(Change::Floor(session.id));
    Ok(())
}

/// How many were at the floor of a meeting at most at one time; nothing where nobody came to it. It says nothing of who.
pub async fn most_heads(work: &mut Work<'_>, id: SessionId) -> Result<Option<u32>> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    let row = store::find_floor(work, &grant, id).await?;
    Ok(row.map(|row| row.heads).filter(|heads| *heads > 0))
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("floors", "state", session.0).version(version)
}
