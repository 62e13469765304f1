//! The connections that read, each used by one act at a time.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::{act, connect, execute, names::Names, tx::SqliteTx};
use crate::{Error, Options, Result, Tx};

/// A fixed number of `query_only` connections.
pub struct Readers {
    count: usize,
    places: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Readers {
    pub fn open(path: &Path, options: &Options) -> Result<Self> {
        let count = options.readers.clamp(1, 64);
        let idle: Vec<_> = (0..count).map(|_| connect::reader(path, options)).collect::<Result<_>>()?;
        let places = Arc::new(Semaphore::new(count));
        Ok(Self { count, places, idle: Arc::new(Mutex::new(idle)) })
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
            let connection = lock(&idle).pop().ok_or(Error::Closed)?;
            let outcome = view(&connection, &act);
            lock(&idle).push(connection);
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
        lock(&self.idle).clear();
    }
}

fn view<T, E, F>(connection: &Connection, act: &F) -> Result<T, E>
where
    E: From<Error>,
    F: AsyncFn(&mut dyn Tx) -> Result<T, E>,
{
    execute(connection, "begin")?;
    let outcome = act::run(act, &mut SqliteTx::new(connection, &Names::default()));
    // A read that hit trouble may have ended its transaction already.
    if !connection.is_autocommit() {
        execute(connection, "rollback")?;
    }
    outcome
}

fn lock(idle: &Mutex<Vec<Connection>>) -> MutexGuard<'_, Vec<Connection>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}
