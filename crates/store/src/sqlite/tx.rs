//! A transaction on a SQLite connection; each of its futures is ready at once.

use std::future::ready;

use rusqlite::{
    CachedStatement, Connection, ToSql, params_from_iter,
    types::{ToSqlOutput, ValueRef},
};

use super::{
    changes::{Changes, places},
    error::translate_named,
    names::Names,
};
use crate::{Error, Fut, Result, Row, Sql, Tx, Value};

/// What a transaction minds beside its own statements.
pub enum Minds<'c> {
    /// Nothing: its view has just begun.
    Nothing,
    /// Its view began for an earlier act, after so many commits; what it reads must not have changed since.
    Changes(&'c Changes, u64),
    /// It writes, and remembers in which tables.
    Touched(&'c mut Vec<usize>),
}

/// One act's share of a transaction.
pub struct SqliteTx<'c> {
    connection: &'c Connection,
    names: &'c Names,
    minds: Minds<'c>,
    failed: Option<Error>,
    is_stale: bool,
}

impl<'c> SqliteTx<'c> {
    pub fn new(connection: &'c Connection, names: &'c Names, minds: Minds<'c>) -> Self {
        Self { connection, names, minds, failed: None, is_stale: false }
    }

    /// Whether the act came to something that has changed since its view began. It did not see it, and must be run again.
    pub fn is_stale(&self) -> bool {
        self.is_stale
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
        self.mind(sql).and_then(|()| self.step(sql, step)).inspect_err(|error| self.failed = Some(error.clone()))
    }

    fn mind(&mut self, sql: &'static Sql) -> Result<()> {
        if let Minds::Changes(changes, count) = &self.minds
            && changes.have_passed(*count, sql)
        {
            self.is_stale = true;
            return Err(Error::Unavailable("what is read has changed meanwhile".to_owned()));
        }
        Ok(())
    }

    fn step<T>(
        &mut self,
        sql: &'static Sql,
        step: impl FnOnce(&mut CachedStatement<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let stepping = || {
            let mut statement = self.connection.prepare_cached(sql.text)?;
            if let Minds::Touched(touched) = &mut self.minds
                && !statement.readonly()
            {
                touched.extend(places(sql));
            }
            step(&mut statement)
        };
        stepping().map_err(|error| translate_named(error, sql.name, self.names))
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
        ValueRef::Blob(bytes) => Value::from(bytes),
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
            Self::Id(id) => ValueRef::Blob(id),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
