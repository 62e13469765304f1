//! A transaction on a PostgreSQL connection.

use deadpool_postgres::Transaction;
use futures_util::TryStreamExt;

use super::error::{is_conflict, is_loss, translate};
use crate::{Error, Fut, Result, Row, Sql, Tx, Value};

/// One act's transaction.
pub struct PostgresTx<'c> {
    transaction: Transaction<'c>,
    failed: Option<Failure>,
}

/// The first statement that failed; the server refuses all that follow.
pub struct Failure {
    pub error: Error,
    pub is_worth_repeating: bool,
}

impl<'c> PostgresTx<'c> {
    pub fn new(transaction: Transaction<'c>) -> Self {
        Self { transaction, failed: None }
    }

    pub fn end(self) -> (Transaction<'c>, Option<Failure>) {
        (self.transaction, self.failed)
    }

    async fn attempt<T>(
        &mut self,
        sql: &'static Sql,
        step: impl AsyncFnOnce(&Transaction<'c>) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T> {
        if let Some(failure) = &self.failed {
            return Err(failure.error.clone());
        }
        step(&self.transaction).await.map_err(|cause| {
            let error = translate(&cause, sql.name);
            self.failed =
                Some(Failure { error: error.clone(), is_worth_repeating: is_conflict(&cause) || is_loss(&cause) });
            error
        })
    }
}

impl Tx for PostgresTx<'_> {
    fn run<'a>(&'a mut self, sql: &'static Sql, params: Vec<Value>) -> Fut<'a, u64> {
        Box::pin(self.attempt(sql, async move |transaction| {
            let statement = transaction.prepare_cached(sql.for_postgres()).await?;
            transaction.execute_raw(&statement, params).await
        }))
    }

    fn rows<'a>(&'a mut self, sql: &'static Sql, params: Vec<Value>) -> Fut<'a, Vec<Row>> {
        Box::pin(self.attempt(sql, async move |transaction| {
            let statement = transaction.prepare_cached(sql.for_postgres()).await?;
            let found = transaction.query_raw(&statement, params).await?;
            found.and_then(async |row| Ok(Row::new(sql, values(&row)?))).try_collect().await
        }))
    }
}

fn values(row: &tokio_postgres::Row) -> Result<Vec<Value>, tokio_postgres::Error> {
    (0..row.len()).map(|column| row.try_get(column)).collect()
}
