//! Applies migrations to a PostgreSQL database, all in one transaction.

use deadpool_postgres::Client;
use tokio_postgres::{Transaction, error::SqlState};

use super::{Lane, error::translate};
use crate::{
    Engine, Error, Migrated, Migration, Result, Value,
    migrate::{Applied, CREATE_RECORD, READ_RECORD, RECORD, for_engine, pending},
};

/// Processes that start together meet here; each of them needs one try more than those before it.
const TRIES: u32 = 16;

/// Applies what is missing; on any error the database is as it was.
pub async fn apply(lane: &Lane, known: &[Migration]) -> Result<Migrated> {
    let mut client = lane.client().await?;
    for _ in 1..TRIES {
        match try_apply(&mut client, known).await {
            Err(Tried::Met) => {}
            Err(Tried::Failed(error)) => return Err(error),
            Ok(migrated) => return Ok(migrated),
        }
    }
    Err(Error::Unavailable("other processes kept migrating the database".to_owned()))
}

/// Why one try came to nothing.
enum Tried {
    /// Another process recorded the same migration, or made the record, at the same moment.
    Met,
    Failed(Error),
}

impl From<Error> for Tried {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

async fn try_apply(client: &mut Client, known: &[Migration]) -> Result<Migrated, Tried> {
    let transaction = (**client).transaction().await.map_err(|error| translate(&error, "migrate"))?;
    let unhurried = "set local statement_timeout = 0; set local client_min_messages = warning";
    transaction.batch_execute(unhurried).await.map_err(|error| translate(&error, "migrate"))?;
    let create = for_engine(CREATE_RECORD, Engine::Postgres)?;
    transaction.batch_execute(&create).await.map_err(|error| met(&error, "schema_migration"))?;
    let applied = read_record(&transaction).await.map_err(|error| translate(&error, READ_RECORD.name))?;
    let pending = pending(&applied, known)?;
    for migration in pending {
        // Recorded first: the primary key makes a second process wait here until this one is done.
        let row = [Value::from(migration.number), migration.name.into(), migration.digest().into()];
        transaction.execute_raw(RECORD.text, row).await.map_err(|error| met(&error, RECORD.name))?;
        let text = for_engine(migration.text, Engine::Postgres)?;
        transaction.batch_execute(&text).await.map_err(|error| translate(&error, migration.name))?;
    }
    transaction.commit().await.map_err(|error| translate(&error, "migrate"))?;
    let before = applied.last().map_or(0, |migration| migration.number);
    Ok(Migrated { before, after: pending.last().map_or(before, |migration| migration.number) })
}

fn met(error: &tokio_postgres::Error, statement: &'static str) -> Tried {
    match error.code() {
        Some(&SqlState::UNIQUE_VIOLATION | &SqlState::DUPLICATE_TABLE) => Tried::Met,
        _ => Tried::Failed(translate(error, statement)),
    }
}

async fn read_record(transaction: &Transaction<'_>) -> Result<Vec<Applied>, tokio_postgres::Error> {
    let rows = transaction.query(READ_RECORD.text, &[]).await?;
    let read = rows.iter().map(|row| {
        let number: i64 = row.try_get(0)?;
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        Ok(Applied { number, name: row.try_get(1)?, digest: row.try_get(2)? })
    });
    read.collect()
}
