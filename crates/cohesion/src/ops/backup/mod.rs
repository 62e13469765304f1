//! Backups: a checked copy of the database, packed and sealed to a key that this server does not hold.
//!
//! The root key is never in a backup: who finds one has neither half of what it takes to read a record.

mod canary;
mod daily;
mod envelope;
mod key;
mod make;
mod manifest;
mod problem;
mod restore;
mod shelf;
mod verify;

pub use daily::{BACK_UP, BACK_UP_DAILY, back_up, back_up_daily};
pub use key::{BackupKey, Recipient};
pub use make::{Made, make_backup};
pub use manifest::{Chain, Manifest};
pub use problem::Problem;
pub use restore::{Unpacked, unpack};
pub use shelf::{Kept, kept};
pub use verify::{Proof, verify};
