//! The connections that read, each used by one act at a time.
//!
//! SQLite forgets all that a connection has read of the file at each commit of another. Whatever somebody reads is put on
//! record, so that would be after every page. A connection therefore keeps its view of the records for a moment, and goes
//! on with it as long as no table that an act reads has changed.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::{
    act,
    changes::Changes,
    connect, execute,
    names::Names,
    tx::{Minds, SqliteTx},
};
use crate::{Error, Options, Result, Tx};

/// How long a view is kept: what another process writes is seen after this, and the log can be copied into the file.
const KEPT: Duration = Duration::from_millis(250);

/// A log with more pages than this has no views kept beside it: 16 MB.
const LOG_PAGES_MAX: i64 = 4_000;

/// A fixed number of `query_only` connections.
pub struct Readers {
    count: usize,
    places: Arc<Semaphore>,
    idle: Arc<Idle>,
}

impl Readers {
    pub fn open(path: &Path, options: &Options, changes: Arc<Changes>) -> Result<Self> {
        let count = options.readers.clamp(1, 64);
        let open = || Ok(Reader { connection: connect::reader(path, options)?, view: None });
        let readers = (0..count).map(|_| open()).collect::<Result<_>>()?;
        let places = Arc::new(Semaphore::new(count));
        Ok(Self {
            count,
            places,
            idle: Arc::new(Idle { readers: Mutex::new(readers), changes, are_views_kept: AtomicBool::new(true) }),
        })
    }

    /// Those that nobody uses.
    pub fn idle(&self) -> Arc<Idle> {
        self.idle.clone()
    }

    /// Runs the act on one view of the records.
    pub async fn read<T, E, F>(&self, act: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        let place = self.places.clone().acquire_owned().await.map_err(|_| Error::Closed)?;
        let idle = self.idle.clone();
        let read = tokio::task::spawn_blocking(move || {
            let mut reader = idle.lock().pop().ok_or(Error::Closed)?;
            let outcome = reader.read(&act, &idle.changes);
            idle.take_back(reader);
            drop(place);
            outcome
        });
        read.await.unwrap_or_else(|_| Err(Error::Closed.into()))
    }

    /// Waits for running acts and closes the connections.
    pub async fn close(&self) {
        for _ in 0..self.count {
            if let Ok(place) = self.places.acquire().await {
                place.forget();
            }
        }
        self.places.close();
        self.idle.lock().clear();
    }
}

/// Connections that nobody uses, and what they may have missed.
pub struct Idle {
    readers: Mutex<Vec<Reader>>,
    changes: Arc<Changes>,
    are_views_kept: AtomicBool,
}

impl Idle {
    /// Says how long the log is, in pages. A long one must be begun anew, for which there must be a moment without any view.
    pub fn note_log(&self, pages: i64) {
        self.are_views_kept.store(pages <= LOG_PAGES_MAX, SeqCst);
    }

    /// Ends all views that no act is using, and lets no other be kept until the log is noted again.
    pub fn end_views(&self) {
        self.are_views_kept.store(false, SeqCst);
        self.end_views_of(Duration::ZERO);
    }

    /// Ends the views that are older than `age`.
    pub fn end_views_of(&self, age: Duration) {
        self.lock().iter_mut().for_each(|reader| reader.end_view_of(age));
    }

    fn take_back(&self, mut reader: Reader) {
        // Asked under the lock: whoever ends all views either finds this one here, or has said before that none is kept.
        let mut readers = self.lock();
        if !self.are_views_kept.load(SeqCst) {
            reader.end_view_of(Duration::ZERO);
        }
        readers.push(reader);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Reader>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection, and the view that it keeps.
struct Reader {
    connection: Connection,
    view: Option<View>,
}

#[derive(Clone, Copy)]
struct View {
    /// How many commits it holds at least.
    count: u64,
    begun: Instant,
}

impl Reader {
    fn read<T, E, F>(&mut self, act: &F, changes: &Changes) -> Result<T, E>
    where
        E: From<Error>,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E>,
    {
        self.end_view_of(KEPT);
        if let Some(view) = self.view
            && let Some(outcome) = self.run(act, Minds::Changes(changes, view.count))
        {
            return outcome;
        }
        self.end_view_of(Duration::ZERO);
        let view = View { count: changes.count(), begun: Instant::now() };
        execute(&self.connection, "begin")?;
        self.view = Some(view);
        self.run(act, Minds::Nothing)
            .unwrap_or_else(|| Err(Error::Bug("a view had passed as it began".to_owned()).into()))
    }

    /// What came of the act; nothing where it must be run again on a new view.
    fn run<T, E, F>(&mut self, act: &F, minds: Minds<'_>) -> Option<Result<T, E>>
    where
        E: From<Error>,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E>,
    {
        let names = Names::default();
        let mut tx = SqliteTx::new(&self.connection, &names, minds);
        let outcome = act::run(act, &mut tx);
        let is_stale = tx.is_stale();
        // Where a statement met trouble, SQLite may have ended the transaction.
        self.view.take_if(|_| self.connection.is_autocommit());
        (!is_stale).then_some(outcome)
    }

    fn end_view_of(&mut self, age: Duration) {
        if self.view.take_if(|view| view.begun.elapsed() >= age).is_none() {
            return;
        }
        if let Err(error) = execute(&self.connection, "rollback") {
            tracing::error!(%error, "a view of the records could not be ended");
        }
    }
}
