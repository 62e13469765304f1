//! The running program: the store, the keys, the clock and the bus, and the two ways into them: writing and reading.

mod life;
mod sent;

use std::future::Future;
use std::sync::{Arc, OnceLock};

use store::{Db, Tx};

use crate::access::Actor;
use crate::clock::Clock;
use crate::config::Config;
use crate::hub::{Change, Hub, Notice};
use crate::id::PracticeId;
use crate::work::{self, Entry, Unfinished, Vault, Work};
use crate::{Error, Result};

pub use life::Life;
pub use sent::Sent;

/// The running program, shared by all that serve it.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    db: Db,
    vault: Vault,
    clock: Clock,
    hub: Hub,
    config: Config,
    practice: OnceLock<PracticeId>,
    set_up_link: OnceLock<[u8; 32]>,
    life: Life,
    sent: Sent,
}

impl App {
    /// Puts the parts together; the database must be migrated already.
    pub fn new(db: Db, vault: Vault, clock: Clock, config: Config) -> Self {
        Self(Arc::new(Parts {
            db,
            vault,
            clock,
            hub: Hub::new(),
            config,
            practice: OnceLock::new(),
            set_up_link: OnceLock::new(),
            life: Life::new(),
            sent: Sent::default(),
        }))
    }

    /// Where the time comes from.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The bus for changes that may be lost.
    pub fn hub(&self) -> &Hub {
        &self.0.hub
    }

    /// Signs of life, and the word to end.
    pub fn life(&self) -> &Life {
        &self.0.life
    }

    /// The forms that were sent lately.
    pub fn sent(&self) -> &Sent {
        &self.0.sent
    }

    /// The settings the program was started with.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The database, for health, backup and migration.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The practice that this server is for; nothing before set-up.
    pub fn practice(&self) -> Option<PracticeId> {
        self.0.practice.get().copied()
    }

    /// Remembers the practice that this server is for, once it is known; a second one is never taken.
    pub(crate) fn settle(&self, practice: PracticeId) {
        let _ = self.0.practice.set(practice);
    }

    /// The hash of the token behind which a new server is set up, if it has been made.
    pub(crate) fn set_up_link(&self) -> Option<[u8; 32]> {
        self.0.set_up_link.get().copied()
    }

    /// Keeps that hash; whether it was the first one.
    pub(crate) fn keep_set_up_link(&self, hash: [u8; 32]) -> bool {
        self.0.set_up_link.set(hash).is_ok()
    }

    /// The keys, for what is looked up before a unit of work can begin.
    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    /// Does an act in one transaction of its own, and tells listeners after the commit.
    ///
    /// The act may run again where the engine asks for a retry, so it must do nothing but work through `Work`.
    pub fn write<T, F>(&self, actor: Actor, act: F) -> impl Future<Output = Result<T>> + Send + use<T, F>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        let (app, inner) = (self.clone(), self.clone());
        async move {
            let done = app.0.db.write(async move |tx: &mut dyn Tx| {
                let mut work = inner.begin(actor, tx);
                match act(&mut work).await {
                    Ok(answer) => Ok((answer, work.seal_the_act().await?)),
                    Err(error) => Err(work.into_unfinished(error)),
                }
            });
            match done.await {
                Ok((answer, after)) => {
                    app.0.vault.drop_shredded(&after.shredded, app.0.clock.now());
                    app.tell(actor, after.changes);
                    Ok(answer)
                }
                Err(unfinished) => Err(app.put_refusals_on_record(actor, unfinished).await),
            }
        }
    }

    /// Reads. What was opened is put on record, durably, before the answer is handed out.
    pub fn read<T, F>(&self, actor: Actor, act: F) -> impl Future<Output = Result<T>> + Send + use<T, F>
    where
        T: Send + 'static,
        F: AsyncFn(&mut Work<'_>) -> Result<T> + Send + 'static,
    {
        let (app, inner) = (self.clone(), self.clone());
        async move {
            let done = app.0.db.read(async move |tx: &mut dyn Tx| {
                let mut work = inner.begin(actor, tx);
                match act(&mut work).await {
                    Ok(answer) => Ok((answer, work.into_entries())),
                    Err(error) => Err(work.into_unfinished(error)),
                }
            });
            match done.await {
                Ok((answer, entries)) => app.put_on_record(actor, entries).await.map(|()| answer),
                Err(unfinished) => Err(app.put_refusals_on_record(actor, unfinished).await),
            }
        }
    }

    fn begin<'tx>(&'tx self, actor: Actor, tx: &'tx mut (dyn Tx + 'tx)) -> Work<'tx> {
        Work::new(actor, self.0.clock.now(), tx, &self.0.vault)
    }

    async fn put_on_record(&self, actor: Actor, entries: Vec<Entry>) -> Result<()> {
        if entries.is_empty() {
            return Ok(());
        }
        let app = self.clone();
        let written = self.0.db.write(async move |tx: &mut dyn Tx| {
            let mut work = app.begin(actor, tx);
            work::append(&mut work, &entries).await.map_err(Unfinished::from)
        });
        written.await.map_err(|unfinished| unfinished.error)
    }

    /// A refusal is rolled back with its act, so it is recorded on its own; the caller's error stays what it was.
    async fn put_refusals_on_record(&self, actor: Actor, unfinished: Unfinished) -> Error {
        match self.put_on_record(actor, unfinished.refusals).await {
            Ok(()) => unfinished.error,
            Err(cause) => cause,
        }
    }

    fn tell(&self, actor: Actor, changes: Vec<Change>) {
        for what in changes {
            self.0.hub.tell(Notice { practice: actor.practice(), what });
        }
    }
}
