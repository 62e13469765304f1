//! The rooms that this server has: it gives signs of life for all of them together, and lets go of what it has lost.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;

use super::House;
use super::keeper::Post;
use super::lay::After;
use super::lease::{self, ALONE, BEAT, Kept, LETS_GO, LOOK, Living, Seen};
use super::lookout::Lookout;
use super::node::{Company, Node};
use crate::access::Actor;
use crate::app::App;
use crate::groups::Session;
use crate::id::{GroupId, PracticeId, SessionId};

/// Other servers' rooms whose last sign of life is remembered.
const SEEN_MAX: usize = 1_024;

/// A room's hold on its lease, shared by its task and by whoever gives the signs of life.
#[derive(Clone)]
pub(super) struct Held {
    node: Arc<Node>,
    session: SessionId,
    group: GroupId,
    epoch: i64,
    /// Ready once another server may have the room.
    pub gone: CancellationToken,
    kept: Arc<Mutex<Option<Kept>>>,
    at_once: Arc<Notify>,
}

impl Held {
    pub fn new(node: Arc<Node>, session: &Session, epoch: i64, at_once: Arc<Notify>) -> Self {
        let (gone, kept) = (CancellationToken::new(), Arc::default());
        Self { node, session: session.id, group: session.group, epoch, gone, kept, at_once }
    }

    /// What outlasts the room is this from now on; it is written with the next sign of life.
    pub fn keep(&self, kept: Kept) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    }

    /// It is written now.
    pub fn keep_at_once(&self, kept: Kept) {
        self.keep(kept);
        self.at_once.notify_one();
    }

    /// By which server and in which epoch.
    pub fn lease(&self) -> (String, i64) {
        (self.node.name.clone(), self.epoch)
    }

    fn living(&self) -> Living {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Living { session: self.session, group: self.group, epoch: self.epoch, kept }
    }

    /// This has been written, unless there is something newer.
    fn is_written(&self, written: Option<&Kept>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref() == written {
            *kept = None;
        }
    }

    /// Lets go of it, if it is still this room's: whoever asks next has it. Those who are in wait no longer for that than for a
    /// sign of life.
    pub async fn let_go(&self, app: &App, practice: PracticeId, after: After) {
        let (node, room) = (Arc::clone(&self.node), self.living());
        let letting =
            app.write(Actor::System(practice), async move |work| lease::give_back(work, &node, &room, after).await);
        match tokio::time::timeout(BEAT, letting).await {
            Ok(Ok(())) => {}
            Ok(Err(cause)) => {
                tracing::warn!(%cause, "a live room's lease was not given back; it runs out by itself");
            }
            Err(_) => tracing::warn!("a live room's lease was not given back in time; it runs out by itself"),
        }
    }
}

/// The way into a room that is under way: what it takes posts by, and who looks after its lines.
#[derive(Clone)]
pub(super) struct WayIn {
    pub mailbox: mpsc::Sender<Post>,
    pub lookout: Arc<Lookout>,
}

struct Room {
    held: Held,
    way: WayIn,
    /// When the last sign of life that went through was begun.
    beaten: Instant,
}

/// The rooms that are under way here, and what was seen of others.
#[derive(Default)]
pub(super) struct Under {
    rooms: HashMap<SessionId, Room>,
    seen: HashMap<SessionId, Seen>,
    is_looked_after: bool,
}

impl Under {
    pub fn living(&self, session: SessionId) -> Option<WayIn> {
        self.rooms.get(&session).map(|room| &room.way).filter(|way| !way.mailbox.is_closed()).cloned()
    }

    pub fn seen(&self, session: SessionId) -> Option<Seen> {
        self.seen.get(&session).copied()
    }

    pub fn see(&mut self, session: SessionId, seen: Seen) {
        if self.seen.len() >= SEEN_MAX && !self.seen.contains_key(&session) {
            self.seen.clear();
        }
        self.seen.insert(session, seen);
    }
}

impl House {
    /// A room is under way from now on, and looked after.
    pub(super) fn look_after(self: &Arc<Self>, held: Held, way: WayIn, taken: Instant) {
        let mut under = self.under();
        under.seen.remove(&held.session);
        under.rooms.insert(held.session, Room { held, way, beaten: taken });
        if !std::mem::replace(&mut under.is_looked_after, true) {
            tokio::spawn(Arc::clone(self).look_after_all());
        }
    }

    /// Until no room is under way any more.
    async fn look_after_all(self: Arc<Self>) {
        loop {
            let _ = tokio::time::timeout(LOOK, self.at_once.notified()).await;
            self.let_go_of_the_silent();
            let Some(due) = self.due() else { return };
            if !due.is_empty() {
                self.beat(due).await;
                self.let_go_of_the_silent();
            }
        }
    }

    /// The rooms for which a sign of life is due, or that have something to be kept; nothing once there is no room. Where nobody
    /// could take a room, there is seldom one.
    fn due(&self) -> Option<Vec<(Held, Living)>> {
        let mut under = self.under();
        under.rooms.retain(|_, room| !room.way.mailbox.is_closed());
        if under.rooms.is_empty() {
            under.is_looked_after = false;
            return None;
        }
        let every = if self.node.company == Company::Others { BEAT } else { ALONE };
        let due = under.rooms.values().filter(|room| !room.held.gone.is_cancelled()).filter_map(|room| {
            let living = room.held.living();
            let is_due = living.kept.is_some() || room.beaten.elapsed() >= every;
            is_due.then(|| (room.held.clone(), living))
        });
        Some(due.collect())
    }

    async fn beat(&self, due: Vec<(Held, Living)>) {
        let Some(practice) = self.app.practice() else { return };
        let (began, node) = (Instant::now(), Arc::clone(&self.node));
        let rooms: Vec<Living> = due.iter().map(|(_, living)| living.clone()).collect();
        let beating = self.app.write(Actor::System(practice), async move |work| lease::beat(work, &node, &rooms).await);
        match tokio::time::timeout(self.time_left(), beating).await {
            Ok(Ok(lost)) => {
                for (held, living) in due {
                    if lost.contains(&held.session) {
                        tracing::warn!("another server has a live room that was here; it ends here at once");
                        held.gone.cancel();
                        continue;
                    }
                    held.is_written(living.kept.as_ref());
                    if let Some(room) = self.under().rooms.get_mut(&held.session) {
                        room.beaten = began;
                    }
                }
            }
            Ok(Err(cause)) => tracing::warn!(%cause, "live rooms of this server could not give a sign of life"),
            Err(_) => tracing::warn!("live rooms of this server could not give a sign of life in time"),
        }
    }

    /// How long until a room has to be let go of for want of a sign of life.
    fn time_left(&self) -> Duration {
        if self.node.company == Company::Alone {
            return LETS_GO;
        }
        let under = self.under();
        let standing = under.rooms.values().filter(|room| !room.held.gone.is_cancelled());
        standing.map(|room| LETS_GO.saturating_sub(room.beaten.elapsed())).min().unwrap_or(LETS_GO)
    }

    /// What could not give a sign of life for so long may be another's soon.
    fn let_go_of_the_silent(&self) {
        if self.node.company == Company::Alone {
            return;
        }
        for room in self.under().rooms.values().filter(|room| room.beaten.elapsed() >= LETS_GO) {
            room.held.gone.cancel();
        }
    }
}
