//! Notices that may be lost: told after the commit to whoever listens in this process, ids only, never content.

use tokio::sync::broadcast;

use crate::id::{Bytes, GroupId, PersonId, PracticeId};

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
pub struct Hub(broadcast::Sender<Notice>);

impl Hub {
    /// A bus without listeners.
    pub fn new() -> Self {
        Self(broadcast::Sender::new(BACKLOG))
    }

    /// Tells all who listen; nobody listening is fine.
    pub fn tell(&self, notice: Notice) {
        let _ = self.0.send(notice);
    }

    /// Listens from now on.
    pub fn listen(&self) -> broadcast::Receiver<Notice> {
        self.0.subscribe()
    }
}

impl Default for Hub {
    fn default() -> Self {
        Self::new()
    }
}
