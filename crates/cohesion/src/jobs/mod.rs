//! What must happen and may be late: jobs that acts have queued, run by workers until they are done.
//!
//! A job's effects and its being done are one transaction, so nothing happens twice. A worker holds its jobs for a while
//! only: when it dies, another takes them up. What finds no success is tried again with doubling pauses, then set aside for
//! a person. Nothing here depends on a clock that only runs forward.

mod chore;
mod deeds;
mod fate;
mod overview;
mod pages;
mod resume;
mod run;
mod set_up;
mod store;
#[cfg(test)]
mod tests;
mod worker;

pub use chore::{Act, Chore, Errand, Running};
pub use overview::{Aside, Kind, Overview, overview};
pub(crate) use pages::routes;
pub(crate) use resume::{FORGET, forget};
pub use resume::{let_go, retry};
pub use run::{Ran, Report, run_due};
pub(crate) use run::{SET_ASIDE, next_due};
pub(crate) use set_up::jobs_step;
pub(crate) use store::ALL as STATEMENTS;
pub use worker::Worker;
