//! Where somebody begins who facilitates support groups: their groups, the next meeting, what is still open, and people by the
//! names they chose. Nothing clinical stands here: there is nothing of the kind in such a group.
//!
//! What is done with a group or a meeting is done on the pages of those subjects; this one leads there.

mod day;
mod pages;
#[cfg(test)]
mod tests;

pub use day::{Circle, Day, day};
pub(crate) use pages::routes;
