//! What a unit of work has read already. Its view of the records changes only when it writes, so until then the same
//! question has the same answer, and each deed may look up how the actor stands without asking who looked before.

use std::collections::HashMap;

use ::store::{Row, Sql, Value};

/// Rows of an answer that is worth keeping: a group's members, its leaders, somebody's roles.
const ROWS_MAX: usize = 32;
/// Answers kept at once, so that a long walk through the records does not keep them all.
const ANSWERS_MAX: usize = 256;

/// Questions and their answers.
#[derive(Default)]
pub(super) struct Asked(HashMap<Question, Vec<Row>>);

/// A statement, known by where it stands in the program, and its values.
type Question = (usize, Vec<Value>);

impl Asked {
    /// The answer, if the question was asked before.
    pub fn before(&self, question: &Question) -> Option<Vec<Row>> {
        self.0.get(question).cloned()
    }

    /// Keeps a short answer.
    pub fn keep(&mut self, question: Question, answer: &[Row]) {
        if answer.len() <= ROWS_MAX && self.0.len() < ANSWERS_MAX {
            self.0.insert(question, answer.to_vec());
        }
    }

    /// Something was written: every answer may be another one now.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

/// A statement asked with these values.
pub(super) fn question(sql: &'static Sql, values: &[Value]) -> Question {
    (std::ptr::from_ref(sql).addr(), values.to_vec())
}
