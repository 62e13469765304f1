//! Opens connections to the file with the settings that keep records safe.

use std::{fs::OpenOptions, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::error::translate;
use crate::{Error, Options, Result};

/// 3.51.3 mends the rare corruption when two connections reset the write-ahead log at once.
const OLDEST: i32 = 3_051_003;

/// How long another process may hold the file before an act is refused.
pub const BUSY: Duration = Duration::from_secs(5);

/// More than the program has statements, so that each is prepared once for each connection.
const STATEMENTS_KEPT: usize = 1024;

/// Refuses a SQLite library that is too old; `found` is `major * 1_000_000 + minor * 1_000 + patch`.
pub fn check_version(found: i32) -> Result<()> {
    let name = |number: i32| format!("{}.{}.{}", number / 1_000_000, number / 1_000 % 1_000, number % 1_000);
    if found >= OLDEST {
        return Ok(());
    }
    Err(Error::OldSqlite { found: name(found), needed: name(OLDEST) })
}

/// The connection that writes; makes the file, readable by its owner only, when it is missing.
pub fn writer(path: &Path, options: &Options) -> Result<Connection> {
    create_private(path)?;
    let connection = plain(path)?;
    let settings = format!("pragma cache_size = -{}; pragma wal_autocheckpoint = 4000;", options.cache_kib);
    connection.execute_batch(&settings).map_err(|error| translate(error, "open"))?;
    if connection.is_readonly("main").map_err(|error| translate(error, "open"))? {
        return Err(Error::Unavailable("its file may not be written".to_owned()));
    }
    Ok(connection)
}

/// A connection that can only read.
pub fn reader(path: &Path, options: &Options) -> Result<Connection> {
    let connection = plain(path)?;
    let settings = format!("pragma cache_size = -{}; pragma query_only = on;", options.cache_kib);
    connection.execute_batch(&settings).map_err(|error| translate(error, "open"))?;
    Ok(connection)
}

/// A connection to a file that exists, with what every connection needs.
pub fn plain(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| translate(error, "open"))?;
    configure(&connection).map_err(|error| translate(error, "open"))?;
    let journal: String = connection
        .query_row("pragma journal_mode = wal", [], |row| row.get(0))
        .map_err(|error| translate(error, "open"))?;
    if journal == "wal" {
        return Ok(connection);
    }
    Err(Error::Unavailable(format!("its file system cannot keep a write-ahead log (journal mode is {journal})")))
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A plan does not follow the values: otherwise a statement is planned again with each of them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.execute_batch(
        "pragma synchronous = full;
         pragma foreign_keys = on;
         pragma secure_delete = on;
         pragma temp_store = memory;
         pragma trusted_schema = off;
         pragma cell_size_check = on;",
    )
}

fn create_private(path: &Path) -> Result<()> {
    let opened = private_file().create(true).truncate(false).open(path);
    opened.map(drop).map_err(|error| Error::Unavailable(format!("{} cannot be opened: {error}", path.display())))
}

/// How to open a file that, if made, only its owner may read.
pub fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::writer;
    use crate::Options;

    const SKEWED: &str = "create table roles (person integer not null, role integer not null) strict;
        create index roles_person on roles (person);
        create index roles_role on roles (role);
        with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 2000)
        insert into roles select number, number % 7 = 0 from numbers;
        analyze;";

    #[test]
    fn a_statement_is_planned_once_whatever_its_values() {
        let folder = tempfile::tempdir().unwrap();
        let connection = writer(&folder.path().join("roles.db"), &Options::default()).unwrap();
        connection.execute_batch(SKEWED).unwrap();
        let mut statement = connection.prepare("select person from roles where person > ?1 and role = ?2").unwrap();
        for value in 0..9 {
            statement.query_row([value * 100, value % 2], |row| row.get::<_, i64>(0)).unwrap();
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
