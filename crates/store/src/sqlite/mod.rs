//! SQLite: one thread that writes, a few that read, one file.

mod act;
mod backup;
mod changes;
pub mod connect;
mod error;
mod migrate;
mod names;
mod outlook;
mod place;
mod readers;
mod tx;
mod writer;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use rusqlite::Connection;

pub use self::changes::Changes;
use self::{error::translate, readers::Readers, writer::Writer};
use crate::{Error, Migrated, Migration, Options, Prepared, Result, Sql, Tx};

#[cfg(test)]
pub use changes::places;

/// How long clearing the log may wait for readers.
const CLEARING: Duration = Duration::from_millis(200);

/// An open SQLite file; clones share it.
#[derive(Clone)]
pub struct Sqlite {
    shared: Arc<Shared>,
}

struct Shared {
    path: PathBuf,
    writer: Writer,
    readers: Readers,
}

impl Sqlite {
    pub async fn open(path: &Path, options: &Options) -> Result<Self> {
        let (path, options) = (path.to_owned(), options.clone());
        let shared = blocking(move || {
            connect::check_version(rusqlite::version_number())?;
            place::check(&path)?;
            let changes = Arc::new(Changes::new());
            let writer = connect::writer(&path, &options)?;
            let readers = Readers::open(&path, &options, changes.clone())?;
            let writer = Writer::start(writer, &options, changes, readers.idle())?;
            Ok(Shared { path, writer, readers })
        });
        Ok(Self { shared: Arc::new(shared.await?) })
    }

    pub async fn write<T, E, F>(&self, act: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        self.shared.writer.write(act).await
    }

    pub async fn read<T, E, F>(&self, act: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        self.shared.readers.read(act).await
    }

    pub async fn migrate(&self, migrations: &'static [Migration]) -> Result<Migrated> {
        self.alone(|connection| migrate::apply(connection, migrations)).await
    }

    /// Runs `task` on the connection that writes, between two commits.
    pub async fn alone<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.shared.writer.alone(task).await
    }

    pub async fn prepare(&self, sql: &'static Sql) -> Result<Prepared> {
        self.on_own_connection(move |connection| {
            let statement = connection.prepare(sql.text).map_err(|error| translate(error, sql.name))?;
            Ok(Prepared { params: statement.parameter_count(), columns: statement.column_count() })
        })
        .await
    }

    pub async fn plan(&self, sql: &'static Sql) -> Result<Vec<String>> {
        self.on_own_connection(move |connection| {
            let steps = || {
                let mut plan = connection.prepare(&format!("explain query plan {}", sql.text))?;
                plan.raw_query().mapped(|step| step.get("detail")).collect::<rusqlite::Result<_>>()
            };
            steps().map_err(|error| translate(error, sql.name))
        })
        .await
    }

    pub async fn backup_to(&self, path: &Path) -> Result<()> {
        let path = path.to_owned();
        self.on_own_connection(move |connection| backup::write(connection, &path)).await
    }

    /// Acts wait meanwhile, so a read that takes long, such as a backup's, is not waited for.
    pub async fn clear_traces(&self) -> Result<()> {
        const CUT: &str = "pragma wal_checkpoint(truncate)";
        let held: i64 = self
            .alone(|connection| {
                let told = |error| translate(error, CUT);
                connection.busy_timeout(CLEARING).map_err(told)?;
                let held = connection.query_row(CUT, [], |row| row.get(0)).map_err(told);
                connection.busy_timeout(connect::BUSY).map_err(told)?;
                held
            })
            .await?;
        if held == 0 { Ok(()) } else { Err(Error::Unavailable("a long read holds its log".to_owned())) }
    }

    pub async fn integrity(&self) -> Result<()> {
        self.on_own_connection(backup::check).await
    }

    pub async fn size_bytes(&self) -> Result<u64> {
        self.on_own_connection(|connection| {
            let size = "select page_count * page_size from pragma_page_count, pragma_page_size";
            let size: i64 =
                connection.query_row(size, [], |row| row.get(0)).map_err(|error| translate(error, "size"))?;
            u64::try_from(size).map_err(|_| Error::Corrupt("the file has a negative size".to_owned()))
        })
        .await
    }

    pub async fn close(self) {
        self.shared.readers.close().await;
        self.shared.writer.close().await;
    }

    /// Long looks at the file neither wait for acts nor hold them up.
    async fn on_own_connection<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let path = self.shared.path.clone();
        blocking(move || look(&connect::plain(&path)?)).await
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Error::Bug("a task of the store panicked".to_owned())))
}

fn execute(connection: &Connection, text: &'static str) -> Result<()> {
    let executed = connection.prepare_cached(text).and_then(|mut statement| statement.execute([]));
    executed.map(drop).map_err(|error| translate(error, text))
}
