//! The floor of a live room in the records: for boards in the room, and so that the meeting's own pages leave it to the room.
//!
//! The one row of a meeting's floor is written over its version, by whoever has the room's lease. Whose turn it is and who is at
//! it stands there, sealed; nothing of what is said or written.

use ::floor::hall::{Fact, Stage};
use tokio::task::JoinHandle;

use super::keeper::Keeper;
use super::lease;
use crate::Result;
use crate::access::Actor;
use crate::groups::{self, SessionState};
use crate::id::SessionId;
use crate::room::deeds;
use crate::room::keep::{Kept, last, lay};
use crate::room::store;
use crate::room::table::Table;
use crate::work::Work;

/// What becomes of the floor when its room ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::room) enum After {
    /// It is over, as the meeting is.
    Over,
    /// Everybody has gone: it is the meeting's again.
    Empty,
    /// The room begins anew, here or at another server.
    Stays,
}

/// Lays a room's floor down. Answers the one at which the group has met before the room had it.
async fn lay_down(
    work: &mut Work<'_>,
    id: SessionId,
    (node, epoch): (&str, i64),
    table: &Table,
) -> Result<Option<Table>> {
    let session = groups::session(work, id).await?;
    if session.state != SessionState::Open || !lease::is_held(work, id, (node, epoch)).await? {
        return Ok(None);
    }
    let grant = deeds::may_lead(work, &session).await?;
    let Kept { table: before, version, heads } = last(work, &grant, &session).await?;
    lay(work, &grant, &session, &Kept { table: table.clone(), version, heads }).await?;
    Ok(Some(before).filter(|before| !before.is_in_room() && before.floor().heads() > 0))
}

/// The room has ended, and leaves the floor as it is to be.
pub(super) async fn leave_floor(work: &mut Work<'_>, id: SessionId, after: After) -> Result<()> {
    let session = groups::session(work, id).await?;
    if after == After::Stays || session.state != SessionState::Open {
        return Ok(());
    }
    let grant = deeds::may_lead(work, &session).await?;
    let Kept { table, version, heads } = last(work, &grant, &session).await?;
    if !table.is_in_room() {
        return Ok(());
    }
    let table = if after == After::Over { Table::over(work.now()) } else { Table::default() };
    if after == After::Over {
        store::delete_board(work, &grant, id).await?;
    }
    lay(work, &grant, &session, &Kept { table, version, heads }).await
}

/// How the floor stands in the records, as far as its room knows.
#[derive(Default)]
pub(super) struct Laid {
    last: Option<Table>,
    writing: Option<(Table, JoinHandle<Result<Option<Table>>>)>,
    /// It could not be written: not before the next look again.
    rests: bool,
}

impl Laid {
    /// Waits until what is being written is; what was there before, where it was the meeting's own.
    pub async fn done(&mut self) -> Option<Table> {
        let Some((_, writing)) = &mut self.writing else { return std::future::pending().await };
        let done = writing.await;
        let written = self.writing.take().map(|(table, _)| table);
        match done {
            Ok(Ok(before)) => {
                self.last = written;
                return before;
            }
            Ok(Err(cause)) => tracing::warn!(%cause, "the floor of a live room was not laid down; it is tried again"),
            Err(cause) => tracing::error!(%cause, "the floor of a live room could not be laid down"),
        }
        self.rests = true;
        None
    }

    /// It is tried again.
    pub const fn look(&mut self) {
        self.rests = false;
    }

    /// Whether this is to be written now: one thing at a time, and nothing twice.
    fn is_due(&self, table: &Table) -> bool {
        self.writing.is_none() && !self.rests && self.last.as_ref() != Some(table)
    }
}

impl Keeper {
    /// What has changed is laid down while the room goes on, which waits for no database. Before somebody leads there is nothing.
    pub(super) fn lay_floor(&mut self) {
        if matches!(self.hall.stage(), Stage::Before | Stage::Over(_)) {
            return;
        }
        let table = self.table();
        if !self.laid.is_due(&table) {
            return;
        }
        let (app, system, id) = (self.app.clone(), Actor::System(self.practice), self.session.id);
        let ((node, epoch), written) = (self.held.lease(), table.clone());
        let laying = async move |work: &mut Work<'_>| lay_down(work, id, (&node, epoch), &written).await;
        self.laid.writing = Some((table, tokio::spawn(async move { app.write(system, laying).await })));
    }

    fn table(&self) -> Table {
        let floor = self.hall.floor();
        let seats = floor.places().iter().map(|place| place.seat);
        let elsewhere = seats.filter(|seat| !self.hall.sits_in_person(*seat)).collect();
        Table::of_room(floor, elsewhere, |seat| self.called(seat))
    }

    /// The group has met without a line before somebody led here: nobody is lost from the order.
    pub(super) async fn take_in(&mut self, before: Option<Table>) {
        let Some(before) = before else { return };
        for place in before.floor().places() {
            self.face(place.seat, before.called(place.seat));
        }
        self.fact(Fact::Gathered(before.floor().clone())).await;
        self.stirred = true;
    }

    /// What becomes of the floor when the room ends now.
    pub(super) fn after(&self) -> After {
        let goes_on_elsewhere = self.held.gone.is_cancelled() || self.app.life().ending().is_cancelled();
        match (self.hall.is_over(), goes_on_elsewhere) {
            (true, _) => After::Over,
            (false, true) => After::Stays,
            (false, false) => After::Empty,
        }
    }
}
