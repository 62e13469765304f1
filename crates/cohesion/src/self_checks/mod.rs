//! A self-check: five questions in our own words that somebody in a support group answers for themselves, when they like.
//!
//! Nobody else reads it, for whatever reason, and it comes to no score. The WHO-5 that is often used for this comes without
//! its words, since its licence leaves them to each practice; so these questions are ours, and no measure.

mod check;
mod deeds;
mod keep;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use check::{Answer, QUESTIONS, SelfCheck, Tells};
pub use keep::{Kept, delete_check, keep_check, own_checks};
pub(crate) use pages::{group_part, routes};
pub(crate) use store::{ALL as STATEMENTS, forget_person};

crate::ids! {
    /// A self-check.
    SelfCheckId;
}
