//! Looking after the installation: root keys, backups, health, and what its administrator should look at.

pub mod backup;
mod disk;
mod pages;
mod ready;
mod record;
mod root;
mod rotate;
mod store;
mod watched;
mod wrapped;

pub use disk::free_bytes;
pub use pages::routes;
pub use root::{check_root, is_rotating, next_root_key, schema};
pub use rotate::{Rotated, Rotation};
pub(crate) use store::ALL as STATEMENTS;
