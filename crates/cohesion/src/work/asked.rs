//! What a unit of work has read already. Its view of the records changes only when it writes, so until then the same
//! question has the same answer, and each deed may look up how the actor stands without asking who looked before.

use ::store::{Row, Sql, Value};

/// Rows of an answer that is worth keeping: a group's members, its leaders, somebody's roles.
const ROWS_MAX: usize = 32;
/// Answers kept at once, so that a long walk through the records does not keep them all.
const ANSWERS_MAX: usize = 128;

/// Questions and their answers. So few are looked through faster than they are hashed.
#[derive(Default)]
pub(super) struct Asked(Vec<Known>);

struct Known {
    sql: &'static Sql,
    values: Vec<Value>,
    answer: Vec<Row>,
}

impl Asked {
    /// The answer, if the question was asked before.
    pub fn before(&self, sql: &'static Sql, values: &[Value]) -> Option<Vec<Row>> {
        let known = self.0.iter().find(|known| std::ptr::eq(known.sql, sql) && known.values == values)?;
        Some(known.answer.clone())
    }

    /// Keeps a short answer.
    pub fn keep(&mut self, sql: &'static Sql, values: Vec<Value>, answer: &[Row]) {
        if answer.len() <= ROWS_MAX && self.0.len() < ANSWERS_MAX {
            self.0.push(Known { sql, values, answer: answer.to_vec() });
        }
    }

    /// Something was written: every answer may be another one now.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}
