//! Looking after the installation: root keys, backups, health, and what its administrator should look at.

pub mod backup;
mod clock;
mod disk;
pub mod doctor;
mod installation;
mod pages;
mod ready;
mod record;
mod root;
mod rotate;
pub mod shreds;
mod stage;
mod store;
mod watched;
mod wrapped;

pub use clock::clock_is_behind;
pub use disk::free_bytes;
pub use installation::{Installation, installation};
pub use pages::routes;
pub use root::{check_root, is_rotating, next_root_key, schema};
pub use rotate::{Rotated, Rotation};
pub use stage::Stage;
pub(crate) use store::ALL as STATEMENTS;
