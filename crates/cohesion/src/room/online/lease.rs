//! Which server has a live room: a row with a sign of life every few seconds, so that there is never a room twice.
//!
//! No server compares its clock with another's. Whoever would take a room over has seen the same sign of life for as long as a
//! lease lasts, by a clock of its own that cannot be set; whoever has it ends it before that, by one of its own, where it could
//! not give another one.

use std::time::{Duration, Instant};

use ::floor::hall::Outlasting;
use serde::{Deserialize, Serialize};

use super::entry::Counting;
use super::lay::{After, leave_floor};
use super::node::{Company, Node};
use crate::access::Grant;
use crate::clock::Span;
use crate::groups::{self, Session, SessionState};
use crate::hub::Change;
use crate::id::{GroupId, SessionId};
use crate::room::store::{self, LeaseRow};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, unless_damaged};

/// How long a lease stands without a sign of life.
const LEASE: Duration = Duration::from_secs(15);
/// How often there is one, and after how long without one that went through a server lets go.
pub(super) const BEAT: Duration = Duration::from_secs(3);
pub(super) const LETS_GO: Duration = Duration::from_secs(10);
/// How often it is looked whether one of both is due.
pub(super) const LOOK: Duration = Duration::from_secs(1);
/// How often a server gives one that nobody shares the records with: for the pages of the meeting alone.
pub(super) const ALONE: Duration = Duration::from_mins(1);
/// How long after its last sign of life the pages of the meeting leave the floor to a room. Clocks may be apart.
const STANDS: Span = Span::minutes(4);

/// A sign of life of somebody else, and since when it has been the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::room) struct Seen {
    pub epoch: i64,
    pub beat: i64,
    pub since: Instant,
}

/// Who has a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::room) enum Has {
    /// This server.
    We,
    /// Another one, that pages reach by this address; empty for the one that they have. This is its last sign of life.
    They(String, Seen),
}

/// What outlasts a room whose program is gone. Nothing of what was said is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub hall: Outlasting,
    pub counting: Counting,
    pub is_sealed: bool,
    /// Whether a supervisor listens: the board in the room says so.
    #[serde(default)]
    pub is_supervised: bool,
}

enum Stands {
    Ours,
    Theirs(Seen),
    Free,
}

/// How a lease stands for one who would have the room.
fn stands(lease: &LeaseRow, node: &Node, seen: Option<Seen>, now: Instant) -> Stands {
    if lease.node == node.name {
        return Stands::Ours;
    }
    if lease.node.is_empty() || node.company == Company::Alone {
        return Stands::Free;
    }
    let known = seen.filter(|seen| (seen.epoch, seen.beat) == (lease.epoch, lease.beat));
    let since = known.map_or(now, |seen| seen.since);
    if now.saturating_duration_since(since) >= LEASE {
        return Stands::Free;
    }
    Stands::Theirs(Seen { epoch: lease.epoch, beat: lease.beat, since })
}

/// Who has the room of a session, for somebody who wants to come to it. One that nobody has is this server's from now on.
pub(in crate::room) async fn ask(
    work: &mut Work<'_>,
    session: SessionId,
    node: &Node,
    seen: Option<Seen>,
) -> Result<Has> {
    let lease = store::find_lease(work, session).await?;
    let epoch = match lease.as_ref().map(|lease| (lease, stands(lease, node, seen, Instant::now()))) {
        Some((_, Stands::Ours)) => return Ok(Has::We),
        Some((lease, Stands::Theirs(seen))) => return Ok(Has::They(lease.address.clone(), seen)),
        Some((lease, Stands::Free)) => lease.epoch,
        None => 0,
    };
    take_over(work, session, node, epoch).await.map(|()| Has::We)
}

/// Takes the room to begin it here, in the epoch that is answered; nothing where another server has it.
pub(in crate::room) async fn take(
    work: &mut Work<'_>,
    session: SessionId,
    node: &Node,
    seen: Option<Seen>,
) -> Result<Option<i64>> {
    let lease = store::find_lease(work, session).await?;
    let epoch = match lease.map(|lease| (lease.epoch, stands(&lease, node, seen, Instant::now()))) {
        Some((_, Stands::Theirs(_))) => return Ok(None),
        Some((epoch, Stands::Ours | Stands::Free)) => epoch,
        None => 0,
    };
    take_over(work, session, node, epoch).await?;
    Ok(Some(epoch + 1))
}

async fn take_over(work: &mut Work<'_>, session: SessionId, node: &Node, epoch: i64) -> Result<()> {
    if store::take_lease(work, session, (&node.name, &node.address), epoch).await? {
        return Ok(());
    }
    // The page asks again.
    Err(Error::Unavailable("another server was faster".to_owned()))
}

/// A room of this server, with what outlasts it where that has changed.
#[derive(Clone)]
pub(in crate::room) struct Living {
    pub session: SessionId,
    pub group: GroupId,
    pub epoch: i64,
    pub(super) kept: Option<Kept>,
}

/// A sign of life for each of these. Answers those that are this server's no more.
pub(in crate::room) async fn beat(work: &mut Work<'_>, node: &Node, rooms: &[Living]) -> Result<Vec<SessionId>> {
    let mut lost = Vec::new();
    for Living { session, group, epoch, kept } in rooms {
        let (session, own) = (*session, (node.name.as_str(), *epoch));
        if !store::beat_lease(work, session, own).await? {
            lost.push(session);
        } else if let Some(kept) = kept {
            match work.seal(Scope::Group(*group), cell(session), kept).await {
                Ok(sealed) => {
                    store::save_kept(work, session, own, sealed).await?;
                    work.announce(Change::Floor(session));
                }
                // The other rooms need their sign of life, and this one too.
                Err(cause) => tracing::error!(%cause, "what outlasts a live room could not be sealed"),
            }
        }
    }
    Ok(lost)
}

/// What outlasted the room before, where there was one.
pub(super) async fn kept(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<Option<Kept>> {
    let sealed = store::find_lease(work, session.id).await?.and_then(|lease| lease.kept);
    let Some(sealed) = sealed else { return Ok(None) };
    let kept = work.open(grant, Scope::Group(session.group), cell(session.id), &sealed).await;
    unless_damaged(kept, "room_leases", session.id.0)
}

/// Whether a live room of this session goes on at any server, for pages that leave the floor to it.
pub(in crate::room) async fn goes_on(work: &mut Work<'_>, session: SessionId) -> Result<bool> {
    let lease = store::find_lease(work, session).await?;
    let since = work.now() - STANDS;
    Ok(lease.is_some_and(|lease| !lease.node.is_empty() && lease.beaten_at >= since))
}

/// Whether the room is still that server's in that epoch.
pub(super) async fn is_held(work: &mut Work<'_>, session: SessionId, (node, epoch): (&str, i64)) -> Result<bool> {
    let lease = store::find_lease(work, session).await?;
    Ok(lease.is_some_and(|lease| (lease.node.as_str(), lease.epoch) == (node, epoch)))
}

/// Whether a supervisor listens in the room of a session, where some server has it.
pub(in crate::room) async fn is_supervised(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<bool> {
    if store::find_lease(work, session.id).await?.is_none_or(|lease| lease.node.is_empty()) {
        return Ok(false);
    }
    Ok(kept(work, grant, session).await?.is_some_and(|kept| kept.is_supervised))
}

/// Somebody else may have the room, and goes on with what outlasts it. The row stays, so that no epoch comes twice.
pub(super) async fn give_back(work: &mut Work<'_>, node: &Node, room: &Living, after: After) -> Result<()> {
    let rooms = std::slice::from_ref(room);
    if !beat(work, node, rooms).await?.is_empty() {
        return Ok(());
    }
    leave_floor(work, room.session, after).await?;
    store::give_back_lease(work, room.session, (&node.name, room.epoch)).await?;
    // A session that is closed has no room any more.
    match groups::session(work, room.session).await?.state {
        SessionState::Held | SessionState::Cancelled => store::forget_kept(work, room.session).await,
        SessionState::Planned | SessionState::Open => Ok(()),
    }
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("room_leases", "kept", session.0)
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;

    fn is_free(node: &str, company: Company, seen: Option<Seen>, now: Instant) -> bool {
        let lease = LeaseRow {
            node: node.to_owned(),
            address: String::new(),
            epoch: 3,
            beat: 7,
            beaten_at: Timestamp(0),
            kept: None,
        };
        let node = Node { name: "b".to_owned(), address: String::new(), company };
        matches!(stands(&lease, &node, seen, now), Stands::Free)
    }

    #[test]
    fn a_lease_is_free_once_its_last_sign_of_life_has_been_seen_for_long_enough() {
        let since = Instant::now();
        let free = |epoch, beat, later| {
            is_free("a", Company::Others, Some(Seen { epoch, beat, since }), since + Duration::from_secs(later))
        };
        assert!(free(3, 7, 15));
        assert!(!free(3, 7, 14) && !free(3, 6, 900) && !free(2, 7, 900));
        assert!(!is_free("a", Company::Others, None, since), "nobody has seen how long it is silent");
    }

    #[test]
    fn what_was_given_back_is_free_and_one_who_is_alone_waits_for_nobody() {
        let now = Instant::now();
        assert!(is_free("", Company::Others, None, now) && is_free("a", Company::Alone, None, now));
    }

    #[test]
    fn whoever_has_a_room_lets_go_before_anybody_could_take_it() {
        assert!(LETS_GO + LOOK + BEAT < LEASE, "a sign of life that hangs is given up when the room is");
    }
}
