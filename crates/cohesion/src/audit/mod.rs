//! The audit log read back: verified against its keys and checkpoints, and shown to the people it is about.
//!
//! Writing is nobody's task here: each yes and no of the decision table is a link of the chain, put there by `work` in the
//! act's own transaction. There is no setting that switches it off.

mod checkpoint;
mod finding;
mod glance;
mod keep;
mod log;
mod opened;
mod outside;
mod pages;
mod plain;
mod readings;
mod store;
#[cfg(test)]
mod tests;
mod touched;
mod verify;
mod walk;

pub use checkpoint::Checkpoint;
pub use finding::{Chain, Finding, Report};
pub use glance::{Glance, glance};
pub use keep::{checkpoint, keep_checkpoints};
pub use log::{Day, Line, Teller, log};
pub(crate) use opened::Names;
pub use opened::{Opener, Opening, openings};
pub(crate) use pages::routes;
pub(crate) use plain::deed_name;
pub use readings::{OwnReading, own_readings};
pub(crate) use store::ALL as STATEMENTS;
pub use touched::{Touch, touches};
pub use verify::{Tip, tip, verify};
