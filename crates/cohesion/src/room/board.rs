//! The board of a meeting, for a large screen in the room: no login, a code that nobody can guess, and only what the room sees.

use super::keep::last;
use super::online::is_supervised;
use super::readings::{Readings, readings_in};
use super::table::Table;
use super::{deeds, store};
use crate::access::Grant;
use crate::groups::{self, Capability, Group, Session, SessionState};
use crate::hub::Change;
use crate::id::SessionId;
use crate::plans::{Running, running};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

crate::ids! {
    /// The code in a board's address: 128 random bits, the same until the board is taken down.
    BoardCode;
}

/// What the board shows.
pub struct Board {
    /// The meeting.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// The floor.
    pub table: Table,
    /// What the meeting is about and where it is, where it has a script.
    pub running: Option<Running>,
    /// What the group reads aloud, where it does.
    pub readings: Option<Readings>,
    /// Whether a supervisor listens in the live room.
    pub is_supervised: bool,
}

/// Puts a board up for an open meeting, in place of the one that it had: an old code shows nothing any more.
pub async fn make_board(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    if session.state != SessionState::Open {
        return Err(Error::Conflict("room-conflict-not-open"));
    }
    let code = BoardCode::random()?;
    let sealed = work.seal(Scope::Group(session.group), cell(id), &code).await?;
    store::delete_board(work, &grant, id).await?;
    store::insert_board(work, &grant, (id, session.group), (digest_of(code), sealed)).await?;
    work.announce(Change::Floor(id));
    // A room's agenda, where its address stands too.
    work.announce(Change::Group(session.group));
    Ok(())
}

/// Takes it down. Where there is none, nothing changes.
pub async fn take_board_down(work: &mut Work<'_>, id: SessionId) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    store::delete_board(work, &grant, id).await?;
    work.announce(Change::Floor(id));
    // A room's agenda, where its address stands too.
    work.announce(Change::Group(session.group));
    Ok(())
}

/// The code of a meeting's board, for those who lead.
pub async fn board_code(work: &mut Work<'_>, id: SessionId) -> Result<Option<BoardCode>> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    code_in(work, &grant, &session).await
}

pub(super) async fn code_in(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<Option<BoardCode>> {
    let Some(sealed) = store::code_of(work, grant, session.id).await? else { return Ok(None) };
    work.open(grant, Scope::Group(session.group), cell(session.id), &sealed).await.map(Some)
}

/// The board behind a code. One that was never there, was taken down or belongs to a meeting that is over does not exist.
pub async fn board(work: &mut Work<'_>, code: BoardCode) -> Result<Board> {
    let (id, group) = store::find_board(work, digest_of(code)).await?;
    let grant = deeds::may_look(work, id)?;
    let session = groups::calendar(work, &grant, group).await?.into_iter().find(|session| session.id == id);
    let session = session.filter(|session| session.state == SessionState::Open).ok_or(Error::NotFound)?;
    let group = groups::group(work, &grant, group).await?;
    let (running, readings) = match group.charter.allow(Capability::MeetingScript) {
        Ok(()) => (running(work, &grant, &session).await?, Some(readings_in(work, &grant, group.id).await?)),
        Err(_) => (None, None),
    };
    let (table, is_supervised) =
        (last(work, &grant, &session).await?.table, is_supervised(work, &grant, &session).await?);
    Ok(Board { session, group, table, running, readings, is_supervised })
}

fn digest_of(code: BoardCode) -> [u8; 32] {
    keyring::digest(&[b"board ".as_slice(), &code.0].concat())
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("boards", "code", session.0)
}
