//! Translates what SQLite says into the store's errors.

use rusqlite::{ErrorCode, ffi};

use super::names::Names;
use crate::Error;

/// The error for `statement`, constraint names aside.
pub fn translate(error: rusqlite::Error, statement: &'static str) -> Error {
    translate_named(error, statement, &Names::default())
}

/// The error for `statement`, with our names for the constraints that SQLite only describes.
pub fn translate_named(error: rusqlite::Error, statement: &'static str, names: &Names) -> Error {
    match error {
        rusqlite::Error::SqliteFailure(failure, message) => {
            let message = message.unwrap_or_else(|| failure.to_string());
            from_failure(failure, &message, statement, names)
        }
        rusqlite::Error::SqlInputError { error, msg, .. } => from_failure(error, &msg, statement, names),
        rusqlite::Error::Utf8Error(..) => corrupt("a text is not UTF-8", statement),
        other => Error::Bug(format!("`{statement}`: {other}")),
    }
}

fn from_failure(failure: ffi::Error, message: &str, statement: &'static str, names: &Names) -> Error {
    match failure.code {
        ErrorCode::ConstraintViolation => constraint(failure.extended_code, message, statement, names),
        ErrorCode::DiskFull => Error::Full,
        // The log's index grows with the log; without space for it SQLite speaks of I/O.
        ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => Error::Full,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => corrupt(message, statement),
        ErrorCode::ReadOnly if failure.extended_code == ffi::SQLITE_READONLY => {
            Error::Bug(format!("`{statement}` writes inside a read"))
        }
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            Error::Unavailable("another process holds its file".to_owned())
        }
        ErrorCode::SystemIoFailure
        | ErrorCode::CannotOpen
        | ErrorCode::ReadOnly
        | ErrorCode::PermissionDenied
        | ErrorCode::OutOfMemory
        | ErrorCode::FileLockingProtocolFailed => Error::Unavailable(message.to_owned()),
        _ => Error::Bug(format!("`{statement}`: {message}")),
    }
}

fn constraint(kind: i32, message: &str, statement: &'static str, names: &Names) -> Error {
    let broken = message.split_once(": ").map_or("", |(_, broken)| broken);
    match kind {
        // SQLite does not say which; PostgreSQL's answer is made as coarse, so that both are one.
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Error::Constraint("foreign_key".to_owned()),
        ffi::SQLITE_CONSTRAINT_CHECK => Error::Constraint(broken.to_owned()),
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Error::Constraint(names.of_unique(broken))
        }
        ffi::SQLITE_CONSTRAINT_NOTNULL => Error::Constraint(format!("{}_not_null", broken.replace('.', "_"))),
        _ => Error::Bug(format!("`{statement}`: {message}")),
    }
}

fn corrupt(message: &str, statement: &'static str) -> Error {
    tracing::error!(statement, message, "stored records are damaged");
    Error::Corrupt(format!("`{statement}`: {message}"))
}
