//! The open transaction as an act sees it.

use std::pin::Pin;

use crate::{Error, Result, Row, Sql, Value};

/// What a statement gives: a future that stays on the store's thread.
pub type Fut<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + 'a>>;

/// One open transaction.
///
/// After a statement fails, the transaction is lost on both engines: later statements fail too, and an act that
/// returns `Ok` all the same is answered with the first error. Ask with `on conflict do nothing` where a clash is expected.
pub trait Tx {
    /// Runs a statement that gives no rows; gives how many rows it changed.
    fn run<'a>(&'a mut self, sql: &'static Sql, params: Vec<Value>) -> Fut<'a, u64>;

    /// Runs a statement and gives all its rows, in order.
    fn rows<'a>(&'a mut self, sql: &'static Sql, params: Vec<Value>) -> Fut<'a, Vec<Row>>;
}

impl dyn Tx + '_ {
    /// The only row, or `Missing`.
    pub async fn one(&mut self, sql: &'static Sql, params: Vec<Value>) -> Result<Row> {
        self.maybe(sql, params).await?.ok_or(Error::Missing)
    }

    /// The only row, if there is one; several are a `Bug` of the statement.
    pub async fn maybe(&mut self, sql: &'static Sql, params: Vec<Value>) -> Result<Option<Row>> {
        let mut rows = self.rows(sql, params).await?;
        if rows.len() > 1 {
            return Err(Error::Bug(format!("`{}` gave {} rows where one at most belongs", sql.name, rows.len())));
        }
        Ok(rows.pop())
    }
}
