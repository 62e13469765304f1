//! Which server has a live room: a row with a sign of life every few seconds, so that there is never a room twice.
//!
//! No server compares its clock with another's. Whoever would take a room over has seen the same sign of life for as long as a
//! lease lasts, by its own clock; whoever has it ends it before that, by its own, where it could not give another one.

use std::time::Duration;

use ::floor::hall::Outlasting;
use serde::{Deserialize, Serialize};

use super::entry::Counting;
use super::node::{Company, Node};
use crate::access::Grant;
use crate::clock::{CLOCKS_APART, Span, Timestamp};
use crate::groups::Session;
use crate::id::{GroupId, SessionId};
use crate::room::store::{self, LeaseRow};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// How long a lease stands without a sign of life.
pub(in crate::room) const LEASE: Span = Span::seconds(15);
/// How often there is one, and after how long without one that went through a server lets go.
pub(super) const BEAT: Duration = Duration::from_secs(3);
pub(super) const LETS_GO: Duration = Duration::from_secs(10);
/// How often it is looked whether one of both is due.
pub(super) const LOOK: Duration = Duration::from_secs(1);

/// A sign of life of somebody else, and since when it has been the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::room) struct Seen {
    pub epoch: i64,
    pub beat: i64,
    pub since: Timestamp,
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
}

enum Stands {
    Ours,
    Theirs(Seen),
    Free,
}

/// How a lease stands for one who would have the room.
fn stands(lease: &LeaseRow, node: &Node, seen: Option<Seen>, now: Timestamp) -> Stands {
    if lease.node == node.name {
        return Stands::Ours;
    }
    if lease.node.is_empty() || node.company == Company::Alone {
        return Stands::Free;
    }
    let known = seen.filter(|seen| (seen.epoch, seen.beat) == (lease.epoch, lease.beat) && seen.since <= now);
    let since = known.map_or(now, |seen| seen.since);
    let is_silent = now - since >= LEASE || now - lease.beaten_at >= Span(LEASE.0 + CLOCKS_APART.0);
    if is_silent { Stands::Free } else { Stands::Theirs(Seen { epoch: lease.epoch, beat: lease.beat, since }) }
}

/// Who has the room of a session, for somebody who wants to come to it. One that nobody has is this server's from now on.
pub(in crate::room) async fn ask(
    work: &mut Work<'_>,
    session: SessionId,
    node: &Node,
    seen: Option<Seen>,
) -> Result<Has> {
    let lease = store::find_lease(work, session).await?;
    let epoch = match lease.as_ref().map(|lease| (lease, stands(lease, node, seen, work.now()))) {
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
    let epoch = match lease.map(|lease| (lease.epoch, stands(&lease, node, seen, work.now()))) {
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
            let sealed = work.seal(Scope::Group(*group), cell(session), kept).await?;
            store::save_kept(work, session, own, sealed).await?;
        }
    }
    Ok(lost)
}

/// What outlasted the room before, where there was one.
pub(super) async fn kept(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<Option<Kept>> {
    let sealed = store::find_lease(work, session.id).await?.and_then(|lease| lease.kept);
    let Some(sealed) = sealed else { return Ok(None) };
    work.open(grant, Scope::Group(session.group), cell(session.id), &sealed).await.map(Some)
}

/// Somebody else may have the room, and goes on with what outlasts it.
pub(super) async fn give_back(work: &mut Work<'_>, node: &Node, room: &Living) -> Result<()> {
    let rooms = std::slice::from_ref(room);
    if beat(work, node, rooms).await?.is_empty() {
        store::give_back_lease(work, room.session, (&node.name, room.epoch)).await?;
    }
    Ok(())
}

/// It is over: nobody is expected back.
pub(super) async fn end(work: &mut Work<'_>, node: &Node, room: &Living) -> Result<()> {
    store::delete_lease(work, room.session, (&node.name, room.epoch)).await
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("room_leases", "kept", session.0)
}

#[cfg(test)]
mod rules {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000_000);

    fn lease(node: &str, beaten_before: Span) -> LeaseRow {
        let (node, address) = (node.to_owned(), String::new());
        LeaseRow { node, address, epoch: 3, beat: 7, beaten_at: NOW - beaten_before, kept: None }
    }

    fn is_free(lease: &LeaseRow, company: Company, seen: Option<Seen>) -> bool {
        let node = Node { name: "b".to_owned(), address: String::new(), company };
        matches!(stands(lease, &node, seen, NOW), Stands::Free)
    }

    #[test]
    fn a_lease_is_free_once_its_last_sign_of_life_has_been_seen_for_long_enough() {
        let theirs = lease("a", Span::seconds(1));
        let seen = |epoch, beat, ago| Some(Seen { epoch, beat, since: NOW - Span::seconds(ago) });
        let free = |seen| is_free(&theirs, Company::Others, seen);
        assert!(free(seen(3, 7, 15)));
        assert!(!free(seen(3, 7, 14)) && !free(seen(3, 6, 900)) && !free(seen(2, 7, 900)) && !free(None));
        assert!(!free(seen(3, 7, -30)), "a clock that was put back tells nothing");
    }

    #[test]
    fn clocks_that_differ_by_less_than_they_may_take_no_room_from_anybody() {
        for apart in [-60, -5, 0, 5, 60] {
            assert!(!is_free(&lease("a", Span::seconds(apart)), Company::Others, None), "{apart}");
        }
        assert!(is_free(&lease("a", Span::seconds(75)), Company::Others, None));
    }

    #[test]
    fn what_was_given_back_is_free_and_one_who_is_alone_waits_for_nobody() {
        assert!(is_free(&lease("", Span::seconds(0)), Company::Others, None));
        assert!(is_free(&lease("a", Span::seconds(0)), Company::Alone, None));
    }

    #[test]
    fn whoever_has_a_room_lets_go_before_anybody_could_take_it() {
        let lease = Duration::from_millis(u64::try_from(LEASE.0).expect("it is not negative"));
        assert!(
            LETS_GO + LOOK + BEAT < lease,
            "a sign of life that hangs is given up after as long as from one to the next"
        );
    }
}
