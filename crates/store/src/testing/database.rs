//! A database of one test's own.

use std::{
    fmt::Write as _,
    fs::{self, TryLockError},
    hash::{BuildHasher, RandomState},
    path::{Path, PathBuf},
    process, thread,
    time::Duration,
};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

use super::server::Postgres;
use crate::{Db, Engine, Error, Migration, Options, Result};

/// An open database with its migrations applied; gone when dropped.
pub struct TestDatabase {
    db: Db,
    url: String,
    place: Place,
}

enum Place {
    Folder(TempDir),
    Server(&'static Postgres, String),
}

impl TestDatabase {
    /// A new database on `engine` with `migrations` applied.
    pub async fn open(engine: Engine, migrations: &'static [Migration]) -> Result<Self> {
        Self::open_with(engine, migrations, &Options::default()).await
    }

    /// As [`open`](Self::open), within `options`.
    pub async fn open_with(engine: Engine, migrations: &'static [Migration], options: &Options) -> Result<Self> {
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir().map_err(unavailable)?),
            Engine::Postgres => copy_of_template(migrations).await?,
        };
        let opened = Self::open_at(place, options).await?;
        opened.db.migrate(migrations).await?;
        Ok(opened)
    }

    async fn open_at(place: Place, options: &Options) -> Result<Self> {
        let url = match &place {
            Place::Folder(folder) => format!("sqlite:{}", file_in(folder.path()).display()),
            Place::Server(postgres, name) => postgres.url(name),
        };
        Ok(Self { db: Db::open(&url, options).await?, url, place })
    }

    /// A database of its own that holds what this one held when it was closed.
    pub async fn copy(&self) -> Result<Self> {
        let place = match &self.place {
            Place::Folder(folder) => {
                let copy = tempfile::tempdir().map_err(unavailable)?;
                fs::copy(file_in(folder.path()), file_in(copy.path())).map_err(unavailable)?;
                Place::Folder(copy)
            }
            Place::Server(postgres, name) => copy_of(postgres, &connect(postgres).await?, name).await?,
        };
        Self::open_at(place, &Options::default()).await
    }

    /// All that the engine keeps of the records, by what it is called: the files of SQLite, what `pg_dump` writes of
    /// PostgreSQL, where bytes stand in hexadecimal.
    pub fn raw(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let folder = match &self.place {
            Place::Folder(folder) => folder.path(),
            Place::Server(postgres, name) => return Ok(vec![("pg_dump".to_owned(), postgres.dump(name)?)]),
        };
        let entries = fs::read_dir(folder).map_err(unavailable)?;
        let read = |entry: std::io::Result<fs::DirEntry>| {
            let path = entry?.path();
            Ok((path.display().to_string(), fs::read(&path)?))
        };
        entries.map(read).collect::<std::io::Result<_>>().map_err(unavailable)
    }

    /// The open database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Its address, to open it a second time.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The database's file, on SQLite.
    pub fn file(&self) -> Option<PathBuf> {
        match &self.place {
            Place::Folder(folder) => Some(file_in(folder.path())),
            Place::Server(..) => None,
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Place::Server(postgres, ref name) = self.place {
            let drop_it = format!("drop database if exists {name} with (force)");
            // A thread of its own, since a test's runtime cannot be waited for from within.
            let dropping = thread::spawn(move || {
                let runtime =
                    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(unavailable)?;
                runtime.block_on(async { execute(&connect(postgres).await?, &drop_it).await })
            });
            // The server is swept when idle; a database left over does no harm.
            let _ = dropping.join();
        }
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("test.sqlite3")
}

async fn copy_of_template(migrations: &'static [Migration]) -> Result<Place> {
    let postgres = Postgres::start_or_share()?;
    let admin = connect(postgres).await?;
    let template = template(postgres, &admin, migrations).await?;
    copy_of(postgres, &admin, &template).await
}

async fn copy_of(postgres: &'static Postgres, admin: &Client, template: &str) -> Result<Place> {
    let name = format!("test_{}_{:016x}", process::id(), RandomState::new().hash_one(0));
    execute(admin, &format!("create database {name} template {template} strategy file_copy")).await?;
    Ok(Place::Server(postgres, name))
}

/// The name of the database that has just these migrations, made by whoever needs it first.
async fn template(postgres: &Postgres, admin: &Client, migrations: &'static [Migration]) -> Result<String> {
    let name = template_name(migrations);
    let lock = postgres.lock_file().map_err(unavailable)?;
    while let Err(TryLockError::WouldBlock) = lock.try_lock() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let found = admin.query("select 1 from pg_database where datname = $1", &[&name]).await.map_err(unavailable)?;
    if found.is_empty() {
        let unfinished = format!("unfinished_{name}");
        execute(admin, &format!("drop database if exists {unfinished} with (force)")).await?;
        execute(admin, &format!("create database {unfinished}")).await?;
        let db = Db::open(&postgres.url(&unfinished), &Options { connections: 1, ..Options::default() }).await?;
        db.migrate(migrations).await?;
        db.close().await;
        execute(admin, &format!("alter database {unfinished} rename to {name}")).await?;
    }
    Ok(name)
}

fn template_name(migrations: &[Migration]) -> String {
    let digest = migrations.iter().fold(Sha256::new(), |digest, migration| digest.chain_update(migration.digest()));
    digest.finalize()[..8].iter().fold("template_".to_owned(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

async fn connect(postgres: &Postgres) -> Result<Client> {
    let (client, connection) = tokio_postgres::connect(&postgres.url("postgres"), NoTls).await.map_err(unavailable)?;
    tokio::spawn(connection);
    Ok(client)
}

async fn execute(admin: &Client, text: &str) -> Result<()> {
    admin.batch_execute(text).await.map_err(unavailable)
}

fn unavailable(error: impl std::fmt::Display) -> Error {
    Error::Unavailable(error.to_string())
}
