//! One row of an answer, whose columns are taken in the order the statement names them.

use std::{any::type_name, fmt, vec};

use crate::{Error, FromValue, Result, Sql, Value};

/// One row; each `take` gives the next column.
#[derive(Clone)]
pub struct Row {
    statement: &'static str,
    taken: usize,
    values: vec::IntoIter<Value>,
}

impl Row {
    pub(crate) fn new(sql: &'static Sql, values: Vec<Value>) -> Self {
        Self { statement: sql.name, taken: 0, values: values.into_iter() }
    }

    /// The next column.
    ///
    /// `Corrupt` when it does not hold a `T`, `Bug` when the statement names no further column.
    pub fn take<T: FromValue>(&mut self) -> Result<T> {
        self.taken += 1;
        let Self { statement, taken, .. } = *self;
        let missing = || Error::Bug(format!("`{statement}` has no column {taken} to take"));
        let value = self.values.next().ok_or_else(missing)?;
        T::from_value(value).map_err(|found| {
            let wanted = type_name::<T>();
            Error::Corrupt(format!("column {taken} of `{statement}` holds {found:?} where {wanted} belongs"))
        })
    }
}

/// Names the statement only: a row may hold what nobody may log.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a row of `{}`", self.statement)
    }
}
