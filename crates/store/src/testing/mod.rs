//! Fresh, migrated databases for tests, on either engine.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::{Db, Engine, Error, Migration, Options, Result};

/// A database of one test's own; gone when dropped.
pub struct TestDatabase {
    db: Db,
    url: String,
    place: Place,
}

enum Place {
    Sqlite(TempDir),
}

impl TestDatabase {
    /// A new database on `engine` with `migrations` applied.
    pub async fn open(engine: Engine, migrations: &'static [Migration]) -> Result<Self> {
        Self::open_with(engine, migrations, &Options::default()).await
    }

    /// As [`open`](Self::open), within `options`.
    pub async fn open_with(engine: Engine, migrations: &'static [Migration], options: &Options) -> Result<Self> {
        let place = match engine {
            Engine::Sqlite => {
                Place::Sqlite(tempfile::tempdir().map_err(|error| Error::Unavailable(error.to_string()))?)
            }
            Engine::Postgres => return Err(Error::Unsupported("PostgreSQL tests come next.".to_owned())),
        };
        let url = place.url();
        let db = Db::open(&url, options).await?;
        db.migrate(migrations).await?;
        Ok(Self { db, url, place })
    }

    /// The open database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Its address, to open it a second time.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The database file, on SQLite.
    pub fn file(&self) -> Option<PathBuf> {
        match &self.place {
            Place::Sqlite(folder) => Some(file_in(folder.path())),
        }
    }
}

impl Place {
    fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite:{}", file_in(folder.path()).display()),
        }
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("test.sqlite3")
}

/// Makes of `async fn NAME(engine: Engine)` the test `NAME::sqlite`.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        $(mod $name {
            #[tokio::test]
            async fn sqlite() {
                super::$name($crate::Engine::Sqlite).await;
            }
        })*
    };
}
