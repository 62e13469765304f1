//! Notices that may be lost: told after the commit to whoever listens in this process, ids only, never content.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

use crate::id::{Bytes, GroupId, PersonId, PracticeId, SessionId};
use crate::limits::{STREAMS_FOR_A_BOARD_MAX, STREAMS_FOR_A_PERSON_MAX};

/// Something changed; whoever watches should look again, with their own rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where.
    pub practice: PracticeId,
    /// What.
    pub what: Change,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// An alert was raised, taken, escalated or closed.
    Alert(Bytes),
    /// An answer, an enrolment or a session of this group.
    Group(GroupId),
    /// What stands in a thread of this group, or waits to be looked after there.
    Thread(GroupId),
    /// The floor of this session's meeting.
    Floor(SessionId),
    /// Something in this person's own pages.
    Person(PersonId),
    /// A login ended: whatever it holds open must close.
    LoginEnded(PersonId),
    /// A job waits that is due now.
    JobDue,
}

/// Notices kept for a slow listener before it is told to look at everything again.
const BACKLOG: usize = 1_024;

/// The in-process bus.
#[derive(Clone)]
pub struct Hub(Arc<Bus>);

struct Bus {
    notices: broadcast::Sender<Notice>,
    /// Open pages by whose they are: a person, or a meeting whose board has no person in front of it.
    listening: Mutex<HashMap<Bytes, usize>>,
}

impl Hub {
    /// A bus without listeners.
    pub fn new() -> Self {
        Self(Arc::new(Bus { notices: broadcast::Sender::new(BACKLOG), listening: Mutex::default() }))
    }

    /// Tells all who listen; nobody listening is fine.
    pub fn tell(&self, notice: Notice) {
        let _ = self.0.notices.send(notice);
    }

    /// Listens from now on.
    pub fn listen(&self) -> broadcast::Receiver<Notice> {
        self.0.notices.subscribe()
    }

    /// Listens for a person's open page; nothing where they hold as many open as one person may.
    pub fn listen_for(&self, person: PersonId) -> Option<Listener> {
        self.listen_at(person.0, STREAMS_FOR_A_PERSON_MAX)
    }

    /// Listens for a meeting's board; nothing where as many screens show it as one room may have.
    pub fn listen_for_board(&self, session: SessionId) -> Option<Listener> {
        self.listen_at(session.0, STREAMS_FOR_A_BOARD_MAX)
    }

    fn listen_at(&self, owner: Bytes, most: usize) -> Option<Listener> {
        let mut listening = self.0.listening.lock().unwrap_or_else(PoisonError::into_inner);
        let count = listening.entry(owner).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Listener { notices: self.listen(), owner, hub: self.clone() })
    }
}

impl Default for Hub {
    fn default() -> Self {
        Self::new()
    }
}

/// One open page's ear. Dropping it gives its place back.
pub struct Listener {
    notices: broadcast::Receiver<Notice>,
    owner: Bytes,
    hub: Hub,
}

/// What a listener heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// These, all that had been told by now.
    Notices(Vec<Notice>),
    /// More than could be kept: anything may have changed.
    Gap,
}

impl Listener {
    /// Waits for the next notices. Giving up waiting loses none.
    pub async fn hear(&mut self) -> Heard {
        let mut heard = match self.notices.recv().await {
            Ok(notice) => vec![notice],
            // Never closed: the listener holds the bus itself.
            Err(RecvError::Lagged(_) | RecvError::Closed) => return Heard::Gap,
        };
        loop {
            match self.notices.try_recv() {
                Ok(notice) => heard.push(notice),
                Err(TryRecvError::Lagged(_)) => return Heard::Gap,
                Err(TryRecvError::Empty | TryRecvError::Closed) => return Heard::Notices(heard),
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut listening = self.hub.0.listening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = listening.get_mut(&self.owner) {
            *count -= 1;
            if *count == 0 {
                listening.remove(&self.owner);
            }
        }
    }
}
