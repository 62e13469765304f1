//! The audit log read back: verification, checkpoints, reports, and each member's own page of who opened their record.

mod store;

pub(crate) use store::ALL as STATEMENTS;
