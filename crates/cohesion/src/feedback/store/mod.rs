//! SQL of feedback: letters, words about patterns, and what was talked about.

mod forget;
mod letters;
mod remarks;
mod talks;

pub(crate) use forget::{ALL as FORGET, forget_member};
pub(crate) use letters::ALL as LETTERS;
pub(super) use letters::*;
pub(crate) use remarks::ALL as REMARKS;
pub(super) use remarks::*;
pub(crate) use talks::ALL as TALKS;
pub(super) use talks::*;
