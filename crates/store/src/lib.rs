//! Where everything is kept: one way to read and write, on SQLite or PostgreSQL.
//!
//! This is the only crate that names a database engine. An *act* is an async closure over [`Tx`]; [`Db::write`] and
//! [`Db::read`] carry it to the store's own thread and run it inside one transaction, detached from the caller. A write
//! that was answered `Ok` is on the disk.

mod check_migration;
mod check_statement;
mod db;
mod error;
mod lex;
mod migrate;
mod postgres;
mod row;
mod sql;
mod sqlite;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod tx;
mod value;

pub use check_migration::check_migration;
pub use check_statement::check_statement;
pub use db::{Db, Engine, Options, Prepared};
pub use error::{Error, Result};
pub use migrate::{Migrated, Migration};
pub use row::Row;
pub use sql::Sql;
pub use tx::{Fut, Tx};
pub use value::{FromValue, Value};
