//! Backups: a checked copy of the database, packed and sealed to a key that this server does not hold.
//!
//! The root key is never in a backup: who finds one has neither half of what it takes to read a record. The data keys, wrapped
//! by it, are in a file of their own that is kept for a shorter time, so that what was erased leaves every backup in the end.

mod bare;
mod canary;
mod daily;
mod envelope;
mod key;
mod make;
mod manifest;
mod problem;
mod restore;
mod revive;
mod ring;
mod shelf;
#[cfg(test)]
mod tests;
mod verify;

pub use daily::{BACK_UP, BACK_UP_DAILY, back_up, back_up_daily};
pub use key::{BackupKey, Recipient};
pub use make::{Made, make_backup};
pub use manifest::{Chain, Holds, Manifest};
pub use problem::Problem;
pub use restore::{Unpacked, look, unpack};
pub use revive::{Revived, Withheld, find_ring, fits, revive};
pub use ring::{Ring, open_ring};
pub use shelf::{Kept, kept, kept_keys};
pub use verify::{Proof, verify};
