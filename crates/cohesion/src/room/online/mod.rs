//! Live rooms online: who may open a socket to which, and one task for each room that is under way.
//!
//! A room lives in one process while it goes on, which has a lease on it. What is said in it is nowhere else, and gone when it
//! ends; a process that ends takes its rooms with it, and those who were there come back by themselves to a new one: where
//! several servers share the records, to another that takes the lease.

mod arrival;
mod carry;
mod entry;
mod held;
mod help;
mod here;
mod keeper;
mod knock;
mod lay;
mod lease;
mod line;
mod look;
mod lookout;
mod node;
mod observer;
mod own;
mod pace;
mod signed;
mod socket;
mod stay;
mod strangers;
mod ticket;
mod visit;
mod watch;
mod wire;
mod wishes;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use ::floor::hall::{Hall, LineId};
use sfu::RoomId;
use tokio::sync::{Notify, mpsc};

use super::engine::{Carried, Engine};
use crate::access::{Actor, SignedIn};
use crate::app::App;
use crate::groups::Session;
use crate::id::{self, PracticeId, SessionId};
use crate::identity::{Who, practice_here};
use crate::web::View;
use crate::{Error, Result};
use held::{Held, Under, WayIn};
use keeper::Keeper;
use lease::{Has, Seen};
use lookout::Lookout;
use node::Company;
use strangers::Strangers;
use visit::{Beginning, Visit, setup, visit};

pub(super) use arrival::open;
pub use entry::{Answers, Counting, Door, Whereabouts, door, enter, reaches};
pub(super) use lease::{goes_on, is_supervised};
pub use node::Node;
pub(super) use node::addresses;
pub use node::keep_there;
pub use observer::{Listening, listening};
pub(super) use own::Sheet;
pub use stay::{Spoken, spoken_at, spoken_by};
#[cfg(test)]
pub(crate) use stay::{Staying, keep};
pub(super) use stay::{spoken_of, spoken_under};
pub(super) use visit::EARLY;
pub use visit::Face;
pub(super) use wire::Relay;

/// All live rooms of this process.
#[derive(Clone)]
pub struct Rooms(Arc<House>);

struct House {
    app: App,
    engine: Arc<Engine>,
    node: Arc<Node>,
    under: Mutex<Under>,
    /// Something has to be kept before the next sign of life.
    at_once: Arc<Notify>,
    /// One room begins at a time, so that none is begun twice.
    beginning: tokio::sync::Mutex<()>,
    strangers: Arc<Strangers>,
    lines: AtomicU64,
}

/// What a page is given to open its socket.
pub struct Ticket {
    /// What it shows.
    pub token: String,
    /// The address of the server that has the room, where it is not the page's own.
    pub address: String,
}

impl Rooms {
    /// Nobody is anywhere yet.
    pub fn new(app: App, node: Node) -> Self {
        let engine = Arc::new(Engine::of(app.config()));
        let (node, under, at_once) = (Arc::new(node), Mutex::default(), Arc::default());
        let (beginning, strangers, lines) = (tokio::sync::Mutex::default(), Arc::default(), AtomicU64::new(1));
        Self(Arc::new(House { app, engine, node, under, at_once, beginning, strangers, lines }))
    }

    /// Whether sound and pictures are carried here, to our own pages.
    pub fn carries_media(&self) -> bool {
        self.0.engine.carried() == Carried::Yes
    }

    /// Whether a room may be at another address than the page that shows it: at another server's, or at this one's own.
    pub(super) fn may_be_elsewhere(&self) -> bool {
        self.0.node.company == Company::Others || !self.0.node.address.is_empty()
    }

    /// A ticket for a session's room, for somebody who may be there, and which server has it.
    pub async fn ticket(&self, who: &Who, session: SessionId, face: Face) -> Result<Ticket> {
        self.0.check_stays()?;
        let (view, token, node) = (who.view.clone(), id::random()?, Arc::clone(&self.0.node));
        let seen = self.0.seen(session);
        let issuing = self.0.app.write(who.actor, async move |work| {
            ticket::issue(work, (session, face, view.clone()), token, (&node, seen)).await
        });
        let address = match issuing.await? {
            Has::We => self.0.node.address.clone(),
            Has::They(address, seen) => {
                self.0.see(session, seen);
                address
            }
        };
        Ok(Ticket { token: id::to_text(token), address })
    }

    /// Takes a ticket for good, and looks up who comes with it.
    async fn admit(
        &self,
        token: &str,
        shown_by: Option<SignedIn>,
        session: SessionId,
        view: View,
    ) -> Result<Option<Visit>> {
        let (Some(token), Some(practice)) = (id::from_text(token), practice_here(&self.0.app).await?) else {
            return Ok(None);
        };
        let (node, system) = (Arc::clone(&self.0.node), Actor::System(practice));
        // Whoever makes tickets up costs no turn of those who write.
        if !self.0.app.read(system, async move |work| ticket::is_out(work, token).await).await? {
            return Ok(None);
        }
        let taking =
            self.0.app.write(system, async move |work| ticket::take(work, (token, session), shown_by, &node).await);
        let Some((who, face)) = taking.await? else { return Ok(None) };
        let looking = self.0.app.read(actor(who), async move |work| visit(work, session, face, view.clone()).await);
        looking.await.map(Some)
    }

    /// The number of a new line; none is ever given twice.
    fn next_line(&self) -> LineId {
        LineId(self.0.lines.fetch_add(1, Ordering::Relaxed))
    }

    /// The way into the room of a session; a room that is not under way begins, unless another server has it.
    async fn way_in(&self, visit: &Visit) -> Result<Option<WayIn>> {
        let (practice, session) = (visit.who.practice, visit.session);
        if let Some(way) = self.0.living(session.id) {
            return Ok(Some(way));
        }
        let _one_at_a_time = self.0.beginning.lock().await;
        // Somebody else may have come meanwhile.
        if let Some(way) = self.0.living(session.id) {
            return Ok(Some(way));
        }
        self.0.check_stays()?;
        let (node, seen) = (Arc::clone(&self.0.node), self.0.seen(session.id));
        let taking = self
            .0
            .app
            .write(Actor::System(practice), async move |work| lease::take(work, session.id, &node, seen).await);
        // The lease runs from before it was written: whoever writes slowly has less of it.
        let asked = Instant::now();
        match taking.await? {
            Some(epoch) => self.begin(practice, session, (epoch, asked)).await.map(Some),
            None => Ok(None),
        }
    }

    /// Begins the room of a session, with what outlasted the one before it.
    async fn begin(&self, practice: PracticeId, session: Session, (epoch, taken): (i64, Instant)) -> Result<WayIn> {
        let (app, engine) = (&self.0.app, &self.0.engine);
        let looking = app.read(Actor::System(practice), async move |work| setup(work, session.id).await);
        let Beginning { setup, ways, kept, folk } = looking.await?;
        if taken.elapsed() >= lease::LETS_GO && self.0.node.company == Company::Others {
            return Err(Error::Unavailable("another server may have the room by now".to_owned()));
        }
        let before = kept.as_ref().map(|kept| (kept.counting, kept.is_sealed));
        let was_supervised = kept.as_ref().is_some_and(|kept| kept.is_supervised);
        let hall = match kept {
            Some(kept) => Hall::again(setup, kept.hall),
            None => Hall::new(setup),
        };
        let hall = hall.map_err(|refused| Error::bug(refused.to_string()))?;
        let held = Held::new(Arc::clone(&self.0.node), &session, epoch, Arc::clone(&self.0.at_once));
        let about = (practice, session, ways.counting);
        let mut keeper = Keeper::new(app.clone(), Arc::clone(engine), hall, about, held.clone());
        keeper.folk = folk;
        if let Some((counting, is_sealed)) = before {
            keeper.is_sealed = is_sealed;
            keeper.counting = if ways.counting == Counting::Agreed { counting } else { Counting::Refused };
        }
        // Nobody listens yet, whatever the room before it said to the board.
        if was_supervised {
            held.keep_at_once(keeper.outlasting());
        }
        let (mailbox, posts) = mpsc::channel(keeper::POSTS_MAX);
        app.life().must_finish(guarded(keeper.run(posts), Arc::clone(engine), room_of(session.id)));
        let lookout = Lookout::begin(app.clone(), session.id, mailbox.clone());
        let way = WayIn { mailbox, lookout };
        self.0.look_after(held, way.clone(), taken);
        Ok(way)
    }
}

impl House {
    fn under(&self) -> MutexGuard<'_, Under> {
        self.under.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A server that is told to stop takes no room any more.
    fn check_stays(&self) -> Result<()> {
        if self.app.life().ending().is_cancelled() {
            return Err(Error::Unavailable("the server is stopping".to_owned()));
        }
        Ok(())
    }

    fn living(&self, session: SessionId) -> Option<WayIn> {
        self.under().living(session)
    }

    /// Another server's last sign of life, as this one has seen it.
    fn seen(&self, session: SessionId) -> Option<Seen> {
        self.under().seen(session)
    }

    fn see(&self, session: SessionId, seen: Seen) {
        self.under().see(session, seen);
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
