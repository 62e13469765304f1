//! Who may do what: one pure decision table, and the [`Grant`] that proves a yes.
//!
//! Nothing here reads the database. A subject loads how the actor stands to the thing asked about (its `deeds.rs`),
//! asks, and hands the grant to its store. A grant can be made nowhere else.

mod actor;
mod deed;
mod grant;
mod standing;
#[cfg(test)]
mod tests;

pub use actor::{Actor, SignedIn};
pub use deed::Deed;
pub use grant::{About, Grant};
pub(crate) use grant::{Refusal, decide};
pub use standing::{Standing, Tie};
