//! The organisation: its staff, their roles and credentials, and its settings.

mod role;
mod store;

pub use role::{Role, give_role, roles};
pub(crate) use store::ALL as STATEMENTS;
