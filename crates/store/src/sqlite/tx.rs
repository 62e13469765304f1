//! A transaction on a SQLite connection; each of its futures is ready at once.

use std::future::ready;

use rusqlite::{
    CachedStatement, Connection, ToSql, params_from_iter,
    types::{ToSqlOutput, ValueRef},
};

use super::{error::translate_named, names::Names};
use crate::{Error, Fut, Result, Row, Sql, Tx, Value};

/// One act's share of a transaction.
pub struct SqliteTx<'c> {
    connection: &'c Connection,
    names: &'c Names,
    failed: Option<Error>,
}

impl<'c> SqliteTx<'c> {
    pub fn new(connection: &'c Connection, names: &'c Names) -> Self {
        Self { connection, names, failed: None }
    }

    /// The first error of a statement, which the act's answer must not hide.
    pub fn failed(&self) -> Option<Error> {
        self.failed.clone()
    }

    fn attempt<T>(
        &mut self,
        sql: &'static Sql,
        step: impl FnOnce(&mut CachedStatement<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let stepped = self.connection.prepare_cached(sql.text).and_then(|mut statement| step(&mut statement));
        stepped.map_err(|error| {
            let error = translate_named(error, sql.name, self.names);
            self.failed = Some(error.clone());
            error
        })
    }
}

impl Tx for SqliteTx<'_> {
    fn run<'a>(&'a mut self, sql: &'static Sql, params: Vec<Value>) -> Fut<'a, u64> {
        let changed = self.attempt(sql, |statement| statement.execute(params_from_iter(&params)));
        Box::pin(ready(changed.map(|changed| changed as u64)))
    }

    fn rows<'a>(&'a mut self, sql: &'static Sql, params: Vec<Value>) -> Fut<'a, Vec<Row>> {
        let rows = self.attempt(sql, |statement| {
            let width = statement.column_count();
            let mut found = statement.query(params_from_iter(&params))?;
            let mut rows = Vec::new();
            while let Some(row) = found.next()? {
                let values = (0..width).map(|column| value(column, row.get_ref(column)?));
                rows.push(Row::new(sql, values.collect::<rusqlite::Result<_>>()?));
            }
            Ok(rows)
        });
        Box::pin(ready(rows))
    }
}

fn value(column: usize, stored: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match stored {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Text(text) => {
            let text = str::from_utf8(text).map_err(|error| rusqlite::Error::Utf8Error(column, error))?;
            Value::Text(text.to_owned())
        }
        ValueRef::Real(_) => {
            return Err(rusqlite::Error::InvalidColumnType(column, "a fraction".to_owned(), stored.data_type()));
        }
    })
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            // PostgreSQL cannot keep one, so neither engine may.
            Self::Text(text) if text.contains('\0') => {
                return Err(rusqlite::Error::ToSqlConversionFailure("a text holds a NUL".into()));
            }
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
