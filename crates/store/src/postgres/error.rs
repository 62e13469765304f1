//! Translates what PostgreSQL says into the store's errors.

use std::error::Error as _;

use deadpool_postgres::{HookError, PoolError};
use tokio_postgres::error::{DbError, SqlState};

use crate::Error;

/// The error for `statement`. Only names are taken from the server's answer: its details quote values.
pub fn translate(error: &tokio_postgres::Error, statement: &'static str) -> Error {
    match error.as_db_error() {
        Some(refusal) => from_refusal(refusal, statement),
        None if is_connection(error) => Error::Unavailable(format!("{error}")),
        None => {
            let cause = error.source().map(ToString::to_string).unwrap_or_default();
            Error::Bug(format!("`{statement}`: {error}: {cause}"))
        }
    }
}

/// The error for a connection that cannot be had.
pub fn translate_pool(error: PoolError) -> Error {
    match error {
        PoolError::Timeout(_) => Error::Unavailable("no connection became free in time".to_owned()),
        PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)) => {
            Error::Unavailable(error.to_string())
        }
        PoolError::Closed => Error::Closed,
        other => Error::Bug(format!("a connection cannot be made: {other}")),
    }
}

/// Whether the act met another one and may succeed when run again.
pub fn is_conflict(error: &tokio_postgres::Error) -> bool {
    [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].iter().any(|code| error.code() == Some(code))
}

/// Whether the connection is gone: before the commit nothing was kept, during it nobody can say.
pub fn is_loss(error: &tokio_postgres::Error) -> bool {
    error.is_closed()
        || [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN].iter().any(|code| error.code() == Some(code))
}

fn from_refusal(refusal: &DbError, statement: &'static str) -> Error {
    let message = refusal.message();
    match *refusal.code() {
        SqlState::UNIQUE_VIOLATION | SqlState::CHECK_VIOLATION => {
            Error::Constraint(refusal.constraint().unwrap_or_default().to_owned())
        }
        SqlState::FOREIGN_KEY_VIOLATION | SqlState::RESTRICT_VIOLATION => {
            tracing::debug!(statement, constraint = refusal.constraint(), "a foreign key refused a change");
            Error::Constraint("foreign_key".to_owned())
        }
        SqlState::NOT_NULL_VIOLATION => {
            let [table, column] = [refusal.table(), refusal.column()].map(Option::unwrap_or_default);
            Error::Constraint(format!("{table}_{column}_not_null"))
        }
        SqlState::DISK_FULL => Error::Full,
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => {
            tracing::error!(statement, message, "stored records are damaged");
            Error::Corrupt(format!("`{statement}`: {message}"))
        }
        SqlState::READ_ONLY_SQL_TRANSACTION => Error::Bug(format!("`{statement}` writes inside a read")),
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
            Error::Unavailable("other acts kept getting in the way".to_owned())
        }
        SqlState::LOCK_NOT_AVAILABLE => Error::Unavailable("others hold a table".to_owned()),
        ref code if is_about_the_server(code) => Error::Unavailable(message.to_owned()),
        ref code => Error::Bug(format!("`{statement}`: {message} ({})", code.code())),
    }
}

/// Connections (08), resources (53), an operator's hand (57) and the server's own surroundings (58).
fn is_about_the_server(code: &SqlState) -> bool {
    ["08", "53", "57", "58"].iter().any(|class| code.code().starts_with(class))
}

fn is_connection(error: &tokio_postgres::Error) -> bool {
    error.is_closed() || error.source().is_some_and(<dyn std::error::Error>::is::<std::io::Error>)
}
