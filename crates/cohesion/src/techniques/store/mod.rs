//! SQL of techniques: worksheets, what is shown of them, homework, targets, and what a group follows.

mod forget;
mod homework;
mod plans;
mod shares;
mod sheets;
mod targets;

pub(crate) use forget::{ALL as FORGET, forget_again, forget_member};
pub(crate) use homework::ALL as HOMEWORK;
pub(super) use homework::*;
pub(crate) use plans::ALL as PLANS;
pub(super) use plans::*;
pub(crate) use shares::ALL as SHARES;
pub(super) use shares::*;
pub(crate) use sheets::ALL as SHEETS;
pub(super) use sheets::*;
pub(crate) use targets::ALL as TARGETS;
pub(super) use targets::*;
