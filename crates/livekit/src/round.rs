//! One room's task: it asks who is there, sets right what differs, and tells what happened.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use floor::Seat;
use sfu::{Event, RoomId, Told};
use tokio::sync::Notify;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use crate::calls::RoomService;
use crate::fault::Fault;
use crate::plan::{Mend, Plan};
use crate::rooms::CONNECTION;

/// How often the LiveKit rooms of a closed room are tried to be ended; after that LiveKit does it once they are empty.
const LAST_ROUNDS: u32 = 5;

/// A room that is open.
pub(crate) struct Opened {
    room: RoomId,
    plan: Mutex<Plan>,
    events: Mutex<mpsc::Sender<Told>>,
    bell: Notify,
    /// Whether somebody missed who is behind which name.
    owes_slots: AtomicBool,
}

impl Opened {
    pub fn new(room: RoomId, events: mpsc::Sender<Told>) -> Self {
        let (plan, events, bell) = (Mutex::default(), Mutex::new(events), Notify::new());
        Self { room, plan, events, bell, owes_slots: AtomicBool::new(false) }
    }

    pub fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn is_over(&self) -> bool {
        self.plan().is_over()
    }

    /// A round begins at once.
    pub fn ring(&self) {
        self.bell.notify_one();
    }

    /// From now on what happens is told there.
    pub fn tell_there(&self, events: mpsc::Sender<Told>) {
        *self.events.lock().unwrap_or_else(PoisonError::into_inner) = events;
    }

    /// Whoever does not listen fast enough misses what has passed; who is behind which name is told again.
    pub fn tell(&self, told: impl IntoIterator<Item = (Seat, Event)>) {
        let events = self.events();
        for (seat, event) in told {
            let is_slots = matches!(event, Event::Slots(_));
            let sent = events.try_send(Told { room: self.room, seat, connection: CONNECTION, event });
            if matches!(sent, Err(TrySendError::Full(_))) && is_slots {
                self.owes_slots.store(true, Ordering::Relaxed);
            }
        }
    }

    pub fn tell_slots(&self) {
        let slots = self.plan().slots();
        self.tell(slots);
    }

    fn events(&self) -> mpsc::Sender<Told> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Goes round until the room is closed, or nobody listens any more, and its LiveKit rooms are ended.
    pub async fn run(self: Arc<Self>, calls: RoomService, every: Duration) {
        let (mut last_rounds, mut is_out) = (0, false);
        loop {
            tokio::select! {
                () = self.bell.notified() => {}
                () = tokio::time::sleep(every) => {}
            }
            if self.events().is_closed() {
                self.plan().end();
            }
            let went = self.go_round(&calls).await;
            report(&went, &mut is_out);
            if self.is_over() {
                last_rounds += 1;
                if self.plan().retired().is_empty() || last_rounds == LAST_ROUNDS {
                    return;
                }
            }
        }
    }

    /// One round through all LiveKit rooms of this room; what is amiss in one keeps no other from its turn, unless nobody answers.
    async fn go_round(&self, calls: &RoomService) -> Result<(), Fault> {
        let mut went = Ok(());
        let retired = self.plan().retired();
        for name in retired {
            match gone(calls.delete_room(&name).await) {
                Ok(()) => self.plan().is_ended(&name),
                Err(fault) if fault.is_outage() => return Err(fault),
                Err(fault) => went = Err(fault),
            }
        }
        let rooms = self.plan().rooms();
        for name in rooms {
            match self.set_right(calls, &name).await {
                Ok(()) => {}
                Err(fault) if fault.is_outage() => return Err(fault),
                Err(fault) => went = Err(fault),
            }
        }
        if self.owes_slots.swap(false, Ordering::Relaxed) {
            self.tell_slots();
        }
        went
    }

    async fn set_right(&self, calls: &RoomService, name: &str) -> Result<(), Fault> {
        let found = match calls.list_participants(name).await {
            Err(fault) if fault.is_gone_already() => Vec::new(),
            found => found?,
        };
        let (mends, told) = self.plan().look(name, &found);
        let has_lost = told.iter().any(|(_, event)| matches!(event, Event::Lost(_)));
        self.tell(told);
        if has_lost {
            self.tell_slots();
        }
        for mend in mends {
            gone(match mend {
                Mend::Permit(identity, grants) => calls.update_participant(name, &identity, grants).await,
                Mend::Remove(identity) => calls.remove_participant(name, &identity).await,
            })?;
        }
        Ok(())
    }
}

/// What is gone already needs nothing more.
fn gone(answer: Result<(), Fault>) -> Result<(), Fault> {
    answer.or_else(|fault| if fault.is_gone_already() { Ok(()) } else { Err(fault) })
}

/// Says once that something is amiss, and once that it is well again.
fn report(went: &Result<(), Fault>, is_out: &mut bool) {
    match went {
        Err(cause) if !*is_out => tracing::warn!(%cause, "LiveKit does not do what a live room asks"),
        Ok(()) if *is_out => tracing::info!("LiveKit does what a live room asks again"),
        _ => {}
    }
    *is_out = went.is_err();
}
