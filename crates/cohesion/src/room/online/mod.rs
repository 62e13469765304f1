//! Live rooms online: who may open a socket to which, and one task for each room that is under way.
//!
//! A room lives in this process while it goes on. What is said in it is nowhere else, and gone when it ends; a process that
//! ends takes its rooms with it, and those who were there come back by themselves to a new one.

mod carry;
mod entry;
mod keeper;
mod knock;
mod line;
mod look;
mod own;
mod pace;
mod socket;
mod stay;
mod ticket;
mod visit;
mod watch;
mod wire;
mod wishes;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ::floor::hall::{Hall, LineId};
use sfu::RoomId;
use tokio::sync::mpsc;

use super::engine::{Carried, Engine};
use crate::access::{Actor, SignedIn};
use crate::app::App;
use crate::id::SessionId;
use crate::identity::Who;
use crate::{Error, Result};
use keeper::{Keeper, Post};
use ticket::Tickets;
use visit::{Visit, setup, visit};

pub use entry::{Answers, Counting, Door, Whereabouts, door, enter, reaches};
pub(super) use own::Sheet;
pub(super) use socket::open;
pub use stay::{Spoken, spoken_at, spoken_by};
pub(super) use visit::EARLY;
pub use visit::Face;

/// All live rooms of this process.
#[derive(Clone)]
pub struct Rooms(Arc<House>);

struct House {
    app: App,
    engine: Arc<Engine>,
    tickets: Mutex<Tickets>,
    rooms: Mutex<HashMap<SessionId, mpsc::Sender<Post>>>,
    lines: AtomicU64,
}

impl Rooms {
    /// Nobody is anywhere yet.
    pub fn new(app: App) -> Self {
        let engine = Arc::new(Engine::of(app.config()));
        let (tickets, rooms) = (Mutex::default(), Mutex::default());
        Self(Arc::new(House { app, engine, tickets, rooms, lines: AtomicU64::new(1) }))
    }

    /// Whether sound and pictures are carried here, to our own pages.
    pub fn carries_media(&self) -> bool {
        self.0.engine.carried() == Carried::Yes
    }

    /// A ticket for a session's room, for somebody who may be there.
    pub async fn ticket(&self, who: &Who, id: SessionId, face: Face) -> Result<String> {
        let view = who.view.clone();
        let looking = self.0.app.read(who.actor, async move |work| visit(work, id, face, view.clone()).await);
        let coming = looking.await?;
        let now = self.0.app.clock().now();
        self.0.tickets.lock().unwrap_or_else(PoisonError::into_inner).issue(coming, now)
    }

    /// Takes a ticket for good.
    fn admit(&self, token: &str, who: &SignedIn, session: SessionId) -> Option<Visit> {
        let now = self.0.app.clock().now();
        self.0.tickets.lock().unwrap_or_else(PoisonError::into_inner).take(token, who, session, now)
    }

    /// The number of a new line; none is ever given twice.
    fn next_line(&self) -> LineId {
        LineId(self.0.lines.fetch_add(1, Ordering::Relaxed))
    }

    /// The mailbox of the room of a session; a room that is not under way begins.
    async fn mailbox(&self, visit: &Visit) -> Result<mpsc::Sender<Post>> {
        let (practice, session) = (visit.who.practice, visit.session);
        if let Some(mailbox) = self.living(session.id) {
            return Ok(mailbox);
        }
        let looking = self.0.app.read(Actor::System(practice), async move |work| setup(work, session.id).await);
        let (setup, ways) = looking.await?;
        let hall = Hall::new(setup).map_err(|refused| Error::bug(refused.to_string()))?;
        let mut rooms = self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.retain(|_, mailbox| !mailbox.is_closed());
        // Somebody else may have come meanwhile.
        if let Some(mailbox) = rooms.get(&session.id) {
            return Ok(mailbox.clone());
        }
        let (mailbox, posts) = mpsc::channel(keeper::POSTS_MAX);
        let keeper =
            Keeper::new(self.0.app.clone(), Arc::clone(&self.0.engine), hall, (practice, session, ways.counting));
        tokio::spawn(guarded(keeper.run(posts), Arc::clone(&self.0.engine), room_of(session.id)));
        rooms.insert(session.id, mailbox.clone());
        Ok(mailbox)
    }

    fn living(&self, session: SessionId) -> Option<mpsc::Sender<Post>> {
        let rooms = self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        rooms.get(&session).filter(|mailbox| !mailbox.is_closed()).cloned()
    }
}

/// A room whose task fails leaves nobody connected behind.
async fn guarded(running: impl Future<Output = ()> + Send + 'static, engine: Arc<Engine>, room: RoomId) {
    if tokio::spawn(running).await.is_err() {
        tracing::error!("a live room has failed; those who were there come to a new one");
        engine.close(room).await;
    }
}

/// The room of a session, as the media know it.
const fn room_of(session: SessionId) -> RoomId {
    RoomId(u128::from_be_bytes(session.0))
}

/// Who acts over a socket.
const fn actor(who: SignedIn) -> Actor {
    Actor::Person(who)
}
