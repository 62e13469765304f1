//! Applies migrations to a SQLite file, all in one transaction.

use rusqlite::Connection;

use super::{error::translate, execute, outlook};
use crate::{
    Engine, Error, Migrated, Migration, Result,
    migrate::{Applied, CREATE_RECORD, READ_RECORD, RECORD, for_engine, pending},
};

/// Applies what is missing; on any error the file is as it was.
pub fn apply(connection: &mut Connection, known: &[Migration]) -> Result<Migrated> {
    // A table may only be rebuilt with foreign keys off, and that cannot be changed inside a transaction.
    connection.execute_batch("pragma foreign_keys = off").map_err(|error| translate(error, "migrate"))?;
    let applied = execute(connection, "begin immediate").and_then(|()| {
        let migrated = apply_pending(connection, known).and_then(|migrated| {
            check_foreign_keys(connection)?;
            execute(connection, "commit").map(|()| migrated)
        });
        if migrated.is_err() && !connection.is_autocommit() {
            execute(connection, "rollback")?;
        }
        migrated
    });
    connection.execute_batch("pragma foreign_keys = on").map_err(|error| translate(error, "migrate"))?;
    applied
}

fn apply_pending(connection: &Connection, known: &[Migration]) -> Result<Migrated> {
    run_text(connection, CREATE_RECORD, "schema_migration")?;
    let applied = read_record(connection).map_err(|error| translate(error, READ_RECORD.name))?;
    let pending = pending(&applied, known)?;
    for migration in pending {
        run_text(connection, migration.text, migration.name)?;
        let row = (migration.number, migration.name, migration.digest());
        connection.execute(RECORD.text, row).map_err(|error| translate(error, RECORD.name))?;
    }
    if !pending.is_empty() {
        outlook::tell(connection)?;
    }
    let before = applied.last().map_or(0, |migration| migration.number);
    Ok(Migrated { before, after: pending.last().map_or(before, |migration| migration.number) })
}

fn run_text(connection: &Connection, text: &str, name: &'static str) -> Result<()> {
    connection.execute_batch(&for_engine(text, Engine::Sqlite)?).map_err(|error| translate(error, name))
}

fn read_record(connection: &Connection) -> rusqlite::Result<Vec<Applied>> {
    let mut statement = connection.prepare(READ_RECORD.text)?;
    let rows =
        statement.query_map([], |row| Ok(Applied { number: row.get(0)?, name: row.get(1)?, digest: row.get(2)? }))?;
    rows.collect()
}

fn check_foreign_keys(connection: &Connection) -> Result<()> {
    let mut check = connection.prepare("pragma foreign_key_check").map_err(|error| translate(error, "migrate"))?;
    match check.exists([]) {
        Ok(false) => Ok(()),
        Ok(true) => Err(Error::Constraint("foreign_key".to_owned())),
        Err(error) => Err(translate(error, "migrate")),
    }
}
