//! The database as the rest of the program holds it: open, migrate, write, read, look after, close.

use std::path::Path;

use crate::{Error, Migrated, Migration, Result, Sql, Tx, postgres::Postgres, sqlite::Sqlite};

/// Which engine keeps the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// One file, in this process.
    Sqlite,
    /// A server, shared by any number of processes.
    Postgres,
}

const PG_DUMP: &str = "Back up PostgreSQL with its own tools: `pg_dump -Fc`, or pgBackRest for any point in time.";

/// Bounds on what the store uses.
#[derive(Debug, Clone)]
pub struct Options {
    /// SQLite: reads that run at the same time.
    pub readers: usize,
    /// SQLite: acts that share one commit; more would make the first of them wait longer than a sync costs.
    pub batch_max: usize,
    /// Acts waiting or running before a further one has to wait for its turn.
    pub queue_max: usize,
    /// SQLite: page cache of each connection, in KiB, used as it fills.
    pub cache_kib: u32,
    /// PostgreSQL: connections this process may hold.
    pub connections: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { readers: cores().clamp(2, 4), batch_max: 256, queue_max: 4096, cache_kib: 32 * 1024, connections: 16 }
    }
}

pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// How a statement looks to an engine once prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prepared {
    /// Values it takes.
    pub params: usize,
    /// Columns it gives.
    pub columns: usize,
}

/// An open database; clones share it.
#[derive(Clone)]
pub struct Db {
    inner: Inner,
}

#[derive(Clone)]
enum Inner {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens `sqlite:PATH` (made when it is missing; its folder must exist) or `postgres://…`
    /// (also `postgres:///NAME?host=/folder/of/the/socket`).
    pub async fn open(url: &str, options: &Options) -> Result<Self> {
        let inner = match url.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() => Inner::Sqlite(Sqlite::open(Path::new(path), options).await?),
            Some(("postgres" | "postgresql", _)) => Inner::Postgres(Postgres::open(url, options).await?),
            _ => return Err(Error::Address("it starts with sqlite: or postgres://".to_owned())),
        };
        Ok(Self { inner })
    }

    /// Applies what is missing, all or nothing, and remembers it by SHA-256.
    ///
    /// `NewerSchema` and `ChangedMigration` refuse a database that this program would misread.
    pub async fn migrate(&self, migrations: &'static [Migration]) -> Result<Migrated> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.migrate(migrations).await,
            Inner::Postgres(postgres) => postgres.migrate(migrations).await,
        }
    }

    /// Runs `act` in one transaction and answers when it is on the disk.
    ///
    /// The act may be run more than once (PostgreSQL asks for a retry after a conflict) and goes on when the caller
    /// is dropped. On SQLite it may await nothing but its transaction.
    pub fn write<T, E, F>(&self, act: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        let inner = self.inner.clone();
        async move {
            match inner {
                Inner::Sqlite(sqlite) => sqlite.write(act).await,
                Inner::Postgres(postgres) => postgres.write(act).await,
            }
        }
    }

    /// Runs `act` on one unchanging view of the records; a statement that writes is a `Bug`.
    ///
    /// The view holds all that this process was told is on the disk, and on SQLite what another process wrote a quarter of a
    /// second before. The act may be run twice, so it must do nothing but read.
    pub fn read<T, E, F>(&self, act: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        let inner = self.inner.clone();
        async move {
            match inner {
                Inner::Sqlite(sqlite) => sqlite.read(act).await,
                Inner::Postgres(postgres) => postgres.read(act).await,
            }
        }
    }

    /// Prepares a statement without running it, for the test that prepares them all.
    pub async fn prepare(&self, sql: &'static Sql) -> Result<Prepared> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.prepare(sql).await,
            Inner::Postgres(postgres) => postgres.prepare(sql).await,
        }
    }

    /// How the statement finds its rows, step by step, in the engine's words; it is the same whatever is kept.
    ///
    /// SQLite only; on PostgreSQL, which plans by what it has counted, the answer is `Unsupported`.
    pub async fn plan(&self, sql: &'static Sql) -> Result<Vec<String>> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.plan(sql).await,
            Inner::Postgres(_) => Err(Error::Unsupported("PostgreSQL plans by what it has counted".to_owned())),
        }
    }

    /// Writes a checked copy to `path`, which must not exist, while acts go on.
    ///
    /// SQLite only; on PostgreSQL the answer is `Unsupported` and names `pg_dump`.
    pub async fn backup_to(&self, path: &Path) -> Result<()> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.backup_to(path).await,
            Inner::Postgres(_) => Err(Error::Unsupported(PG_DUMP.to_owned())),
        }
    }

    /// Clears what is left of rows that were overwritten or deleted in `tables`, which are named by the program alone.
    ///
    /// SQLite overwrites them with zeros as they go; what remains in the log beside the file is cut off. PostgreSQL writes
    /// the tables anew, where its role owns them. `Unavailable` while others hold them: try again later.
    pub async fn clear_traces(&self, tables: &'static [&'static str]) -> Result<()> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.clear_traces().await,
            Inner::Postgres(postgres) => postgres.clear_traces(tables).await,
        }
    }

    /// Looks for damage; reads the whole file on SQLite, asks for failed page checksums on PostgreSQL.
    pub async fn integrity(&self) -> Result<()> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.integrity().await,
            Inner::Postgres(postgres) => postgres.integrity().await,
        }
    }

    /// Bytes the records take on disk.
    pub async fn size_bytes(&self) -> Result<u64> {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite.size_bytes().await,
            Inner::Postgres(postgres) => postgres.size_bytes().await,
        }
    }

    /// The engine's name and version, such as `SQLite 3.51.3`.
    pub async fn version(&self) -> Result<String> {
        match &self.inner {
            Inner::Sqlite(_) => Ok(format!("SQLite {}", rusqlite::version())),
            Inner::Postgres(postgres) => Ok(format!("PostgreSQL {}", postgres.version().await?)),
        }
    }

    /// Lets running acts finish, then closes for all clones: their later acts are answered `Closed`.
    pub async fn close(self) {
        match self.inner {
            Inner::Sqlite(sqlite) => sqlite.close().await,
            Inner::Postgres(postgres) => postgres.close().await,
        }
    }

    /// The engine behind this database.
    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    #[cfg(test)]
    pub(crate) fn sqlite(&self) -> &Sqlite {
        match &self.inner {
            Inner::Sqlite(sqlite) => sqlite,
            Inner::Postgres(_) => unreachable!("asked of SQLite only"),
        }
    }
}
